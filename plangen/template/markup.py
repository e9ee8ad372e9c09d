"""WordprocessingML as strings: elements, and properties in the order that the schema demands."""

from __future__ import annotations

from collections.abc import Mapping

Properties = dict[str, str]
"""Property elements by their tag: {"jc": '<w:jc w:val="center"/>'}."""

RUN_END, PARAGRAPH_END = "</w:t></w:r>", "</w:p>"


def _places(names: str) -> dict[str, int]:
    return {name: place for place, name in enumerate(names.split())}


# Word refuses or ignores properties in another order (ECMA-376 part 1, 17.3.1.26, 17.3.2.28).
PARAGRAPH_ORDER = _places(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
RUN_ORDER = _places(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
    "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)


def w(tag: str, *content: str, **attributes: str | int) -> str:
    """An element of the w: namespace; attributes get the prefix too and are taken as they are."""
    inner = "".join(content)
    head = f"w:{tag}" + "".join(f' w:{key}="{value}"' for key, value in attributes.items())
    return f"<{head}>{inner}</w:{tag}>" if inner else f"<{head}/>"


def on(tag: str) -> str:
    """A switch: <w:keepNext/>."""
    return w(tag)


def off(tag: str) -> str:
    """A switch turned off, against what a style says."""
    return w(tag, val=0)


def paragraph_properties(properties: Mapping[str, str]) -> str:
    """A w:pPr, in order; nothing if there are no properties."""
    return _wrapped("pPr", properties, PARAGRAPH_ORDER)


def run_properties(properties: Mapping[str, str]) -> str:
    """A w:rPr, in order; nothing if there are no properties."""
    return _wrapped("rPr", properties, RUN_ORDER)


def _wrapped(tag: str, properties: Mapping[str, str], order: Mapping[str, int]) -> str:
    tags = sorted(properties, key=lambda name: order.get(name, len(order)))
    return w(tag, *(properties[name] for name in tags)) if tags else ""


def run(properties: Mapping[str, str], text: str) -> str:
    """A run of ready XML text (escaped by the caller)."""
    return run_start(properties) + text + RUN_END


def run_start(properties: Mapping[str, str]) -> str:
    """A run up to its text."""
    return f'<w:r>{run_properties(properties)}<w:t xml:space="preserve">'


def paragraph(properties: Mapping[str, str], *runs: str) -> str:
    """A paragraph; the bare element needs an end tag so that docxtpl's patterns find it."""
    return f"<w:p>{paragraph_properties(properties)}{''.join(runs)}{PARAGRAPH_END}"
