"""The command line. Data goes to stdout, everything else to stderr; no traceback reaches a user.

Exit codes: 0 clean, 1 problems, 2 could not run.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from plangen.cli.chinese import Group, say
from plangen.problem import UserError

PROBLEMS, COULD_NOT_RUN = 1, 2


class Commands(Group):
    """The commands, each imported when it is called: `--help` and `lint` start fast."""

    names = ("render", "lint", "standards", "rules", "template")

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order of the work."""
        return list(self.names)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        cmd_name: str,
    ) -> click.Command | None:
        """The command of a name, from the module of that name."""
        if cmd_name not in self.names:
            return None
        found = import_module(f"plangen.cli.{cmd_name}").command
        return found if isinstance(found, click.Command) else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plangen", message="plangen %(version)s", help="印出版本号")
def cli() -> None:
    """实施方案与通知：一个 YAML 文件，生成合乎 GB/T 9704—2012 的公文，并核对内容。"""


def main() -> None:
    """Run the command line and turn every way it can end into an exit code."""
    try:
        code = cli.main(prog_name="plangen", standalone_mode=False)
    except UserError as error:
        click.echo(f"plangen：{error}", err=True)
        code = COULD_NOT_RUN
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = COULD_NOT_RUN
    except click.ClickException as error:
        click.echo(f"plangen：{say(error)}", err=True)
        code = COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        click.echo("plangen：已中断", err=True)
        code = 130
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
