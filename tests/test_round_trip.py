"""Law 2: what is written is read back as the plan that paper shows.

On plans of any sound shape and on every example; on copies from which all that isn't seen on paper
is stripped, on copies with automatic numbers for the typed ones, and on those that LibreOffice has
saved again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from plangen.model import plan as m
from plangen.model.plan import Plan
from plangen.pipeline import make_case
from plangen.read.docx import read_docx
from plangen.recognise import recognise
from plangen.recognise.printed import printed
from plangen.standard.catalogue import load_standard, standard_ids
from plangen.template.archive import CORE, DOCUMENT, unpack
from tests.faultless import faultless_plan
from tests.sound_plans import TITLES, plans
from tests.tools import examples
from tests.tools.autonumbered import LEVELS, autonumbered
from tests.tools.needs import IN_CI
from tests.tools.office import Office

KNOWN = {name: load_standard(name) for name in standard_ids()}
NAMES = [name for name in examples.NAMES if name != "xx-roadmap"]  # its plan is a county's
MANY, COPIED = (1000, 200) if IN_CI else (150, 20)
as_found = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
NAMED = re.compile(r'(<w:name w:val=")[^"]*(")')
UNSEEN = re.compile(r"<w:(?:bookmarkStart|bookmarkEnd|outlineLvl)\b[^>]*/>")


case = lru_cache(1)(make_case)


def written(plan: Plan) -> bytes:
    """The fullest document of a plan."""
    *_, document = case(plan).documents.values()
    return examples.written(plan, document)


def read_back(raw: bytes, plan: Plan) -> Plan:
    told = tuple(use.id for use in plan.standards if use.id)
    return recognise(read_docx(raw, "x.docx").document, KNOWN, told).plan


def expected(plan: Plan) -> Plan:
    return printed(plan, case(plan).context)


def anonymous(styles: str) -> str:
    """Styles whose names are numbers."""
    names = (f"s{number}" for number in itertools.count())
    return NAMED.sub(lambda found: f"{found[1]}{next(names)}{found[2]}", styles)


def stripped(raw: bytes) -> bytes:
    """A copy without names of styles, levels of headings, properties and bookmarks."""
    out = BytesIO()
    with ZipFile(BytesIO(raw)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/styles.xml":
                content = UNSEEN.sub("", anonymous(content.decode())).encode()
            if item.filename == "word/document.xml":
                content = UNSEEN.sub("", content.decode()).encode()
            if item.filename == "docProps/core.xml":
                content = re.sub(r"(<dc:\w+>)[^<]*", r"\1", content.decode()).encode()
            new.writestr(item.filename, content)
    return out.getvalue()


def saved(raws: list[bytes], soffice: Office, folder: Path) -> list[bytes]:
    """Copies that LibreOffice has saved again, all in one run of it."""
    paths = [folder / f"{number}.docx" for number in range(len(raws))]
    for path, raw in zip(paths, raws, strict=True):
        path.write_bytes(raw)
    return [path.read_bytes() for path in soffice.convert(paths, "docx")]


def unchanged(raw: bytes) -> bytes:
    return raw


COPIES: dict[str, Callable[[bytes], bytes]] = {
    "written": unchanged,
    "stripped": stripped,
    "autonumbered": autonumbered,
}
WRITTEN = (unchanged, autonumbered)  # what LibreOffice is given


@cache
def sample() -> tuple[Plan, ...]:
    """Plans drawn once for all copies, as drawing one takes longer than to write and read it."""
    found: list[Plan] = []

    @settings(as_found, phases=[Phase.generate], max_examples=COPIED, database=None)
    @given(plans())
    def draw(plan: Plan) -> None:
        found.append(plan)

    draw()
    assert len(found) >= COPIED
    return tuple(found)


# Plans of any sound shape


@settings(as_found, max_examples=MANY)
@given(plans())
def test_a_sound_plan_is_read_back_as_it_is_printed(plan: Plan) -> None:
    assert read_back(written(plan), plan) == expected(plan)


@settings(as_found, max_examples=COPIED)
@given(st.integers(0, 2**32 - 1))
def test_a_plan_in_which_no_rule_finds_anything_is_read_back(seed: int) -> None:
    plan = faultless_plan(Random(seed))
    assert read_back(autonumbered(written(plan)), plan) == expected(plan)


@pytest.mark.parametrize("copy", ["stripped", "autonumbered"])
def test_a_copy_reads_the_same(copy: str) -> None:
    for plan in sample():
        assert read_back(COPIES[copy](written(plan)), plan) == expected(plan)


def test_a_copy_that_libreoffice_saved_reads_the_same(soffice: Office, tmp_path: Path) -> None:
    raws = [WRITTEN[at % len(WRITTEN)](written(plan)) for at, plan in enumerate(sample())]
    for raw, plan in zip(saved(raws, soffice, tmp_path), sample(), strict=True):
        wanted = expected(plan)
        assert read_back(raw, plan) == wanted
        assert read_back(stripped(raw), plan) == wanted


# What a section of phases ends with

TIMES = m.TableSpec(head=("事项", "时限"), rows=(("宣传", "长期"),))
ITEMS = (m.Item(text="推进厕所革命。"), m.Item(text="清除卫生死角。"))
CHECKS = m.Section(heading="环境卫生", text="开展整治。", table=TIMES, after="各村要配合。")
STEPS = m.Section(heading="环境卫生整治", items=ITEMS, table=TIMES, after="各村要配合。")
END = m.Section(heading="总结验收", text="开展验收。", table=TIMES)
PHASE = m.Phase(name="环境卫生整治", tasks=ITEMS)


@pytest.mark.parametrize(
    ("section", "phases"),
    [
        (
            m.Section(heading="时间安排", show=("phases",), table=TIMES, after="按时报送。"),
            (PHASE,),
        ),
        (m.Section(heading="时间安排", sections=(STEPS,)), ()),
        (m.Section(heading="时间安排", sections=(STEPS, END)), ()),
        (m.Section(heading="时间安排", sections=(replace(STEPS, sections=(CHECKS,)), END)), ()),
        (m.Section(heading="时间安排", sections=(STEPS,), table=TIMES), ()),
    ],
    ids=["shown", "one", "two", "deep", "both"],
)
def test_a_table_below_phases_is_read_back(
    section: m.Section, phases: tuple[m.Phase, ...]
) -> None:
    locality = m.Locality(name="霁川县", level="county")
    plan = m.Plan(title=TITLES[0], locality=locality, outline=(section,), phases=phases)
    assert read_back(written(plan), plan) == expected(plan)


def test_a_table_that_ends_the_last_phase_is_its_section_s() -> None:
    section = m.Section(heading="时间安排", show=("phases",), table=TIMES)
    locality = m.Locality(name="霁川县", level="county")
    plan = m.Plan(title=TITLES[0], locality=locality, outline=(section,), phases=(PHASE,))
    back = read_back(written(plan), plan)
    assert (back.outline, back.phases) == ((section,), (PHASE,))


# An office below groups whose duties are a list


def test_classes_of_people_end_the_roster_of_an_office_below_a_list() -> None:
    everybody = m.RosterRole(role="成员", units=("县医院",), classes=("各乡镇党委书记",))
    office = m.Office(name="县创卫办", seat="县卫生健康局", roster=(everybody,), numbered=False)
    group = m.Group(name="宣传组", units=("县医院",), lead="职责", duties=ITEMS)
    show = ("leaders", "groups", "offices")
    leader = m.RosterRole(role="组长", people=(m.Person(name="韩大川"),))
    plan = m.Plan(
        title=TITLES[0],
        locality=m.Locality(name="霁川县", level="county"),
        leaders=m.Leaders(name="领导小组", roster=(leader,)),
        offices=(office,),
        groups=(group,),
        outline=(m.Section(heading="组织领导", show=show),),
        closing="各村要配合。",
    )
    back = read_back(written(plan), plan)
    assert (back.offices[0].roster, back.closing) == ((everybody,), "各村要配合。")


# The examples


@cache
def example(name: str) -> bytes:
    return written(examples.plan(name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("copy", COPIES)
def test_an_example_is_read_back_as_it_is_printed(name: str, copy: str) -> None:
    plan = examples.plan(name)
    assert read_back(COPIES[copy](example(name)), plan) == expected(plan)


def test_examples_that_libreoffice_saved_read_the_same(soffice: Office, tmp_path: Path) -> None:
    made = [(name, change) for name in NAMES for change in WRITTEN]
    raws = saved([change(example(name)) for name, change in made], soffice, tmp_path)
    for raw, (name, _) in zip(raws, made, strict=True):
        plan = examples.plan(name)
        assert read_back(raw, plan) == expected(plan)
        assert read_back(stripped(raw), plan) == expected(plan)


# What the copies are


def test_automatic_numbers_stand_for_all_typed_ones() -> None:
    for name in NAMES:
        typed = read_docx(example(name), "x.docx").document
        copy = read_docx(autonumbered(example(name)), "x.docx").document
        assert copy.texts() == typed.texts()
        ordinals = [text for text in typed.texts() if any(form.match(text) for form, *_ in LEVELS)]
        assert len(ordinals) > 10
        assert [block.text for block in copy.blocks if block.auto] == ordinals


def test_a_stripped_copy_has_no_names_levels_and_properties() -> None:
    parts = unpack(stripped(example("xx-county")))
    text = b"".join(parts[name] for name in ("word/styles.xml", DOCUMENT, CORE)).decode()
    assert len(NAMED.findall(text)) > 20
    told = r'w:name w:val="(?!s\d+")|<w:bookmark|<w:outlineLvl|<dc:\w+>[^<]'
    assert re.findall(told, text) == []


def test_a_saved_copy_is_libreoffice_s_own(soffice: Office, tmp_path: Path) -> None:
    (raw,) = saved([example("xx-town")], soffice, tmp_path)
    assert b"LibreOffice" in unpack(raw)["docProps/app.xml"]
