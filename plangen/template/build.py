"""Builds the official templates: python -m plangen.template.build [FOLDER].

Lean packages: only the styles in use, no library's author, no thumbnail, no US Letter.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plangen.source import packaged
from plangen.template import gbt9704 as gb
from plangen.template.archive import pack
from plangen.template.fonts import Fonts, font_table, profile
from plangen.template.markup import on, w
from plangen.template.sheet import body, footer
from plangen.template.styles import styles_xml

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# part, its relationship from the document, its content type
RELATED = (
    ("styles.xml", "styles", f"{WORD}.styles+xml"),
    ("settings.xml", "settings", f"{WORD}.settings+xml"),
    ("fontTable.xml", "fontTable", f"{WORD}.fontTable+xml"),
    ("theme/theme1.xml", "theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
    ("footer1.xml", "footer", f"{WORD}.footer+xml"),
    ("footer2.xml", "footer", f"{WORD}.footer+xml"),
)


def main(arguments: list[str]) -> None:
    """Write every official template into the folder (default: where the templates are)."""
    default = str(packaged.folder("plangen.templates.official"))
    folder = Path(arguments[0] if arguments else default)
    for metrics in gb.METRICS:
        (folder / f"{metrics.name}.docx").write_bytes(pack(parts(metrics)))


def parts(metrics: gb.Metrics) -> dict[str, bytes]:
    """The parts of a template, by name."""
    fonts = profile("gb2312")
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": _core(),
        "word/_rels/document.xml.rels": _relationships(),
        "word/document.xml": _part("document", w("body", body(metrics))),
        "word/styles.xml": _part("styles", styles_xml(metrics, fonts)),
        "word/settings.xml": _part("settings", _settings()),
        "word/fontTable.xml": font_table(fonts).removeprefix(HEAD),
        "word/theme/theme1.xml": _theme(fonts),
        "word/footer1.xml": _part("ftr", footer("OddPage")),
        "word/footer2.xml": _part("ftr", footer("EvenPage")),
    }
    return {name: (HEAD + text).encode("utf-8") for name, text in texts.items()}


def _part(root: str, content: str) -> str:
    return f'<w:{root} xmlns:w="{MAIN}" xmlns:r="{OFFICE}">{content}</w:{root}>'


def _content_types() -> str:
    rows = [("document.xml", f"{WORD}.document.main+xml")]
    rows += [(part, kind) for part, _, kind in RELATED]
    overrides = "".join(
        f'<Override PartName="/word/{part}" ContentType="{kind}"/>' for part, kind in rows
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _package_relationships() -> str:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/></Relationships>'
    )


def _relationships() -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{part}"/>'
        for number, (part, kind, _) in enumerate(RELATED, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title>'
        "<dc:creator></dc:creator></cp:coreProperties>"
    )


def _settings() -> str:
    word = "http://schemas.microsoft.com/office/word"
    return "".join(
        (
            w("zoom", percent=100),
            w("defaultTabStop", val=2 * gb.PITCH),
            on("evenAndOddHeaders"),  # 7.5: odd numbers right, even numbers left
            w("characterSpacingControl", val="doNotCompress"),  # else more than 28 a line
            w(
                "compat",
                on("doNotExpandShiftReturn"),
                w("compatSetting", name="compatibilityMode", uri=word, val=15),
            ),
            w("themeFontLang", val="en-US", eastAsia="zh-CN"),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )


def _theme(fonts: Fonts) -> str:
    """The smallest theme that validators accept; no style refers to it."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF", "accent1": "C00000",
        "accent2": "404040", "accent3": "595959", "accent4": "737373", "accent5": "8C8C8C",
        "accent6": "A6A6A6", "hlink": "000000", "folHlink": "000000",
    }  # fmt: skip
    palette = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items()
    )
    face = fonts.faces["仿宋"]
    typeface = f'<a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{palette}</a:clrScheme>'
        f'<a:fontScheme name="公文"><a:majorFont>{typeface}</a:majorFont>'
        f"<a:minorFont>{typeface}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
