"""Documents as clerks have them: letters, joint notices, annexes, typed blanks, old line ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from plangen.cli.jobs import Job
from plangen.cli.lint import command
from plangen.cli.targets import Target, targets
from plangen.config.model import Config
from plangen.pipeline.documents import lint_document
from plangen.pipeline.review import mend_document
from plangen.problem import UserError

LOOKS = ("text-face", "text-indent", "text-colored", "title-face", "heading-face", "heading-stop")
NOBODY = 65534
RED = (255, 0, 0)
TEXT = {"font": "仿宋_GB2312", "size": 16, "first": 32}
TITLE = {"font": "方正小标宋简体", "size": 22, "align": ALIGN.CENTER}
MARK = {**TITLE, "size": 48, "color": RED}
FLUSH = {**TEXT, "first": 0}
FIRST = {**TEXT, "font": "黑体"}
SECOND = {**TEXT, "font": "楷体_GB2312"}
SIGNED = {**FLUSH, "align": ALIGN.RIGHT}


def document(*paragraphs: tuple[str, dict[str, Any]]) -> bytes:
    """A .docx of an A4 page with these paragraphs, each as it is dressed."""
    made = Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for text, dress in paragraphs:
        paragraph: Any = made.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(dress.get("first", 0))
        paragraph.alignment = dress.get("align")
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(dress["size"]), dress["font"]
        run._r.rPr.rFonts.set(qn("w:eastAsia"), dress["font"])
        if "color" in dress:
            run.font.color.rgb = RGBColor(*dress["color"])
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def looks(raw: bytes) -> list[str]:
    """What the rules of looks say of a document."""
    found = lint_document(raw, "x.docx", Config(select=LOOKS)).problems
    return [f"{problem.where.line} {problem.rule}：{problem.message}" for problem in found]


def test_a_run_in_heading_longer_than_its_text_has_a_face_of_its_own() -> None:
    made = Document(BytesIO(document(("霁川县安全生产实施方案", TITLE), ("", TEXT))))
    paragraph: Any = made.paragraphs[1]
    paragraph.paragraph_format.first_line_indent = Pt(32)
    for text, face in (
        ("（一）准备阶段（2024年9月1日至30日）。", "楷体_GB2312"),
        ("召开会议。", "仿宋_GB2312"),
    ):
        run = paragraph.add_run(text)
        run.font.size, run.font.name = Pt(16), face
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    out = BytesIO()
    made.save(out)
    assert looks(out.getvalue()) == []


def test_a_letter_with_a_red_mark_and_an_addressee_has_sound_looks() -> None:
    raw = document(
        ("霁川县卫生健康局", MARK),
        ("霁卫函〔2024〕8号", SIGNED),
        ("霁川县卫生健康局关于商请支持创建经费的函", TITLE),
        ("县财政局：", FLUSH),
        ("为做好创建工作，现商请贵局予以支持。", TEXT),
        ("霁川县卫生健康局", SIGNED),
        ("2024年5月6日", SIGNED),
    )
    assert looks(raw) == []


def test_the_headings_of_a_notice_without_a_plan_may_be_dressed_as_headings() -> None:
    raw = document(
        ("霁川县教育局关于做好开学工作的通知", TITLE),
        ("各中小学校：", FLUSH),
        ("现就有关工作通知如下。", TEXT),
        ("一、做好开学准备", FIRST),
        ("（一）抓好校园卫生。", SECOND),
        ("开学前要彻底清扫和消毒。", TEXT),
        ("霁川县教育局", SIGNED),
        ("2024年8月15日", SIGNED),
        ("附件1", {**FLUSH, "font": "黑体"}),
        ("开学工作检查表", TITLE),
    )
    assert looks(raw) == []


def test_text_in_the_face_of_a_heading_is_told() -> None:
    raw = document(
        ("霁川县教育局关于做好开学工作的通知", TITLE),
        ("各中小学校：", FLUSH),
        ("（一）抓好校园卫生。开学前要彻底清扫和消毒。", SECOND),
        ("各学校要高度重视。", FIRST),
    )
    assert looks(raw) == [
        "3 text-face：正文用楷体_GB2312，应为三号仿宋",
        "4 text-face：正文用黑体，应为三号仿宋",
    ]


def test_red_text_under_the_title_is_told() -> None:
    raw = document(
        ("霁川县教育局关于做好开学工作的通知", TITLE),
        ("各中小学校：", FLUSH),
        ("各学校要高度重视。", {**TEXT, "color": RED}),
    )
    assert looks(raw) == ["3 text-colored：文字颜色是 FF0000，应为黑色"]


@pytest.mark.parametrize(
    ("blanks", "said"),
    [
        ("\u3000\u3000", []),
        ("    ", []),
        ("  ", ["3 text-indent：段落开头空1字，应空两字"]),
        ("", ["3 text-indent：段落开头顶格，应空两字"]),
    ],
)
def test_blanks_typed_before_a_paragraph_count_by_their_width(
    blanks: str, said: list[str]
) -> None:
    raw = document(
        ("霁川县教育局关于做好开学工作的通知", TITLE),
        ("各中小学校：", FLUSH),
        (f"{blanks}各学校要高度重视。", FLUSH),
    )
    assert looks(raw) == said


def test_a_name_set_under_the_one_above_with_blanks_is_no_paragraph_out_of_place() -> None:
    raw = document(
        ("霁川县人民政府关于调整县爱卫会组成人员的通知", TITLE),
        ("各乡镇人民政府：", FLUSH),
        ("现将名单通知如下：", TEXT),
        ("副主任：沈知行　副县长", TEXT),
        ("\u3000\u3000\u3000\u3000何　川　县卫生健康局局长", TEXT),
    )
    assert looks(raw) == []


def test_a_mend_that_shows_another_fault_of_looks_is_kept() -> None:
    raw = document(
        ("霁川县爱国卫生月活动方案", TITLE),
        ("一、保障措施", TEXT),
        ("（一）加强领导。", TEXT),
        ("各单位要高度重视。", TEXT),
        ("（二）落实经费。", TEXT),
        ("县财政局要保障经费。", TEXT),
    )
    _, count = mend_document(raw, "x.docx", Config(select=LOOKS))
    assert count == 2


def test_a_text_with_the_line_ends_of_an_old_mac_is_mended() -> None:
    raw = "霁川县爱国卫生月活动方案\r一、目标\r截止目前，已完成。\r".encode()
    new = "霁川县爱国卫生月活动方案\r一、目标\r截至目前，已完成。\r".encode()
    assert mend_document(raw, "x.txt") == (new, 1)


def test_a_folder_is_mended_though_a_file_in_it_is_broken(tmp_path: Path) -> None:
    broken, sound = tmp_path / "a.docx", tmp_path / "b.docx"
    broken.write_bytes(b"PK\x03\x04")
    sound.write_bytes(document(("霁川县爱国卫生月活动方案", TITLE), ("截止目前，已完成。", TEXT)))
    done = CliRunner().invoke(command, [str(tmp_path), "--fix"])
    told = [line.split("：")[0] for line in done.stderr.splitlines()]
    assert told == ["没有改", str(sound)]


def test_a_folder_is_checked_though_a_file_in_it_can_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(document(("霁川县爱国卫生月活动方案", TITLE)))
    found = [Target("b.docx", b"", "读不了“b.docx”"), *targets((str(tmp_path),))]
    linted = [
        Job(target, Config(select=("read-*", "plan-unread"))).lint_among() for target in found
    ]
    assert [[problem.message[:9] for problem in one.problems] for one in linted] == [
        ["读不了“b.docx”"[:9]],
        ["没有认出方案的内容"],
    ]


def test_a_copy_with_comments_does_not_overwrite_another_document(tmp_path: Path) -> None:
    sound, other = tmp_path / "a.docx", tmp_path / "b.docx"
    sound.write_bytes(document(("霁川县爱国卫生月活动方案", TITLE)))
    other.write_bytes(b"other")
    with pytest.raises(UserError, match="已经存在，不覆盖"):
        CliRunner().invoke(
            command,
            [str(sound), "--annotate", str(other)],
            catch_exceptions=False,
            standalone_mode=False,
        )
    assert other.read_bytes() == b"other"


def test_a_copy_with_comments_is_a_word_file(tmp_path: Path) -> None:
    sound = tmp_path / "a.docx"
    sound.write_bytes(document(("霁川县爱国卫生月活动方案", TITLE)))
    with pytest.raises(UserError, match=r"“批注\.pdf”写不了：文件名要以 \.docx、\.docm 结尾"):
        CliRunner().invoke(
            command,
            [str(sound), "--annotate", "批注.pdf"],
            catch_exceptions=False,
            standalone_mode=False,
        )


def test_a_folder_that_can_not_be_opened_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(document(("霁川县爱国卫生月活动方案", TITLE)))
    closed = tmp_path / "a"
    closed.mkdir()
    with closed_to_us(closed):
        found = targets((str(tmp_path),))
    assert [(Path(one.name).name, one.unread[:6]) for one in found] == [
        ("b.docx", ""),
        ("a", "打不开文件夹"),
    ]


@contextmanager
def closed_to_us(folder: Path) -> Iterator[None]:
    """A folder that nobody may open; root, who may, is somebody else meanwhile."""
    is_root = os.geteuid() == 0
    parents = [one for one in folder.parents if one.stat().st_uid == os.getuid()]
    modes = {one: one.stat().st_mode for one in parents}
    folder.chmod(0)
    if is_root:
        for one in parents:
            one.chmod(modes[one] | 0o555)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for one, mode in modes.items():
            one.chmod(mode)
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("codec", "mark", "strange"),
    [
        ("utf-16-be", b"", b""),
        ("utf-16-be", b"\xfe\xff", b""),
        ("utf-16-le", b"\xff\xfe", b""),
        ("utf-32-le", b"\xff\xfe\0\0", b""),
        ("utf-32-be", b"\0\0\xfe\xff", b""),
        ("big5", b"", b""),
        ("utf-8", b"", b"\xed\xa0\x80"),  # half of a character, as a broken program writes it
    ],
)
def test_a_text_is_mended_in_whatever_it_is_written(
    codec: str, mark: bytes, strange: bytes
) -> None:
    head, tail = (
        line.encode(codec) for line in ("縣方案通知全文如下，各地遵照。\n", "，已完成。\n")
    )
    before, after = (
        mark + head + word.encode(codec) + tail + strange for word in ("截止目前", "截至目前")
    )
    assert mend_document(before, "x.txt") == (after, 1)


def test_a_control_character_is_told_and_taken_out() -> None:
    raw = "霁川县爱国卫生月活动方案\n一、\0活动目标\n全面完成。\n".encode()
    found = lint_document(raw, "x.txt", Config(select=("character-invisible",))).problems
    assert [(one.where.line, one.message) for one in found] == [
        (2, "“活动”里有看不见的字符（U+0000），应删去")
    ]
    assert mend_document(raw, "x.txt") == (raw.replace(b"\0", b""), 1)
