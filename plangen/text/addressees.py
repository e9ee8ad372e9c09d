"""How a line of 主送机关 reads above a text that is no notice's: organs and a colon.

Above a plan a line may end in a colon for many reasons, so it must be made of organs, and speak of
several of a kind (各乡镇人民政府, 县直有关单位).
"""

from __future__ import annotations

from plangen.text.patterns import lazy

MARKS = lazy("[，,、；;]")
# 各村（社区）, 各基层站所, 县医疗集团
ORGAN = lazy(
    r"(?:政府|部门|单位|机构|机关|公司|企业|集团|银行|办公室|党委|党组|委员会|管委会|局|办|院|校|幼儿园|社区|村|组|站|所|中心|处"
    r"|会|团体|队|乡镇|街道|镇|乡|科室|学校)(?:[（(][^（）()]*[）)])?$"
)
MANY = lazy(r"各|有关|相关")
# 各村、镇直各单位：, 机关各科室：
ADDRESSED = lazy(r"^(?:各|[\u4e00-\u9fff]{2,6}各)[^。；：:]{1,120}$")
SAID = lazy("要|做|将|把|请|给|按照|应当|必须|如下|以下")  # 各单位要做到：


def are_organs(text: str) -> bool:
    """Whether a text is nothing but organs."""
    return bool(text) and all(map(ORGAN.search, MARKS.split(text)))


def is_addressed(line: str) -> bool:
    """Whether a line is to whom the text below is sent, for sure."""
    organs = line.removesuffix("：").removesuffix(":")
    if organs == line or not MANY.search(organs) or SAID.search(organs):
        return False
    return ADDRESSED.search(organs) is not None or are_organs(organs)
