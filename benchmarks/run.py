"""How long plangen takes for an example, beside plain docxtpl on the same template: `make bench`.

Every run is a new process, plangen and docxtpl in turn, so that a busy machine is busy for both;
the medians are printed. benchmarks/README.md says what the lines mean.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from xml.sax.saxutils import unescape

from plangen.model.document import HEADINGS, Block, Document, Role
from plangen.pipeline import lint
from plangen.template.load import Template

HERE = Path(__file__).parent
SPEC = HERE.parent / "specs" / "xx-county.yaml"
MB = 1024  # ru_maxrss is in KB
HEADED = (*HEADINGS, Role.PHASE)


@dataclass(frozen=True)
class Run:
    """A process: seconds on the clock, seconds of processor, and its peak in MB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Round:
    """One of each: plangen's process, docxtpl's, and the stages of plangen by pass."""

    ours: Run
    plain: Run
    stages: dict[str, dict[str, float]]


def run(command: list[str], environment: dict[str, str]) -> Run:
    """A command, timed from outside; its failure ends the benchmark."""
    start = perf_counter()
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}\n{said.decode()}")
    return Run(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / MB)


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


def table(rows: list[tuple[str, list[float]]], heads: list[str], digits: int) -> None:
    """Rows of numbers under their heads; with two columns, their ratio."""
    print(f"{'':24}" + "".join(f"{head:>12}" for head in [*heads, "ratio"]))
    for name, values in rows:
        ratio = f"{values[0] / values[1]:>12.2f}" if len(values) > 1 else ""
        print(f"{name:24}" + "".join(f"{value:>12.{digits}f}" for value in values) + ratio)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("spec", nargs="?", type=Path, default=SPEC)
    parser.add_argument("-n", "--runs", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(arguments.spec, arguments.runs, Path(folder))


def measure(spec: Path, runs: int, work: Path) -> None:
    """Alternate the three kinds of process, the first round unseen: it compiles the modules."""
    case = lint(spec.read_bytes(), spec.name).case
    if case is None:
        sys.exit(f"{spec} is no plan without faults")
    documents, layout = dict(case.documents), case.plan.layout
    ours, theirs = work / "plangen", work / "docxtpl"
    theirs.mkdir()
    blocks, template = work / "blocks.json", work / "template.docx"
    blocks.write_text(json.dumps({kind: plain_blocks(d) for kind, d in documents.items()}))
    template.write_bytes(Template.load(layout.metrics, fonts=layout.fonts).data)
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(work / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    python = sys.executable
    render = [python, "-m", "plangen", "render", str(spec), "-o", str(ours)]
    plain = [python, str(HERE / "plain.py"), str(blocks), str(template), str(theirs)]

    def staged() -> dict[str, dict[str, float]]:
        command = [python, str(HERE / "stages.py"), str(spec), str(blocks), str(template)]
        found = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
        return dict(json.loads(found.stdout))

    rounds = [
        Round(run(render, environment), run(plain, environment), staged()) for _ in range(runs + 1)
    ][1:]
    compare(ours, theirs, documents)
    report(spec, documents, rounds)


def report(spec: Path, documents: dict[str, Document], rounds: list[Round]) -> None:
    """The medians."""
    paragraphs = sum(len(document.texts()) for document in documents.values())
    print(
        f"{spec.name}: {len(documents)} documents, {paragraphs} paragraphs, {len(rounds)} runs\n"
    )

    ours, plain = [each.ours for each in rounds], [each.plain for each in rounds]

    def column(pick: Callable[[Run], float]) -> list[float]:
        return [median(map(pick, runs)) for runs in (ours, plain)]

    table(
        [
            ("process, s", column(lambda run: run.wall)),
            ("processor, s", column(lambda run: run.cpu)),
            ("peak memory, MB", column(lambda run: run.peak)),
        ],
        ["plangen", "docxtpl"],
        2,
    )
    print()
    passes = {name: [each.stages[name] for each in rounds] for name in ("first", "again")}
    rows = {
        stage: [median(each.get(stage, 0.0) for each in found) for found in passes.values()]
        for stage in passes["first"][0]
    }
    alone = rows.pop("docxtpl")
    rows["together"] = [sum(side) for side in zip(*rows.values(), strict=True)]
    rows["plain docxtpl"] = alone
    rows["write / docxtpl"] = [w / d for w, d in zip(rows["write"], alone, strict=True)]
    print(f"{'stage, ms':24}" + "".join(f"{name:>12}" for name in passes))
    for stage, values in rows.items():
        print(f"{stage:24}" + "".join(f"{value:>12.1f}" for value in values))


if __name__ == "__main__":
    main()
