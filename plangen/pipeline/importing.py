"""From a document to a spec: the plan that was recognised, with what is doubtful as comments.

Nothing is lost: a paragraph that the spec wouldn't print again is kept as a comment at its end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TypeVar

from plangen.compose.notice import stands_alone
from plangen.compose.phases import when
from plangen.config.model import Config
from plangen.model.document import Block
from plangen.model.plan import Group, Office, Phase, Plan, Section, Wording
from plangen.pipeline.accepted import accepted
from plangen.pipeline.documents import Read, read
from plangen.pipeline.laid_out import laid_out
from plangen.pipeline.lint import make_case
from plangen.pipeline.load import load
from plangen.pipeline.spelled import Spelled, spelled
from plangen.problem import NOWHERE, Path
from plangen.recognise.doubts import Doubt, Doubts
from plangen.recognise.roster_sentence import sentence_roster
from plangen.rules import Case
from plangen.source.emit import emit
from plangen.source.encoding import UNSEEN
from plangen.text.dates import parse_date
from plangen.text.genres import said_genre

HEAD = (
    "由 plangen import 从“{name}”读出。序号、空格由 plangen 编排，不必写。",
    "请对照原文核对一遍，特别是注有“存疑”的地方；核对后可删去注释。",
)
KEPT = "以下段落没有读入上面的内容，原样留在这里："
UNNAMED = {
    "province": "XX省",
    "city": "XX市",
    "district": "XX区",
    "township": "XX镇",
    "subdistrict": "XX街道",
}
ORDINAL = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|第[一二三四五六七八九十]+阶段(?:[：:]|(?=[（(]|$))"
    r"|第[一二三四五六七八九十百零〇\d]+[章节条]\s*)"
)
LETTERS = re.compile(r"[^\w≥≤%％]|_")

Body = TypeVar("Body", Group, Office)


@dataclass
class Imported:
    """A spec as text, the doubts that its comments tell of, the paragraphs it would not print."""

    text: str
    doubts: tuple[Doubt, ...]
    lost: tuple[str, ...] = ()


def import_document(
    raw: bytes, name: str, config: Config | None = None, told: tuple[str, ...] = ()
) -> Imported:
    """A spec of the plan that a document holds."""
    found = read(raw, name, config, told)
    doubts = list(found.recognised.doubts)
    plan = laid_out(found.case.plan, found.reading.document)
    plan = _uncited(complete(plan, doubts), found.case, told, doubts)
    spec, refused = accepted(spelled(plan))
    if refused:
        doubts += [Doubt(NOWHERE, f"{message}，这一处没有读入") for message in refused]
        plan = load(emit(spec.data, {}).encode(), "").plan or plan
    lost = tuple(unprinted(found, plan, config))
    spread = _notes(spec, doubts)
    head = [f"# {line}" for line in HEAD]
    head[0] = head[0].format(name=PurePath(name).name)
    tail = [f"# {KEPT}", *(f"#   {line}" for line in lost)] if lost else []
    loose = [f"# 存疑：{doubt.message}" for doubt in doubts if _path(doubt, spec) is None]
    body = emit(spec.data, spread)
    text = "\n".join([*head, *loose, body.rstrip("\n"), *tail]) + "\n"
    return Imported(UNSEEN.sub("", text), tuple(doubts), lost)


def complete(plan: Plan, doubts: list[Doubt]) -> Plan:
    """The plan with what a spec must have and the document doesn't say, as masks."""
    locality = plan.locality
    if not locality.name:
        name = UNNAMED.get(locality.level, "XX县")
        doubts.append(Doubt(plan.where, f"文中没有写明是哪个地区，暂作“{name}”"))
        locality = replace(locality, name=name)
    if not locality.level:
        doubts.append(Doubt(plan.where, f"看不出“{locality.name}”是哪一级，暂作县"))
        locality = replace(locality, level="county")
    noticed = _with_notice(replace(plan, locality=locality), doubts)
    title = plan.title
    if not title:
        title = f"{locality.name}实施方案"
        doubts.append(Doubt(plan.where, f"没有读到方案的标题，暂作“{title}”"))
    phases = tuple(_dated(phase, plan.wording) for phase in plan.phases)
    changed = replace(noticed, title=title, phases=phases)
    if not plan.title and stands_alone(changed):
        said = f"文中只有通知，没有方案，只生成通知；方案的标题“{title}”只是占位，不印出来"
        doubts[-1] = Doubt(plan.where, said)
    return _unspoken(_tabled(_shown(changed, doubts)), doubts)


def _uncited(plan: Plan, case: Case, told: Collection[str], doubts: list[Doubt]) -> Plan:
    """The plan, standards of whose clauses it assigns none by their titles alone.

    With its id a standard is checked clause by clause: what only cites it would have them all
    uncovered. Those that the user asked for (`told`) stay.
    """
    idle = {one.use.id: one.standard for one in case.coverage() if not one.owners}
    uses = []
    for use in plan.standards:
        standard = idle.get(use.id) if use.id not in told else None
        if standard is None:
            uses.append(use)
            continue
        said = f"文中没有把《{standard.title}》的条款分给谁，这里只写名称，不核对条款"
        doubts.append(Doubt(use.where, f"{said}；要核对的，写编号 {use.id}"))
        cited = "" if use.cited == standard.title else use.cited
        uses.append(replace(use, id="", title=standard.title, cited=cited))
    return replace(plan, standards=tuple(uses))


