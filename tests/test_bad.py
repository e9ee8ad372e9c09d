"""What a clerk reads when the YAML is broken: tests/bad/*.yaml, and beside each what is printed.

`make golden` writes the .txt files anew; read them as the one who has to mend the file.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.command import plangen
from tests.tools.golden import assert_golden

BAD = Path(__file__).parent / "bad"
SPECS = sorted(BAD.glob("[0-9]*.yaml"))
NAMES = [path.stem for path in SPECS]
HEAD = re.compile(r"^(?P<file>[\w-]+\.yaml):\d+:\d+: (?:错误|警告|提示) [a-z0-9-]+：(?P<said>.+)$")
ASIDE = re.compile("“[^”]*”|（[^）]*）|《[^》]*》")


def printed(name: str) -> list[str]:
    return (BAD / f"{name}.txt").read_text(encoding="utf-8").split("\n")


def test_the_folder_has_specs_and_for_each_its_output() -> None:
    assert len(SPECS) >= 12
    assert sorted(path.stem for path in BAD.glob("[0-9]*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_output(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)
    result = plangen("render", f"{name}.yaml", "-o", str(tmp_path))
    assert_golden(str(BAD / f"{name}.txt"), f"{result.err}exit: {result.code}\n")


@pytest.mark.parametrize("name", NAMES)
def test_every_problem_has_file_line_column_level_and_rule(name: str) -> None:
    heads = [found for line in printed(name) if (found := HEAD.match(line))]
    assert {head["file"] for head in heads} == {f"{name}.yaml"}


@pytest.mark.parametrize("name", NAMES)
def test_no_english_but_keys_and_quotes(name: str) -> None:
    said = [ASIDE.sub("", found["said"]) for line in printed(name) if (found := HEAD.match(line))]
    assert [text for text in said if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", text)] == []


@pytest.mark.parametrize("name", ["11-gbk", "12-utf-16", "17-references-many", "38-nested-deep"])
def test_a_process_of_its_own_ends_the_same(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "plangen", "render", f"{name}.yaml", "-o", tmp_path],
        cwd=BAD,
        capture_output=True,
        check=False,
    )
    assert [*done.stderr.decode().split("\n")[:-1], f"exit: {done.returncode}", ""] == printed(
        name
    )
