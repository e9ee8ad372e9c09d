"""Rendering an example (通知, 实施方案, 印发稿), beside plain docxtpl on the same template.

Every run is a new process, plangen and docxtpl in turn, so that a busy machine is busy for both.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from xml.sax.saxutils import unescape

from measure import Run, Table, against, compiled, run
from sizes import COUNTY

from plangen.model.document import HEADINGS, Block, Document, Role
from plangen.pipeline import lint
from plangen.template.load import Template

HERE = Path(__file__).parent
HEADED = (*HEADINGS, Role.PHASE)


@dataclass(frozen=True)
class Round:
    """One of each: plangen's process, docxtpl's, and the stages of plangen by pass."""

    ours: Run
    plain: Run
    stages: dict[str, dict[str, float]]


def plain_blocks(document: Document) -> list[dict[str, object]]:
    """The blocks as somebody with docxtpl alone would have them: dicts of plain strings."""
    return [part for block in document.blocks for part in _plain(block)]


def _plain(block: Block) -> list[dict[str, object]]:
    if block.imprint:
        imprint = block.imprint
        own = {"copies": imprint.copies, "printer": imprint.printer, "printed": imprint.printed}
        return [{"role": Role.IMPRINT, "imprint": own}]
    if block.table:
        return [{"role": Role.PARAGRAPH, "text": text} for text in block.texts() if text]
    text = "\n".join(block.lines)
    if block.role in HEADED:
        return [{"role": block.role, "head": text, "rest": ""}]
    return [{"role": block.role, "text": text}]


def texts(path: Path) -> str:
    """All the text of a .docx, without its form."""
    with zipfile.ZipFile(path) as package:
        content = package.read("word/document.xml").decode()
    return unescape("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", content)))


def compare(ours: Path, theirs: Path, documents: dict[str, Document]) -> None:
    """Both must have printed everything, or the times mean nothing."""
    for kind, document in documents.items():
        for folder in (ours, theirs):
            (path,) = folder.glob(f"*{kind}.docx")
            found = texts(path)
            lost = [t for b in document.blocks for t in b.texts() if _bare(t) not in found]
            if lost:
                sys.exit(f"{path}: {len(lost)} paragraphs are lost, the first: {lost[0]}")


def _bare(text: str) -> str:
    return text.replace("\t", "")


def tables(runs: int, spec: Path = COUNTY) -> Iterator[Table]:
    """The medians of all runs: of processes, then of the stages of one."""
    case = lint(spec.read_bytes(), spec.name).case
    if case is None:
        sys.exit(f"{spec} is no plan without faults")
    documents, layout = dict(case.documents), case.plan.layout
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        blocks, template = work / "blocks.json", work / "template.docx"
        blocks.write_text(json.dumps({kind: plain_blocks(d) for kind, d in documents.items()}))
        template.write_bytes(Template.load(layout.metrics, fonts=layout.fonts).data)
        ours, theirs = work / "plangen", work / "docxtpl"
        theirs.mkdir()
        rounds = _rounds(runs, spec, (blocks, template), (ours, theirs))
        compare(ours, theirs, documents)
    paragraphs = sum(len(document.texts()) for document in documents.values())
    yield _processes(f"render {paragraphs} paragraphs", rounds)
    yield from _stages(rounds)


def _rounds(
    runs: int, spec: Path, files: tuple[Path, Path], out: tuple[Path, Path]
) -> list[Round]:
    """Alternate the three kinds of process, the first round unseen: it compiles the modules."""
    environment = compiled(str(out[0].parent / "compiled"))
    names = [str(name) for name in files]
    python = sys.executable
    render = [python, "-m", "plangen", "render", str(spec), "-o", str(out[0])]
    plain = [python, str(HERE / "plain.py"), *names, str(out[1])]
    stages = [python, str(HERE / "stages.py"), str(spec), *names]

    def staged() -> dict[str, dict[str, float]]:
        found = subprocess.run(stages, env=environment, check=True, stdout=subprocess.PIPE)
        return dict(json.loads(found.stdout))

    return [
        Round(run(render, environment), run(plain, environment), staged()) for _ in range(runs + 1)
    ][1:]


def _processes(title: str, rounds: list[Round]) -> Table:
    def row(pick: Callable[[Run], float]) -> tuple[float, float, float]:
        ours, plain = (median(map(pick, side)) for side in zip(*pairs, strict=True))
        return against(ours, plain)

    pairs = [(each.ours, each.plain) for each in rounds]
    rows = (
        ("process, s", row(lambda run: run.wall)),
        ("processor, s", row(lambda run: run.cpu)),
        ("peak memory, MB", row(lambda run: run.peak)),
    )
    return Table(title, ("plangen", "docxtpl", "ratio"), rows, digits=2)


def _stages(rounds: list[Round]) -> Iterator[Table]:
    """Each stage the first time and again; and writing alone beside docxtpl."""
    passes = {name: [each.stages[name] for each in rounds] for name in ("first", "again")}
    rows = {
        stage: [median(each.get(stage, 0.0) for each in found) for found in passes.values()]
        for stage in passes["first"][0]
    }
    alone = rows.pop("docxtpl")
    rows["together"] = [sum(side) for side in zip(*rows.values(), strict=True)]
    yield Table("stage, ms", tuple(passes), tuple(rows.items()))
    pairs = zip(passes, rows["write"], alone, strict=True)
    wrote = tuple((f"write, {name}", against(ours, plain)) for name, ours, plain in pairs)
    yield Table("writing alone, ms", ("plangen", "docxtpl", "ratio"), wrote)
