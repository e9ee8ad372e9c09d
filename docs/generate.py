"""Writes the generated pages of docs/: `python docs/generate.py`; `--check` only compares.

A page is its hand-written source in docs/source/ with every line `{{ what name }}` filled in from
schemas, rules, commands or catalogues. Limit: a marker stands on a line of its own.
"""

from __future__ import annotations

import re
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import click
from click.testing import CliRunner

from plangen.cli import cli
from plangen.model.plan import Plan
from plangen.rules import rules
from plangen.schema.load import Keys, Rules, label, meta, schema, words
from plangen.standard.catalogue import Standard, load_standard, standard_ids

DOCS = Path(__file__).parent
SOURCES = DOCS / "source"
MARKER = re.compile(r"^\{\{ (\w+)(?: ([\w. ]+))? \}\}$")
HEADING = re.compile(r"^#+ (.+)$")
NOTE = "<!-- docs/generate.py 由 docs/source/{name} 生成，不要直接改这一页 -->\n\n"
TYPES = {
    "line": "一行文字",
    "text": "文字，一行一段",
    "column": "一行文字，可为空",
    "cell": "文字，可为空",
    "time": "日期",
    "flag": "是或否",
    "number": "数",
}
WIDTH = 88  # of the help pages, in columns


def main(arguments: list[str]) -> None:
    """Write the pages, or with --check say which are out of date."""
    stale = {path: text for path, text in pages().items() if _read(path) != text}
    if "--check" in arguments:
        names = "、".join(f"docs/{path.name}" for path in stale)
        sys.exit(f"{names} 不是最新，运行 make docs" if stale else 0)
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"docs/{path.name}")


def pages() -> dict[Path, str]:
    """Every generated page as it should be."""
    return {DOCS / source.name: page(source) for source in sorted(SOURCES.glob("*.md"))}


def page(source: Path) -> str:
    """A source with its markers filled in."""
    text = _read(source)
    headings = _headings(text)
    lines = [_line(line, headings) for line in text.split("\n")]
    return NOTE.format(name=source.name) + "\n".join(lines)


def markers(what: str) -> Iterator[str]:
    """The names that the sources ask for: `keys` → plan, leaders …"""
    for source in sorted(SOURCES.glob("*.md")):
        for line in _read(source).split("\n"):
            found = MARKER.match(line)
            if found and found[1] == what:
                yield found[2] or ""


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _line(line: str, headings: Mapping[str, str]) -> str:
    found = MARKER.match(line)
    if not found:
        return line
    if found[1] == "keys":
        return keys_table(found[2], headings)
    return FILLERS[found[1]](found[2] or "")


def _headings(text: str) -> dict[str, str]:
    """For each table of keys, the heading that it stands under."""
    heading, out = "", {}
    for line in text.split("\n"):
        if found := HEADING.match(line):
            heading = found[1]
        elif (marker := MARKER.match(line)) and marker[1] == "keys":
            out[marker[2]] = heading
    return out


# The keys of a spec


def keys_table(name: str, headings: Mapping[str, str]) -> str:
    """The keys of a kind of file (plan), or of a part of it (plan.leaders)."""
    kind, _, part = name.partition(".")
    links = {p.partition(".")[2]: h for p, h in headings.items() if p.startswith(f"{kind}.")}
    defaults = _defaults().get(name, {})
    rows = ["| 键 | 中文键 | 写什么 | 必写 | 说明 |", "|---|---|---|---|---|"]
    for key, rule in _keys(kind, part).items():
        must = "必写" if rule.get("required") else ""
        said = _help(rule, defaults.get(key))
        cells = (f"`{key}`", label(key, rule), _type(rule, links), must, said)
        rows.append(f"| {' | '.join(map(_cell, cells))} |")
    return "\n".join(rows)


def _keys(kind: str, part: str) -> Keys:
    """The keys of a part, or those of a kind; what it has from a plan is on the plan's page."""
    found = schema(kind)
    if part:
        return found.parts[part]
    shared = {id(rules) for rules in schema("plan").keys.values() if kind != "plan"}
    return {key: rules for key, rules in found.keys.items() if id(rules) not in shared}


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _inner(rule: Rules) -> Rules:
    """The rules of what a list holds."""
    inner = rule.get("schema")
    return typing.cast("Rules", inner) if isinstance(inner, dict) else {}


def _type(rule: Rules, links: Mapping[str, str]) -> str:
    kinds = rule.get("type")
    names = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return "，或".join(_type_name(name, rule, links) for name in names)


def _type_name(name: str, rule: Rules, links: Mapping[str, str]) -> str:
    if name == "list":
        return f"{_type(_inner(rule), links)}；可多项"
    if name == "dict" and "valuesrules" in rule:
        return "若干个“名称: 值”"
    if name == "dict":
        heading = links[str(rule.get("schema"))]
        return f"[{heading.partition(' ')[0]}](#{slug(heading)})"
    return TYPES[name]


