"""LibreOffice as a converter: a profile each, several files in a run, no file twice."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.tools.fonts import fonts_conf
from tests.tools.needs import ToolMissingError

TIMEOUT = 180  # seconds; a cold start with a new profile takes about 5


class Office:
    """Converts with the stand-in fonts; ToolMissingError without LibreOffice or the fonts."""

    def __init__(self, work: Path) -> None:
        program = shutil.which("soffice") or shutil.which("libreoffice")
        if program is None:
            raise ToolMissingError("没有 LibreOffice（libreoffice-writer），见 .ci/run")
        self.program = program
        self.conf = fonts_conf()
        self.work = work

    def to_pdf(self, path: Path) -> Path:
        """The PDF of a document."""
        return self.convert([path], "pdf")[0]

    def to_pdfs(self, paths: Iterable[Path]) -> list[Path]:
        """The PDFs of several documents, in one run of LibreOffice."""
        return self.convert(list(paths), "pdf")

    def resave(self, path: Path) -> Path:
        """The .docx as LibreOffice writes it after reading it."""
        return self.convert([path], "docx")[0]

    def convert(self, paths: list[Path], form: str) -> list[Path]:
        """Each file in another format, in the order given; equal content is converted once."""
        sources = [self._named_by_content(path) for path in paths]
        out = self.work / form
        targets = [out / f"{source.stem}.{form}" for source in sources]
        todo = {s: t for s, t in zip(sources, targets, strict=True) if not t.exists()}
        if todo:
            self._run(form, out, list(todo))
        lost = [path.name for path, t in zip(paths, targets, strict=True) if not t.exists()]
        if lost:
            raise AssertionError(f"LibreOffice 没有转换出 {form}：{'、'.join(lost)}")
        return targets

    def _named_by_content(self, path: Path) -> Path:
        """A copy named by its digest: every folder has its 通知.docx, the output only one."""
        content = path.read_bytes()
        copy = self.work / "in" / f"{hashlib.sha256(content).hexdigest()[:20]}{path.suffix}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(content)
        return copy

    def _run(self, form: str, out: Path, sources: list[Path]) -> None:
        profile = (self.work / "profile").resolve().as_uri()
        command = [
            self.program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            *("--convert-to", form, "--outdir", str(out)),
            *map(str, sources),
        ]
        environment = os.environ | {"FONTCONFIG_FILE": str(self.conf), "LC_ALL": "C.UTF-8"}
        # A session of its own: soffice is a script, and a time-out must end its children too.
        with subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as process:
            try:
                process.wait(TIMEOUT)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise
