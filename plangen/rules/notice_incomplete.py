"""印发的通知缺少标题、发文字号、主送机关或成文日期。

依据：党政机关公文处理工作条例第九条；GB/T 9704—2012 第7.2.5、7.3.1、7.3.2、7.3.5条。级别：警告。
征求意见稿不编字号，日期可以不定，不在此列；公告、通告一类向社会公布的不写主送机关，纪要不署名、
不写主送机关。标题只看读入的文档：spec 里不写标题的，由 plangen 编写。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import kind_of
from plangen.rules.base import Case, Findings, Rule

TO_ALL = frozenset({"公告", "通告", "公报", "决议", "决定", "命令", "令", "通报", "纪要"})
WANTED = (
    ("number", "发文字号"),
    ("to", "主送机关"),
    ("date", "成文日期"),
)


def find(case: Case) -> Findings:
    """What an issued notice lacks."""
    notice = case.plan.notice
    if notice is None or notice.draft:
        return
    kind = kind_of(case.plan)
    if case.read and not notice.title:
        yield notice.where, f"{kind}没有标题（title）"
    for key, label in WANTED:
        needless = (key == "to" and kind in TO_ALL) or (key == "date" and kind == "纪要")
        if not getattr(notice, key) and not needless:
            yield notice.where, f"{kind}没有{label}（{key}）"
    date = notice.date
    if date is not None and date.day is None and date.known:
        yield notice.where / "date", f"成文日期“{date}”应写到日"


RULE = Rule(
    "notice-incomplete",
    Level.WARNING,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕12号, to: 各乡镇人民政府,"
        " date: 2024-01-08}",
        "notice: {issuer: 青山县人民政府, to: 各乡镇人民政府, draft: 是}",
        "notice: {issuer: 青山县公安局, title: 青山县公安局关于加强养犬管理的通告,"
        " number: 青公通〔2024〕2号, date: 2024-01-08}",
    ),
    bad=(
        (
            "notice: {issuer: 石门镇人民政府, title: 石门镇人民政府关于申报卫生镇的请示,"
            " to: 县人民政府, date: 2024-01-08}",
            "请示没有发文字号（number）",
        ),
        (
            "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕12号, to: 各乡镇人民政府,"
            " date: 2024-01-08}\nlooks: {}",
            "通知没有标题（title）",
        ),
        (
            "notice: {issuer: 青山县人民政府, number: 青政发〔2024〕12号, date: 2024-01}",
            "通知没有主送机关（to）\n成文日期“2024年1月”应写到日",
        ),
    ),
)
