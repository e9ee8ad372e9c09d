"""Turned pages as LibreOffice sets them: paper, page numbers (clause 8), merged cells."""

from __future__ import annotations

from collections.abc import Iterator

import pdfplumber
import pytest

from plangen.template.load import Template
from plangen.write.docx import write
from tests.test_roadmap import turned_example
from tests.tools.office import Office

pytestmark = pytest.mark.slow

POINT = 25.4 / 72  # mm
TURNED = (6, 7)  # pages of the example
Box = tuple[float, float, float, float]  # left, top, right, bottom, in mm


class Sheet:
    """A page of the example, measured."""

    def __init__(self, page: pdfplumber.page.Page) -> None:
        self.size = (round(page.width * POINT), round(page.height * POINT))
        self.page = page

    def box(self, left: float, right: float) -> Box:
        """Around every character between two distances from the left edge."""
        chars = [
            c for c in self.page.chars if left <= c["x0"] * POINT <= right and c["text"] > " "
        ]
        assert chars
        edges = (
            min(c["x0"] for c in chars),
            min(c["top"] for c in chars),
            max(c["x1"] for c in chars),
            max(c["bottom"] for c in chars),
        )
        first, second, third, fourth = (round(edge * POINT, 1) for edge in edges)
        return first, second, third, fourth


@pytest.fixture(scope="module")
def sheets(soffice: Office, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Sheet]]:
    path = tmp_path_factory.mktemp("turned") / "印发稿.docx"
    path.write_bytes(write(turned_example(), Template.load()))
    with pdfplumber.open(soffice.to_pdf(path)) as pdf:
        yield [Sheet(page) for page in pdf.pages]


def test_only_the_annex_is_turned_and_the_imprint_stands_on_an_upright_page(
    sheets: list[Sheet],
) -> None:
    assert [sheet.size for sheet in sheets] == [(210, 297)] * 5 + [(297, 210)] * 2 + [(210, 297)]


def test_the_text_of_a_turned_page_keeps_to_its_area(sheets: list[Sheet]) -> None:
    for number in TURNED:
        left, top, right, bottom = sheets[number - 1].box(34, 297)
        assert left >= 35
        assert top >= 28
        assert right <= 297 - 37
        assert bottom <= 210 - 26


def test_an_even_number_stands_where_that_of_an_upright_page_is_when_the_sheet_is_turned(
    sheets: list[Sheet],
) -> None:
    # Upright: its dash 7 mm below the text, its start one 字 (4.9 mm) from the left edge of it.
    left, top, right, _ = sheets[5].box(0, 33)
    assert (left + right) / 2 == pytest.approx(35 - 7, abs=1.5)
    assert top == pytest.approx(28 + 4.9, abs=1)


def test_an_odd_number_stands_at_the_other_end(sheets: list[Sheet]) -> None:
    left, _, right, bottom = sheets[6].box(0, 33)
    assert (left + right) / 2 == pytest.approx(35 - 7, abs=1.5)
    assert bottom == pytest.approx(210 - 26 - 4.9, abs=1)


def test_merged_cells_have_no_lines_across(sheets: list[Sheet]) -> None:
    page = sheets[6].page
    word = next(w for w in page.extract_words() if "省级卫生乡镇" in w["text"])
    table = page.find_tables()[0]
    cell = next(
        c for c in table.cells if c[0] <= word["x0"] <= c[2] and c[1] <= word["top"] <= c[3]
    )
    rows = {round(c[1]) for c in table.cells if cell[1] - 1 <= c[1] < cell[3] - 1}
    assert len(rows) == 5
