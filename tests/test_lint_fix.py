"""`lint --fix`: what is safe is mended in the text itself, and not a byte besides."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from plangen.config.model import Config
from plangen.pipeline import lint, mend
from plangen.problem import Fix
from plangen.rules import rules
from plangen.source.locate import Finder
from plangen.source.reader import read_yaml
from tests.tools.command import Result, plangen
from tests.tools.examples import NAMES
from tests.tools.more_rules import more_rules
from tests.tools.specs import SPECS, over_base

# try-comma quotes “,” alone, also where 1,000 stands beside it; try-word has a table of words;
# try-there and try-back undo each other; try-ordinal finds what plangen itself wrote.
TRY = Config(select=("try-*",))


@pytest.fixture(autouse=True, scope="module")
def _rules() -> Iterator[None]:
    with more_rules():
        yield


def mended(raw: bytes) -> tuple[bytes, int]:
    """What is mended, after checking that mending again changes nothing."""
    new, count = mend(raw, "方案.yaml", TRY)
    assert mend(new, "方案.yaml", TRY) == (new, 0)
    return new, count


def piece(text: str) -> tuple[str, int]:
    """A piece of a plan spec, mended."""
    base = over_base("").decode()
    new, count = mended(over_base(text))
    return new.decode().removeprefix(base.rstrip("\n") + "\n").removesuffix("\n"), count


MENDED = [
    # plain, with its comment; what is sound reads the same and stays
    ("preamble: 加强,领导  # 加强,领导", "preamble: 加强，领导  # 加强,领导", 1),
    ("preamble: 加强,领导1,000户,落实", "preamble: 加强，领导1,000户，落实", 2),
    ("preamble: 1,000户,落实2,000", "preamble: 1,000户，落实2,000", 1),
    ("preamble: 1,000户2,000处,落实", "preamble: 1,000户2,000处，落实", 1),
    ("preamble: 加强,领导,落实,责任", "preamble: 加强，领导，落实，责任", 3),
    ("preamble:   截止目前   ", "preamble:   截至目前   ", 1),
    ("preamble: 截止目前,截止目前", "preamble: 截至目前，截至目前", 3),
    # a place in a key or a mark of YAML is no place
    ("contact: {label: 截止目前, value: 甲,  }", "contact: {label: 截至目前, value: 甲,  }", 1),
    ("groups: [{name: 甲, duties: [乙, 丙,丁]}]", "groups: [{name: 甲, duties: [乙, 丙,丁]}]", 0),
    ("groups: [{name: 甲, duties: '乙,丙'}]", "groups: [{name: 甲, duties: '乙，丙'}]", 1),
    # Chinese keys
    ("引言: 加强,领导", "引言: 加强，领导", 1),
    ("工作组: [{名称: 甲, 职责: '乙,丙'}]", "工作组: [{名称: 甲, 职责: '乙，丙'}]", 1),
    # quotes and escapes
    ("preamble: '加强,领导''甲'''", "preamble: '加强，领导''甲'''", 1),
    ("preamble: 'a''甲,乙'  # '甲,乙'", "preamble: 'a''甲，乙'  # '甲,乙'", 1),
    (r'preamble: "甲\"\u4e59,丙\\丁,戊"', r'preamble: "甲\"\u4e59，丙\\丁，戊"', 2),
    (r'preamble: "甲\u002c乙\x2c丙"', 'preamble: "甲，乙，丙"', 2),
    (r'preamble: "截\u6b62目前"', 'preamble: "截至目前"', 1),
    (r'preamble: "甲\n乙,丙"', r'preamble: "甲\n乙，丙"', 1),
    # several lines
    ("preamble: 甲\n  乙,丙\n  丁,戊", "preamble: 甲\n  乙，丙\n  丁，戊", 2),
    ("preamble: 甲,\n  乙", "preamble: 甲，\n  乙", 1),
    ('preamble: "甲,\n\n  乙,丙"', 'preamble: "甲,\n\n  乙，丙"', 1),
    ("preamble: |\n  甲,乙\n\n    丙,丁\n", "preamble: |\n  甲，乙\n\n    丙，丁\n", 2),
    ("preamble: >-\n  甲,\n  乙,丙", "preamble: >-\n  甲，\n  乙，丙", 2),
    ("preamble: |2\n    甲,乙\n  丙,丁", "preamble: |2\n    甲，乙\n  丙，丁", 2),
    ("preamble: >-\n  截止\n  目前", "preamble: >-\n  截至\n  目前", 1),
    ("preamble: >-\n  两次两\n  次甲", "preamble: >-\n  两次两\n  次甲", 0),  # over two lines
    # by reference
    ("groups:\n- &a {name: 甲, duties: '乙,丙'}\n- *a", None, 1),
    ("preamble: &a 甲,乙\nclosing: *a", "preamble: &a 甲，乙\nclosing: *a", 1),
    ("preamble: &a\n  '甲,乙'\nclosing: *a", "preamble: &a\n  '甲，乙'\nclosing: *a", 1),
    # what needs a mark of its own inside quotes
    ("preamble: '甲＇乙'", "preamble: '甲''乙'", 1),
    ('preamble: "甲＂乙＼丙"', r'preamble: "甲\"乙\\丙"', 2),
    ("preamble: '甲＝乙＃丙'", "preamble: '甲: 乙 #丙'", 2),
    ("preamble: |\n  甲＝乙＃丙", "preamble: |\n  甲: 乙 #丙", 2),
]


@pytest.mark.parametrize(("before", "after", "count"), MENDED)
def test_mended(before: str, after: str | None, count: int) -> None:
    assert piece(before) == (before.replace(",丙", "，丙") if after is None else after, count)


LEFT = [
    "preamble: 甲＝乙",  # would be a key
    "preamble: 甲＃乙",  # would be a comment
    "preamble: ＆甲",  # would be an anchor
    "preamble: ＇甲",  # would be a quote
    "groups: [{name: 甲, duties: 乙｝}]",  # would be a bracket
    "preamble: ［甲",
    "preamble: 增加",  # the more it is mended, the more there is
    "preamble: 甬",  # one rule undoes the other
    "groups: [{name: 甲}, {name: 乙}]",  # the ordinal isn't in the file
]


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    problems = lint(over_base(text), "方案.yaml", TRY).problems
    assert piece(text) == (text, 0)
    assert problems != []


def test_what_can_not_be_mended_doesn_t_keep_others_from_it() -> None:
    assert piece("preamble: 甲＝乙,丙＃丁\nclosing: ＆甲,乙") == (
        "preamble: 甲＝乙，丙＃丁\nclosing: ＆甲，乙",
        2,
    )


@pytest.mark.parametrize(
    "frame",
    [
        b"\xef\xbb\xbf%s",
        b"%s\r\n# \xe7\x94\xb2,\xe4\xb9\x99\t\r\n",
        b"# \t\xe7\x94\xb2 \r\n\r\n%s   \r\n",
        b"%s",
        b"---\n%s\n...\n",
        b"%s\n\n\n# \t",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_marks_and_blanks_stay(frame: bytes, end: str) -> None:
    text = over_base("preamble: |\n  加强,领导\n  截止目前 \nclosing: 甲 #\t甲,乙").rstrip(b"\n")
    before = frame % text.replace(b"\n", end.encode())
    after = before.replace("强,领".encode(), "强，领".encode()).replace(
        "截止".encode(), "截至".encode()
    )
    assert mended(before) == (after, 2)


def test_a_broken_file_is_left_alone() -> None:
    for raw in (b"kind: plan\n", b"\xff\xfe", b"", "kind: [甲,乙".encode()):
        assert mended(raw) == (raw, 0)


def test_what_is_not_reported_is_not_mended() -> None:
    spec = over_base(
        "preamble: 加强,领导  # plangen: ignore=try-comma\nclosing: 加强,领导,截止目前"
    )
    new, count = mend(spec, "方案.yaml", Config(select=("try-*",), ignore=("try-word",)))
    assert (new.decode().split("\n")[-3:], count) == (
        ["preamble: 加强,领导  # plangen: ignore=try-comma", "closing: 加强，领导，截止目前", ""],
        2,
    )


def test_hundreds_of_problems_take_no_longer_than_a_few_readings() -> None:
    duty = "'加强,领导压实,责任 1,000'"
    rows = "".join(f"- {{name: 甲{n}组, duties: {duty}}}\n" for n in range(150))
    new, count = mended(over_base(f"groups:\n{rows}"))
    assert (new.decode().count("，"), new.decode().count("1,000"), count) == (300, 150, 300)


def test_what_a_rule_proposes_for_its_examples_is_done() -> None:
    done, left = [], []
    for rule in rules():
        chosen = Config(select=(rule.id,))
        for text, _ in rule.bad:
            before = over_base(text)
            after, count = mend(before, "方案.yaml", chosen)
            done += [rule.id] * count
            left += [(rule.id, text)] * (count != len(proposed(before, chosen)))
            left += [(rule.id, text)] * bool(proposed(after, chosen))
    assert left == []
    assert len(set(done)) > 10


def proposed(raw: bytes, chosen: Config) -> list[Fix]:
    return [problem.fix for problem in lint(raw, "方案.yaml", chosen).problems if problem.fix]


@pytest.mark.parametrize(("sound", "count"), [(0, 60), (60, 0)])
def test_many_pieces_alike_are_mended_where_all_are_faulty(sound: int, count: int) -> None:
    text = "甲,乙" * 60 + "1,000" * sound
    assert piece(f"preamble: {text}")[1] == count


# On the command line


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path(".plangen.yaml").write_text("select: [try-*]\n")
    path = tmp_path / "方案.yaml"
    path.write_bytes(over_base("preamble: 加强,领导\nclosing: 甲＝乙"))
    return path


WRONG = "方案.yaml:5:11: 错误 try-word：“＝”应作“: ”\n    5 | closing: 甲＝乙\n"


def test_fix_says_what_it_did_and_what_is_left(spec: Path) -> None:
    done = plangen("lint", "方案.yaml", "--fix")
    assert (done.code, done.err) == (1, "方案.yaml：改正 1 处\n")
    assert done.out.startswith(WRONG)
    assert spec.read_bytes() == over_base("preamble: 加强，领导\nclosing: 甲＝乙")


def test_what_fix_can_not_mend_is_not_touched(spec: Path) -> None:
    plangen("lint", "方案.yaml", "--fix")
    before = spec.stat()
    assert plangen("lint", "方案.yaml", "--fix").err == ""
    after = spec.stat()  # reading it may change when it was last read
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_fix_keeps_the_mode_of_a_file_and_the_link_to_it(spec: Path) -> None:
    spec.chmod(0o640)
    Path("link.yaml").symlink_to(spec)
    assert plangen("lint", "link.yaml", "--fix").err == "link.yaml：改正 1 处\n"
    assert Path("link.yaml").is_symlink()
    assert stat.S_IMODE(spec.stat().st_mode) == 0o640
    assert "加强，领导" in spec.read_text(encoding="utf-8")


def test_standard_input_can_not_be_fixed_and_keeps_the_others_from_it(spec: Path) -> None:
    before = spec.read_bytes()
    assert plangen("lint", "方案.yaml", "-", "--fix", stdin=before) == Result(
        2, "", "plangen：标准输入不能用 --fix；可用 --diff 看会改什么\n"
    )
    assert spec.read_bytes() == before


DIFF = """\
--- {name}
+++ {name}
@@ -1,5 +1,5 @@
 kind: plan
 title: 青山县创建国家卫生县城实施方案
 locality: {{name: 青山县, level: county}}
-preamble: 加强,领导
+preamble: 加强，领导
 closing: 甲＝乙
"""


@pytest.mark.parametrize("more", [[], ["--fix"]])
def test_diff_shows_what_fix_would_do_and_does_nothing(spec: Path, more: list[str]) -> None:
    before = spec.read_bytes()
    assert plangen("lint", "方案.yaml", "--diff", *more) == Result(
        0, DIFF.format(name="方案.yaml"), ""
    )
    assert spec.read_bytes() == before


def test_diff_of_standard_input(spec: Path) -> None:
    done = plangen("lint", "-", "--diff", stdin=spec.read_bytes())
    assert done == Result(0, DIFF.format(name="-"), "")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_git_can_apply_the_diff(spec: Path, end: bytes) -> None:
    before = spec.read_bytes().replace(b"\n", end or b"\n").rstrip(b"\r\n") + end
    Path("plan.yaml").write_bytes(before)
    diff = plangen("lint", "plan.yaml", "--diff").out
    Path("x.diff").write_text(diff, encoding="utf-8", newline="")
    subprocess.run(["git", "apply", "-p0", "x.diff"], check=True, env={**os.environ, "HOME": "."})
    assert Path("plan.yaml").read_bytes() == mended(before)[0]


# Faults put into the examples are mended, and the file is again what it was.


@dataclass(frozen=True)
class Fault:
    """A sound piece of text, and how to spoil it so that a rule mends it."""

    rule: str
    sound: str
    spoilt: str


@dataclass(frozen=True, repr=False)
class Spoilt:
    """An example, the same with faults of one kind, and where these are."""

    sound: bytes
    wrong: bytes
    fault: Fault
    places: tuple[tuple[int, int], ...]

    def __repr__(self) -> str:
        title = next(line for line in self.sound.decode().split("\n") if "title" in line)
        return f"{self.fault.rule} {self.fault.spoilt} {self.places} in {title}"


HAN = "[\u4e00-\u9fff]"
FAULTS = [
    Fault("try-comma", f"(?<={HAN})，(?={HAN})", ","),
    Fault("try-word", "工作", "工做"),
    Fault("date-padded", r"(?<=\d年)([1-9]月)(?!\d)", r"0\1"),
    Fault("punctuation-halfwidth", f"(?<={HAN})，(?={HAN})", ","),
    Fault("punctuation-halfwidth", f"(?<={HAN})；(?={HAN})", ";"),
    Fault("mark-doubled", f"(?<={HAN})，(?={HAN})", "，，"),
    Fault("cited-number-form", r"(?<=[发函])〔(20\d\d)〕(?=[1-9])", r"[\1]"),
]
EXAMPLES = [(SPECS / f"{name}.yaml").read_bytes() for name in NAMES]
FREE = {"preamble", "text", "duties", "closing", "after"}  # what is printed as it stands


def present() -> list[Fault]:
    """The faults whose rules are there."""
    known = {rule.id for rule in rules()} | {"try-comma"}
    return [fault for fault in FAULTS if fault.rule in known]


@st.composite
def faulty(draw: DrawFn) -> Spoilt:
    """An example with a few faults of one kind in its free texts."""
    raw = draw(st.sampled_from(EXAMPLES))
    fault = draw(st.sampled_from(present()))
    source, _ = read_yaml(raw, "x.yaml")
    finder = Finder(source)
    places = [
        (letter.line, letter.column, match.group(), match.expand(fault.spoilt))
        for path, text in finder.texts
        if FREE & set(path)
        for match in re.finditer(fault.sound, text)
        for found in finder.pieces(path, text)
        if (letter := found.letters[match.start()])
    ]
    chosen = draw(st.lists(st.sampled_from(places), unique=True, max_size=6)) if places else []
    lines = raw.decode().split("\n")
    for line, column, sound, wrong in sorted(chosen, reverse=True):
        text = lines[line - 1]
        assert text[column - 1 :].startswith(sound)
        lines[line - 1] = text[: column - 1] + wrong + text[column - 1 + len(sound) :]
    spots = tuple((line, column) for line, column, _, _ in chosen)
    spoilt = "\n".join(lines).encode()
    after, problems = read_yaml(spoilt, "x.yaml")
    assume(not problems and after.values.keys() == source.values.keys())  # no comma of [a, b]
    return Spoilt(raw, spoilt, fault, spots)


def test_there_are_faults_to_put_in() -> None:
    assert len(present()) >= 2
    assert len(EXAMPLES) >= 5


@settings(max_examples=25)
@given(faulty())
def test_fix_undoes_a_fault(case: Spoilt) -> None:
    chosen = Config(select=(case.fault.rule,))
    assert mend(case.sound, "x.yaml", chosen) == (case.sound, 0)
    new, count = mend(case.wrong, "x.yaml", chosen)
    assert (difference(case.sound, new), count) == ([], len(case.places))


@settings(max_examples=10)
@given(faulty())
def test_all_rules_together_mend_once_and_for_all(case: Spoilt) -> None:
    once, _ = mend(case.wrong, "x.yaml")
    assert mend(once, "x.yaml") == (once, 0)


def difference(one: bytes, other: bytes) -> list[tuple[str, str]]:
    """The lines in which two texts differ, briefly."""
    lines = zip(one.decode().split("\n"), other.decode().split("\n"), strict=True)
    return [(left[:80], right[:80]) for left, right in lines if left != right]
