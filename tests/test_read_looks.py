"""How what was read looks: resolved from the defaults up to what a run itself says."""

from __future__ import annotations

import pytest

from plangen.model.look import Face, Look
from plangen.read.docx import read_docx
from plangen.template.markup import w
from tests.tools.documents import NAMESPACES, docx, listed, lists, p, style, t

PLAIN = Face(size=10)


def looks(*body: str, **parts: str) -> list[Look]:
    blocks = read_docx(docx(*body, **parts), "x.docx").document.blocks
    return [block.look for block in blocks if block.look is not None]


def look(*properties: str, styles: str = "", **parts: str) -> Look:
    (found,) = looks(p("甲", *properties), styles=styles, **parts)
    return found


def face(*properties: str, styles: str = "", **parts: str) -> Face:
    run = w("r", w("rPr", *properties), w("t", "甲"))
    (found,) = looks(w("p", run), styles=styles, **parts)
    return found.face


def defaults(*run: str, paragraph: str = "") -> str:
    return w(
        "docDefaults",
        w("rPrDefault", w("rPr", *run)),
        w("pPrDefault", w("pPr", paragraph)),
    )


def size(half_points: int) -> str:
    return w("sz", val=half_points)


def based(key: str) -> str:
    return w("basedOn", val=key)


def styled(key: str) -> str:
    return w("pStyle", val=key)


def test_a_document_that_says_nothing_looks_as_word_sets_it() -> None:
    assert look() == Look(
        align="left",
        left=0,
        right=0,
        first=0,
        before=0,
        after=0,
        line=1,
        rule="auto",
        faces=((1, PLAIN),),
    )


def test_styles_go_over_defaults_and_what_they_are_based_on() -> None:
    styles = (
        defaults(w("rFonts", eastAsia="宋体", ascii="Times New Roman"), size(21))
        + style("Normal", w("rPr", size(24)), default=True)
        + style("Body", based("Normal"), w("rPr", w("rFonts", eastAsia="仿宋_GB2312")))
        + style("Head", based("Body"), w("rPr", size(32), w("b"), w("color", val="ff0000")))
    )
    assert look(styles=styles).face == Face("宋体", "Times New Roman", 12)
    assert look(styled("Body"), styles=styles).face == Face("仿宋_GB2312", "Times New Roman", 12)
    assert look(styled("Head"), styles=styles).face == Face(
        "仿宋_GB2312", "Times New Roman", 16, bold=True, color="FF0000"
    )
    assert look(styled("None"), styles=styles).face.size == 12
    assert look(styled("Head"), styles=styles).style == "Head"


def test_a_style_based_on_itself_ends() -> None:
    styles = style("A", based("B"), w("rPr", size(30))) + style("B", based("A"), w("rPr", w("b")))
    assert look(styled("A"), styles=styles).face == Face(size=15, bold=True)


def test_a_run_goes_over_its_character_style() -> None:
    styles = style("Strong", w("rPr", w("b"), size(28)), kind="character")
    assert face(w("rStyle", val="Strong"), styles=styles) == Face(size=14, bold=True)
    assert face(w("rStyle", val="Strong"), w("b", val=0), styles=styles) == Face(size=14)


def test_bold_twice_in_styles_is_not_bold() -> None:
    styles = style("Head", w("rPr", w("b"))) + style("Strong", w("rPr", w("b")), kind="character")
    run = w("r", w("rPr", w("rStyle", val="Strong")), w("t", "甲"))
    (found,) = looks(w("p", w("pPr", styled("Head")), run), styles=styles)
    assert found.face == PLAIN


def test_automatic_colour_is_no_colour() -> None:
    styles = defaults(w("color", val="FF0000"))
    assert face(w("color", val="auto"), styles=styles) == PLAIN


def theme(east_asian: str, *scripts: tuple[str, str]) -> str:
    fonts = "".join(f'<a:font script="{script}" typeface="{name}"/>' for script, name in scripts)
    one = f'<a:latin typeface="Calibri"/><a:ea typeface="{east_asian}"/>{fonts}'
    return (
        f'<?xml version="1.0"?><a:theme xmlns:a="{NAMESPACES["a"]}">'
        "<a:themeElements><a:fontScheme>"
        f"<a:majorFont>{one}</a:majorFont><a:minorFont>{one}</a:minorFont>"
        "</a:fontScheme></a:themeElements></a:theme>"
    )


THEMED = w("rFonts", eastAsiaTheme="minorEastAsia", asciiTheme="majorHAnsi", eastAsia="旧")


@pytest.mark.parametrize(
    ("part", "language", "name"),
    [
        (theme("微软雅黑", ("Hans", "宋体")), "zh-CN", "微软雅黑"),
        (theme("", ("Hans", "宋体"), ("Hant", "新細明體")), "zh-CN", "宋体"),
        (theme("", ("Hans", "宋体"), ("Hant", "新細明體")), "zh-TW", "新細明體"),
        (theme("", ("Hans", "宋体")), "en-US", "宋体"),
    ],
)
def test_a_face_of_the_theme_is_found(part: str, language: str, name: str) -> None:
    settings = w("themeFontLang", eastAsia=language)
    found = face(THEMED, theme=part, settings=settings)
    assert found == Face(name, "Calibri", 10)


