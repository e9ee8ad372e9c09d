"""合并设置的单位和分设的两家同时出现：市农牧局，又有市农业局、市畜牧局。

依据：党政机关公文处理工作条例第十九条（表述准确）；实务（合并后原来的两家不再单设）。级别：警告。
只看名单、成员单位、责任分工里本级的单位；合并的叫法见 plangen/words/merged_units.yaml；分设的两家
都有才报。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._organisation import plain
from plangen.rules._units import Mention, units_of
from plangen.rules.base import Case, Finding, Findings, Rule

ENDS = ("局", "委", "委员会")


def find(case: Case) -> Findings:
    """Merged units beside the two that they were merged from."""
    units = units_of(case)
    first: dict[str, Mention] = {}
    for mention in reversed(units.first.values()):
        name = plain(mention.text)
        end = next((end for end in ENDS if name.endswith(end)), "")
        first[name.removeprefix(units.own).removesuffix(end)] = mention
    for entry in case.words("merged_units"):
        whole, parts = first.get(entry["name"]), [first.get(p) for p in entry["parts"].split()]
        halves = [plain(part.text) for part in parts if part]
        if whole and len(halves) == len(parts):
            name = plain(whole.text)
            message = f"“{name}”别处分作{'、'.join(halves)}两家，名称应核实统一"
            yield Finding(whole.where, message, whole.text)


TASK = "assignments: [{text: 整治。, lead: [%s], support: [%s]}]"
RULE = Rule(
    "unit-merged",
    Level.WARNING,
    find,
    needs=("leaders", "groups", "offices", "assignments"),
    good=(
        TASK % ("县农牧局", "县农业局, 县水利局"),
        TASK % ("县农牧局", "县农业局, 市畜牧局"),
        TASK % ("县农业局", "县畜牧局"),
        TASK % ("县农牧局", "县农业局, 县畜牧中心"),
    ),
    bad=(
        (
            TASK % ("县农牧局, 县教育局", "县农业局, 县畜牧局"),
            "“县农牧局”别处分作县农业局、县畜牧局两家，名称应核实统一",
        ),
        (
            TASK % ("县文化局, 县旅游委员会", "县文旅局"),
            "“县文旅局”别处分作县文化局、县旅游委员会两家，名称应核实统一",
        ),
    ),
)
