"""`plangen render --to pdf` and `--watch`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plangen.read.convert import VARIABLE
from tests.tools.command import Result, plangen
from tests.tools.office import Office

SHORT = """kind: plan
title: 禾湾镇环境整治工作实施方案
locality: {name: 禾湾镇, level: township}
targets: 2024年底前，完成整治。
notice: {issuer: 禾湾镇人民政府, to: 各村民委员会, date: 2024-01-08}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("镇.yaml").write_text(SHORT, encoding="utf-8")
    return tmp_path


def test_pdfs_stand_beside_the_documents(
    folder: Path,
    soffice: Office,  # noqa: ARG001 - LibreOffice is there
) -> None:
    names = [f"镇-{kind}.{form}" for form in ("docx", "pdf") for kind in KINDS]
    done = plangen("render", "镇.yaml", "--to", "pdf")
    assert (done.code, done.out.splitlines()) == (0, names)
    assert all(Path(name).read_bytes().startswith(b"%PDF-") for name in names[3:])
    before = Path(names[3]).stat().st_mtime_ns
    again = plangen("render", "镇.yaml", "--to", "pdf")
    assert again.out.splitlines() == [f"{name}（没有变化）" for name in names]
    assert Path(names[3]).stat().st_mtime_ns == before
    assert sorted(path.name for path in folder.iterdir()) == sorted([*names, "镇.yaml"])


KINDS = ("通知", "实施方案", "印发稿")


def test_without_libreoffice_nothing_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "/nowhere/soffice")
    assert plangen("render", "镇.yaml", "--to", "pdf") == Result(
        2,
        "",
        "plangen：要由 LibreOffice 转换才能成 PDF，环境变量 PLANGEN_SOFFICE 指的程序"
        "“/nowhere/soffice”不存在，或不能运行\n",
    )
    assert [path.name for path in folder.iterdir()] == ["镇.yaml"]


def test_standard_input_is_not_watched() -> None:
    said = "plangen：--watch 看文件改没改，不能用标准输入\n"
    assert plangen("render", "-", "--watch", stdin=SHORT.encode()) == Result(2, "", said)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent as a signal")
def test_a_change_is_rendered_and_ctrl_c_ends_the_watch(folder: Path) -> None:
    command = [sys.executable, "-m", "plangen", "render", "镇.yaml", "--only", "通知", "--watch"]
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdout=out, stderr=out, env={**os.environ, "PYTHONUNBUFFERED": "1"}
        )
        until(log, "等待改动", 1)
        Path("镇.yaml").write_text(SHORT.replace("禾湾镇人", "云渡镇人"), encoding="utf-8")
        until(log, "等待改动", 2)
        Path("镇.yaml").write_text("kind: plan", encoding="utf-8")
        until(log, "等待改动", 3)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 1
    said = log.read_text(encoding="utf-8")
    assert said.count("镇-通知.docx\n") == 2
    assert "没有生成" in said
    assert "Traceback" not in said


def until(log: Path, words: str, times: int) -> None:
    """Wait until a log says something so many times."""
    end = time.monotonic() + 60
    while log.read_text(encoding="utf-8").count(words) < times:
        assert time.monotonic() < end, log.read_text(encoding="utf-8")
        time.sleep(0.05)
