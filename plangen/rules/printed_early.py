"""印发日期早于成文日期。

依据：党政机关公文处理工作条例第九条（印发日期是送印日期，在成文之后）。级别：错误。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules.base import Case, Findings, Rule, Suspended


def find(case: Case) -> Findings:
    """A date of printing before the date of the document."""
    notice = case.plan.notice
    if notice is None or notice.date is None or not notice.printed or not notice.printed.date:
        return
    made, printed = notice.date, notice.printed.date
    where = notice.printed.where / "date"
    if made.first is None or printed.last is None:
        yield Suspended(where, f"{made}与{printed}不能比较")
    elif printed.last < made.first:
        yield where, f"印发日期{printed}早于成文日期{made}"


RULE = Rule(
    "printed-early",
    Level.ERROR,
    find,
    needs=("notice.printed",),
    good=("notice: {issuer: 青山县人民政府, date: 2024-01-08, printed: {date: 2024-01-08}}",),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, date: 2024-01-08, printed: {date: 2024-01-05}}",
            "印发日期2024年1月5日早于成文日期2024年1月8日",
        ),
    ),
)
