"""Notices made of parts that offices write in several ways each: any of one with any of another.

What each way of writing must be read as stands beside it, so a whole notice is compared with what
its parts say, whatever the combination.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plangen.template.markup import w
from tests.test_notice_forms import said, shortened
from tests.tools.documents import docx, p, t

ORGAN = "霁川县卫生健康局"
NUMBER, LOOSE = "霁卫发〔2024〕12号", "霁卫发[2024]第12号"
PLAN = "霁川县病媒生物防制工作方案"
PLAN_TEXT = ("为做好防制工作，制定本方案。", "一、工作目标", "密度达到C级标准。")
TO = ["各乡镇卫生院", "县直各单位"]
BOTH = ["工作统计表", "人员名单"]
CONTACT = ["联系人：陈静", "电话：0900-5550177"]
COPIES = {"copy_to": ["市卫生健康委", "县委办公室"], "printed": f"{ORGAN}办公室 2024-3-5"}


@dataclass(frozen=True)
class Way:
    """Lines as they are typed, and what must be read out of them."""

    lines: tuple[str, ...] = ()
    says: Mapping[str, Any] = field(default_factory=dict)


NOTHING = Way()
HEADS = (
    NOTHING,
    Way((f"{ORGAN}文件",)),
    Way((f"{ORGAN}文件", NUMBER), {"number": NUMBER}),
    Way((f"{ORGAN}文件", LOOSE), {"number": LOOSE}),
    Way((" ".join(f"{ORGAN}文件"), "", "霁卫发〔2024〕12 号", ""), {"number": NUMBER}),
    Way((ORGAN, "霁卫函〔2024〕8号"), {"number": "霁卫函〔2024〕8号", "mark": ORGAN}),
    Way(
        ("000012", "机密★1年　特急", f"{ORGAN}文件", f"{NUMBER}　　签发人：何　川"),
        {"number": NUMBER, "copy_number": "000012", "secrecy": "机密★1年", "urgency": "特急"},
    ),
    Way((f"{ORGAN}文件", NUMBER, "签发人：何川", "会签人：韩大川"), {"number": NUMBER}),
)
TITLES = (
    "{organ}关于{what}的{kind}",
    "{organ}\n关于{what}的{kind}",
    "{organ}\n关于{what}的\n{kind}",
)
ADDRESSEES = (
    Way(("各乡镇卫生院，县直各单位：",), {"to": TO}),
    Way(("各乡镇卫生院,县直各单位:",), {"to": TO}),
    Way(("各乡镇卫生院，", "县直各单位："), {"to": TO}),
    Way(("各乡镇卫生院，县直各单位",), {"to": TO}),
    Way(("县疾控中心：",), {"to": "县疾控中心"}),
)
TEXTS = (
    ("现就有关工作通知如下，请认真落实。",),
    ("现就有关工作通知如下：", "一、加强领导", "各单位要高度重视。", "二、抓好落实", "按时报送。"),
    ("请认真落实。", "特此通知。"),
)
LISTS = (
    NOTHING,
    Way(("附件：工作统计表",), {"annexes": BOTH[:1]}),
    Way(("附件：1.工作统计表", "2.人员名单"), {"annexes": BOTH}),
    Way(("附：1、工作统计表", "　　2、人员名单"), {"annexes": BOTH}),
    Way(("附件：1.工作统计表　2.人员名单",), {"annexes": BOTH}),
    Way(("附件1：工作统计表", "附件2：人员名单"), {"annexes": BOTH}),
)
SIGNATURES = (
    (ORGAN, "2024年3月5日"),
    (f"{ORGAN}（盖章）", "2024年3月5日"),
    (ORGAN, "（县疾控中心代章）", "2024年3月5日"),
    (ORGAN, "二〇二四年三月五日"),
    (ORGAN, "2024-3-5"),
    (f"　　　　{ORGAN}  ", "", "　　　　2024 年 3 月 5 日"),
    ("2024年3月5日", ORGAN),
    (f"{ORGAN}　　　2024年3月5日",),
    ("（此页无正文）", ORGAN, "2024年3月5日"),
)
REMARKS = (
    NOTHING,
    Way(("（此件公开发布）",), {"note": "此件公开发布"}),
    Way(("此件公开发布",), {"note": "此件公开发布"}),
    Way(("（联系人：陈静，电话：0900-5550177）",), {"contact": CONTACT}),
    Way(("联系人：陈静", "电话：0900-5550177"), {"contact": CONTACT}),
    Way(
        ("（此件公开发布）", "（联系人：陈静；电话：0900-5550177）"),
        {"note": "此件公开发布", "contact": CONTACT},
    ),
)
IMPRINTS = (
    NOTHING,
    Way(("抄送：市卫生健康委，县委办公室。", f"{ORGAN}办公室　　2024年3月5日印发"), COPIES),
    Way(
        (
            *("主题词：卫生 通知", "抄送：市卫生健康委，", "县委办公室。", f"{ORGAN}办公室"),
            *("2024年3月5日印发", "（共印60份）"),
        ),
        COPIES,
    ),
)
PLAN_LABELS = ((), ("附件",), ("附件：", ""), ("附件1",))
PAGES = {
    1: ("附件", "工作统计表", "统计内容一栏。"),
    2: ("附件1", "", "工作统计表", "统计内容一栏。", "附件 2", "人员名单", "胡庆华、陈静。"),
}


@st.composite
def notices(draw: st.DrawFn) -> Way:
    """A notice, with a plan, or with its annexes, or alone."""
    planned = draw(st.booleans())
    kind = "通知" if planned else draw(st.sampled_from(["通知", "函", "报告", "请示"]))
    what = draw(
        st.sampled_from([f"印发《{PLAN}》", f"印发{PLAN}"] if planned else ["做好灭鼠工作"])
    )
    title = draw(st.sampled_from(TITLES)).format(organ=ORGAN, what=what, kind=kind)
    text = (
        (f"现将《{PLAN}》印发给你们，请认真执行。",) if planned else draw(st.sampled_from(TEXTS))
    )
    listed = NOTHING if planned else draw(st.sampled_from(LISTS))
    head, to, remark, imprint = (
        draw(st.sampled_from(ways)) for ways in (HEADS, ADDRESSEES, REMARKS, IMPRINTS)
    )
    says = {
        "issuer": ORGAN,
        "title": title.replace("\n", ""),
        "body": shortened("\n".join(text)),
        "signature": ORGAN,
        "date": "2024-3-5",
        **({"plan": PLAN, "outline": ["工作目标"]} if planned else {}),
    }
    for way in (head, to, listed, remark, imprint):
        says |= way.says
    signed = (*draw(st.sampled_from(SIGNATURES)), *remark.lines)
    below, early = draw(st.tuples(st.booleans(), st.booleans()))
    last = (*signed, *listed.lines) if below else (*listed.lines, *signed)
    pages: tuple[str, ...] = ()
    if planned:
        pages = (*draw(st.sampled_from(PLAN_LABELS)), PLAN, *PLAN_TEXT)
    elif listed.lines and draw(st.sampled_from([True, False])):
        pages = PAGES[len(listed.says["annexes"])]
    end = (*imprint.lines, *pages) if pages and early else (*pages, *imprint.lines)
    return Way((*head.lines, *title.split("\n"), *to.lines, *text, *last, *end), says)


WEB = ("当前位置：首页 > 政务公开 > 通知公告", "发布时间：2024-03-06 10:00 来源：县卫生健康局")
FOOT = ("责任编辑：杨帆", "【打印】 【关闭】")


def spaced(lines: Sequence[str]) -> bytes:
    return "\n\n".join(lines).encode()


def of_windows(lines: Sequence[str]) -> bytes:
    return "\r\n".join(lines).encode("gb18030")


def indented(lines: Sequence[str]) -> bytes:
    return "\n".join(f"　　{line}" for line in lines).encode()


def from_the_web(lines: Sequence[str]) -> bytes:
    return "\n".join((*WEB, *lines, *FOOT)).encode()


def paragraphs(lines: Sequence[str]) -> bytes:
    return docx(*map(p, lines))


def one_paragraph(lines: Sequence[str]) -> bytes:
    """A line break between any two lines, no paragraph."""
    return docx(w("p", w("r", w("br")).join(map(t, lines))))


MAKERS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "spaced.txt": spaced,
    "windows.txt": of_windows,
    "indented.txt": indented,
    "web.txt": from_the_web,
    "paragraphs.docx": paragraphs,
    "breaks.docx": one_paragraph,
}


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=40, deadline=None)
@given(notice=notices())
def test_a_notice_of_any_parts_is_read(name: str, notice: Way) -> None:
    found = said(MAKERS[name](notice.lines), name)
    for key in ("doubts", "ends", "locality"):
        found.pop(key, None)
    assert found == notice.says