def _help(rule: Rules, default: object) -> str:
    values = typing.cast("Rules", rule.get("valuesrules") or _inner(rule))
    choices = _choices(rule if "allowed" in rule else values, default)
    said = str(meta(rule).get("help", ""))
    return f"{said}。可写 {choices}" if choices else said


def _choices(rule: Rules, default: object) -> str:
    """`numbered`（序号，默认）、`named`（第一阶段）."""
    out = []
    for value in typing.cast("list[str]", rule.get("allowed", [])):
        notes = [word for word, to in words(rule).items() if to == value and word != value]
        notes += ["默认"] if value == default else []
        out.append(f"`{value}`" + (f"（{'、'.join(notes)}）" if notes else ""))
    return "、".join(out)


@cache
def _defaults() -> dict[str, dict[str, object]]:
    """The default of every field of the model, by the part of the schema that it fills."""
    out: dict[str, dict[str, object]] = {}
    _collect(Plan, "", out)
    return {f"plan.{part}" if part else "plan": found for part, found in out.items()}


def _collect(model: type, part: str, out: dict[str, dict[str, object]]) -> None:
    hints = typing.get_type_hints(model)
    out[part] = {item.name: item.default for item in fields(model)}
    for key, rule in _keys("plan", part).items():
        inner = schema("plan").part(_inner(rule) or rule)
        arms = [arm for arm in _arms(hints.get(key)) if isinstance(arm, type)]
        if inner and inner[0] not in out and (models := [a for a in arms if is_dataclass(a)]):
            _collect(models[0], inner[0], out)


def _arms(hint: object) -> Iterator[object]:
    """A type and all that it is made of."""
    yield hint
    for arm in typing.get_args(hint):
        yield from _arms(arm)


# Rules, commands, catalogues


def rules_list(_: str) -> str:
    """A table of the rules, then the manual of each."""
    rows = ["| 规则 | 级别 | 查什么 |", "|---|---|---|"]
    rows += [f"| [{r.id}](#{r.id}) | {r.level.label} | {_cell(r.summary)} |" for r in rules()]
    parts = ["\n".join(rows)]
    for rule in rules():
        parts += [f"## {rule.id}", rule.doc]
        for example, message in rule.bad:
            parts += ["有问题的：", _fenced(example, "yaml"), "会报：", _fenced(message, "text")]
        if rule.good:
            parts += ["没有问题的：", *(_fenced(example, "yaml") for example in rule.good)]
    return "\n\n".join(parts)


def _fenced(text: str, language: str) -> str:
    return f"```{language}\n{text}\n```"


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command that can be run, by its full name: render, standards list …"""

    def walk(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        if not isinstance(command, click.Group):
            yield path, command
            return
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found and not found.hidden:
                yield from walk(f"{path} {name}".strip(), found)

    yield from walk("", cli)


def help_page(name: str) -> str:
    """What `plangen NAME --help` prints."""
    done = CliRunner().invoke(
        cli, [*name.split(), "--help"], prog_name="plangen", terminal_width=WIDTH
    )
    if done.exit_code:
        raise ValueError(f"plangen {name} --help: {done.output}")
    return _fenced(done.output.strip(), "text")


def standards_list(_: str) -> str:
    """A table of the catalogues, and what each incomplete one lacks."""
    found = [load_standard(name) for name in standard_ids()]
    rows = ["| 编号 | 标准 | 版本 | 状态 | 收入 |", "|---|---|---|---|---|"]
    rows += [
        f"| `{s.id}` | 《{s.title}》 | {_cell(s.edition)} | {_cell(_status(s))} | {_size(s)} |"
        for s in found
    ]
    lacking = [_lacking(standard) for standard in found if not standard.complete]
    return "\n\n".join(["\n".join(rows), *lacking])


def _status(standard: Standard) -> str:
    """被取代 or 现行, with the note that the catalogue has in brackets."""
    note = standard.status[standard.status.find("（") :] if "（" in standard.status else ""
    return ("被取代" if standard.superseded else "现行") + note


def _size(standard: Standard) -> str:
    whole = "齐全" if standard.complete else "**不全**"
    return f"{len(standard.sections)}节{len(standard.clauses)}条，{whole}"


def _lacking(standard: Standard) -> str:
    """The parts of a standard that no public source gave."""
    lines = [f"`{standard.id}` 缺："]
    lines += [f"- {name}" for name in standard.missing]
    lines += [
        f"- “{section.title}”：{'、'.join(section.missing)}"
        for section in standard.sections
        if section.missing
    ]
    return "\n".join([lines[0], "", *lines[1:]])


FILLERS: dict[str, Callable[[str], str]] = {
    "rules": rules_list,
    "help": help_page,
    "standards": standards_list,
}


if __name__ == "__main__":
    main(sys.argv[1:])
