"""Titles break by meaning, into a trapezoid or a rhombus (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plangen.compose.title_words import title_words
from plangen.text.marks import parted
from plangen.text.title_tokens import Words
from plangen.text.titles import break_title
from plangen.text.width import cells, em

# Each as a reviewer of official documents would break it; / is the end of a line.
BROKEN = """
创建国家卫生城市工作实施方案
相山区创建国家卫生城市工作实施方案
青山县2024年高标准农田建设项目实施方案
XX县创建国家卫生县城国家卫生乡镇实施方案
青山县耕地“非粮化”问题专项整治工作方案

青山县创建国家卫生县城/国家卫生乡镇实施方案
推动大规模设备更新和/消费品以旧换新行动方案
石柱县卫生乡镇创建工作行动方案/（2022—2026年）
临江市数字政府建设三年行动计划/（2024—2026年）
云岭镇创建国家卫生乡镇工作实施方案/（征求意见稿）
临江市全面创建国家卫生城市/国家卫生县城实施方案
云岭镇创建国家卫生乡镇/病媒生物防制工作实施方案
青山县公共场所卫生和/生活饮用水卫生监督管理实施方案
临江市城市黑臭水体整治与/水环境综合治理实施方案
青山县巩固拓展脱贫攻坚成果/同乡村振兴有效衔接实施方案
临江市深化医药卫生体制改革/2024年重点工作任务
临江市大气污染防治攻坚行动方案/（2024年10月至2025年3月）
临江市全面推进城市一刻钟便民生活圈建设/三年行动实施方案（2023—2025年）
青山县贯彻落实/《“健康中国2030”规划纲要》实施方案
青山县自建房安全专项整治/“百日行动”实施方案
青山县大力发展农产品加工业/促进乡村产业振兴实施方案
青山县机关事业单位工作人员/带薪年休假实施办法（试行）
青山县农村生活污水治理和黑臭水体整治/三年行动方案（2024—2026年）/（征求意见稿）

关于印发《相山区创建国家卫生城市工作/实施方案》的通知
国务院办公厅关于印发/“十四五”国民健康规划的通知
国务院关于印发《推动大规模设备更新和/消费品以旧换新行动方案》的通知
云岭镇人民政府关于印发《云岭镇/创建国家卫生乡镇工作实施方案》的通知
云岭镇人民政府关于印发/《云岭镇病媒生物防制工作实施方案》的通知
临江市人民政府关于进一步加强/农村学校食品安全工作的通知
临江市人民政府关于加强和改进/新时代城乡社区治理工作的实施意见
临江市人民政府关于取消和下放/一批行政审批事项的决定
临江市人民政府关于公布废止和修改/部分行政规范性文件的决定
青山县人民政府关于划定森林防火区和/规定森林防火期的通告
青山县人民政府办公室/关于做好第五次全国经济普查工作的通知
青山县人民政府办公室/关于2024年国庆节放假安排的通知
临江市教育局关于开展2024年/义务教育招生入学工作的通知
临江市经济和信息化局关于组织申报/2025年度专精特新中小企业的通知
青山县爱国卫生运动委员会关于印发/《青山县第36个爱国卫生月活动方案》的通知
临江市教育局等六部门关于印发《临江市/县域普通高中振兴行动实施方案》的通知
临江市人民政府办公室关于进一步做好2024年/城乡居民基本医疗保险参保缴费工作的通知

青山县人民政府办公室/关于印发《青山县创建国家卫生县城/国家卫生乡镇实施方案》的通知
XX县人民政府办公室/关于印发《XX县创建国家卫生县城/国家卫生乡镇实施方案》的通知
石柱土家族自治县人民政府办公室/关于印发《石柱县卫生乡镇创建工作行动方案/（2022—2026年）》的通知
青山县人民政府办公室/关于调整青山县创建国家卫生县城/工作领导小组组成人员的通知
青山县人民政府安全生产委员会/关于印发《青山县安全生产治本攻坚/三年行动方案（2024—2026年）》的通知
青山县人民政府办公室关于公开征求/《青山县养犬管理办法（征求意见稿）》/意见的通知
青山县人民政府办公室转发/县卫生健康局等五部门关于加强/基层医疗卫生服务能力建设实施方案的通知
临江市人民政府办公室/关于印发临江市电动自行车安全隐患/全链条整治行动方案的通知
江北区人民政府办公室/关于印发江北区加快推进5G网络建设和/“AI+教育”应用试点工作方案的通知
临江市生态环境局关于印发/《临江市贯彻落实中央生态环境保护督察/反馈意见整改方案》的通知
青山县人民政府关于表彰2023年度/全县创建国家卫生县城工作/先进集体和先进个人的决定
全国爱国卫生运动委员会关于印发/《国家卫生城市和国家卫生县标准》/《国家卫生乡镇标准》的通知
青山县创建国家卫生县城工作领导小组办公室/关于印发《青山县创建国家卫生县城/迎检工作方案》的通知
临江市人民政府办公室/关于印发《临江市贯彻落实/〈国务院关于实施健康中国行动的意见〉/实施方案》的通知

