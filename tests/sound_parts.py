"""Parts of sound plans for hypothesis, in words that people write.

Sound is what the schema and design ask of a text: a line of free text doesn't read as structure,
names have no marks, headings no 。. What they say makes no sense; the words are our own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from plangen.model import plan as m
from plangen.text.dates import Date, parse_date

T = TypeVar("T")

SURNAMES = (
    "王 李 张 刘 陈 黄 周 徐 马 林 高 郑 唐 韩 曹 曾 沈 钟 石 金 方 白 江 欧阳 司马 诸葛".split()
)
GIVEN = (
    "伟 敏 静 国栋 志远 晓梅 建华 立新 长林 卫民 守义 玉芬 文斌 春和 海涛 若兰 行健 知行 登台"
).split()
MASKED = "XX XXX 某某 张某某 李×× 买买提·艾力".split()
POSTS = (
    *("县委书记", "县委副书记", "县长", "县委常委", "副县长", "县政府党组成员"),
    *("县教育局局长", "县卫生健康局二级主任科员", "县爱卫办主任", "县人民医院党委书记"),
    *("主持工作的副局长", "县公安局交警大队大队长", "云渡镇党委书记", "县人大常委会副主任"),
)
UNITS = (
    *("县委宣传部", "县卫生健康局", "县教育局", "县人民医院", "云渡镇人民政府", "各乡镇人民政府"),
    *("县医疗集团", "团县委", "县融媒体中心", "霁阳街道办事处", "县文明办", "县直各学校"),
    *("国网霁川县供电公司", "县市场监管局", "县疾控中心", "白石渡镇", "县妇联", "县爱卫办"),
)
CLASSES = (
    *("各乡镇党委书记", "各街道办事处主任", "县直各部门主要负责人", "其他有关单位负责人"),
    *("各村（社区）党组织书记", "驻县各单位负责人"),
)
DRAWN = ("由县卫生健康局、县教育局抽调人员组成", "根据工作需要从有关单位抽调人员组成。")
CLAUSES = (
    *("建立健全工作机制，落实经费保障", "加强组织领导，明确责任分工", "30%以上村庄建成卫生村"),
    *("广泛开展健康教育，普及卫生知识，提高居民健康素养水平", "“四害”密度达到国家标准C级要求"),
    *("完善环境卫生设施，做到垃圾日产日清", "2024年6月底前完成申报工作", "推进厕所革命"),
    *("各乡镇、各部门要各负其责，密切配合", "一是加强领导；二是落实责任；三是严格督查"),
    *("严格落实《公共场所卫生管理条例》（2024年修订）", "各单位要做到：责任到人、措施到位"),
    *("对工作不力的（含弄虚作假的），由县监委约谈", "开展“周末大扫除”活动，全面清除卫生死角"),
    *("5月、9月各组织一次集中整治", "健全长效机制", "加强监测，及时处置", "建成区绿化率达到36.5%"),
    *("经费列入年度财政预算", "创建资料由专人管理", "实行“红黄牌”制度"),
)
HEADINGS = (
    *("指导思想", "基本原则", "主要任务", "创建范围", "环境卫生整治", "健康教育与健康促进"),
    *(
        "食品安全",
        "督查考核",
        "病媒生物预防控制",
        "公共场所和饮用水卫生",
        "档案资料",
        "“四个一”活动",
    ),
)
MEASURES = (
    *("加强组织领导", "强化宣传发动", "严格督查考核", "落实经费保障", "坚持标本兼治，注重实效"),
    *("广泛宣传，营造氛围", "健全机制", "落实“门前三包”责任", "强化3项保障", "建立“1+3”机制"),
)
PHASES = ("启动部署阶段", "集中整治阶段", "自查申报阶段", "迎检验收阶段", "巩固提升阶段")
LABELS = ("疾病预防与控制", "环境卫生", "食品和饮用水安全", "档案资料")
GROUPS = (
    *("宣传发动组", "健康教育组", "环境卫生组", "督导检查组", "资料档案组", "食品安全工作组"),
    *("志愿服务队", "县疾控中心", "“四害”密度监测组"),
)
OFFICE_TEXTS = (
    "领导小组办公室设在县卫生健康局，由其主要负责人兼任办公室主任。",
    "领导小组下设综合协调办公室（以下简称“县创卫办”），承担日常工作。\n组成人员如下：",
)
OFFICES = ("县创卫办", "综合协调办公室", "领导小组办公室")


def few(part: SearchStrategy[T], least: int = 0, most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    """A few of a part."""
    return st.lists(part, min_size=least, max_size=most).map(tuple)


def some(words: tuple[str, ...], least: int = 0, most: int = 3) -> SearchStrategy[tuple[str, ...]]:
    """A few different ones of some words."""
    return st.lists(st.sampled_from(words), min_size=least, max_size=most, unique=True).map(tuple)


def rarely(long: SearchStrategy[T], usual: SearchStrategy[T]) -> SearchStrategy[T]:
    """One time in eight what has more than ten numbers, which makes a plan slow to draw."""
    return st.integers(0, 7).flatmap(lambda turn: usual if turn else long)


def perhaps(part: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """A part or nothing."""
    return st.none() | part


def maybe(text: SearchStrategy[str]) -> SearchStrategy[str]:
    """A text or none."""
    return st.just("") | text


def _date(written: str) -> Date:
    found = parse_date(written)
    assert found is not None
    return found


DATES = ("2024", "2024-02", "2024-3-08", "2024-12-31", "2025-06", "2025-1-10", "20XX-07")
date = st.sampled_from([_date(day) for day in DATES])
day = st.sampled_from([_date(day) for day in ("2024-1-8", "2024-12-31", "20XX-7-XX")])
flag = st.booleans()

sentence = st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=2).map(
    lambda parts: "。".join(parts) + "。"
)
unended = st.sampled_from(CLAUSES)
line = sentence | sentence | unended
text = st.lists(sentence, min_size=1, max_size=3).map("\n".join)
no_text = maybe(text)
plain = text.filter(lambda lines: not lines[0].isdigit())
heading = st.sampled_from(HEADINGS)

name = st.builds(lambda first, given: first + given, *map(st.sampled_from, (SURNAMES, GIVEN)))
name = name | name | name | st.sampled_from(MASKED)
person = st.builds(m.Person, name=name, posts=some(POSTS, 1, 2))
bare = st.builds(m.Person, name=name)
people = few(person, 1, 4) | few(bare, 1, 4) | few(person | bare, 1, 4)
units, classes = some(UNITS, 1, 4), some(CLASSES, 1, 2)
role_name = st.sampled_from(
    "组长 副组长 第一组长 常务副组长 成员 主任 副主任 总指挥 联络员 召集人 片长".split()
)


@st.composite
def rosters(draw: st.DrawFn, least: int = 0) -> tuple[m.RosterRole, ...]:
    """Roles with people, units, classes of people, or a sentence."""
    names = draw(st.lists(role_name, min_size=least, max_size=3, unique=True))
    return tuple(draw(roles(name)) for name in names)


def roles(name: str) -> SearchStrategy[m.RosterRole]:
    """A role held by somebody."""
    role = st.just(name)
    return (
        st.builds(m.RosterRole, role=role, people=people)
        | st.builds(m.RosterRole, role=role, people=people, units=units)
        | st.builds(m.RosterRole, role=role, people=people, classes=classes)
        | st.builds(m.RosterRole, role=role, people=people, text=st.sampled_from(DRAWN))
        | st.builds(m.RosterRole, role=role, units=units, classes=st.just(()) | classes)
        | st.builds(m.RosterRole, role=role, text=st.sampled_from(DRAWN))
    )


item = st.builds(m.Item, text=text, title=st.just("") | st.sampled_from(MEASURES))
# A single item that begins with a digit (1.30%以上……) reads as a decimal: two at least.
single = few(st.builds(m.Item, text=plain, title=st.just("")), 1, 1)
items = rarely(few(item, 11, 12), few(item, 2, 3) | single)
printing = st.sampled_from(["", "numbers", "texts", "both", "none"])
duties = st.just(()) | sentence | unended | items
lead = st.sampled_from(["制定工作方案", "承担日常工作，组织督查", "负责宣传工作"])


@dataclass(frozen=True)
class Follow:
    """The standards that a plan follows, and what it may refer to."""

    uses: tuple[m.StandardUse, ...] = ()
    ids: tuple[str, ...] = ()
    sections: tuple[tuple[str, str], ...] = ()  # a section and numbers in it
    second: tuple[str, str] = ("", "")  # another standard and ids of it

    def refs(self) -> SearchStrategy[tuple[m.ClauseRef, ...]]:
        """References to the clauses of the standards."""
        by_id = st.builds(m.ClauseRef, ids=st.sampled_from(self.ids or ("",)), print=printing)
        named = st.sampled_from(self.sections or (("", ""),))
        by_section = st.builds(
            lambda place, how: m.ClauseRef(section=place[0], clauses=place[1], print=how),
            named,
            printing if self.ids else st.just(""),
        )
        other = st.builds(
            m.ClauseRef,
            ids=st.just(self.second[1]),
            standard=st.just(self.second[0]),
            print=printing,
        )
        arms = [*([by_id] if self.ids else []), *([by_section] if self.sections else [])]
        arms += [other] if self.second[0] else []
        return few(st.one_of(arms)) if arms else st.just(())

    def assignments(self) -> SearchStrategy[tuple[m.Assignment, ...]]:
        """Clauses, sections and own tasks with who does them; a body in charge of a section."""
        by = {
            "lead": some(UNITS, 1, 2),
            "lead_label": st.sampled_from(["", "", "责任单位", "主办单位"]),
            "support": some(UNITS),
            "support_label": st.sampled_from(["", "", "责任单位", "参与单位"]),
            "also": few(party, 0, 2),
        }
        own = st.builds(
            m.Assignment,
            section=st.sampled_from(["", "健康教育", "工作保障"]),
            text=text,
            **by,
        )
        clause = st.builds(
            m.Assignment,
            clause=st.sampled_from(self.ids or ("",)),
            text=st.just("") if self.ids else sentence,
            **by,
        )
        section = st.builds(m.Assignment, section=st.just("健康教育"), text=st.just(""), **by)
        charged = st.builds(
            m.Assignment,
            section=st.sampled_from(["健康教育", "环境卫生"]),
            charge=st.sampled_from(GROUPS),
        )
        intro = st.builds(m.Assignment, section=st.just("工作保障"), intro=sentence)
        below = st.builds(m.Assignment, section=st.just("工作保障"), text=text, **by)
        introduced = st.tuples(intro, below) | st.tuples(intro, below, below)
        each = own | clause | section if self.ids else own
        alone = st.tuples(charged, each) | st.tuples(each, charged, charged)
        return few(each, 0, 4) | alone | introduced


party = st.builds(
    m.Party, label=st.sampled_from(["责任单位", "协办单位", "参加单位"]), units=some(UNITS, 1, 2)
)


@st.composite
def themes(draw: st.DrawFn, follow: Follow) -> dict[str, Any]:
    """Lead-in, clauses, own duties: something that prints, or nothing."""
    refs = draw(follow.refs())
    held = draw(duties)
    silent = all(ref.print == "none" for ref in refs)
    return {
        "lead": draw(lead if silent and refs else maybe(lead)),
        "clauses": refs,
        "duties": held,
    }


@st.composite
def bodies(draw: st.DrawFn, follow: Follow) -> dict[str, Any]:
    """What stands below a body's name."""
    own = draw(themes(follow))
    labels = draw(some(LABELS, 0, 2))
    blocks = tuple(m.DutyBlock(label=label, **draw(themes(follow))) for label in labels)
    return {
        "roster": draw(rosters()),
        "units": draw(st.just(()) | units),
        **own,
        "blocks": blocks if any(blocks) else (),
        "after": draw(maybe(sentence)),
    }


@st.composite
def groups(draw: st.DrawFn, follow: Follow) -> m.Group:
    """A group."""
    name = draw(st.sampled_from(GROUPS))
    return m.Group(name=name, text=draw(no_text), **draw(bodies(follow)))


@st.composite
def offices(draw: st.DrawFn, follow: Follow) -> m.Office:
    """An office: with a number or a sentence that names it."""
    numbered = draw(flag)
    return m.Office(
        name=draw(st.sampled_from(OFFICES)),
        short=draw(maybe(st.just("县创卫办"))),
        seat=draw(maybe(st.sampled_from(["县爱卫办", "县卫生健康局"]))),
        text=draw(no_text if numbered else maybe(st.sampled_from(OFFICE_TEXTS))),
        numbered=numbered,
        **draw(bodies(follow)),
    )


leaders = st.builds(
    m.Leaders,
    name=st.sampled_from(["霁川县创建国家卫生县城工作领导小组", "县爱国卫生运动指挥部"]),
    short=maybe(st.sampled_from(["领导小组", "指挥部"])),
    text=maybe(st.just("为加强领导，县里成立霁川县创卫工作领导小组，统筹各项工作。名单如下：")),
    duties=maybe(st.sampled_from(["负责统一领导、统筹协调全县创卫工作", "负责重大事项决策。"])),
    roster=rosters(least=1),
    after=no_text,
)
indicator = st.builds(
    m.Indicator,
    name=st.sampled_from(["群众对卫生状况满意率", "生活垃圾无害化处理率"]),
    op=st.sampled_from([">=", "<=", ">", "<", "=="]),
    value=st.sampled_from(["90", "36.5", "0"]),
    unit=st.sampled_from(["%", "", "平方米"]),
)
target = st.builds(
    m.Target,
    text=text,
    title=st.just("") | st.sampled_from(MEASURES),
    by=perhaps(date),
    indicators=st.just(()) | few(indicator, 1, 2),
)
phase = st.builds(
    m.Phase,
    name=st.sampled_from(PHASES),
    start=perhaps(date),
    end=perhaps(date),
    when=maybe(st.sampled_from(["2024年6月底前", "2024年3月上旬", "长期坚持"])),
    text=no_text,
    tasks=st.just(()) | items,
)
guarantee = st.builds(m.Guarantee, title=st.sampled_from(MEASURES), text=text)
contact = few(
    st.builds(
        m.ContactLine,
        label=st.sampled_from(["联系人", "联系电话", "电子邮箱"]),
        value=st.sampled_from(["陆知秋", "0000-1234567", "cwb@example.org"]),
    )
)


@st.composite
def tables(draw: st.DrawFn) -> m.TableSpec:
    """A table whose rows have as many cells as its head."""
    columns = draw(st.integers(1, 3))
    heads = draw(some(("序号", "事项", "时限", "备注"), columns, columns))
    row = few(maybe(text | st.sampled_from(["1", "长期"])), columns, columns)
    return m.TableSpec(head=heads, rows=draw(few(row, 1, 3)))
