"""How long plangen takes to read a .docx, beside python-docx and docx2python.

The three read the same files in turn, in one process, each one first in every third round; the
round before is unseen. plangen gives every
paragraph with its automatic number, its place and its look; python-docx the text of paragraphs
and cells without numbers; docx2python the text with western numbers. Times are of the processor:
a busy machine makes them longer, but not by other programs' shares.
"""

from __future__ import annotations

import argparse
import gc
import re
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import docx
from docx2python import docx2python

from plangen.pipeline import load, make_case
from plangen.read.docx import read_docx
from plangen.read.package import Package
from plangen.read.xml import Element, parse, w
from plangen.template.load import Template
from plangen.write.docx import write

HERE = Path(__file__).parent
SPEC = HERE.parent / "specs" / "xx-county.yaml"
KIND, CHARACTERS = "实施方案", 10_000
ORDINAL = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）")
LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
HEAD = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
MS = 1000


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


def lean(spec: Path) -> bytes:
    """The plan as plangen writes it, about 10,000 characters, its headings numbered by Word."""
    plan = load(spec.read_bytes(), spec.name).plan
    if plan is None:
        sys.exit(f"{spec} is no plan without faults of form")
    case, layout = make_case(plan), plan.layout
    raw = write(case.documents[KIND], Template.load(layout.metrics, fonts=layout.fonts))
    package = Package.open(raw, KIND)
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


READERS: dict[str, Callable[[Path], int]] = {
    "plangen": by_plangen,
    "python-docx": by_python_docx,
    "docx2python": by_docx2python,
}


def measure(name: str, raw: bytes, runs: int, folder: Path) -> None:
    """Every reader in turn; the first round unseen."""
    path = folder / f"{name}.docx"
    path.write_bytes(raw)
    times: dict[str, list[float]] = {reader: [] for reader in READERS}
    counts = {}
    for turn in range(runs + 1):
        order = list(READERS.items())
        first = turn % len(order)  # whoever comes after another one finds the caches cold
        for reader, read in order[first:] + order[:first]:
            gc.collect()
            start = process_time()
            counts[reader] = read(path)
            times[reader].append(process_time() - start)
    ours = median(times["plangen"][1:])
    print(f"{name}: {len(raw) // 1024} KB")
    print(f"{'':16}{'ms':>8}{'least':>8}{'ratio':>8}{'characters':>12}")
    for reader, found in times.items():
        middle, least = median(found[1:]), min(found[1:])
        print(
            f"{reader:16}{middle * MS:>8.1f}{least * MS:>8.1f}{ours / middle:>8.2f}"
            f"{counts[reader]:>12}"
        )
    print()


def main() -> None:
    """Measure a lean and a fat file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("spec", nargs="?", type=Path, default=SPEC)
    parser.add_argument("-n", "--runs", type=int, default=21)
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")  # docx2python warns of every number that it can't write
    slim = lean(arguments.spec)
    with tempfile.TemporaryDirectory() as folder:
        measure("lean", slim, arguments.runs, Path(folder))
        measure("fat", fat(slim), arguments.runs, Path(folder))


if __name__ == "__main__":
    main()
