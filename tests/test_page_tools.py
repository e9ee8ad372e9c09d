"""The instruments of the page tests, tried on a document whose measures are known."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from tests.tools.fonts import ALIASES
from tests.tools.office import Office
from tests.tools.pdf import MM, Pdf, read_pdf

TEXTS = {
    "仿宋_GB2312": "甲、“仿宋”",
    "楷体_GB2312": "乙、“楷体”",
    "黑体": "丙、“黑体”",
    "宋体": "丁、“宋体”",
    "方正小标宋简体": "戊、“标宋”",
}
MARGIN = 72.0
WIDTH = 595.3
BORDER = (
    f"<w:pBdr {nsdecls('w')}>"
    '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:pBdr>'
)


def sample(path: Path) -> Path:
    """A line of 16 pt in each face, 22 pt apart; the first is red, over a red rule of 1.5 pt."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Pt(WIDTH), Pt(841.9)
    section.left_margin = section.right_margin = section.top_margin = Pt(MARGIN)
    for face, text in TEXTS.items():
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.line_spacing = Pt(22)
        paragraph.paragraph_format.space_after = Pt(0)
        run = paragraph.add_run(text)
        run.font.size = Pt(16)
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), face)
        fonts.set(qn("w:hint"), "eastAsia")  # else “ ” take the Latin face
    first = document.paragraphs[0]
    first.runs[0].font.color.rgb = RGBColor(0xFF, 0, 0)
    first._p.get_or_add_pPr().insert_element_before(parse_xml(BORDER), "w:spacing")
    document.save(str(path))
    return path


@pytest.fixture(scope="module")
def pdf(soffice: Office, tmp_path_factory: pytest.TempPathFactory) -> Pdf:
    return read_pdf(soffice.to_pdf(sample(tmp_path_factory.mktemp("sample") / "样张.docx")))


def test_a_line_knows_its_place_size_and_colour(pdf: Pdf) -> None:
    line = pdf.find("甲")
    assert (line.page, line.text, line.size, line.colour) == (1, "甲、“仿宋”", 16.0, "#ff0000")
    assert (line.x0, line.x1) == pytest.approx((MARGIN, MARGIN + 6 * 16), abs=0.3)
    assert MARGIN < line.baseline < MARGIN + 22


def test_lines_come_from_the_top_down_at_their_pitch(pdf: Pdf) -> None:
    lower = [line.baseline for line in pdf.page(1)][1:]  # the border under the first takes room
    assert [round(second - first, 1) for first, second in pairwise(lower)] == [22.0, 22.0, 22.0]


def test_every_face_has_its_own_stand_in(pdf: Pdf) -> None:
    fonts = {face: pdf.find(text).font for face, text in TEXTS.items()}
    assert fonts == {face: ALIASES[face] for face in TEXTS}
    assert len(set(fonts.values())) == len(TEXTS)


def test_a_border_is_a_rule_of_known_length_thickness_and_colour(pdf: Pdf) -> None:
    (rule,) = pdf.rules
    assert (rule.page, rule.colour) == (1, "#ff0000")
    assert (rule.x0, rule.x1) == pytest.approx((MARGIN, WIDTH - MARGIN), abs=0.3)
    assert rule.thickness == pytest.approx(1.5, abs=0.1)


def test_the_page_size_is_known(pdf: Pdf) -> None:
    assert [tuple(round(side / MM) for side in size) for size in pdf.sizes] == [(210, 297)]


def test_several_files_of_one_name_are_converted_in_one_run(
    soffice: Office, tmp_path: Path
) -> None:
    paths = []
    for text in ("甲", "乙"):
        path = tmp_path / text / "通知.docx"
        path.parent.mkdir()
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(path))
        paths.append(path)
    assert [read_pdf(pdf).lines[0].text for pdf in soffice.to_pdfs(paths)] == ["甲", "乙"]


def test_a_document_saved_again_by_libreoffice_keeps_its_text(
    soffice: Office, tmp_path: Path
) -> None:
    again = docx.Document(str(soffice.resave(sample(tmp_path / "样张.docx"))))
    assert [paragraph.text for paragraph in again.paragraphs] == list(TEXTS.values())
