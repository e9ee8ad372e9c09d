"""份号, 密级 and 紧急程度 (GB/T 9704-2012 clauses 7.2.1 to 7.2.3): composed, written, measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plangen.model.document import Role
from plangen.pipeline import lint
from plangen.pipeline.documents import read
from plangen.problem import UserError
from plangen.template import gbt9704 as gb
from plangen.template.archive import pack, unpack
from plangen.template.load import Template
from plangen.write.docx import write
from tests.test_template import DOCUMENT, committed
from tests.tools.measures import BASELINE, LEFT, Measure, near
from tests.tools.office import Office
from tests.tools.pdf import MM, read_pdf
from tests.tools.sheets import Sheet
from tests.tools.shown import HEAD, document, made, notice, shown

SECRET = "copy_number: '000012'\nsecrecy: 机密★1年\nurgency: 特急"
GOVERNMENT = "issuer: 青山县人民政府\nnumber: 青政发〔2024〕12号\nto: 各乡镇人民政府\n"
JOINT = "issuer: [青山县应急管理局, 青山县水利局]\nnumber: 青应急发〔2024〕2号\n"
CORNER = (Role.COPY_NUMBER, Role.GRADE)
FULL = 138  # characters of a notice's text; with one more its signature stands alone


def top(corner: str) -> list[str]:
    """What a notice prints above its number."""
    found = [shown(item) for item in notice(GOVERNMENT + corner)]
    return found[: found.index("空行")]


@pytest.mark.parametrize(
    ("corner", "lines"),
    [
        (SECRET, ["份号 000012", "密级和紧急程度 机密★1年", "密级和紧急程度 特急"]),
        ("copy_number: '000012'", ["份号 000012"]),
        ("urgency: 加急", ["密级和紧急程度 加急"]),
        # 密级 stands in the second line, whether or not there is a 份号 in the first.
        ("secrecy: 内部\nurgency: 加急", ["份号", "密级和紧急程度 内部", "密级和紧急程度 加急"]),
        ("", []),
    ],
)
def test_what_a_corner_says_stands_above_the_mark_in_its_order(
    corner: str, lines: list[str]
) -> None:
    assert top(corner) == [*lines, "发文机关标志 青山县人民政府文件"]


def test_a_draft_has_no_corner() -> None:
    assert not [
        item for item in notice(GOVERNMENT + SECRET + "\ndraft: 是") if item.role in CORNER
    ]


def before(spec: str) -> list[int]:
    """The white above the marks of a notice, in twips, where it isn't the sample's."""
    body = unpack(write(document(f"notice:\n{indented(spec)}", "通知"), Template.load()))[DOCUMENT]
    head = body.decode().partition("〔2024〕")[0]
    return [int(found) for found in re.findall(r'<w:spacing w:before="(\d+)"', head)]


def indented(spec: str) -> str:
    return "".join(f"  {line}\n" for line in spec.splitlines())


@pytest.mark.parametrize(
    ("corner", "lines"), [("urgency: 特急", 1), ("secrecy: 内部", 2), (SECRET, 3)]
)
def test_the_white_above_a_mark_loses_what_the_corner_takes(corner: str, lines: int) -> None:
    whole, line = 1833, 579
    assert before(GOVERNMENT + corner) == [whole - lines * line]


@pytest.mark.parametrize("issued", [GOVERNMENT, JOINT])
def test_what_a_corner_says_is_read_back(issued: str) -> None:
    spec = f"notice:\n{indented(issued + SECRET)}"
    raw = write(document(spec, "通知"), Template.load())
    found = read(raw, "通知.docx").case.plan.notice
    assert found
    assert (found.copy_number, found.secrecy, found.urgency) == ("000012", "机密★1年", "特急")
    assert found.issuer == made(spec).notice.issuer  # type: ignore[union-attr]


def test_a_corner_takes_no_room_of_a_notice_that_fills_its_page() -> None:
    text = "各乡镇人民政府要按照要求认真组织实施并及时报告进展情况。" * 5
    own = f"{GOVERNMENT}date: 2024-01-08\nbody: {text[:FULL]}"
    spec = f"{HEAD}notice:\n{indented(own)}"
    bare, full = (lint((spec + extra).encode(), "a.yaml") for extra in ("", indented(SECRET)))
    rules = [[problem.rule for problem in linted.problems] for linted in (bare, full)]
    assert rules[0] == rules[1]


def older(path: Path) -> Path:
    """A template of an office, made before the corner had samples."""
    package = unpack(committed("standard"))
    text = package[DOCUMENT].decode()
    for role in CORNER:
        start = re.search(rf'<w:p>(?:(?!<w:p>).)*elif block\.role == "{role}"', text)
        assert start
        end = text.index("<w:p>", text.index("</w:p>", start.end()) + 1)
        end = text.index("<w:p>", end + 1)
        text = text[: start.start()] + text[end:]
    path.write_bytes(pack(package | {DOCUMENT: text.encode()}))
    return path


def test_an_older_template_without_samples_of_a_corner_still_prints_all_else(
    tmp_path: Path,
) -> None:
    template = Template.load(older(tmp_path / "旧.docx"))
    plain = f"notice:\n{indented(GOVERNMENT)}"
    assert write(document(plain, "通知"), template)
    with pytest.raises(UserError) as caught:
        write(document(f"{plain}  urgency: 特急\n", "通知"), template)
    assert str(caught.value).endswith(
        "旧.docx：模板里没有“密级和紧急程度”的样段；用 plangen template copy 取一份新的来改"
    )


BELOW = (Role.NUMBER, Role.TITLE, Role.ADDRESSEE, Role.PARAGRAPH)


def slots(sheet: Sheet, template: Template) -> list[Measure]:
    """7.2.1 to 7.2.3: flush with the left edge of the 版心, line by line from its upper edge."""
    corner = [placed for placed in sheet.placed if placed.role in CORNER]
    found = []
    for at, placed in enumerate(corner):
        for line in placed.lines:
            name, start = placed.block.text, template.page.top + at * template.line
            top = line.baseline * 20 - BASELINE * template.line
            found.append(near(f"{name}的左端", line.x0 / MM, LEFT, 0.6))
            found.append(near(f"{name}的上边", top / gb.MM, start / gb.MM, 0.6))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("issued", [GOVERNMENT, JOINT])
@pytest.mark.parametrize("corner", ["urgency: 特急", "secrecy: 机密★1年", SECRET])
@pytest.mark.parametrize("metrics", gb.METRICS, ids=lambda metrics: metrics.name)
def test_a_corner_stands_at_its_place_and_moves_nothing(
    soffice: Office, tmp_path: Path, issued: str, corner: str, metrics: gb.Metrics
) -> None:
    template = Template.load(metrics.name)

    def sheet(extra: str) -> Sheet:
        spec = f"notice:\n{indented(issued + extra)}"
        path, own = tmp_path / "通知.docx", document(spec, "通知")
        path.write_bytes(write(own, template))
        return Sheet(made(spec), "通知", own, read_pdf(soffice.to_pdf(path)))

    bare, full = sheet(""), sheet(corner)
    assert slots(full, template)
    assert [measure for measure in slots(full, template) if not measure.holds] == []
    places = [[each.first.baseline for each in one.all(*BELOW)] for one in (bare, full)]
    assert places[1] == pytest.approx(places[0], abs=0.5)


def test_a_notice_with_a_corner_is_fitted_to_its_page_as_one_without() -> None:
    long = "".join(
        f"各乡镇人民政府要按照第{n}项要求认真组织实施并及时报告进展情况。" for n in range(8)
    )
    for length in range(80, len(long)):
        spec = GOVERNMENT + f"date: 2024-01-08\nbody: {long[:length]}"
        bare, full = notice(spec), notice(f"{spec}\n{SECRET}")
        assert [item.tight for item in full[3:]] == [item.tight for item in bare]
