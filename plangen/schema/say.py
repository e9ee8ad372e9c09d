"""What to say of a value that its schema doesn't allow: what is wanted, what was found."""

from __future__ import annotations

import unicodedata

from plangen.problem import Path
from plangen.schema.load import Keys, Rules, Schema, inside, label, meta, usual_words, words
from plangen.source.places import Value
from plangen.source.syntax import colon
from plangen.text.nearest import nearest

TYPE_NAMES = {
    "line": "一行文字",
    "text": "文字",
    "column": "一行文字",
    "cell": "文字",
    "time": "日期（如 2024、2024-02、2024-02-08、20XX、今年）",
    "flag": "是 或 否（true 或 false）",
    "number": "数",
    "list": "列表（每项一行，以“- ”打头）",
    "dict": "若干个键",
}
NEAR = 0.5  # how like a known word a misspelt one must be
LONGEST = 20  # characters of a value quoted in a message
MOST = 6  # keys named as examples
WIDE_BLANKS = "\u3000", "\xa0"  # which are no indentation to YAML


def called(path: Path, found: Schema) -> str:
    """What to call the value at a path: “实施步骤”第 2 项; the file itself is nothing."""
    if not path:
        return ""
    if isinstance(path[-1], int):
        return f"{called(path[:-1], found)}第 {path[-1] + 1} 项"
    return f"“{label(path[-1], found.at(path)[1])}”"


def unknown(name: str, keys: Keys) -> tuple[str, str]:
    """What to say of a key that isn't there, and the key that may be meant."""
    names = _names(keys)
    bare = _bare(name)
    if bare != name and bare in names:
        return f"键“{bare}”的前后或中间有空格或看不见的字符，应删去", names[bare]
    if name[:1] in WIDE_BLANKS:
        return f"“{short(name.strip())}”前面的缩进用了全角空格，应改为半角空格", ""
    if (slip := colon(bare)) and slip[1] in names:
        return f"“{short(name)}”：{slip[0]}", names[slip[1]]
    near = nearest(bare[:LONGEST], names, NEAR)
    if near:
        meant = _both(names[near], keys, chinese=not name.isascii())
        return f"没有“{short(name)}”这个键，是不是{meant}？", names[near]
    every = "、".join(_both(key, keys, "") for key in keys)
    return f"没有“{short(name)}”这个键；此处可用：{every}", ""


def missing(path: Path, name: str, rules: Rules, found: Schema) -> str:
    """What to say of a required key that isn't there."""
    return (
        f"{called(path, found)}缺少“{label(name, rules)}”（{name}）：{meta(rules).get('help', '')}"
    )


def not_allowed(who: str, rules: Rules, value: object) -> str:
    """What to say of a value outside a list of values, or of the lone item of a list."""
    rules = rules if "allowed" in rules else inside(rules)
    values = [str(item) for item in _list(rules.get("allowed"))]
    said = usual_words(rules)
    every = "、".join(f"{item}（{said[item]}）" if item in said else item for item in values)
    usual = nearest(str(value), [*values, *said.values()], NEAR)
    near = usual or nearest(str(value), [*words(rules)], NEAR)
    guess = f"。是不是“{near}”？" if near else ""
    return f"{who}写的是“{short(str(value))}”，只能是：{every}{guess}"


def not_of_form(who: str, rules: Rules, value: object) -> str:
    """What to say of a text that isn't of the form its key asks for."""
    return f"{who}写的是“{short(str(value))}”，应为：{meta(rules).get('help', '')}"


def wrong(who: str, rules: Rules, value: Value, found: Schema) -> str:
    """What to say of a value of the wrong type or form."""
    if value is None or value == []:
        drop = "" if rules.get("required") else "，不用就删去"
        return f"{who}是空的，应写{_wanted(rules, found)}{drop}"
    message = f"{who}应写{_wanted(rules, found)}，现在是{_was(value)}"
    slip = colon(value) if isinstance(value, str) and "dict" in _deep_types(rules) else None
    return f"{message}；{slip[0]}" if slip else message


def short(text: str) -> str:
    """A text for quoting: on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _names(keys: Keys) -> dict[str, str]:
    return {label(key, rules): key for key, rules in keys.items()} | {key: key for key in keys}


def _both(key: str, keys: Keys, quote: str = "“”", *, chinese: bool = False) -> str:
    """A key by both its names, first the one in the language of who asks."""
    start, end = quote[:1], quote[1:]
    own, other = key, label(key, keys[key])
    if chinese:
        own, other = other, own
    return f"{start}{own}{end}（{other}）"


def _bare(name: str) -> str:
    """A name without blanks of any width and characters that can't be seen."""
    return "".join(c for c in name if unicodedata.category(c) not in {"Zs", "Cf", "Cc"})


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _deep_types(rules: Rules) -> set[object]:
    """The types of a value, and of its items."""
    return {*_list(rules.get("type")), *_list(inside(rules).get("type"))}


def _wanted(rules: Rules, found: Schema) -> str:
    """What to write: the types, the keys of a map, and what the items of a list are."""
    wanted = "或".join(TYPE_NAMES.get(str(name), str(name)) for name in _list(rules.get("type")))
    part = found.part(rules)
    if part is None:
        inner = inside(rules)
        return f"{wanted}，每项是{_wanted(inner, found)}" if inner else wanted
    name, keys = part
    some = "、".join(_both(key, keys, "") for key in list(keys)[:MOST])
    wanted += f"：{some}" + ("等" if len(keys) > MOST else "")
    alone = found.shorthands.get(name)
    return f"{TYPE_NAMES[str(keys[alone]['type'])]}，或{wanted}" if alone else wanted


def _was(value: Value) -> str:
    if isinstance(value, dict):
        return "若干个键"
    if isinstance(value, list):
        return "列表"
    text = str(value)
    return f"多行文字“{short(text)}”" if "\n" in text.strip("\n") else f"“{short(text)}”"
