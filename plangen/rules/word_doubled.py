"""字词重复：的的、了了，工作工作，2024年2024年。

依据：党政机关公文处理工作条例第十九条（文字精练、表述准确）。级别：警告。
单字只看的、了、和、与、及、要（目的的、为了了解、要要求不算）和“第×次”的次；
两三字的词只看后面停顿处的（党组织组织开展不算），“已经”“必须”这些在哪里都看；
重叠式（一项一项、研究研究）不算，见 words/doubled.yaml；名单、表格不看。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plangen.problem import Level
from plangen.rules._lines import Line, Lines
from plangen.rules._text import LETTER, RUNNING, uncited, word_before
from plangen.rules.base import Finding, Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

SINGLE = lazy(
    "(?<!目)(?<!标)(的)的(?![确士])|(?<!为)(?<!除)(了)了(?![解结却望如不然事断得之])"
    "|(?<![暖温])(和)和(?![谐平气美睦解田顺])|(?<![参给赋授付])(与)与(?![会否其时])"
    "|(?<![以涉普顾波惠危提触言])(及)及(?![时格第早至])"
    "|(?<![重主需必摘纪提概纲只])(要)要(?![求点素件害闻道挟命])|(?:(?<=第.)|(?<=第..))(次)次"
)
DOUBLE = lazy(
    rf"({LETTER}{{4,8}}?)\1|({LETTER}{{2,3}}?)\2(?=[等和与及并]|[\W\da-zA-Z_]|\Z)|((?:19|20)\d\d年)\3"
    r"|(已经|应当|应该|必须|可以|以及|并且|因此|不断)\4"
)
TWICE = ("的的", "了了", "和和", "与与", "及及", "要要", "次次")
SIZES = range(2, 9)  # of what DOUBLE finds twice, in characters
WIDTH = 2  # bytes of a character
STEPWISE = lazy("[一很又越再几]")  # 一个一个, 很多很多


@LineWise
def find(lines: Lines) -> Findings:
    """Characters and words that stand twice."""
    sound = {entry.get("word", "") for entry in lines.words("doubled")}
    single = {id(line) for line in lines.having(*TWICE)}
    double = {id(line) for line in doubled(lines)}
    marked = single | double
    for line in lines.all:
        if id(line) not in marked or line.role not in RUNNING:
            continue
        text = uncited(line.text)
        for found in SINGLE.finditer(text) if id(line) in single else ():
            char = found.group()[0]
            before = word_before(text, found.start(), 2)
            old, new = before + found.group(), before + char
            yield replacing(line.where, f"“{old}”多了“{char}”", old, new)
        for found in DOUBLE.finditer(text) if id(line) in double else ():
            word = found[1] or found[2] or found[3] or found[4]
            if word not in sound and not STEPWISE.match(word):
                yield Finding(line.where, f"“{found.group()}”重复", found.group())


def doubled(lines: Lines) -> Iterable[Line]:
    """The lines that may have something twice, and hardly another.

    The whole text, as one number, is held against itself moved by some characters: where as many
    don't differ they stand twice. The lower byte of each character tells as much. An expression
    takes four times as long to ask at every place.
    """
    data = lines.whole.encode("utf-16-le", "surrogatepass")
    if len(data) != WIDTH * len(lines.whole):  # a rare character is two
        return lines.all
    found: set[int] = set()
    lower = data[::WIDTH]
    number = int.from_bytes(lower, "little")
    for size in SIZES:
        differing = number ^ (number >> size * 8)
        found.update(_places(differing.to_bytes(len(lower), "little"), bytes(size)))
    return map(lines.at, found)


def _places(data: bytes, piece: bytes) -> Iterator[int]:
    """Where a piece of data begins."""
    at = data.find(piece)
    while at >= 0:
        yield at
        at = data.find(piece, at + 1)


RULE = Rule(
    "word-doubled",
    Level.WARNING,
    find,
    good=(
        "preamble: 为了了解目的的实现，涉及及时整改，构建和和谐社会，一项一项落实，"
        "通过一次次会议部署，党组织组织开展，家家户户参与。",
        "preamble: 研究研究再定，以优质服务服务群众，创建国家卫生县城国家卫生乡镇，"
        "种种措施，参与与否自定，各村要要求群众，这项工作很重要要抓好。",
    ),
    bad=(
        (
            "preamble: 各村要要督促整改，已经已经开工的除外，抓好创建的的各项工作工作，"
            "完成了了任务，2024年2024年底前验收，"
            "第四次次会议通报。",
            "“各村要要”多了“要”\n“创建的的”多了“的”\n“完成了了”多了“了”\n“第四次次”多了“次”\n"
            "“已经已经”重复\n“工作工作”重复\n"
            "“2024年2024年”重复",
        ),
    ),
)
