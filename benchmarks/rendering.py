"""Writing documents: beside docxtpl, beside a floor made by hand, and as a whole process.

The document is the 实施方案 of the county's example. `document` goes from the composed document to
the .docx; docxtpl and the floor get its blocks as plain strings, and lay out no indents, spreads
or tables. `same view` is that work without the layout: all three get what plangen's template gets,
and give the same document.xml.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from xml.etree.ElementTree import canonicalize

import cerberus
from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import Markup
from measure import Run, Table, against, compiled, race, run
from plain import saved
from render import compare, plain_blocks
from sizes import COUNTY
from standard import shaped

from plangen.model.document import Document
from plangen.pipeline import lint
from plangen.schema.explain import native
from plangen.template.archive import DOCUMENT, Entry, entry, join, unpack
from plangen.template.load import Template
from plangen.template.view import BlockView, DocumentView, ImprintView
from plangen.write.docx import filled, write
from plangen.write.view import document_view

FASTER, ABOVE_FLOOR, PROCESS = 1 / 9, 1.3, 0.45
KIND = "实施方案"
ROAD = Path(__file__).with_name("road.py")


def tables(runs: int) -> Iterator[Table]:
    """In one process, then as a process."""
    raw = COUNTY.read_bytes()
    case = lint(raw, COUNTY.name).case
    if case is None:
        sys.exit(f"{COUNTY} is no plan without faults")
    layout, documents = case.plan.layout, dict(case.documents)
    template = Template.load(layout.metrics, fonts=layout.fonts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.docx"
        path.write_bytes(template.data)
        yield from _in_process(runs, documents[KIND], template, path)
        yield _as_process(max(runs // 5, 5), documents, path)


def _in_process(runs: int, document: Document, template: Template, path: Path) -> Iterator[Table]:
    blocks = plain_blocks(document)
    view, plain = document_view(document, template), _plain_view(blocks)
    marked, floor = _marked(view), by_hand(template.data)
    _same(filled(view, template), docxtpl(path, marked), floor(marked))
    ours, theirs, least, ours_view, theirs_view, least_view = race(
        runs,
        lambda: write(document, template),
        lambda: saved(blocks, path),
        lambda: floor(plain),
        lambda: filled(view, template),
        lambda: docxtpl(path, marked),
        lambda: floor(marked),
    )
    rows = (("document", against(ours, theirs)), ("same view", against(ours_view, theirs_view)))
    size = sum(map(len, document.texts()))
    title = f"{len(document.blocks)} blocks, {size} characters, ms"
    yield Table(title, ("plangen", "docxtpl", "ratio"), rows, 2, (FASTER,) * 2)
    rows = (("document", against(ours, least)), ("same view", against(ours_view, least_view)))
    yield Table("", ("plangen", "floor", "ratio"), rows, 2, (ABOVE_FLOOR,) * 2)


def docxtpl(template: Path, view: DocumentView) -> bytes:
    """Docxtpl by its documentation, on what plangen's template gets."""
    engine, out = DocxTemplate(template), BytesIO()
    engine.render({"document": view}, autoescape=True)
    engine.save(out)
    return out.getvalue()


def by_hand(data: bytes) -> Callable[[DocumentView], bytes]:
    """The floor: Jinja compiled beforehand, all other parts deflated beforehand, nothing more."""
    engine = DocxTemplate(BytesIO(data))
    engine.init_docx()
    source = re.sub("<w:body[^>]*>", "", engine.patch_xml(engine.get_xml()), count=1)
    jinja = Environment(autoescape=True).from_string(source)
    parts = unpack(docxtpl_bytes(data))
    head, body, tail = parts.pop(DOCUMENT).decode().partition("<w:body>")
    head, tail = head + body, tail[tail.index("</w:body>") + len("</w:body>") :]
    ready: list[Entry] = [entry(name, part) for name, part in parts.items()]

    def floor(view: DocumentView) -> bytes:
        document = f"{head}{jinja.render(document=view)}{tail}"
        return join((*ready, entry(DOCUMENT, document.encode())))

    return floor


def docxtpl_bytes(data: bytes) -> bytes:
    """A template without any blocks, filled in."""
    engine, out = DocxTemplate(BytesIO(data)), BytesIO()
    engine.render({"document": DocumentView(())}, autoescape=True)
    engine.save(out)
    return out.getvalue()


