"""Two plans side by side: every change by meaning, and the 花脸稿 that shows it on paper."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from plangen.compare.parts import Change, Kind
from plangen.config.model import Config
from plangen.pipeline import lint, make_case
from plangen.pipeline.comparing import Side, compared, red_line
from plangen.problem import UserError
from plangen.read.docx import read_docx
from plangen.write.redline import redlined
from tests.faultless import faultless_plan
from tests.tools.command import Result, plangen
from tests.tools.documents import docx, listed, lists, p
from tests.tools.office import Office
from tests.tools.specs import SPECS
from tests.tools.validate import faults

ROOT = Path(__file__).parents[1]
FAULTS = (ROOT / "samples" / "faults.docx").read_bytes()
COUNTY = (SPECS / "xx-county.yaml").read_text(encoding="utf-8")
EXAMPLES = sorted(path.stem for path in SPECS.glob("xx-*.yaml") if "townships" not in path.stem)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDITS = (
    ("{name: 沈维岳, posts: [县委书记]}", "{name: 沈维岳, posts: [县委书记, 县人大常委会主任]}"),
    ("        - {name: 潘家和, posts: [县总工会常务副主席]}\n", ""),
    ("  - name: 宣传发动组\n", "  - name: 宣传动员组\n"),
    (
        "{section: 健康教育, clauses: 1-7, print: both}",
        "{section: 健康教育, clauses: 1-6, print: both}",
    ),
    ("    start: 2024-10\n", "    start: 2024-11\n"),
    (
        "  - title: 强化宣传",
        "  - {title: 保障经费投入, text: 县财政局统筹安排经费，专款专用。}\n  - title: 强化宣传",
    ),
    ("霁政办发〔2024〕2号", "霁政办发〔2024〕12号"),
    ("to: [各乡镇人民政府, 县政府各部门", "to: [县政府各部门, 各乡镇人民政府"),
)

GONE = [
    *("2", "，县政府各部门", "潘家和（县总工会常务副主席）", "发动", "7"),
    "7.积极开展控烟工作，无烟草广告，公共场所设有禁烟标志并监督落实。",
    *("8", "9", "10", "二", "三"),
]
"""What is struck out: words, the number of what follows, and one clause."""


def side(text: str, name: str = "新.yaml") -> Side:
    case = lint(text.encode(), name).case
    assert case is not None
    return Side(name, case)


def edited(*edits: tuple[str, str]) -> str:
    text = COUNTY
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


# By meaning


def test_each_change_is_told_at_its_place() -> None:
    found = compared(side(COUNTY), side(edited(*EDITS)))
    clauses = ("条款分工", "国家卫生乡镇（县城）标准")
    assert [one for one in found if one.trail != ("通知", "主送机关")] == [
        Change(
            ("领导小组", "名单", "组长", "人员", "沈维岳", "职务"),
            Kind.CHANGED,
            "县委书记",
            "县委书记、县人大常委会主任",
        ),
        Change(
            ("领导小组", "名单", "成员", "人员"),
            Kind.DROPPED,
            "潘家和（县总工会常务副主席）",
        ),
        Change(("工作组", "宣传发动组", "名称"), Kind.CHANGED, "宣传发动组", "宣传动员组"),
        Change(("实施步骤", "综合审定阶段", "起"), Kind.CHANGED, "2024年10月", "2024年11月"),
        Change(
            ("保障措施",),
            Kind.ADDED,
            new="保障经费投入（县财政局统筹安排经费，专款专用。）",
        ),
        Change(
            ("通知", "发文字号"),
            Kind.CHANGED,
            "霁政办发〔2024〕2号",
            "霁政办发〔2024〕12号",
        ),
        Change((*clauses, "B7"), Kind.CHANGED, "健康教育组", "没有分工"),
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_spec_and_its_own_paper_are_the_same(name: str) -> None:
    spec = side((SPECS / f"{name}.yaml").read_text(encoding="utf-8"), str(SPECS / f"{name}.yaml"))
    word = Side("印发稿.docx", spec.as_read(Config()), spec.paper)
    assert compared(spec, word) == []
    assert compared(word, spec) == []
    assert compared(spec, spec) == []


def test_words_of_the_schema_are_told_in_chinese() -> None:
    outline = "  - heading: 总体目标\n    show: [targets]\n"
    new = edited((outline, ""), ("wording: {phases: named}", "wording: {phases: numbered}"))
    found = compared(side(COUNTY), side(new))
    assert [(one.trail, one.old, one.new) for one in found] == [
        (("提纲",), "总体目标（目标）", ""),
        (("用语", "阶段"), "第一阶段", "序号"),
    ]


TABLE = """kind: plan
title: 青山县整治方案
locality: {name: 青山县, level: county}
annexes:
  - title: 任务表
    table:
      head: [序号, 任务]
      rows: [["1", 清理], ["2", 巡查], ["3", 培训]]
