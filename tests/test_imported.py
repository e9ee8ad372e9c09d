"""What a command imported it has at its next call without looking for the files again."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plangen.imported import Imported, Known
from plangen.kept import FOLDER, state

SPEC = """kind: plan
title: 青山县创建国家卫生县城实施方案
locality: {name: 青山县, level: county}
preamble: 开展环境卫生整治，落实责任的的分工。
"""
SCRIPT = """
import atexit, os, sys
opened = set()
sys.addaudithook(lambda event, given: opened.add(str(given[0])) if event == "open" else None)
from plangen.__main__ import run

def tell():
    named = {os.path.basename(name).partition(".")[0] for name in opened}
    print(sorted(named & {"word_doubled", "part_missing", "_words", "lint", "imported"}))

sys.argv = ["plangen", *sys.argv[1:]]
try:
    run()
finally:
    tell()
"""
EVERY = "['_words', 'imported', 'lint', 'part_missing', 'word_doubled']"


def said(folder: Path, *options: str, command: str = "lint", **environment: str) -> list[str]:
    """What a call says of a spec, and which of five modules it read from files."""
    (folder / "方案.yaml").write_text(SPEC, encoding="utf-8")
    (folder / "空").mkdir(exist_ok=True)
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", *options, "-c", SCRIPT, command, "方案.yaml"],
        env=inherited | {FOLDER: str(folder / "cache")} | environment,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_the_next_call_reads_no_file_of_a_module(tmp_path: Path) -> None:
    first, second = said(tmp_path), said(tmp_path)
    assert first[:-1] == second[:-1]
    assert "word-doubled" in first[0]
    assert (first[-1], second[-1]) == (EVERY, "['imported']")


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        (("-O",), {}),
        ((), {FOLDER: ""}),
        ((), {"PYTHONDONTWRITEBYTECODE": "1"}),
    ],
    ids=["other code", "nothing kept", "no compiled files"],
)
def test_a_call_of_another_kind_reads_the_files(
    tmp_path: Path, options: tuple[str, ...], environment: dict[str, str]
) -> None:
    said(tmp_path)
    assert said(tmp_path, *options, **environment)[-1] == EVERY


def test_no_compiled_file_is_kept_for_who_wants_none(tmp_path: Path) -> None:
    said(tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert [*(tmp_path / "cache").glob("*.modules")] == []


def test_a_word_that_is_no_command_keeps_nothing(tmp_path: Path) -> None:
    inherited = os.environ | {FOLDER: str(tmp_path / "cache")}
    call = [sys.executable, "-m", "plangen", "没有这个命令"]
    done = subprocess.run(call, env=inherited, capture_output=True, check=False)
    assert done.returncode == 2
    assert [*(tmp_path / "cache").glob("*.modules")] == []


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    """A module 甲 that is known, in a file of its own."""
    file = tmp_path / "甲.py"
    file.write_text("x = 1\n", encoding="utf-8")
    code = marshal.dumps(compile("x = 2", str(file), "exec"))
    found = Imported("lint")
    found.book.held["plangen.甲"] = tuple(Known(state(str(file)), False, code))
    return found


def test_a_known_module_is_made_from_the_code_that_is_kept(
    imported: Imported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "meta_path", [imported, *sys.meta_path])
    module = __import__("plangen.甲", fromlist=["x"])
    del sys.modules["plangen.甲"]
    assert (module.x, Path(module.__file__ or "").name) == (2, "甲.py")


def test_a_module_whose_file_changed_is_left_to_python(imported: Imported, tmp_path: Path) -> None:
    assert imported.find_spec("plangen.甲") is not None
    (tmp_path / "甲.py").write_text("x = 100\n", encoding="utf-8")
    assert imported.find_spec("plangen.甲") is None
    (tmp_path / "甲.py").unlink()
    assert imported.find_spec("plangen.甲") is None
    assert imported.find_spec("plangen.乙") is None