def _same(*packages: bytes) -> None:
    """The three must have made one document, or the times mean nothing."""
    if len({canonicalize(unpack(package)[DOCUMENT].decode()) for package in packages}) > 1:
        sys.exit("plangen, docxtpl and the floor don't make the same document.xml")


def _marked(view: DocumentView) -> DocumentView:
    """The view with its strings marked as XML."""
    blocks = [
        BlockView(each.role, *map(Markup, each[1:5]), each.imprint and _imprint(each.imprint))
        for each in view.blocks
    ]
    return DocumentView(tuple(blocks), Markup(view.title), Markup(view.author))


def _imprint(view: ImprintView) -> ImprintView:
    return ImprintView(tuple(map(Markup, view[0])), Markup(view[1]), Markup(view[2]))


def _plain_view(blocks: list[dict[str, object]]) -> DocumentView:
    """The plain blocks as objects, which Jinja reads faster than dicts."""
    return DocumentView(tuple(_plain_block(**block) for block in blocks))


def _plain_block(role: str, imprint: dict[str, object] | None = None, **own: str) -> BlockView:
    return BlockView(role, **own, imprint=ImprintView(**imprint) if imprint else None)


def _as_process(runs: int, documents: dict[str, Document], template: Path) -> Table:
    """`plangen render`, checks included, beside the plain road to the same documents.

    Lines that an earlier call found sound aren't shown to all rules again. So the spec is also
    rendered with a line changed each time, and with nothing kept from any call before.
    """
    work, given = template.parent, template.with_name("given.json")
    ours, theirs, changed = work / "plangen", work / "road", work / "changed.yaml"
    known = {
        "schema": _schema(),
        "data": shaped(COUNTY.read_bytes(), COUNTY.name).data,
        "documents": {kind: plain_blocks(document) for kind, document in documents.items()},
    }
    given.write_text(json.dumps(known))
    render = (sys.executable, "-m", "plangen", "render")
    environment = compiled(str(work / "compiled"))
    nothing = environment | {"PLANGEN_CACHE": ""}
    commands = (
        ([*render, str(COUNTY), "-o", str(ours)], environment),
        ([*render, str(changed), "-o", str(work / "changed")], environment),
        ([*render, str(COUNTY), "-o", str(ours)], nothing),
        ([sys.executable, str(ROAD), *map(str, (COUNTY, given, template, theirs))], environment),
    )
    rounds: list[list[Run]] = []
    for number in range(runs + 1):
        changed.write_text(_changed(number), encoding="utf-8")
        rounds.append([run(*command) for command in commands])
    compare(ours, theirs, documents)
    *cpu, plain = _medians(rounds, "cpu")
    wall, *_, clock = _medians(rounds, "wall")
    names = ("the same spec, CPU, ms", "a line changed", "nothing kept")
    rows = [(name, against(mine, plain)) for name, mine in zip(names, cpu, strict=True)]
    rows.append(("the same spec, clock, ms", against(wall, clock)))
    wanted = (PROCESS, PROCESS, None, PROCESS)
    return Table("plangen render", ("plangen", "plain road", "ratio"), tuple(rows), 0, wanted)


def _changed(number: int) -> str:
    """The example with a sentence that no call before has seen."""
    text = COUNTY.read_text(encoding="utf-8")
    old = "完成自查评估和问题整改"
    if old not in text:
        sys.exit(f"{COUNTY} has no “{old}” to change")
    return text.replace(old, f"完成第{number + 1}轮自查评估和问题整改")


def _medians(rounds: list[list[Run]], pick: str) -> list[float]:
    """The median of each command in milliseconds; the first round compiles the modules."""
    sides = zip(*rounds[1:], strict=True)
    return [median(getattr(one, pick) for one in side) * 1000 for side in sides]


def _schema() -> dict[str, object]:
    """Plangen's schema for plain Cerberus: without the functions that tell texts from dates."""
    keys = native("plan")
    parts = cerberus.schema_registry.all()
    return {"keys": _bare(keys), "parts": {name: _bare(part) for name, part in parts.items()}}


def _bare(rules: object) -> object:
    if isinstance(rules, dict):
        return {key: _bare(rule) for key, rule in rules.items() if key != "check_with"}
    return [_bare(rule) for rule in rules] if isinstance(rules, list | tuple) else rules
