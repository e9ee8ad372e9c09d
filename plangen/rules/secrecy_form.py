"""密级的写法：绝密、机密、秘密，与保密期限之间用“★”，期限用阿拉伯数字。

依据：GB/T 9704—2012 第7.2.2条；党政机关公文处理工作条例第九条（涉密公文应当根据涉密程度分别标注
“绝密”“机密”“秘密”和保密期限）。级别：错误。“内部”不是密级，不核对；打码的不核对。
"""

from __future__ import annotations

from plangen.model.ordinals import value
from plangen.problem import Level
from plangen.rules._notice import hidden, secret
from plangen.rules.base import Case, Finding, Findings, Rule, replacing
from plangen.text.patterns import lazy

LASTING = ("绝密★长期", "机密★长期", "秘密★长期")
LOOSE = lazy(
    r"(?P<level>绝密|机密|秘密)\s*[★☆*＊·—-]?\s*"
    r"(?P<count>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?P<unit>年|个月)"
)


def find(case: Case) -> Findings:
    """A level without a term, or written in another form, with the form it should have."""
    notice = case.plan.notice
    if notice is None or not secret(notice):
        return
    said, where = notice.secrecy, notice.where / "secrecy"
    if unknown := hidden("密级", said, where):
        yield unknown
    elif (found := LOOSE.fullmatch(said)) and (count := value(found["count"])):
        right = f"{found['level']}★{count}{found['unit']}"
        if right != said:
            yield replacing(where, f"密级“{said}”应写作“{right}”", said, right)
    elif said not in LASTING:
        yield Finding(where, f"密级“{said}”应是密级★保密期限，如 机密★1年", said)


NOTICE = "notice: {issuer: 青山县人民政府, copy_number: '000012', secrecy: %s}"
RULE = Rule(
    "secrecy-form",
    Level.ERROR,
    find,
    needs=("notice.secrecy",),
    good=(
        NOTICE % "机密★1年",
        NOTICE % "绝密★长期",
        NOTICE % "秘密★6个月",
        NOTICE % "内部",
    ),
    bad=(
        (NOTICE % "机密1年", "密级“机密1年”应写作“机密★1年”"),
        (NOTICE % "秘密☆十年", "密级“秘密☆十年”应写作“秘密★10年”"),
        (NOTICE % "秘密★十十年", "密级“秘密★十十年”应是密级★保密期限，如 机密★1年"),
        (NOTICE % "机密", "密级“机密”应是密级★保密期限，如 机密★1年"),
        (NOTICE % "保密", "密级“保密”应是密级★保密期限，如 机密★1年"),
    ),
)
