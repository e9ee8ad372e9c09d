"""引号、括号、书名号不成对：缺一半、左右写反，或者两种交叉。

依据：GB/T 15834—2011 第4.8条、第4.9条、第4.15条（引号、括号、书名号成对使用）。级别：错误。
一段的左半与随后一段的右半相配的不算；“1）”这样的序号、每段都以左引号开头的引文也不算。
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._text import nested
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

NAMES = {"（": "括号", "《": "书名号", "“": "引号", "〔": "六角括号", "【": "方头括号"}
OPENER = {"）": "（", ")": "（", "(": "（", "》": "《", "”": "“", "〕": "〔", "】": "【"}
CLOSERS = frozenset("）)》”〕】")
MARK = lazy(r"[（()）《》“”〔〕【】]")
ORDINAL = lazy(r"(?:(?<!\d)\d{1,2}|(?<![A-Za-z])[A-Za-z]|[一二三四五六七八九十])\Z")
NEAR = 20  # characters between two quotes that are meant as a pair
PIECE = 8
AFTER = lazy(rf".[^）)》”〕】]{{0,{PIECE - 1}}}")  # up to where something around it ends


@dataclass
class Halves:
    """The marks of a paragraph that have no other half, by opener."""

    line: Line
    left: dict[str, list[int]] = field(default_factory=dict)
    right: dict[str, list[int]] = field(default_factory=dict)
    crossed: list[tuple[int, int]] = field(default_factory=list)


def halves(line: Line) -> Halves:
    """What is left over when every mark of a paragraph has found its other half."""
    out, text = Halves(line), line.text
    opened: list[tuple[str, int]] = []
    for found in MARK.finditer(text):
        char, at = found.group(), found.start()
        kind = OPENER.get(char, char)
        if char not in CLOSERS:
            opened.append((kind, at))
        elif kind in dict(opened):
            _close(out, opened, kind)
        elif out.left.get(kind):
            out.crossed.append((out.left[kind].pop(), at))
        elif kind != "（" or not ORDINAL.search(text[max(0, at - 3) : at]):
            out.right.setdefault(kind, []).append(at)
    for kind, at in opened:
        out.left.setdefault(kind, []).append(at)
    return out


def _close(out: Halves, opened: list[tuple[str, int]], kind: str) -> None:
    """Take the last opener of a kind; those opened after it have lost their turn."""
    while (last := opened.pop())[0] != kind:
        out.left.setdefault(last[0], []).append(last[1])


def find(case: Case) -> Findings:
    """Marks without their other half."""
    pending: Halves | None = None
    uneven = set(map(id, nested(case.index)))  # of other lines nothing is to report
    for line in case.lines() if uneven else ():
        if id(line) in uneven or pending is not None:
            now = halves(line) if id(line) in uneven else Halves(line)
            if pending is not None:
                _carry_over(pending, now)
                yield from _report(pending)
            pending = now if id(line) in uneven else None
    if pending is not None:
        yield from _report(pending)


def _carry_over(before: Halves, after: Halves) -> None:
    """Pair what one paragraph leaves open with what the next closes, or opens again (“)."""
    for kind, left in before.left.items():
        if not left:
            continue
        if after.right.get(kind):
            left.pop()
            after.right[kind].pop(0)
        elif kind == "“" and after.line.text.startswith("“"):
            left.pop()


def _report(found: Halves) -> Iterator[Finding]:
    if not (found.left or found.right or found.crossed):
        return
    text, where = found.line.text, found.line.where
    for kind, name in NAMES.items():
        left, right = found.left.get(kind, []), found.right.get(kind, [])
        ends = sorted([*left, *right])
        if len(ends) == len("“”") and ends[1] - ends[0] <= NEAR:
            piece = text[ends[0] : ends[1] + 1]
            yield Finding(where, f"“{piece}”的{name}应一左一右", piece)
        elif left:
            piece = (AFTER.match(text, left[0]) or [""])[0]
            yield Finding(where, f"“{piece}”缺右{name}", piece)
        elif right:
            piece = text[max(0, right[0] - PIECE + 1) : right[0] + 1]
            yield Finding(where, f"“{piece}”缺左{name}", piece)
    for start, end in found.crossed:
        piece = text[start : end + 1]
        yield Finding(where, f"“{piece}”与别的引号、括号或书名号交叉", piece)


RULE = Rule(
    "bracket-unpaired",
    Level.ERROR,
    find,
    good=(
        "preamble: 落实《关于印发〈方案〉的通知》（青政发〔2024〕1号），推进“放心‘菜篮子’”工程。",
        "preamble: 主要任务：1）宣传发动；2)整治环境；a)街道；三）总结验收。",
        "preamble: |-\n  县领导要求：“抓好整治。\n  “抓好巩固。”",
        "preamble: |-\n  有关材料（包括：\n  方案、总结）按时报送。",
    ),
    bad=(
        (
            "preamble: 落实《国家卫生乡镇标准，开展“四害“监测。",
            "“《国家卫生乡镇标”缺右书名号\n““四害“”的引号应一左一右",
        ),
        (
            "title: 青山县创建国家卫生县城（试行方案\nnotice: {issuer: 青山县人民政府}",
            "“（试行方案”缺右括号\n“（试行方案”缺右括号\n“（试行方案”缺右括号",
        ),
        (
            "preamble: 各乡镇）要按照”五小”行业标准整治。",
            "“各乡镇）”缺左括号\n“”五小””的引号应一左一右",
        ),
        ("preamble: 印发“《工作方案”》。", "“《工作方案”》”与别的引号、括号或书名号交叉"),
    ),
)
