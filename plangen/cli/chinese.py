"""click in Chinese: the headings of the help pages, and what it says of a wrong call."""

from __future__ import annotations

import click

HELP = "显示这页说明"


def say(error: click.ClickException) -> str:
    """A click error as a Chinese sentence that names the way out."""
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {error.possibilities[0]}？" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        return f"缺少 {name}；用 --help 查看用法"
    if isinstance(error, click.BadParameter):
        return _bad(error)
    if isinstance(error, click.FileError):
        return f"打不开“{error.ui_filename}”"
    return error.format_message()


def _bad(error: click.BadParameter) -> str:
    param = error.param
    name = param.opts[-1] if param and param.opts else ""
    if param and isinstance(param.type, click.Choice):
        return f"{name} 只能是：{'、'.join(map(str, param.type.choices))}"
    if param and isinstance(param.type, click.Path):
        return f"没有这个文件或文件夹，或不能读：{error.message.split(chr(39))[1:2]}"
    return f"{name}：{error.message}"


class Command(click.Command):
    """A command whose help page is in Chinese."""

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
        """选项：…."""
        records = [record for p in self.get_params(ctx) if (record := p.get_help_record(ctx))]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)


class Group(Command, click.Group):
    """A group whose help page is in Chinese and which guesses a misspelt command."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, then the commands with their first line."""
        Command.format_options(self, ctx, formatter)
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(80)) for name, command in found if command]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command meant, or a Chinese word on what there is."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            every = "、".join(self.list_commands(ctx))
            raise click.UsageError(f"没有命令“{name}”；有：{every}")
        return super().resolve_command(ctx, args)
