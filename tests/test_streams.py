"""Streams and locales that whoever calls plangen chose badly: an exit code, and no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SPEC = str(Path(__file__).parents[1] / "specs" / "xx-town.yaml")
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="要用 POSIX 的 shell")


def told(shell: str, **more: str) -> tuple[int, str]:
    """How a line of a shell ended (`plangen` is this one's), and what it said on stderr."""
    line = shell.replace("plangen ", f'"{sys.executable}" -m plangen ')
    done = subprocess.run(
        ["sh", "-c", line, "sh", SPEC],
        capture_output=True,
        env={**os.environ, **more},
        check=False,
    )
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    ("shell", "expected"),
    [
        ('plangen lint "$1" >&-', (0, "")),
        ("plangen lint - <&-", (1, "")),  # an empty file
        ('plangen lint "$1".no 2>&-', (2, "")),
    ],
)
def test_a_stream_that_is_closed_leads_nowhere(shell: str, expected: tuple[int, str]) -> None:
    assert told(shell) == expected


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="要有 /dev/full")
def test_a_result_that_cant_be_written_is_told() -> None:
    assert told('plangen lint "$1" >/dev/full') == (2, "plangen：结果写不出去：磁盘满了\n")


def test_a_name_that_the_locale_has_no_characters_for_is_told(tmp_path: Path) -> None:
    code, said = told(f'plangen render "$1" -o "{tmp_path}"', PYTHONIOENCODING="utf-8", **ASCII)
    why = "系统的语言环境（LANG）里没有文件名中的字，应设为 UTF-8 的"
    wanted = f"plangen：写不了“{tmp_path}/xx-town-通知.docx”：{why}"
    assert (code, said.splitlines()[-1]) == (2, wanted)
    assert not [*tmp_path.iterdir()]
