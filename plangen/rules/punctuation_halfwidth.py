"""汉字之间用了半角的逗号、分号、冒号、问号、叹号、句点或直引号。

依据：GB/T 15834—2011 第4章（各标点的形式）。级别：错误。
数字、英文之间的半角符号（8:30、1,234、网址、邮箱）不算，“一.”这样的序号由序号的规则管；
成对的直引号可自动改，不成对的只报一处。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.problem import Level
from plangen.rules._lines import Line, Lines
from plangen.rules._text import LETTER, NUMERAL, short, word_before
from plangen.rules.base import Finding, Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "．": "。"}
CLOSING = "”’》）〉〕】"
MARK = lazy(
    rf"(?:[,;:?]|!(?!未)|[.．](?![A-Za-z0-9.．]))(?<=(?:{LETTER}|[{CLOSING}]).) *"
    rf"|[,;](?<=[0-9A-Za-z%％℃)].) *(?={LETTER}|[“《（])"
)
SENTENCE = 6  # characters before a dot within a paragraph that ends a sentence
ORDINAL = lazy(rf"第?[{NUMERAL}]+|附件")
QUOTES = ('"', "＂", "「")
STRAIGHT = (
    lazy(rf'"[^"{{}}]*?{LETTER}[^"{{}}]*"'),
    lazy(rf"＂[^＂]*?{LETTER}[^＂]*＂"),
    lazy(rf"「[^「」]*?{LETTER}[^「」]*」"),
)
TAGS = lazy(r"\{[{%].*?[}%]\}")


@LineWise
def find(lines: Lines) -> Findings:
    """Half-width marks beside Han, and straight quotes around it."""
    for line in lines.having(*(mark for mark in WIDE if mark != "." or _dotted(lines)), *QUOTES):
        text = line.text
        if "{" in text:
            text = TAGS.sub(lambda found: "\0" * len(found.group()), text)
        yield from _marks(line, text)
        yield from _quotes(line, text)


def _dotted(lines: Lines) -> bool:
    """Whether a dot stands anywhere that no digit or Latin letter is before."""
    return any(not part[-1:].isascii() for part in lines.whole.split(".")[:-1])


def _marks(line: Line, text: str) -> Iterator[Finding]:
    for found in MARK.finditer(text):
        old, at = found.group(), found.start()
        wide = WIDE[old[0]]
        if wide == "。" and not _stop(text, at):
            continue
        before = word_before(text, at, 4) or text[at - 1]
        message = f"“{before}{old.rstrip()}”的“{old[0]}”是半角，应为“{wide}”"
        yield replacing(line.where, message, before + old, before + wide)


def _stop(text: str, at: int) -> bool:
    """Whether a dot ends a sentence: not an ordinal, nor the dot of a name (阿不都.买买提)."""
    if ORDINAL.fullmatch(text[:at].strip()):
        return False
    after = text[at + 1 : at + 2]
    if after in " ”’）":  # or nothing is
        return True
    return len(word_before(text, at, SENTENCE)) == SENTENCE and after not in NUMERAL


def _quotes(line: Line, text: str) -> Iterator[Finding]:
    if text.count('"') % 2:
        at = text.index('"')
        piece = text[at : at + 8]
        yield Finding(line.where, f"“{piece}”的直引号不成对，应为一对“ ”", piece)
        return
    for form in STRAIGHT:
        for found in form.finditer(text):
            old = found.group()
            new = f"“{old[1:-1]}”"
            message = f"“{short(old)}”的引号应为“ ”"
            yield replacing(line.where, message, old, new)


RULE = Rule(
    "punctuation-halfwidth",
    Level.ERROR,
    find,
    good=(
        "preamble: 每日8:30前报送，网址为https://www.example.gov.cn/a?b=1，邮箱为a.b@example.gov.cn。",
        "preamble: 总投资1,234.5万元，比例为1:10，执行GB/T 15834—2011，方案见附件.docx。",
        "preamble: 推进“一网通办”；做到“三包”：包卫生、包秩序、包绿化。",
        "preamble: '{{ 县:名 }}创建方案。'",
    ),
    bad=(
        (
            "preamble: 各单位要加强领导,压实责任;感染率不超过3%;协助单位:县财政局。",
            "“加强领导,”的“,”是半角，应为“，”\n“压实责任;”的“;”是半角，应为“；”\n"
            "“超过3%;”的“;”是半角，应为“；”\n“协助单位:”的“:”是半角，应为“：”",
        ),
        ("preamble: 请认真贯彻执行.", "“贯彻执行.”的“.”是半角，应为“。”"),
        ('preamble: 落实"门前三包"责任。', '“"门前三包"”的引号应为“ ”'),
        (
            'preamble: 落实门前三包"责任。',
            '“"责任。”的直引号不成对，应为一对“ ”',
        ),
    ),
)
