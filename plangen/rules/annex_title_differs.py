"""附件的标题和附件说明写的不一样：说明写“评议表”，附件页上是“评分表”。

依据：GB/T 9704—2012 第7.3.7条（附件顺序号和附件标题应当与附件说明的表述一致）。级别：警告。
只差空格、书名号、括号里的话，或者一个包含另一个的，不算；
附件没有标题的、同一序号有几个附件的，不核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.document import Role
from plangen.problem import Level
from plangen.rules._lines import Line
from plangen.rules._organisation import masked
from plangen.rules._references import Annexes, annexes, in_prose, label_number, typed_number
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

ASIDE = lazy(r"[（(][^（）()]*[）)]|[\s《》〈〉“”\"。；;]|^附件?\s*[：:]|^\d{1,2}\s*[.．、]")
TITLE = lazy(r"[^。；：:，,]{4,60}")
TITLES = frozenset({Role.ANNEX_TITLE, Role.PARAGRAPH})  # where nobody has recognised them
FEWEST = 2  # characters that a title has at least


def find(case: Case) -> Findings:
    """Titles over annexes that nothing in the 附件说明 has under their number."""
    found = annexes(case)
    if not found.titles or not found.labels:
        return
    numbers = [label_number(line.text.strip()) for line in found.labels]
    if len(set(numbers)) < len(numbers):
        return  # those of a notice and of its plan, or of several documents
    listed = _listed(found)
    for number, line in _titles(case, found):
        titles = listed.get(number, [])
        text = line.text.strip()
        if titles and not any(_like(title, text) for title in titles) and not masked(text):
            message = f"附件{number}在附件说明里写作“{titles[0]}”，标题却是“{text}”，应一致"
            yield Finding(line.where, message, text)


def _listed(found: Annexes) -> dict[int, list[str]]:
    """The names of the 附件说明 by their numbers; a notice and its plan both have a 1."""
    out: dict[int, list[str]] = {}
    for place, (title, line) in enumerate(found.titles, 1):
        out.setdefault(typed_number(line.text) or place, []).append(title.strip("。；; "))
    return out


def _titles(case: Case, found: Annexes) -> Iterator[tuple[int, Line]]:
    """The first line below each label, where it is a title, with the label's number."""
    labels = {id(line) for line in found.labels}
    number = 0
    for line in filter(in_prose, case.lines()):
        if id(line) in labels:
            number = label_number(line.text.strip())
        elif number and line.text.strip():
            if line.role in TITLES and TITLE.fullmatch(line.text.strip()):
                yield number, line
            number = 0


def _like(title: str, other: str) -> bool:
    """Whether two titles are the same but for asides, or one has the other in it."""
    one, two = ASIDE.sub("", title), ASIDE.sub("", other)
    return min(len(one), len(two)) < FEWEST or one in two or two in one


RULE = Rule(
    "annex-title-differs",
    Level.WARNING,
    find,
    good=(
        "annexes: [{title: 甲表, text: 甲。}, {title: 乙表, text: 乙。}]",
        'closing: "附件：1.任务分解表\\n2.整改台账（样表）\\n'
        '附件1\\n青山县任务分解表\\n附件2\\n整改台账"',
        'closing: "附件：1.任务表\\n2.台账\\n附件1\\n任务表\\n附件2\\n统计报表\\n附件1\\n任务表"',
        'closing: "附件：1.任务分解表\\n2.整改台账\\n附件1\\n填报单位：\\n附件2\\nXX表格"',
    ),
    bad=(
        (
            'closing: "附件：1.任务分解表\\n2.整改台账\\n附件1\\n任务分解表\\n附件2\\n'
            '整改情况统计表"',
            "附件2在附件说明里写作“整改台账”，标题却是“整改情况统计表”，应一致",
        ),
    ),
)