临江市教育局 临江市财政局/关于做好2024年学生资助资金管理工作的通知
中共临江市委 临江市人民政府/关于深入打好污染防治攻坚战的实施意见
中共青山县委办公室 青山县人民政府办公室/印发《关于进一步优化营商环境降低市场主体/制度性交易成本的若干措施》的通知
临江市教育局 临江市财政局 /临江市人力资源和社会保障局/关于印发《临江市学前教育普及普惠/督导评估工作方案》的通知
临江市医疗保障局 /临江市财政局 临江市卫生健康委员会 /国家税务总局临江市税务局关于做好2025年/城乡居民基本医疗保障工作的通知
青山县创建国家卫生县城/国家卫生乡镇工作领导小组/关于印发《青山县创建国家卫生县城/国家卫生乡镇责任分解表》的通知
""".split("\n")  # noqa: E501  a title is one line here

NAMES = ("青山县", "云岭镇人民政府", "白鹤河", "石柱土家族自治县", "国家卫生城市")
PIECES = (
    *NAMES, "关于", "印发", "《", "》", "“", "”", "（试行）", "的", "和", "2022—2026年",
    "5G", "工作", "创建", "渌", "等五部门", "实施方案", "的通知", " ", "、",
)  # fmt: skip


@pytest.mark.parametrize("title", [title for title in BROKEN if title])
def test_a_title_is_broken_as_a_reviewer_would(title: str) -> None:
    assert break_title(title.replace("/", ""), (), title_words()) == tuple(title.split("/"))


def test_a_given_term_is_not_cut() -> None:
    title = "临江市人民政府关于加强渌水河畔漓江古道生态保护工作的通知"
    assert break_title(title, ["临江市", "渌水河畔漓江古道"], title_words()) == (
        "临江市人民政府关于加强",
        "渌水河畔漓江古道生态保护工作的通知",
    )


def test_without_words_the_structure_is_enough() -> None:
    title = "云岭镇人民政府关于印发《云岭镇病媒生物防制工作实施方案》的通知"
    lines = ("云岭镇人民政府关于印发", "《云岭镇病媒生物防制工作实施方案》的通知")
    assert break_title(title) == lines


def test_a_word_is_cut_only_if_it_is_wider_than_a_line() -> None:
    assert break_title("渌水河畔", ["渌水河畔"], width=3) == ("渌水", "河畔")
    assert break_title("渌水河畔古道", ["渌水河畔"], width=4) == ("渌水河畔", "古道")


def test_one_line_of_exactly_the_width_is_not_broken() -> None:
    assert break_title("渌" * 20) == ("渌" * 20,)


def test_words_of_a_list_are_not_cut() -> None:
    words = Words(frozenset({"甲乙丙丁"}))
    assert break_title("子甲乙丙丁丑", (), words, width=4) == ("子", "甲乙丙丁", "丑")


@given(st.text(alphabet="青山县的和、《》“”（）2—A 关于", max_size=70), st.integers(2, 20))
def test_the_lines_are_the_title_and_fit(title: str, width: int) -> None:
    lines = break_title(title, NAMES, title_words(), width)
    assert "".join(lines) == title
    assert all(em(line.rstrip()) <= width for line in lines)


@given(st.lists(st.sampled_from(PIECES), unique=True).map("".join))
def test_no_cut_is_in_a_name_or_before_a_closing_mark_or_particle(title: str) -> None:
    lines = break_title(title, NAMES, title_words())
    for name in NAMES:
        assert sum(line.count(name) for line in lines) == title.count(name)
    for before, after in pairwise(lines):
        assert not re.match(r"[》”）、的和等\s]", after)
        assert not re.search(r"[《“（]$|\d$", before)


def test_a_title_never_takes_long() -> None:
    assert len(break_title("渌" * 400)) == 20


def test_each_word_is_listed_once_in_its_topic() -> None:
    text = files("plangen.words").joinpath("title.yaml").read_text(encoding="utf-8")
    topics = re.findall(r"[一-鿿]+(?=[,\]])", text[text.index("\ntopics:") :])
    assert len(topics) > 1000
    assert [word for word in set(topics) if topics.count(word) > 1] == []
    assert [word for word in title_words().known if not 2 <= len(word) <= 16] == []


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("市教育局", 4),
        ("2026年1月5日", 6),
        ("“十四五”", 5),
        ("〔2024〕12号", 6),
        ("—…·", 3),
        ("", 0),
    ],
)
def test_em_counts_a_digit_as_half_a_character(text: str, width: float) -> None:
    assert em(text) == width


@pytest.mark.parametrize(("text", "columns"), [("标题：", 6), ("a“b”", 4), ("Ａ1", 3)])
def test_cells_counts_a_wide_character_as_two_columns(text: str, columns: int) -> None:
    assert cells(text) == columns


@given(st.text("甲乙、，；"), st.sampled_from(["、", "、，", "、，；"]))
def test_a_text_is_parted_as_re_splits_it(text: str, marks: str) -> None:
    assert parted(text, marks) == re.split(f"[{marks}]", text)
