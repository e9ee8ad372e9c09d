"""附注的括号写重了、缺了，或者用了半角。

依据：GB/T 9704—2012 第7.3.6条（附注左空二字加圆括号）。级别：错误。
写 spec 时括号由 plangen 加，全角括号写不写都可以；联系方式里的括号不算。
"""

from __future__ import annotations

from plangen.model.document import Role
from plangen.problem import Fix, Level
from plangen.rules.base import Case, Finding, Findings, Rule
from plangen.text.patterns import lazy

OPEN, CLOSE = "（(", "）)"
NOTE = lazy(r"\s*[（(]+(?P<text>[^（）()]*)[）)]+[。．.]?\s*")


def find(case: Case) -> Findings:
    """附注 that aren't in one pair of full-width brackets."""
    for line in case.of(Role.REMARK):
        found = NOTE.fullmatch(line.text)
        right = f"（{found['text']}）" if found else ""
        if found and line.text.strip() != right:
            spec = bool(line.where.path)
            typed = line.text.strip()
            quote = typed[1:-1] if spec else typed
            fix = Fix(quote, found["text"] if spec else right)
            yield Finding(line.where, f"附注“{typed}”应作“{right}”", quote, fix=fix)
        elif line.text.strip()[:1] not in OPEN:
            yield Finding(line.where, f"附注“{line.text.strip()}”应加圆括号", line.text.strip())


RULE = Rule(
    "note-brackets",
    Level.ERROR,
    find,
    needs=("notice.note", "notice.contact"),
    good=(
        "notice: {issuer: 青山县人民政府, note: 此件公开发布}",
        "notice: {issuer: 青山县人民政府, note: （此件公开发布）}",
        "notice: {issuer: 青山县人民政府, contact: [{label: 联系人, value: 张明（县爱卫办）}]}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, note: (此件公开发布)}",
            "附注“（(此件公开发布)）”应作“（此件公开发布）”",
        ),
    ),
)
