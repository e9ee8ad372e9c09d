"""What libyaml says of a broken file → a Chinese sentence at the place that has to be mended.

Knows no YAML library: `Said` is what one of its errors holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plangen.problem import Level, Problem, Where
from plangen.text.patterns import lazy

Place = tuple[int, int]
"""Line and column, from 1."""

QUOTED = "引号没有闭合，或文中另有引号；文中的引号用中文的“”"
LOOSE = "一行里多了一个“: ”：含冒号的文字应加引号；要是新的键，应另起一行"
INDENT = "缩进与上面的键对不齐；要是接着上面的文字，含冒号的文字应加引号"
TAB = "缩进用了制表符（Tab），应改为空格"
WIDE = "缩进用了全角空格，应改为半角空格"
FULL_COLON = "键后的冒号应是半角冒号加空格“: ”，这里是全角的“：”"
NO_BLANK = "键后的冒号后面应空一格"
FULL_COMMA = "括号里各项之间应是半角逗号加空格“, ”，这里是全角的“{char}”"
FULL_BRACE = "括号应是半角的“{{”“}}”，这里是全角的“｛”"
IN_TEXT = "括号里的文字含“{char}”，应加引号；发文字号的年份应写六角括号“〔〕”"
MARK = "文字不能以 ! & * 打头，应加引号"
BLOCK = "“|”“>”后面不能接着写文字，应另起一行并缩进"
ESCAPE = "双引号里的反斜杠“\\”有特殊作用，应写成两个，或改用单引号"


class Said(NamedTuple):
    """An error of libyaml: its words and where it stopped, what it was reading and since where."""

    problem: str
    at: Place
    context: str
    since: Place


class Row(NamedTuple):
    """Their words for the fault and for what was being read (patterns) → ours.

    `back` places it where the reading began, not where it stopped.
    """

    problem: str
    message: str
    context: str = ""
    back: bool = False


ROWS = (
    Row("found a tab character", TAB),
    Row("cannot start any token", "文字不能以“{char}”打头，应加引号"),
    Row("mapping values are not allowed", INDENT, "first"),
    Row("mapping values are not allowed", LOOSE),
    Row("unexpected ':'", "方括号、花括号里的文字含冒号，应加引号"),
    Row("expected key", "引号后面多了文字：整句应放在一对引号里，文中的引号用中文的“”", "quote"),
    Row("expected key", "缩进与上面的键对不齐，或此处不是“键: 值”"),
    Row("expected '-' indicator", "缩进与上面列表各项的“- ”对不齐"),
    Row("block sequence entries", "列表应另起一行，每项一行，以“- ”打头"),
    Row("expected ',' or", "括号没有闭合", "end", back=True),
    Row("expected ',' or", IN_TEXT, "bracket"),
    Row("expected ',' or", "第 {line} 行的括号到这里还没有闭合，或少了逗号"),
    Row("expected ':'", "这一行不是“键: 值”：少了冒号，或上面的多行文字没有缩进", back=True),
    Row("end of stream|document indicator", QUOTED, "quoted", back=True),
    Row("undefined alias", "引用（*）的名称没有定义；以 * 打头的文字应加引号"),
    Row("second occurrence", "锚点（&）的名称与第 {line} 行的重复"),
    Row("unknown escape character|hexdecimal", ESCAPE),
    Row("invalid Unicode character escape", "双引号里的转义（\\u、\\U）不是合法的字符，应删去"),
    Row("", MARK, "scanning an? (alias|anchor|tag)|parsing a tag", back=True),
    Row("undefined tag handle", MARK, back=True),
    Row("", BLOCK, "block scalar", back=True),
    Row("", "行首的 % 有特殊作用，文字应加引号", "directive", back=True),
    Row("mapping keys are not allowed", "文字不能以“? ”打头，应加引号"),
    Row("expected node content", "多了一个逗号，或括号没有闭合", "flow"),
    Row("expected node content", "多了一个“{char}”；以它打头的文字应加引号"),
    Row("<document start>", "此处多了文字或括号"),
)
BROKEN = "此处不合 YAML 的写法"

# A key with the wrong colon, at the start of a line or of a text.
WRONG_COLON = lazy(
    r"^\s*(?:- +)?(?P<key>[^\s:：,，。\"'“\[{#]{1,20})(?:(?P<wide>：)|:(?=[^\s:/]))"
)

# A key or an item after a blank that isn't one to YAML.
WIDE_INDENT = lazy(r" *(?=[\u3000\xa0])[\u3000\xa0 ]+(?:- |[^\s:：,，。]{1,20}[:：])")
# What stands in place of a comma before a key, up to its colon: {名称: 甲县，级别
WRONG_COMMA = lazy(r"(?P<mark>[，、；])(?:\s*[^\s:：,，、；。\"'“”{}\[\]]{1,20}:)?$")
WIDE_BRACE = lazy(r":\s+(?=｛)")
BLOCK_HEAD = lazy(r"[|>][+-]?\d?\s*$")


def colon(text: str) -> tuple[str, str, int] | None:
    """What is wrong with the colon of a text that was meant as `key: value`; the key; its end."""
    found = WRONG_COLON.match(text) if ":" in text or "：" in text else None
    return (
        (FULL_COLON if found["wide"] else NO_BLANK, found["key"], found.end()) if found else None
    )


def explain(said: Said, lines: Sequence[str]) -> Problem:
    """The problem that an error of libyaml stands for."""
    for slip in (_tab, _wide, _colon, _comma, _brace):
        if found := slip(said, lines):
            return _problem(*found)
    (number, column), context = _stop(said, lines), f"{said.context} {_aspect(said, lines)}"
    row = next(row for row in (*ROWS, Row("", BROKEN)) if _fits(row, said.problem, context))
    char = _line(lines, number)[column - 1 : column]
    message = row.message.format(char=char, line=said.since[0])
    return _problem(message, said.since if row.back else (number, column))


def _stop(said: Said, lines: Sequence[str]) -> Place:
    """Where reading stopped, or the last character before it; of an escape its backslash."""
    number, column = said.at
    if not any(map(str.strip, lines[number - 1 :])):
        number = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
        column = max(1, len(_line(lines, number)))
    elif re.search("escape|hexdecimal", said.problem):
        column = _line(lines, number).rfind("\\", 0, column) + 1
    return number, column


def _aspect(said: Said, lines: Sequence[str]) -> str:
    """Where reading stopped: at the end, after a quote, at a bracket, at a line's first key."""
    number, column = said.at
    before = _line(lines, number)[: column - 1]
    if not any(map(str.strip, lines[number - 1 :])):
        return "end"
    if re.search(r"[\"']\s*$", before):
        return "quote"
    if _line(lines, number)[column - 1 : column] in ("[", "{"):
        return "bracket"
    return "" if re.search(":\\s", before) else "first"