def test_a_number_is_no_name_of_a_face() -> None:
    styles = defaults(w("rFonts", eastAsia="仿宋", ascii="Times New Roman"))
    found = face(w("rFonts", eastAsia="0", ascii="12"), styles=styles)
    assert found == Face("仿宋", "Times New Roman", 10)


def test_a_face_of_the_theme_without_a_theme_is_the_one_beside_it() -> None:
    assert face(THEMED) == Face("旧", "", 10)


def test_a_direct_face_goes_over_one_of_the_theme() -> None:
    styles = defaults(THEMED)
    found = face(w("rFonts", eastAsia="楷体"), styles=styles, theme=theme("宋体"))
    assert found == Face("楷体", "Calibri", 10)


@pytest.mark.parametrize(
    ("element", "first", "left"),
    [
        (w("ind", firstLine=640), 32, 0),
        (w("ind", firstLineChars=200), 32, 0),
        (w("ind", firstLineChars=200, firstLine=420), 32, 0),
        (w("ind", firstLineChars=0, firstLine=420), 21, 0),
        (w("ind", hanging=420, left=420), -21, 21),
        (w("ind", hanging=420, firstLine=640), -21, 0),
        (w("ind", hangingChars=100, leftChars=250), -16, 40),
        (w("ind", start="1cm"), 0, 28.35),
        (w("ind", left="x"), 0, 0),
    ],
)
def test_an_indent_in_characters_counts_in_the_size_of_the_text(
    element: str, first: float, left: float
) -> None:
    found = look(element, styles=defaults(size(32)))
    assert (found.first, found.left) == (first, left)


def test_an_indent_in_characters_takes_the_size_of_the_first_run() -> None:
    run = w("r", w("rPr", size(44)), w("t", "甲"))
    (found,) = looks(w("p", w("pPr", w("ind", firstLineChars=200)), run, t("乙")))
    assert found.first == 44


@pytest.mark.parametrize(
    ("element", "pitch", "rule"),
    [
        (w("spacing", line=560, lineRule="exact"), 28, "exact"),
        (w("spacing", line=360), 1.5, "auto"),
        (w("spacing", line=360, lineRule="atLeast"), 18, "atLeast"),
        (w("spacing", line="28pt", lineRule="exact"), 28, "exact"),
    ],
)
def test_the_line_pitch_is_points_or_a_multiple(element: str, pitch: float, rule: str) -> None:
    found = look(element)
    assert (found.line, found.rule) == (pitch, rule)


def test_white_above_and_below_is_in_points() -> None:
    assert (look(w("spacing", before=240, after=100)).before) == 12
    assert (look(w("spacing", beforeLines=50, before=156)).before) == 7.8
    assert (look(w("spacing", beforeLines=50)).before) == 6
    assert (look(w("spacing", beforeAutospacing=1)).before) == 14


@pytest.mark.parametrize(
    ("written", "align"), [("center", "center"), ("end", "right"), ("both", "both")]
)
def test_the_alignment_is_told_by_one_set_of_words(written: str, align: str) -> None:
    assert look(w("jc", val=written)).align == align


def test_the_outline_counts_from_one() -> None:
    assert look(w("outlineLvl", val=0)).outline == 1
    assert look(w("outlineLvl", val=9)).outline is None


def level(**own: str) -> str:
    return lists({1: {"levels": [own]}}).replace("</w:lvl>", INDENTED)


INDENTED = f"{w('pPr', w('ind', left=480, hanging=480))}{w('rPr', w('b'), size(44))}</w:lvl>"


def test_a_level_goes_over_the_style_and_under_the_paragraph() -> None:
    styles = defaults(size(32)) + style("Body", w("pPr", w("ind", left=100, right=200)))
    own = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = look(styled("Body"), own, styles=styles, numbering=level())
    assert (found.left, found.first, found.right) == (24, -24, 10)
    found = look(styled("Body"), own, w("ind", left=0), styles=styles, numbering=level())
    assert (found.left, found.first, found.right) == (0, -24, 10)


def test_a_level_that_comes_with_a_style_goes_under_that_style() -> None:
    numbered = w("numPr", w("numId", val=1))
    styles = style("A", w("pPr", numbered, w("ind", left=100))) + style("B", based("A"))
    (found,) = looks(p("甲", styled("A")), styles=styles, numbering=level())
    assert found.left == 5
    found = look(styled("B"), styles=styles, numbering=level())
    assert (found.left, found.first) == (5, -24)


def test_the_number_has_the_look_of_its_level() -> None:
    (found,) = looks(listed("甲乙", 1, 0), numbering=level())
    assert found.faces == ((2, Face(size=22, bold=True)), (2, PLAIN))


def test_faces_are_told_for_every_line() -> None:
    bold = w("r", w("rPr", w("b")), w("t", "乙"), w("br"), w("t", "丙"))
    found = looks(w("p", t("甲"), bold, t("丁戊")))
    assert [one.faces for one in found] == [
        ((1, PLAIN), (1, PLAIN._replace(bold=True))),
        ((1, PLAIN._replace(bold=True)), (2, PLAIN)),
    ]


def test_the_face_of_a_look_is_that_of_most_characters() -> None:
    bold = w("r", w("rPr", w("b")), w("t", "乙"))
    (found,) = looks(w("p", bold, t("甲甲")))
    assert found.face == PLAIN
