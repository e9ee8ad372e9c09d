"""The documentation is true: generated pages are fresh, examples work, quoted output is real."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from docs import generate
from plangen.pipeline import load
from plangen.schema.load import Keys, Schema, schema

ROOT = Path(__file__).parents[1]
READMES = (ROOT / "README.md", ROOT / "README.en.md")
MANUALS = tuple(sorted((ROOT / "docs").glob("*.md")))
RULE_EXAMPLES = ROOT / "docs" / "rules.md"  # some of them faulty on purpose, and tried as tests
PAGES = (*READMES, *MANUALS)

FENCE = re.compile(r"^( *)```([^\n]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")
GAP = "……"  # in a quoted output: whatever stands here
SKELETON = {
    "kind": "kind: plan",
    "title": "title: 霁川县创建国家卫生县城实施方案",
    "locality": "locality: {name: 霁川县, level: county}",
}
LABELS = {"kind": "类型", "title": "标题", "locality": "地区"}


@dataclass(frozen=True)
class Fence:
    """A fenced block: its language, the file it stands for if it names one, and its text."""

    language: str
    file: str
    text: str


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fences(path: Path) -> list[Fence]:
    found = []
    for indent, info, body in FENCE.findall(path.read_text(encoding="utf-8")):
        language, _, file = info.partition(" ")
        text = re.sub(f"^{indent}", "", body, flags=re.MULTILINE)
        found.append(Fence(language, file, text))
    return found


def prose(path: Path) -> str:
    """A page without its fenced blocks, where # begins a comment and not a heading."""
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def headings(path: Path) -> list[tuple[int, str]]:
    found = re.findall(r"^(#+) (.+)$", prose(path), re.MULTILINE)
    return [(len(marks), text) for marks, text in found]


def anchors(path: Path) -> set[str]:
    counts: Counter[str] = Counter()
    out = set()
    for _, text in headings(path):
        slug = generate.slug(text)
        out.add(f"{slug}-{counts[slug]}" if counts[slug] else slug)
        counts[slug] += 1
    return out


def links(path: Path) -> list[str]:
    return [unquote(one or other) for one, other in LINK.findall(prose(path))]


# What is generated


def test_the_generated_pages_are_fresh() -> None:
    made = generate.pages()
    assert len(made) >= 4
    stale = [name(p) for p, text in made.items() if p.read_text(encoding="utf-8") != text]
    assert stale == [], "运行 make docs"


def test_every_command_is_in_the_manual() -> None:
    assert sorted(generate.markers("help")) == sorted(path for path, _ in generate.commands())


def test_every_command_and_every_option_has_a_help() -> None:
    found = list(generate.commands())
    assert len(found) > 3
    dumb = [path for path, command in found if not command.help]
    for path, command in found:
        options = [each for each in command.params if isinstance(each, click.Option)]
        dumb += [f"{path} {each.name}" for each in options if not each.help]
    assert dumb == []


@pytest.mark.parametrize("kind", ["plan", "standard", "config"])
def test_every_part_of_a_schema_has_its_table(kind: str) -> None:
    found = schema(kind)
    parts = {f"{kind}.{part}" for part in reachable(found, found.keys)}
    placed = [marker for marker in generate.markers("keys") if marker.split(".")[0] == kind]
    assert sorted(placed) == sorted({kind} | parts)


def reachable(found: Schema, keys: Keys) -> set[str]:
    """The parts that some key leads to."""
    out: set[str] = set()
    todo = [keys]
    while todo:
        for rules in todo.pop().values():
            inner = rules.get("schema")
            part = found.part(inner if isinstance(inner, dict) else rules)
            if part and part[0] not in out:
                out.add(part[0])
                todo.append(part[1])
    return out


def test_every_fault_of_form_is_in_the_manual() -> None:
    code = "".join(p.read_text("utf-8") for p in sorted((ROOT / "plangen").rglob("*.py")))
    raised = set(re.findall(r'"((?:yaml|spec)-[a-z0-9-]+)"', code))
    listed = re.findall(r"^\| ((?:yaml|spec)-[a-z0-9-]+) \|", prose(RULE_EXAMPLES), re.MULTILINE)
    assert len(raised) > 8
    assert sorted(listed) == sorted(raised)


