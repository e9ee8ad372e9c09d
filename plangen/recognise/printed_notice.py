"""A notice as paper shows it: what it says by default is written out."""

from __future__ import annotations

from plangen.compose.blocks import addressee
from plangen.compose.titles import DRAFT, default_body, notice_title
from plangen.model.document import Role, block
from plangen.model.plan import Leaders, Notice, Plan, Printed
from plangen.problem import NOWHERE
from plangen.recognise.head import joint, marked
from plangen.recognise.imprint import organs
from plangen.recognise.notice import approved
from plangen.recognise.printed_annexes import printed_annexes
from plangen.recognise.titles import title_text
from plangen.standard.context import Context
from plangen.text.addressees import is_addressed
from plangen.text.width import em

SAME_PLACE = 4


def printed_notice(
    plan: Plan, notice: Notice, context: Context, leaders: Leaders | None
) -> Notice:
    """The notice with its mark, title, text, signature and 版记 as they print.

    A draft has neither 版头 nor 版记. A mark that is an organ and 文件 names the issuer; else
    it is known by who signs. Who agreed is seen in the text.
    """
    names = notice.signature or notice.issuer
    mark, issuers = marked([notice.mark]) if notice.mark else ("", notice.issuer)
    if notice.draft:
        mark, issuers = "", names
    mark, issuers = joint(mark, issuers or names, names)
    body = notice.body or default_body(plan, notice)
    moved = notice.to_place == "imprint" and bool(notice.to) and not notice.draft
    head = Notice(issuer=()) if notice.draft else notice
    return Notice(
        issuer=issuers,
        copy_number=head.copy_number,
        secrecy=head.secrecy,
        urgency=head.urgency,
        mark=mark,
        number=head.number,
        title=_title(plan, notice, issuers),
        to=organs("，".join(notice.to)),
        to_place="imprint" if moved else "body",
        approved_by=approved(body),
        body=body,
        signature=names,
        date=notice.date,
        seal=_sealed(notice, names),
        note=notice.note.strip("（）"),
        contact=notice.contact,
        annexes=printed_annexes(context, notice.annexes, leaders),
        copy_to=() if notice.draft else organs("，".join(notice.copy_to)),
        printed=None if notice.draft else _imprint(notice),
        draft=notice.draft,
    )


def printed_addressees(plan: Plan) -> tuple[tuple[str, ...], str]:
    """主送机关 of a plan that is sent as it is, and the text below.

    What is no organ is seen as a line of the text.
    """
    if not plan.to:
        return (), plan.preamble
    line = addressee(plan.to, NOWHERE).text
    if is_addressed(line):
        return organs(line), plan.preamble
    return (), "\n".join(filter(None, (line, plan.preamble)))


def _title(plan: Plan, notice: Notice, names: tuple[str, ...]) -> str:
    """The title without the mark of a draft; joint issuers are parted by a blank."""
    whole = notice_title(plan, notice)
    title = whole.removesuffix(DRAFT) if notice.draft else whole
    return title_text(block(Role.TITLE, title), names)


def _imprint(notice: Notice) -> Printed:
    """印发机关 and 印发日期, which are the issuer and its date unless the spec says otherwise."""
    given = notice.printed or Printed()
    return Printed(by=given.by or notice.issuer[0], date=given.date or notice.date)


def _sealed(notice: Notice, names: tuple[str, ...]) -> bool:
    """Whether one sees that there is a seal.

    Where a name is four 字 longer than its date it stands over it in the same place either way
    (7.3.5.1 and 7.3.5.2).
    """
    if notice.seal and not notice.draft:
        return True
    longer = em(names[0]) - em(notice.date.printed) if notice.date else 0
    return len(names) == 1 and longer == SAME_PLACE