"""


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ('["1", 清理], ["2", 巡护], ["3", 培训]', [("第2行", "2、巡查", "2、巡护")]),
        ('["1", 清理], ["3", 培训]', [("行", "2、巡查", "")]),
        ('["0", 动员], ["1", 清理], ["2", 巡查], ["3", 培训]', [("第1行", "", "0、动员")]),
        ("", [("行", "1、清理", ""), ("行", "2、巡查", ""), ("行", "3、培训", "")]),
    ],
)
def test_rows_of_a_table_are_told_one_by_one(rows: str, told: list[tuple[str, ...]]) -> None:
    new = TABLE.replace('["1", 清理], ["2", 巡查], ["3", 培训]', rows)
    found = compared(side(TABLE), side(new))
    assert [(one.trail[-1], one.old, one.new) for one in found] == told


def test_a_level_is_told_by_its_usual_word() -> None:
    found = compared(side(TABLE), side(TABLE.replace("level: county", "level: township")))
    assert [(one.trail, one.old, one.new) for one in found] == [(("地区", "级别"), "县", "乡镇")]


def test_an_order_of_rank_that_changed_is_told() -> None:
    one = "        - {name: 周德厚, posts: [县政府党组成员, 县政府办公室主任]}\n"
    two = "        - {name: 方晓敏, posts: [县委宣传部副部长, 县文明办主任]}\n"
    assert one + two in COUNTY
    found = compared(side(COUNTY), side(COUNTY.replace(one + two, two + one, 1)))
    assert [(one.trail[-1], one.kind, one.old, one.new) for one in found] in (
        [("周德厚", Kind.MOVED, "第2位", "第3位")],
        [("方晓敏", Kind.MOVED, "第3位", "第2位")],
    )


# On paper


def text_of(raw: bytes) -> list[str]:
    """The paragraphs that say something, with all tracked changes accepted."""
    return [line for line in read_docx(raw, "x.docx").text.split("\n") if line]


def reject(root: etree._Element) -> None:
    """Reject all tracked changes, as ECMA-376 17.13.5 has it: what came goes with its mark."""
    ends = {mark for mark in root.iter(f"{W}ins", f"{W}del") if parent(mark).tag == f"{W}rPr"}
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}ins") is not None]:
        parent(row).remove(row)
    for mark in [mark for mark in root.iter(f"{W}ins") if mark not in ends]:
        parent(mark).remove(mark)
    for text in list(root.iter(f"{W}delText")):
        text.tag = f"{W}t"
    for mark in [mark for mark in root.iter(f"{W}del") if mark not in ends]:
        mark.tag = f"{W}ins"
    for mark in ends:
        paragraph = parent(parent(parent(mark)))
        if mark.tag == f"{W}ins" and paragraph.find(f".//{W}t") is None:  # it came as a whole
            paragraph.clear()
        else:
            parent(mark).remove(mark)
    for table in [one for one in root.iter(f"{W}tbl") if one.find(f"{W}tr") is None]:
        parent(table).remove(table)


def parent(element: etree._Element) -> etree._Element:
    found = element.getparent()
    assert found is not None
    return found


def rejected(raw: bytes) -> list[str]:
    """The same with all tracked changes rejected, as ECMA-376 17.13.5 has it."""
    with ZipFile(BytesIO(raw)) as old:
        parts = {item.filename: old.read(item) for item in old.infolist()}
    root = etree.fromstring(parts["word/document.xml"])
    reject(root)
    parts["word/document.xml"] = etree.tostring(root)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return text_of(out.getvalue())


def holds(old: bytes, new: bytes) -> bytes:
    """The 花脸稿, once it was seen that it gives back both sides."""
    marked = redlined(old, new, "x.docx")
    assert text_of(marked) == text_of(new)
    assert rejected(marked) == text_of(old)
    return marked


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("xx-county", "xx-town"),
        ("xx-town", "xx-county"),
        ("xx-city", "xx-district"),
        ("xx-roadmap", "xx-masked"),
        ("xx-district", "xx-city"),
    ],
)
def test_of_plans_that_share_little_both_sides_come_back(old: str, new: str) -> None:
    papers = [
        side((SPECS / f"{name}.yaml").read_text(encoding="utf-8"), str(SPECS / name)).paper
        for name in (old, new)
    ]
    marked = holds(papers[0], papers[1])
    assert faults(marked, OpenXmlValidator()) == []


@settings(max_examples=20, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
def test_of_any_plans_both_sides_come_back(one: int, two: int) -> None:
    old, new = (make_case(faultless_plan(Random(seed))) for seed in (one, two))
    holds(Side("旧.yaml", old).paper, Side("新.yaml", new).paper)


def test_only_the_words_that_changed_are_marked(soffice: Office, tmp_path: Path) -> None:
    marked = red_line(side(COUNTY), side(edited(*EDITS)))
    root = etree.fromstring(ZipFile(BytesIO(marked)).read("word/document.xml"))
    gone = ["".join(map(str, e.itertext())) for e in root.iter(f"{W}del") if len(e)]
    assert gone == GONE
    assert faults(marked, OpenXmlValidator()) == []
    (tmp_path / "花脸稿.docx").write_bytes(marked)
    resaved = soffice.resave(tmp_path / "花脸稿.docx").read_bytes()
    assert [line.strip() for line in text_of(resaved)] == text_of(marked)


def test_a_word_document_is_marked_against_its_spec() -> None:
    assert holds(side(COUNTY).paper, FAULTS) != FAULTS
    assert redlined(FAULTS, FAULTS, "x.docx") == FAULTS


def test_automatic_numbers_are_no_change() -> None:
    numbering = lists({1: {"levels": [{"format": "chineseCounting", "text": "%1、"}]}})
    old = docx(listed("甲甲甲", 1), listed("乙乙乙", 1), numbering=numbering)
    new = docx(listed("丙丙丙", 1), listed("甲甲甲", 1), listed("乙乙丁", 1), numbering=numbering)
    assert text_of(new) == ["一、丙丙丙", "二、甲甲甲", "三、乙乙丁"]
    marked = holds(old, new)
    root = etree.fromstring(ZipFile(BytesIO(marked)).read("word/document.xml"))
    came, gone = (
        ["".join(map(str, one.itertext())) for one in root.iter(f"{W}{tag}") if len(one)]
        for tag in ("ins", "del")
    )
    assert (came, gone) == (["丙丙丙", "丁"], ["乙"])


def test_a_new_document_with_revisions_is_refused() -> None:
    new = docx('<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>甲</w:t></w:r></w:ins></w:p>')
    said = "“新.docx”里已有修订，花脸稿会分不清；先全部接受或拒绝，再比较"
    with pytest.raises(UserError, match=said):
        redlined(docx(p("甲")), new, "新.docx")


# The command


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("旧.yaml").write_text(COUNTY, encoding="utf-8")
    Path("新.yaml").write_text(edited(EDITS[1], EDITS[6]), encoding="utf-8")
    said = (
        "领导小组\n  名单 成员 人员：去掉 潘家和（县总工会常务副主席）\n\n"
        "通知\n  发文字号：霁政办发〔2024〕2号 → 霁政办发〔2024〕12号\n\n共 2 处\n"
    )
    done = plangen("diff", "旧.yaml", "新.yaml", "-o", "花脸稿.docx")
    assert done == Result(0, said, "花脸稿.docx\n")
    assert text_of(Path("花脸稿.docx").read_bytes())
    again = plangen("diff", "旧.yaml", "新.yaml", "-o", "花脸稿.docx")
    assert again == Result(2, "", "plangen：“花脸稿.docx”已经存在，不覆盖；可换一个文件名\n")
    same = plangen("diff", "旧.yaml", "旧.yaml", "--format", "json")
    assert json.loads(same.out) == {"version": 1, "changes": []}
    assert plangen("diff", "旧.yaml", "旧.yaml").out == "内容相同\n"
    folder = plangen("diff", ".", "新.yaml")
    assert folder == Result(2, "", "plangen：“.”是文件夹，应给出一个文件\n")
    wrong = plangen("diff", "旧.yaml", "新.yaml", "-o", "旧.yaml")
    assert wrong == Result(2, "", "plangen：“旧.yaml”写不了：文件名要以 .docx 结尾\n")


def test_a_side_without_a_plan_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("旧.yaml").write_text(COUNTY, encoding="utf-8")
    letter = ("霁川县人民政府办公室关于开展检查的通知", "各乡镇人民政府：", "请开展检查。")
    Path("通知.docx").write_bytes(docx(*map(p, letter)))
    done = plangen("diff", "旧.yaml", "通知.docx")
    assert (done.code, done.err) == (0, "通知.docx：没有认出方案的内容，只比标题和通知\n")
