"""Files to other formats by LibreOffice, where it is installed: old ones to .docx, .docx to PDF.

Each run has its own profile, so that one opened by the user is neither seen nor disturbed; macros
and links to other files are off in it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from plangen.problem import UserError

VARIABLE = "PLANGEN_SOFFICE"
COMMANDS = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    # soffice.exe returns at once, soffice.com when the work is done
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    # the packages of libreoffice.org on Linux
    *map(str, sorted(Path("/opt").glob("libreoffice*/program/soffice"))),
)
SAVE_AS = "用 WPS 或 Word 打开，另存为 .docx 再用"
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True)
class Old:
    """A file to convert; `suffix` and `filter` are those of its content.

    The filter (LibreOffice's name of the format) is always given: what its own guess fails on,
    LibreOffice reads as text, and a damaged file would come out as gibberish.
    """

    name: str
    suffix: str
    filter: str
    raw: bytes


@dataclass(frozen=True)
class Goal:
    """The format wanted; `to_do` is what for, `way_out` how to do without LibreOffice."""

    suffix: str
    filter: str
    to_do: str
    way_out: str


WORD = Goal(".docx", "docx:MS Word 2007 XML", "读", SAVE_AS)
PDF = Goal(".pdf", "pdf:writer_pdf_Export", "成 PDF", "用 WPS 或 Word 打开 .docx，输出为 PDF")
WORD_FILTER = "MS Word 2007 XML"


@dataclass(frozen=True)
class Patience:
    """Seconds that a run may take: to start, which takes 2 to 20, and for each file, about 1."""

    start: float = 60
    each: float = 20


PATIENT = Patience()


def convert(
    files: Sequence[Old], patience: Patience = PATIENT, goal: Goal = WORD
) -> list[bytes | UserError]:
    """Each file in the format wanted, or why not; those of one format in one run of LibreOffice.

    Where one file stops the run, the others are converted in runs of their own.
    """
    if not files:
        return []
    try:
        program = find_office(goal=goal)
    except UserError as error:
        return [UserError(f"“{file.name}”{error}") for file in files]
    with TemporaryDirectory(prefix="plangen-", ignore_cleanup_errors=True) as work:
        office = _Office(program, Path(work), patience, goal)
        found: dict[int, bytes] = {}
        for part in _parts(files):
            found |= office.convert({at: files[at] for at in part})
            for at in part:
                if at not in found and len(part) > 1:
                    found |= office.convert({at: files[at]})
        late = office.late
    return [found.get(at) or _failure(file, late, goal) for at, file in enumerate(files)]


def _parts(files: Sequence[Old]) -> list[list[int]]:
    """The places of the files of each format."""
    parts: dict[str, list[int]] = {}
    for at, file in enumerate(files):
        parts.setdefault(file.filter, []).append(at)
    return list(parts.values())


def find_office(places: Sequence[str] = PLACES, goal: Goal = WORD) -> str:
    """The LibreOffice program: the one named, on the path, or in a usual place."""
    named = os.environ.get(VARIABLE)
    if named:
        if found := shutil.which(named):
            return found
        raise UserError(
            f"要由 LibreOffice 转换才能{goal.to_do}，"
            f"环境变量 {VARIABLE} 指的程序“{named}”不存在，或不能运行"
        )
    found = next(filter(None, map(shutil.which, (*COMMANDS, *places))), None)
    if found is None:
        raise UserError(
            f"要由 LibreOffice 转换才能{goal.to_do}，这台电脑上没有找到；请{goal.way_out}，"
            f"或安装 LibreOffice（装在别处的，用环境变量 {VARIABLE} 指明 soffice 的位置）"
        )
    return found


class _Office:
    """One LibreOffice, with a profile of its own in a folder that is given."""

    def __init__(self, program: str, work: Path, patience: Patience, goal: Goal) -> None:
        self.program = program
        self.work = work
        self.patience = patience
        self.goal = goal
        self.late: set[str] = set()
        settings = work / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(PROFILE, encoding="utf-8")

    def convert(self, files: Mapping[int, Old]) -> dict[int, bytes]:
        """Files of one format, under the keys that they have; some may not come out."""
        with TemporaryDirectory(dir=self.work, ignore_cleanup_errors=True) as name:
            folder = Path(name)
            sources = [folder / f"{at}{file.suffix}" for at, file in files.items()]
            for source, file in zip(sources, files.values(), strict=True):
                source.write_bytes(file.raw)
            ended = self._run(next(iter(files.values())).filter, sources, folder / "out")
            if not ended and len(files) == 1:
                self.late |= {file.name for file in files.values()}
            targets = {at: folder / "out" / f"{at}{self.goal.suffix}" for at in files}
            return {at: path.read_bytes() for at, path in targets.items() if path.exists()}

    def _run(self, form: str, sources: Sequence[Path], out: Path) -> bool:
        """Whether a run ended by itself. It is ended where it hangs."""
        command = [
            self.program,
            f"-env:UserInstallation={(self.work / 'profile').resolve().as_uri()}",
            *("--headless", "--norestore", "--nolockcheck"),
            f"--infilter={form}",
            *("--convert-to", self.goal.filter, "--outdir", str(out)),
            *map(str, sources),
        ]
        try:
            # A session of its own: soffice is a script, and a time-out must end its children too.
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise UserError(f"LibreOffice（{self.program}）不能运行：{error.strerror}") from error
        try:
            process.wait(self.patience.start + self.patience.each * len(sources))
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)
        return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that is still running, with what it has started."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], check=False, capture_output=True
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _failure(file: Old, late: set[str], goal: Goal) -> UserError:
    if file.name in late:
        return UserError(f"“{file.name}”转换太久，没有完成；请{goal.way_out}")
    return UserError(f"“{file.name}”转换不了，可能有打开密码，或者文件损坏；请{goal.way_out}")
