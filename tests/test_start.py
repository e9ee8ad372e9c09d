"""What starts fast: the pages that people ask for first import none of the heavy libraries."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from plangen.cli import Commands, cli

HEAVY = ("docx", "docxtpl", "jinja2", "cerberus", "lxml", "yaml")
SCRIPT = f"""
import sys
from plangen.cli import main
sys.argv = ["plangen", *sys.argv[1:]]
try:
    main()
finally:
    print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""


def imported(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", SCRIPT, *arguments], capture_output=True, check=True
    )
    assert done.stdout
    return done.stderr.decode().strip()


@pytest.mark.parametrize("option", ["--help", "-h", "--version"])
def test_a_page_of_words_imports_no_heavy_library(option: str) -> None:
    assert imported(option) == "[]"


def test_a_command_imports_what_it_needs() -> None:
    assert imported("standards", "list") == "['yaml']"


def test_the_help_page_says_of_a_command_what_the_command_says() -> None:
    context = click.Context(cli)
    assert isinstance(cli, Commands)
    own = {name: cli.get_command(context, name) for name in cli.names}
    assert len(own) >= 5
    assert {
        n: command.get_short_help_str(80) for n, command in own.items() if command
    } == cli.names


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--version"], 0, "plangen 0.1.0\n"),
        (["lint", "没有.yaml"], 2, "plangen：没有文件“没有.yaml”\n"),
    ],
)
def test_a_process_ends_with_what_was_said_and_its_code(
    arguments: list[str], code: int, said: str
) -> None:
    command = [sys.executable, "-X", "utf8", "-m", "plangen", *arguments]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, encoding="utf-8"
    )
    assert (done.returncode, done.stdout) == (code, said)


def test_what_a_process_found_is_kept_before_it_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "plangen", "lint", "specs/xx-town.yaml"]
    subprocess.run(command, env=os.environ | {"PLANGEN_CACHE": str(tmp_path)}, check=False)
    assert [path.suffix for path in tmp_path.glob("*.sound")] == [".sound"]
