"""写明的个数与旁边所列的不符：A村、B村4个村，以下三个方面却列了四项，六层机制列了七家。

依据：党政机关公文处理工作条例第二十条第（四）项（数字应当准确）。级别：警告。
只数看得准的：同一种地名（镇、乡、街道、村、社区）的列举；“以下几个方面（项、条、点）”之后同级的序号
或“一是、二是”；“……的几层”（提示）。有“等”字的，个数比所列的少才报。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plangen.problem import Level
from plangen.rules._counts import COUNTED, ENDS, NUMBER, listed_after, listed_before, value
from plangen.rules._lines import Line
from plangen.rules._text import LETTER
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

SAID = (
    rf"(?:以下|下列|如下)(?P<n>{NUMBER})(?:个方面|方面|大?项|条|大?点|个重点|个环节|个问题|类)"
    r"[^，。；：]{0,8}"
)
BELOW = lazy(rf"{SAID}[：。]?$")
INLINE = lazy(rf"{SAID}[：，。](?=一是)")
NARRATED = lazy(r"(?:^|[：；。，])(?P<n>[一二三四五六七八九十]{1,2})是")
LAYERS = lazy(
    r"(?:建立|健全|完善|构建|形成|落实)(?P<list>[^，。；：]*、[^，。；：]*)"
    rf"的(?P<n>{NUMBER})层(?={LETTER})"
)
ORDINALS = (
    lazy(r"(?P<n>[一二三四五六七八九十]{1,3})、"),
    lazy(r"[（(](?P<n>[一二三四五六七八九十]{1,3})[）)]"),
    lazy(r"(?P<n>\d{1,2})[.．、](?!\d)"),
    lazy(r"[（(](?P<n>\d{1,2})[）)]"),
    lazy(r"(?P<n>[一二三四五六七八九十]{1,2})是"),
)
BELOW_WORDS = ("以下", "下列", "如下")
LAYER_WORDS = tuple(
    f"{number}层" for number in "一二三四五六七八九十两0123456789０１２３４５６７８９"
)
FEWEST = 2


def find(case: Case) -> Findings:
    """Counts with a list that has more or fewer."""
    for line in case.having("个", *LAYER_WORDS, *BELOW_WORDS):
        if "个" in line.text:
            yield from _places(line)
        if any(map(line.text.__contains__, LAYER_WORDS)):
            yield from _layers(line)
        if any(map(line.text.__contains__, BELOW_WORDS)):
            lines = case.lines()
            at = next(at for at, other in enumerate(lines) if other is line)
            yield from _below(line, lines[at + 1 :])


def _places(line: Line) -> Iterator[Finding]:
    """Places listed before or after their count."""
    for found in COUNTED.finditer(line.text):
        ends, said = ENDS[found["noun"]], value(found["number"])
        before = listed_before(line.text[: found.start()], ends)
        after = listed_after(line.text[found.end() :], ends)
        count = before if before >= FEWEST else after
        if said is None or count < FEWEST or (said >= count if found["etc"] else said == count):
            continue
        quote = found.group().removeprefix("等")
        yield Finding(line.where, f"“{quote}”与所列的不符：列出{count}个", quote)


def _layers(line: Line) -> Iterator[Finding]:
    """Bodies listed in ……的六层督查机制."""
    for found in LAYERS.finditer(line.text):
        said, count = value(found["n"]), found["list"].count("、") + 1
        if said is not None and said != count:
            quote = f"{found['n']}层"
            message = f"“{quote}”与所列的不符：列出{count}家"
            yield Finding(line.where, message, quote, Level.INFO)


def _below(line: Line, following: Sequence[Line]) -> Iterator[Finding]:
    """Counts of what comes below, in the paragraph itself or in those after it."""
    if "一是" in line.text and (found := INLINE.search(line.text)):
        count = _run(value(m["n"]) for m in NARRATED.finditer(line.text[found.end() :]))
    elif found := BELOW.search(line.text):
        count = _numbered(following)
    else:
        return
    said = value(found["n"])
    if said is not None and count >= FEWEST and said != count:
        quote = found.group().rstrip("：。，")
        yield Finding(line.where, f"“{quote}”与所列的不符：列出{count}项", quote)


def _numbered(lines: Sequence[Line]) -> int:
    """How many items the lines begin to count, all of the first one's form."""
    form = next((f for f in ORDINALS if lines and f.match(lines[0].text)), None)
    if form is None:
        return 0
    higher = ORDINALS[: ORDINALS.index(form)]
    numbers: list[int | None] = []
    for line in lines:
        if any(other.match(line.text) for other in higher if form is not ORDINALS[-1]):
            break
        if found := form.match(line.text):
            number = value(found["n"])
            if numbers and number == 1:
                break
            numbers.append(number)
    return _run(iter(numbers))


def _run(numbers: Iterator[int | None]) -> int:
    """How far numbers count from one on; 0 where one is missing."""
    count = 0
    for number in numbers:
        if number != count + 1:
            return 0
        count += 1
    return count


RULE = Rule(
    "count-list",
    Level.WARNING,
    find,
    good=(
        "preamble: 对河湾村、堰头村和柏树村3个城中村逐村整治，抓好石门镇、柳桥镇等7个乡镇。",
        "preamble: 全镇7个村、2个社区，石门村、前圩村2个村、河东社区1个社区，各镇、各街道2个组。",
        "preamble: 抓好石门镇、和平镇以及柳桥镇3个镇，选取5个村（含河湾村、堰头村）试点。",
        "preamble: 下设办公室和综合协调、宣传教育、市容环境3个工作组。",
        "preamble: 重点抓好以下三个方面：一是宣传；二是整治；三是考核。",
        "outline: [{heading: 任务, text: 抓好以下两项工作：, items: [宣传。, 整治。]},"
        " {heading: 要求, items: [甲。, 乙。, 丙。]}]",
        "preamble: 建立县、乡、村的三层督查机制。",
    ),
    bad=(
        (
            "preamble: 对河湾村、堰头村、柏树村4个城中村逐村整治。",
            "“4个城中村”与所列的不符：列出3个",
        ),
        (
            "preamble: 完成3个乡镇（石门镇、柳桥镇）创建，推进石门镇、柳桥镇、桐岭乡等两个乡镇。",
            "“3个乡镇”与所列的不符：列出2个\n“两个乡镇”与所列的不符：列出3个",
        ),
        (
            "preamble: 重点抓好以下三个方面：一是宣传；二是整治。",
            "“以下三个方面”与所列的不符：列出2项",
        ),
        (
            "outline: [{heading: 任务, text: 抓好以下两项工作。,"
            " items: [宣传。, 整治。, 考核。]}]",
            "“以下两项工作”与所列的不符：列出3项",
        ),
        (
            "preamble: 建立区领导、区委督查考核办、区创卫办、各镇街监督检查的五层督查机制。",
            "“五层”与所列的不符：列出4家",
        ),
    ),
)
