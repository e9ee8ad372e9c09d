"""The command line. Data goes to stdout, everything else to stderr; no traceback reaches a user.

Exit codes: 0 clean, 1 problems, 2 could not run.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

import click

from plangen.cli.chinese import Group, say
from plangen.problem import UserError, why

COULD_NOT_RUN, INTERRUPTED = 2, 130
LONGEST = 60  # characters of a file name in a message
RARELY = 200_000  # new objects before Python's collector looks for rings; its own number is 700


class Commands(Group):
    """The commands, each imported when it is called: `--help` and `lint` start fast.

    So the help page has the first line of each from here; tests/test_start.py compares them.
    """

    names = MappingProxyType(
        {
            "new": "写一份可以照着填的方案，要填的地方是 XX，带说明。",
            "render": "核对方案，生成通知、实施方案、印发稿（.docx）。",
            "lint": "核对方案，列出问题。",
            "import": "把已有的方案读成 YAML。",
            "derive": "由县方案推出各乡镇的方案。",
            "batch": "由五年行动方案生成各年各乡镇的公文。",
            "diff": "比较两份方案，按内容列出改动。",
            "standards": "条款库：列出标准，查看条款，比较两版，导入文本。",
            "rules": "列出核对的规则；写编号则说明一条。",
            "schema": "印出一种文件的 JSON Schema，供编辑器补全和提示。",
            "template": "本单位的模板：取一份来改，改好后检查。",
        }
    )
    modules = MappingProxyType({"import": "import_"})  # where the name is a word of Python

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of the work."""
        return list(self.names)

    def summaries(self, ctx: click.Context) -> list[tuple[str, str]]:  # noqa: ARG002 - as above
        """The commands with their first line, none of them imported."""
        return list(self.names.items())

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command of a name, from the module of that name."""
        if cmd_name not in self.names:
            return None
        name = self.modules.get(cmd_name, cmd_name)
        found = import_module(f"plangen.cli.{name}").command
        return found if isinstance(found, click.Command) else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plangen", message="plangen %(version)s", help="印出版本号")
def cli() -> None:
    """实施方案与通知：一个 YAML 文件，生成合乎 GB/T 9704—2012 的公文，并核对内容。"""


def main() -> None:
    """Run the command line and turn every way it can end into an exit code.

    Python's collector looks through all that was read and composed again and again: a tenth of a
    short call, in which nothing is found.
    """
    gc.set_threshold(RARELY)
    sys.exit(_code())


def _code() -> int:
    """Run the command line, and say how it ended."""
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that can't show a character
    try:
        code = cli.main(prog_name="plangen", standalone_mode=False)
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except (click.Abort, KeyboardInterrupt):
        click.echo("plangen：已中断", err=True)
        code = INTERRUPTED
    except (UserError, click.ClickException, OSError) as error:
        click.echo(_said(error), err=True)
        code = COULD_NOT_RUN
    return code if isinstance(code, int) else 0


def _open_streams() -> None:
    """What whoever called closed (`>&-`, a service of the system) leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nowhere)


def _said(error: Exception) -> str:
    """Why the work could not start, in one line; the help page where nothing was asked."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    if isinstance(error, click.ClickException):
        return f"plangen：{say(error)}"
    if isinstance(error, OSError) and error.filename is None:  # stdout is a file, too
        return f"plangen：结果写不出去：{why(error)}"
    if isinstance(error, OSError):
        return f"plangen：“{str(error.filename)[:LONGEST]}”读写不了：{why(error)}"
    return f"plangen：{error}"