# What is quoted


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_the_examples_render_and_print_what_the_page_quotes(page: Path, tmp_path: Path) -> None:
    for folder in ("specs", "samples", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "specs/xx-town.yaml", tmp_path / "方案.yaml")
    for fence in fences(page):
        if fence.language == "yaml" and fence.file:
            (tmp_path / fence.file).write_text(fence.text, encoding="utf-8")
        elif fence.file:
            edit(tmp_path / fence.file, fence.text)
        elif fence.language == "console":
            for command, quoted in calls(fence.text):
                assert agrees(quoted, output(command, tmp_path)), command
        elif fence.language == "python":
            assert run([sys.executable, "-c", fence.text], tmp_path).returncode == 0, fence.text


def edit(file: Path, changes: str) -> None:
    """Make the changes `old → new`, a line each; the old text must be there once."""
    text = file.read_text(encoding="utf-8")
    for line in changes.splitlines():
        old, new = (part.strip() for part in line.split(" → "))
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def calls(text: str) -> Iterator[tuple[str, str]]:
    """Each `$ plangen …` of a console block with the output quoted under it."""
    for call in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, quoted = call.partition("\n")
        if command.startswith("plangen "):
            yield command, quoted


def output(command: str, folder: Path) -> str:
    """What a command prints, on both streams, in the order it comes."""
    done = run([sys.executable, "-m", "plangen", *shlex.split(command)[1:]], folder)
    assert "Traceback" not in done.stdout
    assert done.returncode < 2, done.stdout
    return done.stdout


def run(words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words,
        cwd=folder,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def agrees(quoted: str, printed: str) -> bool:
    """Whether an output is what is quoted of it; nothing quoted says nothing."""
    pattern = ""
    for line in quoted.splitlines():
        whole = re.escape(line).replace(GAP, ".*")
        pattern += "(?:.*\n)*?" if line == GAP else f"{whole}\n"
    return not quoted or re.fullmatch(pattern, printed) is not None


def test_a_quoted_output_may_leave_lines_out_and_nothing_else() -> None:
    printed = "甲：1\n乙：2\n丙：3\n"
    assert agrees("甲：1\n乙：2\n丙：3\n", printed)
    assert agrees("甲：1\n……\n丙：……\n", printed)
    assert not agrees("甲：1\n丙：3\n", printed)
    assert not agrees("甲：1\n……\n丁：4\n", printed)


@pytest.mark.parametrize("page", [p for p in PAGES if p != RULE_EXAMPLES], ids=name)
def test_the_pieces_of_yaml_are_of_the_right_form(page: Path) -> None:
    for fence in fences(page):
        if fence.language == "yaml" and not fence.file:
            assert load(whole(fence.text).encode(), "piece.yaml").problems == [], fence.text


def whole(piece: str) -> str:
    """A piece of a plan with the keys that every plan must have."""
    given = re.findall(r"^(\w+):", piece, re.MULTILINE)
    head = [line for key, line in SKELETON.items() if not {key, LABELS[key]} & set(given)]
    return "\n".join([*head, piece])


def test_the_first_example_is_short() -> None:
    first = next(fence for fence in fences(READMES[0]) if fence.language == "yaml")
    assert len(first.text.splitlines()) == 8


def test_the_faulty_sample_shows_faults_of_every_kind() -> None:
    printed = output("plangen lint samples/faults.yaml", ROOT)
    found = set(re.findall(r"(?:错误|警告|提示) ([a-z-]+)：", printed))
    assert found >= {
        "clause-double",
        "clause-uncovered",
        "clause-unknown",
        "date-impossible",
        "group-headless",
        "number-form",
        "phase-reversed",
        "title-form",
    }


# What hangs together


def test_both_readmes_have_the_same_sections_examples_and_links() -> None:
    chinese, english = READMES
    assert [level for level, _ in headings(chinese)] == [level for level, _ in headings(english)]
    assert fences(chinese) == fences(english)
    paths = [[link.split("#")[0] for link in links(page)] for page in READMES]
    swapped = [english.name if path == chinese.name else path for path in paths[1]]
    assert paths[0] == swapped


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        if link.startswith(("http://", "https://")):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(target), link


def test_every_manual_is_linked_from_the_first_page() -> None:
    assert len(MANUALS) >= 6
    linked = {link.split("#")[0] for link in links(READMES[0])}
    assert {name(page) for page in MANUALS} - linked == set()


def test_nothing_of_a_machine_is_in_the_pages() -> None:
    private = re.compile(r"/(?:home|root|tmp|work|Users)/|[A-Z]:\\")
    found = {name(p): private.findall(p.read_text(encoding="utf-8")) for p in PAGES}
    assert {page: paths for page, paths in found.items() if paths} == {}