def _fits(row: Row, problem: str, context: str) -> bool:
    return bool(re.search(row.problem, problem) and re.search(row.context, context))


def _tab(said: Said, lines: Sequence[str]) -> tuple[str, Place] | None:
    """A tab in the indentation of the line where reading stopped."""
    number, column = said.at
    found = re.match(" *\t", _line(lines, number)[: max(column, 1)])
    return (TAB, (number, found.end())) if found else None


def _wide(said: Said, lines: Sequence[str]) -> tuple[str, Place] | None:
    """A full-width blank in the indentation, there or on the line above, which took it for text.

    The paragraphs of a block of text (|) may well begin with it.
    """
    for number in (said.at[0] - 1, said.at[0]):
        line = _line(lines, number)
        if WIDE_INDENT.match(line):
            deep = len(line) - len(line.lstrip(" "))
            above = (text for text in reversed(lines[: number - 1]) if text.strip())
            head = next((t for t in above if len(t) - len(t.lstrip(" ")) < max(deep, 1)), "")
            return None if BLOCK_HEAD.search(head) else (WIDE, (number, deep + 1))
    return None


def _colon(said: Said, lines: Sequence[str]) -> tuple[str, Place] | None:
    """A colon that is full-width or has no blank after it, on the line in question or above."""
    if not re.search("expected ':'|mapping values", said.problem):
        return None
    number = said.since[0] if "expected ':'" in said.problem else said.at[0] - 1
    found = colon(_line(lines, number))
    return (found[0], (number, found[2])) if found else None


def _comma(said: Said, lines: Sequence[str]) -> tuple[str, Place] | None:
    """A full-width mark between what should be two keys within brackets."""
    number, column = said.at
    found = WRONG_COMMA.search(_line(lines, number)[:column])
    if found is None or "expected ',' or" not in said.problem:
        return None
    return FULL_COMMA.format(char=found["mark"]), (number, found.start() + 1)


def _brace(said: Said, lines: Sequence[str]) -> tuple[str, Place] | None:
    """A full-width brace, which began a text."""
    number, column = said.at
    found = WIDE_BRACE.search(_line(lines, number)[: column - 1])
    return (FULL_BRACE.format(), (number, found.end() + 1)) if found else None


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _problem(message: str, place: Place) -> Problem:
    return Problem("yaml-syntax", Level.ERROR, message, Where(line=place[0], column=place[1]))
