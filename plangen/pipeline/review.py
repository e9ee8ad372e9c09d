"""Take what was found back into the document: as comments (批注), or as mended text (修订)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plangen.config.model import Config
from plangen.pipeline.documents import lint_document
from plangen.pipeline.lint import Linted
from plangen.problem import Problem, UserError
from plangen.read.decoding import SAVE_AS as SAVE_TEXT
from plangen.read.encoded import LINE_END, encoded
from plangen.read.magic import ZIP
from plangen.rules import sketches
from plangen.write.comments import Comment, annotated
from plangen.write.revisions import Change, revised

READER = ("read-", "docx-")  # ids of what the reader says of a file
MOST = 5  # rounds of mending: a fix may uncover another
SAVE_AS = "请先用 WPS 或 Word 另存为 .docx"


def annotate(raw: bytes, name: str, linted: Linted) -> bytes:
    """A copy of a .docx with a comment at each problem."""
    if not raw.startswith(ZIP):
        raise UserError(f"“{name}”不是 .docx，不能加批注；{SAVE_AS}")
    return annotated(raw, name, [comment(problem) for problem in linted.problems])


def comment(problem: Problem) -> Comment:
    """What a problem says, as a comment at its place."""
    where = problem.where
    start = (where.column or 1) - 1
    width = len(problem.quote)
    lines = [f"【{problem.level.label}】{problem.message}"]
    if problem.fix:
        lines.append(f"改为：{problem.fix.new}")
    lines.append(f"规则 {problem.rule}" + (f"，依据：{problem.basis}" if problem.basis else ""))
    return Comment(where.paragraph or 1, start, start + width, tuple(lines))


def mend_document(
    raw: bytes,
    name: str,
    config: Config | None = None,
    told: tuple[str, ...] = (),
    *,
    tracked: bool = True,
) -> tuple[bytes, int]:
    """(a .docx with its safe fixes made, how many); mending again changes nothing more.

    A fix stays where it leaves its paragraph with fewer findings than before.
    """
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UserError(f"“{name}”不是 .docx，不能在原文上改；{SAVE_AS}")
    if not raw.startswith(ZIP):
        return mend_text(raw, name, config, told)
    refused: set[Change] = set()
    count = 0
    for _ in range(MOST):
        before = lint_document(raw, name, config, told)
        wanted = [one for one in changes(before.problems) if one not in refused]
        after, made = revised(raw, name, wanted, tracked=tracked)
        if not made:
            break
        worse = _worse(before, lint_document(after, name, config, told))
        bad = [change for change in made if change.paragraph in worse]
        if bad:
            refused |= set(bad)
            after, made = revised(
                raw, name, [c for c in made if c not in refused], tracked=tracked
            )
        raw, count = after, count + len(made)
    return raw, count


def changes(problems: Iterable[Problem]) -> list[Change]:
    """The fixes of problems, as changes of the paragraphs or lines that they stand in."""
    out = []
    for problem in problems:
        where, fix = problem.where, problem.fix
        if fix is None or where.line is None or fix.old != problem.quote:
            continue
        out.append(Change(where.line, (where.column or 1) - 1, fix.old, fix.new))
    return out


def _worse(before: Linted, after: Linted) -> set[int]:
    """The paragraphs that have no fewer findings than before."""
    old, new = (_by_paragraph(linted) for linted in (before, after))
    return {paragraph for paragraph in old | new if new[paragraph] >= old[paragraph]}


def _by_paragraph(linted: Linted) -> Counter[int]:
    """Findings of the wording by paragraph.

    One of looks stands at the first of many paragraphs, and a mend may make another the first;
    what the reader says (there are revisions) is of the whole file.
    """
    looks = {rule.id for rule in sketches() if rule.looks}
    found = (
        problem
        for problem in linted.findings
        if problem.rule not in looks and not problem.rule.startswith(READER)
    )
    return Counter(problem.where.paragraph or 0 for problem in found)


def mend_text(
    raw: bytes, name: str, config: Config | None = None, told: tuple[str, ...] = ()
) -> tuple[bytes, int]:
    """(a text file with its safe fixes made, how many), in its own encoding and line ends."""
    count = 0
    for _ in range(MOST):
        before = lint_document(raw, name, config, told)
        after, made = _retyped(raw, before)
        if not made or len(lint_document(after, name, config, told).findings) >= len(
            before.findings
        ):
            break
        raw, count = after, count + made
    return raw, count


def _retyped(raw: bytes, linted: Linted) -> tuple[bytes, int]:
    """The text with every fix made that overlaps no other, from the end to the beginning.

    UserError where its encoding can't be written.
    """
    wanted = sorted(changes(linted.problems), key=lambda one: (one.paragraph, -one.start))
    source = encoded(raw, linted.source.text) if wanted else None
    if source is None:
        if wanted:
            raise UserError(f"“{linted.source.name}”的编码写不回去，没有改；{SAVE_TEXT}")
        return raw, 0
    lines = LINE_END.split(source.text)  # the line n at 2n - 2, its end after it
    made = 0
    begun: dict[int, int] = {}
    for change in wanted:
        at = 2 * change.paragraph - 2
        line = lines[at]
        end = change.start + len(change.old)
        if line[change.start : end] != change.old or end > begun.get(change.paragraph, end):
            continue
        lines[at] = line[: change.start] + change.new + line[end:]
        begun[change.paragraph] = change.start
        made += 1
    try:
        return source.bytes_of("".join(lines)), made
    except UnicodeEncodeError:
        raise UserError(
            f"“{linted.source.name}”的编码里没有要改成的字，没有改；{SAVE_TEXT}"
        ) from None
