"""Reading a .docx: plangen beside python-docx and docx2python.

plangen gives every paragraph with its automatic number, its place and its look; python-docx the
text of paragraphs and cells without numbers; docx2python the text with western numbers.
"""

from __future__ import annotations

import re
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import docx
from docx2python import docx2python
from measure import Table, against, nothing_kept, race
from sizes import COUNTY, county

from plangen.pipeline import load, make_case
from plangen.pipeline.documents import lint_document
from plangen.read.docx import read_docx
from plangen.read.package import Package
from plangen.read.xml import Element, parse, w
from plangen.template.load import Template
from plangen.text.memory import forget
from plangen.write.docx import write

KIND, CHARACTERS = "实施方案", 10_000
ORDINAL = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）")
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
HEAD = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
MOST = 0.5
LINTED, LINEAR = 5.0, 1.25  # times the reading; times the time a paragraph in a long text
TEN = 10
ALIKE = 1.1  # docx2python writes more for a number, and python-docx nothing


def numbering() -> Element:
    """The lists of the headings."""
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text) in enumerate(LEVELS)
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return parse(f"{HEAD}{abstract}{number}</w:numbering>".encode())


def printed(spec: bytes) -> bytes:
    """The plan as plangen writes it."""
    plan = load(spec, KIND).plan
    if plan is None:
        sys.exit("the spec is no plan without faults of form")
    case, layout = make_case(plan), plan.layout
    return write(case.documents[KIND], Template.load(layout.metrics, fonts=layout.fonts))


def lean(spec: bytes) -> bytes:
    """The plan, about 10,000 characters of it, its headings numbered by Word."""
    package = Package.open(printed(spec), KIND)
    root = package.xml(package.main)
    relations = package.xml("word/_rels/document.xml.rels")
    if root is None or relations is None:
        sys.exit("no document was written")
    shorten(root)
    for heading in root.iter(w("p")):
        _number(heading)
    added = parse(
        b'<r Id="rIdNumbering" Target="numbering.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/numbering"/>'
    )
    added.tag = relations[0].tag
    relations.append(added)
    parts = {package.main: root, "word/numbering.xml": numbering()}
    return package.replaced(parts | {"word/_rels/document.xml.rels": relations})


def shorten(root: Element) -> None:
    """Leave out what is beyond the wanted length."""
    count = 0
    for child in list(root[0]):
        count += sum(len(text.text or "") for text in child.iter(w("t")))
        if count > CHARACTERS and child.tag != w("sectPr"):
            root[0].remove(child)


def _number(paragraph: Element) -> None:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    first = paragraph.find(f"{w('r')}/{w('t')}")
    if style is None or first is None or not style.get(w("val"), "").startswith("Heading"):
        return
    level = min(int(style.get(w("val"), "")[-1]), len(LEVELS)) - 1
    first.text = ORDINAL.sub("", first.text or "", count=1)
    properties = style.getparent()
    own = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    number = parse(f"{HEAD}{own}</w:numbering>".encode())[0]
    if properties is not None:
        properties.insert(1, number)


def fat(raw: bytes) -> bytes:
    """The same text with what Word leaves behind: runs cut up, each with properties and ids."""
    package = Package.open(raw, KIND)
    root = package.xml(package.main)
    if root is None:
        sys.exit("no document was written")
    for number, paragraph in enumerate(list(root.iter(w("p")))):
        for key in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP"):
            paragraph.set(w(key), f"{0x00A1B2C3 + number:08X}")
        for run in paragraph.findall(w("r")):
            _fatten(run, number)
    return package.replaced({package.main: root})


FATTENED = (
    f'{HEAD}<w:r w:rsidRPr="00A1B2C3"><w:rPr><w:rFonts w:ascii="仿宋_GB2312"'
    ' w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:cs="仿宋_GB2312" w:hint="eastAsia"/>'
    '<w:color w:val="000000"/>'
    '<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:bidi="ar"/></w:rPr>'
    '<w:t xml:space="preserve">{text}</w:t></w:r><w:proofErr w:type="spellStart"/>'
    '<w:bookmarkStart w:id="{id}" w:name="_Hlk{id}"/><w:bookmarkEnd w:id="{id}"/></w:numbering>'
)


def _fatten(run: Element, number: int) -> None:
    texts = [one.text or "" for one in run.findall(w("t"))]
    parent = run.getparent()
    if len(texts) != 1 or parent is None:
        return
    for start in range(0, len(texts[0]), 8):
        piece = FATTENED.format(text=texts[0][start : start + 8], id=number)
        for element in list(parse(piece.encode())):
            run.addprevious(element)
    parent.remove(run)


def by_plangen(path: Path) -> int:
    """Characters that plangen finds."""
    return len(read_docx(path.read_bytes(), path.name).text)


def by_python_docx(path: Path) -> int:
    """Characters that python-docx finds."""
    document = docx.Document(str(path))
    found = [paragraph.text for paragraph in document.paragraphs]
    found += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return len("\n".join(found))


def by_docx2python(path: Path) -> int:
    """Characters that docx2python finds."""
    with docx2python(path) as document:
        return len(document.text)


OTHERS: dict[str, Callable[[Path], int]] = {
    "python-docx": by_python_docx,
    "docx2python": by_docx2python,
}


def tables(runs: int) -> Iterator[Table]:
    """A table for each other reader, with a row for the lean and one for the fat file."""
    warnings.simplefilter("ignore")  # docx2python warns of every number that it can't write
    slim = lean(COUNTY.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        found = {
            name: _raced(Path(folder) / f"{name}.docx", raw, runs)
            for name, raw in (("lean", slim), ("fat", fat(slim)))
        }
    for number, other in enumerate(OTHERS):
        rows = tuple(
            (f"{name} file", against(ours, theirs[number]))
            for name, (ours, *theirs) in found.items()
        )
        wanted = (MOST, None) if other == "python-docx" else (None, None)
        yield Table("reading, ms", ("plangen", other, "ratio"), rows, 1, wanted)

    with nothing_kept():
        yield from _linting(runs, slim)


def _linting(runs: int, slim: bytes) -> Iterator[Table]:
    """Linting the lean file beside reading it; linting ten times as much text.

    plangen has seen no line of them before.
    """
    lint = partial(lint_document, slim, f"{KIND}.docx")
    lint()
    _, ours, reading = race(runs, forget, lint, partial(read_docx, slim, KIND))
    rows = (("lean file", against(ours, reading)),)
    yield Table("lint of a document, ms", ("lint", "reading", "ratio"), rows, 1, (LINTED,))
    once = COUNTY.read_bytes()
    files = [printed(spec) for spec in (once, county(len(once) * TEN))]
    works = [work for raw in files for work in (forget, partial(lint_document, raw, KIND))]
    times = race(max(runs // 10, 2), *works)[1::2]
    short, long = (
        1000 * time / len(read_docx(raw, KIND).document.blocks)
        for time, raw in zip(times, files, strict=True)
    )
    rows = (("ten times the characters", (short, long, long / short)),)
    yield Table("lint, µs a paragraph", ("once", "ten times", "growth"), rows, 0, (LINEAR,))


def _raced(path: Path, raw: bytes, runs: int) -> list[float]:
    """The best time of plangen and of each other; they agree on the text but for numbers."""
    path.write_bytes(raw)
    readers = (by_plangen, *OTHERS.values())
    counts = [read(path) for read in readers]
    if max(counts) > min(counts) * ALIKE:
        sys.exit(f"{path.name}: the readers find {counts} characters")
    return race(runs, *(partial(read, path) for read in readers))
