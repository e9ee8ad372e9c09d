"""Font profiles: which fonts stand for the five kinds that GB/T 9704-2012 names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from plangen.problem import UserError
from plangen.source.facts import facts
from plangen.template.markup import w

PAGE_NUMBER_KIND = "宋体"  # 7.5 wants its digits too in this face
NAMES = re.compile(r"<w:rFonts\b[^>]*>")
SLOT = re.compile(r'w:(ascii|hAnsi|eastAsia|cs)="([^"]*)"')
# Font tables tell Word what to look for when the font is missing: charset GB2312 and a family.
FAMILIES = {"宋体": "auto", "小标宋": "auto", "仿宋": "modern", "楷体": "modern", "黑体": "modern"}


@dataclass(frozen=True)
class Fonts:
    """A profile. `faces` by kind; `latin` is for digits and letters where they differ."""

    name: str
    label: str
    faces: Mapping[str, str]
    latin: str | None
    alternatives: Mapping[str, str]


def profiles() -> dict[str, Fonts]:
    """All profiles of fonts.yaml, by name."""
    rows = cast("dict[str, dict[str, object]]", facts("plangen.templates", "fonts.yaml"))
    return {name: _profile(name, row) for name, row in rows.items()}


def _profile(name: str, row: dict[str, object]) -> Fonts:
    return Fonts(
        name=name,
        label=str(row["label"]),
        faces=cast("dict[str, str]", row["faces"]),
        latin=cast("str | None", row["latin"]),
        alternatives=cast("dict[str, str]", row["alternatives"]),
    )


def profile(name: str) -> Fonts:
    """The profile of this name."""
    known = profiles()
    if name not in known:
        raise UserError(f"没有字体方案“{name}”；现有：{'、'.join(known)}")
    return known[name]


def apply(parts: Mapping[str, bytes], fonts: Fonts) -> dict[str, bytes]:
    """The parts of a template, with the faces that any profile names replaced by these."""
    kinds = {face: kind for each in profiles().values() for kind, face in each.faces.items()}

    def replaced(found: re.Match[str]) -> str:
        slots = dict(SLOT.findall(found.group()))
        kind = kinds.get(slots.get("eastAsia", ""))
        new = {slot: fonts.faces[kinds[face]] for slot, face in slots.items() if face in kinds}
        if fonts.latin and kind and kind != PAGE_NUMBER_KIND:
            new |= dict.fromkeys(("ascii", "hAnsi"), fonts.latin)
        return SLOT.sub(lambda slot: f'w:{slot[1]}="{new.get(slot[1], slot[2])}"', found.group())

    out = dict(parts)
    for name in parts:
        if name.startswith("word/") and name.endswith(".xml"):
            text = parts[name].decode("utf-8")
            out[name] = NAMES.sub(replaced, text).encode("utf-8")
    out["word/fontTable.xml"] = font_table(fonts).encode("utf-8")
    return out


def font_table(fonts: Fonts) -> str:
    """The part word/fontTable.xml."""
    rows = [_font(face, kind, fonts) for kind, face in fonts.faces.items()]
    if fonts.latin:
        rows.append(
            w("font", w("family", val="roman"), w("pitch", val="variable"), name=fonts.latin)
        )
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{namespace}">{"".join(rows)}</w:fonts>'


def _font(face: str, kind: str, fonts: Fonts) -> str:
    alternative = fonts.alternatives.get(face)
    return w(
        "font",
        w("altName", val=alternative) if alternative else "",
        w("charset", val="86"),
        w("family", val=FAMILIES[kind]),
        w("pitch", val="default"),
        name=face,
    )
