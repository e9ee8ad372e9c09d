"""Free stand-ins for the faces that GB/T 9704-2012 names, so that pages can be measured anywhere.

The Fandol faces (from texlive-lang-chinese) are complete and have full-width “ ” — as the real
ones do. For measuring only: a document names the real faces, and nothing here is shipped.
"""

from __future__ import annotations

import os
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont

from tests.tools.needs import ToolMissingError

SONG_BOLD = "PlangenXBS"
"""No free 小标宋 exists. LibreOffice drops a weight that an alias asks for, so the bold 宋体 that
stands in becomes a family of its own, in regular weight."""

STANDINS = {
    "FandolFang": (
        "仿宋_GB2312 FangSong_GB2312 仿宋 FangSong 华文仿宋 STFangsong"
        " 方正仿宋_GBK 方正仿宋简体 FZFangSong-Z02S"
    ),
    "FandolKai": (
        "楷体_GB2312 KaiTi_GB2312 楷体 KaiTi 华文楷体 STKaiti 方正楷体_GBK 方正楷体简体 FZKai-Z03S"
    ),
    "FandolHei": (
        "黑体 SimHei 华文黑体 STHeiti 等线 DengXian 方正黑体_GBK 方正黑体简体 FZHei-B01S"
    ),
    "FandolSong": (
        "宋体 SimSun 新宋体 NSimSun 华文宋体 STSong 方正书宋_GBK 方正书宋简体 FZShuSong-Z01S"
    ),
    SONG_BOLD: (
        "方正小标宋简体 方正小标宋_GBK 方正小标宋 小标宋 华文中宋 STZhongsong"
        " FZXiaoBiaoSong-B05S FZXiaoBiaoSong-B05 FZXiaoBiaoSong_GBK"
    ),
}
SPACED = {"Liberation Serif": ("Times New Roman",), "Liberation Sans": ("Arial",)}
ALIASES = {name: face for face, names in STANDINS.items() for name in names.split()} | {
    name: face for face, names in SPACED.items() for name in names
}
"""Face named in a document → the family that stands in for it in the PDF."""

OTF_FOLDERS = (
    Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol"),
    Path("/usr/share/texmf-dist/fonts/opentype/public/fandol"),
)


def home() -> Path:
    """Where the stand-ins are kept: $PLANGEN_FONTS or ~/.cache/plangen-test."""
    return Path(os.environ.get("PLANGEN_FONTS") or Path.home() / ".cache" / "plangen-test")


def fonts_conf() -> Path:
    """A fontconfig file with every alias (for FONTCONFIG_FILE); made at the first call."""
    folder = home()
    fandol = _fandol_folder(folder / "fandol", *OTF_FOLDERS)
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "made"
    made.mkdir(exist_ok=True)
    if not (made / f"{SONG_BOLD}.otf").exists():
        _as_own_family(fandol / "FandolSong-Bold.otf", made / f"{SONG_BOLD}.otf")
    conf = folder / "fonts.conf"
    _replace_text(conf, _conf_xml((fandol, made), folder / "cache"))
    return conf


def _fandol_folder(*folders: Path) -> Path:
    for folder in folders:
        if (folder / "FandolFang-Regular.otf").is_file():
            return folder
    raise ToolMissingError("没有 Fandol 字体，见 .ci/run")


def _as_own_family(source: Path, target: Path) -> None:
    """The outlines of `source` under a family of their own, in regular weight."""
    font = TTFont(source)
    names = {1: SONG_BOLD, 16: SONG_BOLD, 2: "Regular", 17: "Regular", 4: SONG_BOLD, 6: SONG_BOLD}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
    compact = font["CFF "].cff
    compact.fontNames[0] = SONG_BOLD
    top = compact.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = SONG_BOLD, SONG_BOLD, "Regular"
    for inner in top.FDArray:
        inner.FontName = SONG_BOLD  # this is the name that LibreOffice writes into the PDF
    metrics = font["OS/2"]
    metrics.usWeightClass = 400
    metrics.fsSelection = metrics.fsSelection & ~0b100001 | 0b1000000  # no BOLD, ITALIC; REGULAR
    font["head"].macStyle = 0
    part = target.with_suffix(f".{os.getpid()}")
    font.save(part)
    part.replace(target)


def _replace_text(path: Path, text: str) -> None:
    """Several test processes may do this at once: none sees half a file."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    part = path.with_suffix(f".{os.getpid()}")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _conf_xml(folders: tuple[Path, ...], cache: Path) -> str:
    # An edit of the pattern, not <alias>: it wins even where the system knows a face of that name.
    matches = (
        f'  <match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="same"><string>{face}</string></edit></match>'
        for name, face in ALIASES.items()
    )
    own = (f"  <dir>{escape(str(folder))}</dir>" for folder in folders)
    return "\n".join(
        (
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            *own,
            "  <dir>/usr/share/fonts</dir>",
            "  <dir>/usr/local/share/fonts</dir>",
            f"  <cachedir>{escape(str(cache))}</cachedir>",
            '  <include ignore_missing="yes">/etc/fonts/conf.d</include>',
            *matches,
            "</fontconfig>",
            "",
        )
    )
