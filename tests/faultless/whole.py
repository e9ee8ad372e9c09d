"""A faultless plan from its parts: phases one after another, and a notice that fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from random import Random
from typing import TypeVar, cast

from plangen.model import plan as m
from plangen.problem import Where
from plangen.text.dates import parse_date
from tests.faultless.bodies import Bodies
from tests.faultless.notices import notice
from tests.faultless.outlines import Texts, outline
from tests.faultless.times import Times, times
from tests.faultless.world import World, prose

T = TypeVar("T")
INDICATORS = (
    ("群众对卫生状况满意率", "96"),
    ("生活垃圾无害化处理率", "100"),
    ("绿化覆盖率", "45"),
)
TABLE = m.TableSpec(
    head=("序号", "任务", "牵头单位", "完成时限"),
    rows=(
        ("1", "摸底调查，建立台账", "卫生健康局", "第一阶段"),
        ("2", "集中整治", "住房城乡建设局\n城市管理局", "第二阶段"),
        ("3", "总结经验，巩固成果", "各责任单位", "长期坚持"),
    ),
)


def faultless_plan(rnd: Random) -> m.Plan:
    """A plan without a fault, each part with its place as in a spec."""
    world = World.drawn(rnd)
    maker = Maker(world, Texts(world), times(world, rnd.randint(2, 5)))
    return placed(maker.plan(), Where())


def placed(value: T, where: Where) -> T:
    """A part of a plan with its place, and all parts in it with theirs."""
    if isinstance(value, tuple):
        return cast("T", tuple(placed(each, where / at) for at, each in enumerate(value)))
    if not isinstance(value, m.Part):
        return value
    own = {each.name: getattr(value, each.name) for each in fields(value)}
    inner = {name: placed(each, where / name) for name, each in own.items() if name != "where"}
    return cast("T", replace(value, where=where, **inner))


@dataclass
class Maker:
    """Makes one plan."""

    world: World
    texts: Texts
    times: Times
    measured: bool = field(default=False)

    def plan(self) -> m.Plan:
        """Everything together."""
        world = self.world
        bodies = Bodies(world)
        groups, assignments = bodies.clauses()
        made = m.Plan(
            title=f"{world.place}创建{world.goal}{world.rnd.choice(['', '工作'])}实施方案",
            locality=self.locality(),
            standards=bodies.use,
            period=self.period(),
            preamble=world.say(world.rnd.choice(prose()["preambles"])),
            targets=tuple(self.targets()),
            leaders=bodies.leaders,
            offices=(bodies.office,) if bodies.office else (),
            groups=groups,
            assignments=assignments,
            phases=tuple(self.phases()),
            guarantees=tuple(self.guarantees()),
            closing=world.say(world.rnd.choice(["", "", *prose()["closings"]])),
            wording=self.wording(),
            layout=m.Layout(metrics=world.rnd.choice(["standard", "optical"])),
        )
        made = replace(made, outline=outline(world, made, self.texts))
        made = replace(made, annexes=self.annexes(made))
        made = replace(made, offices=tuple(named(office, made) for office in made.offices))
        return replace(made, notice=notice(world, made, self.times.opens))

    def locality(self) -> m.Locality:
        world = self.world
        short = world.rnd.choice(["", f"我{world.own}"])
        office = f"{world.own}创建办" if world.led else ""
        return m.Locality(name=world.place, level=world.level, short=short, office=office)

    def period(self) -> m.Period | None:
        """实施期限, from the first phase to the last, where all have ends."""
        (first, _), *_ = self.times.spans
        ends = [end for _, end in self.times.spans if end]
        if first is None or len(ends) < len(self.times.spans) or self.world.maybe():
            return None
        return m.Period(start=first, end=ends[-1])

    def targets(self) -> Iterator[m.Target]:
        """Goals, some due in a month of the phases."""
        world, due = self.world, self.times.due
        for text in world.some(prose()["aims"], 1, 4):
            if due and not world.masked and world.maybe():
                date = parse_date(due)
                yield m.Target(text=f"{date}底前，{text}。", by=date)
            elif world.maybe(0.2) and not self.measured:
                self.measured = True
                yield m.Target(text=f"{text}。", indicators=self.indicators())
            else:
                yield m.Target(text=f"{text}。")

    def indicators(self) -> tuple[m.Indicator, ...]:
        """Measures that reach what any standard wants."""
        chosen = self.world.some(INDICATORS, 1, 3)
        return tuple(m.Indicator(name=n, op=">=", value=v, unit="%") for n, v in chosen)

    def phases(self) -> Iterator[m.Phase]:
        """阶段, each with a text or tasks."""
        world, count = self.world, len(self.times.spans)
        kinds = world.some(range(len(prose()["phases"])), count, count)
        for kind, (start, end) in zip(kinds, self.times.spans, strict=True):
            name = world.rnd.choice(prose()["phases"][kind])
            told = [world.say(text) for text in world.some(prose()["tasks"][kind], 2, 4)]
            told += self.texts.some(0, 2)
            if world.maybe():
                yield m.Phase(name=name, start=start, end=end, text="\n".join(told[:2]))
            else:
                tasks = tuple(m.Item(text=text) for text in told)
                yield m.Phase(name=name, start=start, end=end, tasks=tasks)

    def guarantees(self) -> Iterator[m.Guarantee]:
        """保障措施, in a paragraph or several."""
        for title, text in self.world.some(prose()["guarantees"], 2, 6):
            told = [self.world.say(text), *self.texts.some(0, 2)]
            yield m.Guarantee(title=title, text=self.world.rnd.choice(["", "\n"]).join(told))

    def wording(self) -> m.Wording:
        """Any of the forms that real plans have."""
        choose = self.world.rnd.choice
        return m.Wording(
            phases=choose(["numbered", "named"]),
            phase_dates=choose(["heading", "heading", "none"]),
            phase_headings=choose(["standing", "run-in"]),
            range=choose(["至", "—"]),
            range_years=choose(["short", "full"]),
            posts=choose(["brackets", "space"]),
            guarantees=choose(["run-in", "standing"]),
            targets=choose(["paragraphs", "items"]),
            duties=choose(["具体职责", "工作职责"]),
            units=choose(["成员单位", "责任单位"]),
            lead=choose(["牵头单位", "责任单位"]),
            support=choose(["协助单位", "配合单位"]),
        )

    def annexes(self, plan: m.Plan) -> tuple[m.Annex, ...]:
        """附件 that the closing speaks of."""
        if "附件" not in plan.closing:
            return ()
        shown = not plan.outline or any("assignments" in one.show for one in plan.outline)
        first = m.Annex(title="任务分解表", table=TABLE)
        if plan.assignments and not shown:
            first = replace(first, table=None, show="assignments")
        second = m.Annex(title="工作进展情况统计表", text="\n".join(self.texts.some(1, 3)))
        return (first, second) if "附件2" in plan.closing else (first,)


def named(office: m.Office, plan: m.Plan) -> m.Office:
    """An office with its short name only where the text goes on to use it."""
    text = "".join(str(part) for part in (plan.phases, plan.closing, plan.guarantees))
    return office if office.short in text else replace(office, short="")
