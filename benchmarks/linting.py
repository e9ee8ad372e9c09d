"""All rules on a spec of 60 KB, beside what the standard tools take to load and check it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from measure import Table, against, nothing_kept, race
from sizes import county
from standard import load_and_check, shaped

from plangen.pipeline import lint, load, make_case
from plangen.rules import Case, run
from plangen.text.memory import forget

SIZE = 60_000
MOST = 1 / 3


def tables(runs: int) -> Iterator[Table]:
    """The stages of `lint`, each against the same thing, and what a second run of the rules takes.

    A first one knows no line: what this process and those before remember is forgotten.
    """
    raw = county(SIZE)
    data = shaped(raw, "county").data
    plan = load(raw, "county").plan
    if plan is None:
        sys.exit("the spec is no plan without faults")
    cases: list[Case] = []

    def anew() -> None:
        """Two cases of which nothing is known: a case keeps what its rules have found out."""
        forget()
        cases[:] = make_case(plan), make_case(plan)

    with nothing_kept():
        theirs, loading, composing, _, rules, again, whole = race(
            runs,
            lambda: load_and_check(raw, data),
            lambda: load(raw, "county"),
            lambda: make_case(plan),
            anew,
            lambda: run(cases.pop()),
            lambda: run(cases.pop()),
            lambda: (forget(), lint(raw, "county")),
        )
    named = {
        "load and check": loading,
        "compose": composing,
        "all rules": rules,
        "all rules, lines known": again,
        "lint: all of these": whole,
    }
    rows = tuple((name, against(ours, theirs)) for name, ours in named.items())
    heads = ("plangen", "standard", "ratio")
    wanted = tuple(MOST if name == "all rules" else None for name in named)
    yield Table(f"{len(raw) // 1000} KB, ms", heads, rows, wanted=wanted)
