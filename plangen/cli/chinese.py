"""click in Chinese: the headings of the help pages, and what it says of a wrong call."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

from plangen.text.nearest import nearest
from plangen.text.patterns import lazy
from plangen.text.width import cells

HELP = "显示这页说明"
PIECES = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 …"}
NUMBERS = type(click.INT), click.IntRange
EXTRA = lazy(r"\s*\[(?P<what>required|[^\[\]]*x[<>]=?[^\[\]]*)\]$")  # what click adds itself
WIDEST = 34  # columns of an option on a help page; its text goes below a wider one


def say(error: click.ClickException) -> str:
    """A click error as a Chinese sentence that names the way out."""
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.BadOptionUsage):
        return _bad_use(error)
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_wanted(error.param) if error.param else ''}；用 --help 查看用法"
    if isinstance(error, click.BadParameter):
        return _bad(error)
    if isinstance(error, click.FileError):
        return f"打不开“{error.ui_filename}”"
    return error.format_message()


def _bad_use(error: click.BadOptionUsage) -> str:
    """An option without its value, or a flag with one."""
    options = error.ctx.command.params if error.ctx else []
    found = next((option for option in options if error.option_name in option.opts), None)
    if isinstance(found, click.Option) and found.is_flag:
        return f"选项 {error.option_name} 后面不带内容"
    return f"选项 {error.option_name} 后面要写内容；用 --help 查看用法"


def _bad(error: click.BadParameter) -> str:
    param = error.param
    name = _called(param) if param else ""
    if param and isinstance(param.type, click.Choice):
        return f"{name} 只能是：{'、'.join(map(str, param.type.choices))}"
    if param and isinstance(param.type, NUMBERS):
        return f"{name} 应写整数{_span(param.type)}"
    return f"{name}：{error.message}"


def _span(kind: object) -> str:
    """Which whole numbers an option takes: （1949—2199）."""
    least, most = (getattr(kind, end, None) for end in ("min", "max"))
    if least is None and most is None:
        return ""
    return f"（{least}—{most}）" if most is not None else f"（不小于 {least}）"


def _wanted(param: click.Parameter) -> str:
    """A parameter that is missing, as it is to be typed: --out 文件夹."""
    takes = param.metavar if isinstance(param, click.Option) else ""
    return f"{_called(param)} {takes or ''}".strip()


def _called(param: click.Parameter) -> str:
    """An option as it is typed, with what it takes; an argument as the help page has it."""
    if isinstance(param, click.Argument):
        return param.human_readable_name.strip("[]")
    return param.opts[-1]


def _extra(found: re.Match[str]) -> str:
    """What click says of an option beside its help: only that it is required is worth a word."""
    return "（必写）" if found["what"] == "required" else ""


class Command(click.Command):
    """A command whose help page is in Chinese."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """[选项] 文件…."""
        return [PIECES.get(piece, piece) for piece in super().collect_usage_pieces(ctx)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments left over; there must be none, unless a group passes them on."""
        allowed, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = ctx  # click's parser doesn't say which command it was
            raise
        if rest and not allowed:
            raise click.UsageError(f"多了“{' '.join(rest)}”；用 --help 查看用法", ctx)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, described in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：…."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, "用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """选项：…, without the arguments, which the text above explains."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [
            (names, EXTRA.sub(_extra, said))
            for p in options
            for names, said in filter(None, [p.get_help_record(ctx)])
        ]
        write_table(formatter, "选项", records)


class Group(Command, click.Group):
    """A group whose help page is in Chinese and which guesses a misspelt command."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands with their first line."""
        Command.format_options(self, ctx, formatter)
        write_table(formatter, "命令", self.summaries(ctx))

    def summaries(self, ctx: click.Context) -> list[tuple[str, str]]:
        """The commands with their first line."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, command.get_short_help_str(80)) for name, command in found if command]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant, or a Chinese word on what there is."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            known = self.list_commands(ctx)
            near = nearest(name, known)
            guess = f"，是不是“{near}”？" if near else "；"
            raise click.UsageError(f"没有命令“{name}”{guess}有：{'、'.join(known)}")
        return super().resolve_command(ctx, args)


def write_table(
    formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]
) -> None:
    """Two columns that line up on a terminal, where a Chinese character counts two."""
    width = max((cells(first) for first, _ in rows if cells(first) <= WIDEST), default=0)
    formatter.write(f"\n{title}：\n")
    for first, second in rows:
        gap = " " * (width - cells(first)) if cells(first) <= width else f"\n  {' ' * width}"
        formatter.write(f"  {first}{gap}  {second}\n")