def _dated(phase: Phase, wording: Wording) -> Phase:
    """A phase as a spec can have it: dates of no year (5月10日至5月20日) are a time in words."""
    dates = [date for date in (phase.start, phase.end) if date is not None]
    if all(parse_date(date.printed) for date in dates):
        return phase
    said = when(wording, phase).strip("（）")
    return replace(phase, start=None, end=None, when=said)


def _with_notice(plan: Plan, doubts: list[Doubt]) -> Plan:
    """The plan, who issues its notice and what a letter alone is called filled in."""
    notice = plan.notice
    if notice is None:
        return plan
    if not all(notice.issuer):
        doubts.append(Doubt(notice.where, "没有读到发文机关，暂作方案的地区"))
        organ = "办事处" if plan.locality.level == "subdistrict" else "人民政府"
        notice = replace(notice, issuer=(f"{plan.locality.name}{organ}",))
    if not (notice.title or plan.title):
        title = f"{' '.join(notice.issuer)}关于XX的{said_genre(notice.body) or '通知'}"
        doubts.append(Doubt(notice.where, f"没有读到标题，暂作“{title}”"))
        notice = replace(notice, title=title)
    return replace(plan, notice=notice)


def _shown(plan: Plan, doubts: list[Doubt]) -> Plan:
    """A leading group that stands in a sentence is printed there: it is no part of the spec."""
    leaders = plan.leaders
    annexes = (*plan.annexes, *(plan.notice.annexes if plan.notice else ()))
    if (
        leaders is None
        or any("leaders" in shown for shown in _shows(plan.outline))
        or any(annex.show == "roster-lines" for annex in annexes)
    ):
        return plan
    people = any(role.people and role.where != leaders.where for role in leaders.roster)
    stands = "的名单写在通知正文里" if plan.notice and people else "写在一句话里，未另列名单"
    if any(annex.table and annex.table.where == leaders.where for annex in annexes):
        stands = "的名单写在附件的表里，未另列"
    doubts[:] = [doubt for doubt in doubts if doubt.where != leaders.where]  # of its names
    doubts.append(Doubt(leaders.where, f"{leaders.name}{stands}"))
    return replace(plan, leaders=None)


def _tabled(plan: Plan) -> Plan:
    """Assignments of a table that the spec keeps as it is are printed there, and only there."""
    shows = {part for shown in _shows(plan.outline) for part in shown}
    shows |= {annex.show for annex in plan.annexes}
    return plan if not plan.outline or "assignments" in shows else replace(plan, assignments=())


def _unspoken(plan: Plan, doubts: list[Doubt]) -> Plan:
    """Who heads an office by its sentence (赵建国任主任): as a list they would print twice."""
    offices = tuple(_in_words(office, doubts) for office in plan.offices)
    groups = tuple(_in_words(group, doubts) for group in plan.groups)
    return replace(plan, offices=offices, groups=groups)


def _in_words(body: Body, doubts: list[Doubt]) -> Body:
    listed = any(role.where != body.where for role in body.roster)
    if not body.roster or listed or not sentence_roster(body.text, NOWHERE, Doubts()):
        return body
    doubts[:] = [doubt for doubt in doubts if doubt.where != body.where]
    doubts.append(Doubt(body.where, f"{body.name}的负责人写在一句话里，未另列名单"))
    return replace(body, roster=())


def _shows(sections: Iterable[Section]) -> Iterator[tuple[str, ...]]:
    for section in sections:
        yield section.show
        yield from _shows(section.sections)


def unprinted(found: Read, plan: Plan, config: Config | None) -> Iterator[str]:
    """The paragraphs of a document that its spec doesn't print, letter by letter."""
    composed = [*make_case(plan, config).documents.values()][-1]
    printed = "".join(_letters(text) for text in composed.texts())
    for block in found.recognised.document.blocks:
        turned = found.recognised.turned.get(block.where)
        if turned is None or not all(_is_in(line, printed) for line in turned):
            yield from (text for text in _texts(block) if not _is_in(text, printed))


def _is_in(text: str, printed: str) -> bool:
    """Whether a text comes back, as a whole or between its marks."""
    pieces = (_letters(piece) for piece in re.split("[。；：（）()，、|]", text))
    return _letters(text) in printed or all(piece in printed for piece in pieces)


def _texts(block: Block) -> Iterator[str]:
    if block.table is None:
        yield block.text.strip()
        return
    for row in block.table.rows:
        yield " | ".join("\n".join(cell) for cell in row.cells).replace("\n", " ")


def _letters(text: str) -> str:
    """A text without ordinal, marks and blanks: what must come back whatever is normalised."""
    return LETTERS.sub("", ORDINAL.sub("", text))


def _path(doubt: Doubt, spec: Spelled) -> Path | None:
    return spec.places.get((doubt.where.line or 0, doubt.where.column or 0))


def _notes(spec: Spelled, doubts: Iterable[Doubt]) -> dict[Path, tuple[str, ...]]:
    notes: dict[Path, list[str]] = defaultdict(list)
    for doubt in doubts:
        path = _path(doubt, spec)
        if path is not None:
            place = f"（原文第 {doubt.where.line} 段）" if doubt.where.line else ""
            notes[path or ("title",)].append(f"存疑{place}：{doubt.message}")
    return {path: tuple(lines) for path, lines in notes.items()}
