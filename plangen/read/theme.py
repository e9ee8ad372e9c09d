"""The faces of a theme, by the words that stand for them in w:rFonts (minorEastAsia, …)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plangen.read.package import Package
from plangen.read.xml import DRAWING, Element, w

A = f"{{{DRAWING}}}"
# The language of the settings (w:themeFontLang w:eastAsia) → the script of the theme's list.
SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja": "Jpan", "ko": "Hang"}
SIMPLIFIED = "Hans"
LATIN = ("Ascii", "HAnsi")


@dataclass(frozen=True, eq=False)
class Theme:
    """The theme of a package, opened when a style refers to it: many never do."""

    package: Package
    settings: Element | None

    def face(self, word: str) -> str:
        """The face that a word stands for; empty where the theme has none."""
        return self._faces.get(word, "")

    @cached_property
    def _faces(self) -> dict[str, str]:
        theme = self.package.xml(self.package.related("theme"))
        found: dict[str, str] = {}
        for size in ("major", "minor"):
            fonts = None if theme is None else theme.find(f".//{A}{size}Font")
            if fonts is None:
                continue
            latin = _face(fonts.find(f"{A}latin"))
            found |= {f"{size}{kind}": latin for kind in LATIN}
            # The theme names an East Asian face, or one for each script.
            script = f"{A}font[@script='{_script(self.settings)}']"
            found[f"{size}EastAsia"] = _face(fonts.find(f"{A}ea")) or _face(fonts.find(script))
        return found


def _face(element: Element | None) -> str:
    return "" if element is None else element.get("typeface", "")


def _script(settings: Element | None) -> str:
    language = None if settings is None else settings.find(w("themeFontLang"))
    tag = "" if language is None else language.get(w("eastAsia"), "")
    return SCRIPTS.get(tag) or SCRIPTS.get(tag.partition("-")[0], SIMPLIFIED)
