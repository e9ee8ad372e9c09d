"""Prepared templates: the same documents as docxtpl's, and kept from process to process."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import canonicalize

import pytest
from docxtpl import DocxTemplate
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from plangen.kept import FOLDER, Plain, folder
from plangen.model.document import Block, Document, Role, block
from plangen.template.archive import CORE, DOCUMENT, entry, join, pack, unpack
from plangen.template.fonts import profile, profiles
from plangen.template.kept import SHELF, key_of
from plangen.template.load import Template, official
from plangen.template.prepare import prepare
from plangen.template.prepared import plain, prepared
from plangen.template.view import BlockView, DocumentView, ImprintView
from plangen.write.docx import filled, write
from plangen.write.view import document_view
from tests.test_template import LETTER, changed, committed, texts
from tests.test_write import ALL, blocks, every_role
from tests.tools.command import plangen
from tests.tools.examples import NAMES, SPECS, documents

EVERY = Document(tuple(every_role()), title="关于“创卫”的通知", author="临溪县人民政府")
BRACES = str.maketrans({char: f"&#{ord(char)};" for char in "{}%"})


# The same as docxtpl


def by_docxtpl(view: DocumentView, template: Template) -> dict[str, bytes]:
    """The parts that docxtpl makes of the same template and view, by its own documentation."""
    engine, out = DocxTemplate(BytesIO(template.data)), BytesIO()
    engine.render({"document": marked(view)}, Environment(autoescape=True))
    engine.save(out)
    return unpack(out.getvalue())


def marked(view: DocumentView) -> DocumentView:
    """The view with every string taken as XML."""
    own = tuple(marked_block(each) for each in view.blocks)
    return DocumentView(own, mark(view.title), mark(view.author))


def marked_block(view: BlockView) -> BlockView:
    imprint = view.imprint and ImprintView(
        tuple(map(mark, view.imprint.copies)),
        mark(view.imprint.printer),
        mark(view.imprint.printed),
    )
    ready, text, head, rest = map(mark, (view.ready, view.text, view.head, view.rest))
    return BlockView(view.role, ready, text, head, rest, imprint)


def mark(text: str) -> Markup:
    return Markup(text.translate(BRACES))


def assert_alike(document: Document, template: Template) -> None:
    view = document_view(document, template)
    ours, theirs = unpack(filled(view, template)), by_docxtpl(view, template)
    assert template.program is not None
    assert canonicalize(ours.pop(DOCUMENT)) == canonicalize(theirs.pop(DOCUMENT))
    del ours[CORE], theirs[CORE]  # docxtpl stamps the time into it
    assert ours == theirs


TEMPLATES = [(name, fonts) for name in official() for fonts in (None, *profiles())]
EXAMPLES = {f"{name}-{kind}": each for name in NAMES for kind, each in documents(name).items()}


@pytest.mark.parametrize(("name", "fonts"), TEMPLATES)
def test_every_role_comes_out_as_docxtpl_has_it(name: str, fonts: str | None) -> None:
    assert_alike(EVERY, Template.load(name, fonts))


@pytest.mark.parametrize("name", official())
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_comes_out_as_docxtpl_has_it(name: str, example: str) -> None:
    assert_alike(EXAMPLES[example], Template.load(name))


@given(st.lists(blocks, max_size=8), st.sampled_from(official()))
def test_any_document_comes_out_as_docxtpl_has_it(content: list[Block], name: str) -> None:
    assert_alike(Document(tuple(content)), Template.load(name))


@pytest.mark.parametrize("name", official())
def test_an_official_template_stands_the_checks_that_loading_it_leaves_out(name: str) -> None:
    checked = prepare(name, committed(name), None)
    assert checked.why == ""
    assert checked == prepare(name, committed(name), None, known=True)


# Templates that an office has changed, and that still do without docxtpl


def both(xml: str) -> str:
    """正文 and 附注 from one sample."""
    one = '{%p elif block.role == "正文" %}'
    assert one in xml
    return xml.replace(one, '{%p elif block.role in ("正文", "附注") %}', 1)


def joined(xml: str) -> str:
    return xml.replace(
        'block.role == "正文"', 'block.role == "正文" or block.role == "附注" and not block.ready'
    )


def nested(xml: str) -> str:
    """A branch within a branch."""
    return xml.replace("{%p if block.ready %}", '{%p if block.ready and block.role != "正文" %}')


def logo(xml: str) -> str:
    """A drawing, outside the loop, whose id is the one that docxtpl gives it."""
    return xml.replace("<w:body>", f"<w:body>{DRAWING}")


WORD = "http://schemas.openxmlformats.org/drawingml/2006"
DRAWING = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{WORD}/wordprocessingDrawing">'
    '<wp:extent cx="9525" cy="9525"/><wp:docPr id="1001" name="徽标"/>'
    f'<a:graphic xmlns:a="{WORD}/main"><a:graphicData uri="x"/></a:graphic>'
    "</wp:inline></w:drawing></w:r></w:p>"
)


@pytest.mark.parametrize("change", [both, joined, nested, logo])
def test_a_changed_template_comes_out_as_docxtpl_has_it(
    change: Callable[[str], str], tmp_path: Path
) -> None:
    assert_alike(EVERY, Template.load(changed(tmp_path / "a.docx", change)))


# Templates that need docxtpl


def filtered(xml: str) -> str:
    return xml.replace("{{ line }}", "{{ line|trim }}")


def counted(xml: str) -> str:
    return xml.replace("{{ line }}", "{{ line }}{{ loop.index }}")


def remembered(xml: str) -> str:
    return xml.replace("{{ line }}", "{% set typed = line %}{{ typed }}")


def narrowed(xml: str) -> str:
    """The table of the 版记 with a column too few, which docxtpl adds."""
    cell = re.search(r"<w:tc>(?:(?!</w:tc>).)*block.imprint.printer.*?</w:tc>", xml)
    assert cell
    return xml.replace(cell[0], cell[0] + "<w:tc><w:tcPr/><w:p/></w:tc>")


def numbered(xml: str) -> str:
    """A drawing, which docxtpl numbers anew."""
    return logo(xml).replace('id="1001"', 'id="7"')


def broken(xml: str) -> str:
    """A typed line break within a text, which docxtpl makes an element."""
    return xml.replace("{{ block.text }}", "{{ block.text }}\n", 1)


SLOW = [
    (filtered, "标记里用了过滤器（|）"),
    (counted, "标记里用了“loop”"),
    (remembered, "标记里用了 set"),
    (narrowed, "docxtpl 填好之后还要整理其中的表格、图形或文字"),
    (numbered, "docxtpl 填好之后还要整理其中的表格、图形或文字"),
    (broken, "docxtpl 填好之后还要整理其中的表格、图形或文字"),
]


@pytest.mark.parametrize(("change", "why"), SLOW)
def test_a_template_that_needs_docxtpl_gets_it_and_says_so(
    change: Callable[[str], str], why: str, tmp_path: Path
) -> None:
    path = changed(tmp_path / "a.docx", change)
    template = Template.load(path)
    assert (template.program, template.slow) == (None, why)
    found = texts(write(LETTER, template), tmp_path)
    assert [text.replace("\n", "") for text in found] == LETTER.texts()
    done = plangen("template", "check", str(path))
    assert (done.code, done.out) == (0, f"{path}：可以用；{why}，因此改由 docxtpl 生成，较慢\n")


def test_a_tag_in_a_footer_is_filled_in_by_docxtpl(tmp_path: Path) -> None:
    path = changed(
        tmp_path / "a.docx",
        lambda xml: xml.replace("— </w:t>", "{{ document.title }}— </w:t>"),
        "word/footer1.xml",
    )
    template = Template.load(path)
    assert template.slow == "word/footer1.xml 里也有标记"
    document = Document(LETTER.blocks, title="甲{_{乙")
    assert "甲{_{乙— </w:t>" in unpack(write(document, template))["word/footer1.xml"].decode()


def test_the_template_check_says_that_a_template_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(committed("standard"))
    assert plangen("template", "check", str(path)).out == f"{path}：可以用\n"


HARD = Document((block(Role.PARAGRAPH, "{_{甲}_}{_%乙%_}{{丙}}{%丁%}"),))


@pytest.mark.parametrize("change", [both, filtered])
def test_where_docxtpl_would_alter_a_text_it_stays_as_typed(
    change: Callable[[str], str], tmp_path: Path
) -> None:
    template = Template.load(changed(tmp_path / "a.docx", change))
    assert texts(write(HARD, template), tmp_path) == HARD.texts()


# Kept from one process to the next


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "缓存"
    monkeypatch.setenv(FOLDER, str(place))
    return place


def key() -> Plain:
    found = key_of("钥匙")
    assert found
    return found


@pytest.mark.parametrize("name", ALL)
def test_a_kept_template_is_the_one_that_was_prepared(name: str) -> None:
    fresh = prepare("standard", committed("standard"), profile("gbk"), known=True)
    again = prepared(plain(fresh))
    assert again == fresh
    assert write(ALL[name], Template("甲", *again)) == write(ALL[name], Template("甲", *fresh))


def test_what_is_kept_is_plain_data(cache: Path) -> None:
    fresh = prepare("standard", committed("standard"), None, known=True)
    SHELF.keep(key(), plain(fresh))
    assert len(list(cache.iterdir())) == 1
    assert prepared(SHELF.recall(key())) == fresh


def test_a_template_goes_to_another_process() -> None:
    template = Template.load()
    again = pickle.loads(pickle.dumps(template))
    assert write(EVERY, again) == write(EVERY, template)


def test_another_key_finds_nothing(cache: Path) -> None:
    SHELF.keep(key(), "甲")
    assert SHELF.recall(key()) == "甲"
    other = key_of("别的")
    path = SHELF.path(other)
    assert path
    assert SHELF.recall(other) is None
    (kept_one,) = cache.iterdir()
    kept_one.rename(path)  # as if both had the same checksum
    assert SHELF.recall(other) is None


@pytest.mark.parametrize("damage", [b"", b"\x00", b"x" * 9], ids=["空", "短", "乱"])
def test_a_broken_file_is_as_good_as_none(cache: Path, damage: bytes) -> None:
    SHELF.keep(key(), "甲")
    (path,) = cache.iterdir()
    whole = path.read_bytes()
    for content in (damage, whole[:-1], whole[:20] + b"\xff" + whole[21:]):
        path.write_bytes(content)
        assert SHELF.recall(key()) is None
    SHELF.keep(key(), "乙")
    assert SHELF.recall(key()) == "乙"


def test_where_nothing_can_be_kept_it_goes_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").write_text("")
    for place in ("", str(tmp_path / "文件"), str(tmp_path / "文件" / "下面")):
        monkeypatch.setenv(FOLDER, place)
        SHELF.keep(key(), "甲")
        assert SHELF.recall(key()) is None
    assert [path.name for path in tmp_path.iterdir()] == ["文件"]


@pytest.mark.skipif(sys.platform == "win32", reason="what a user may write is another matter")
def test_nothing_is_taken_from_a_folder_that_anybody_may_write(cache: Path) -> None:
    SHELF.keep(key(), "甲")
    cache.chmod(0o777)
    assert SHELF.recall(key()) is None
    cache.chmod(0o775)
    assert SHELF.recall(key()) == "甲"


def test_the_folder_is_where_the_system_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER)
    monkeypatch.setenv("HOME", "/home/甲")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("LOCALAPPDATA", "/Local")
    found = {}
    for system in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", system)
        found[system] = str(folder())
    assert found == {
        "linux": "/home/甲/.cache/plangen",
        "darwin": "/home/甲/Library/Caches/plangen",
        "win32": "/Local/plangen",
    }


def test_many_at_a_time_leave_one_whole_file(cache: Path) -> None:
    values = [str(number) * 100_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda value: SHELF.keep(key(), value), values * 4))
    assert len(list(cache.iterdir())) == 1
    assert SHELF.recall(key()) in values


def test_the_oldest_files_go(cache: Path) -> None:
    for number in range(SHELF.most + 3):
        SHELF.keep(key_of(str(number)), number)
        newest = max(cache.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert len(list(cache.iterdir())) == SHELF.most


def run(*arguments: str, cache: Path, out: Path) -> str:
    """Another process; what it says on standard error."""
    done = subprocess.run(
        [sys.executable, *arguments, "render", str(SPECS / "xx-town.yaml"), "-o", str(out)],
        env=os.environ | {FOLDER: str(cache)},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stderr


def test_another_process_needs_neither_docxtpl_nor_jinja(cache: Path, tmp_path: Path) -> None:
    libraries = r"\| +(docxtpl|docx|lxml|jinja2|markupsafe)$"
    said = [
        run("-X", "importtime", "-m", "plangen", cache=cache, out=tmp_path / str(number))
        for number in range(2)
    ]
    found = [set(re.findall(libraries, each, re.MULTILINE)) for each in said]
    assert found == [{"docxtpl", "docx", "lxml", "jinja2", "markupsafe"}, set()]
    first, second = (sorted((tmp_path / str(number)).iterdir()) for number in range(2))
    assert len(first) == 3
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


# The package


def test_a_package_is_a_sound_zip() -> None:
    parts = {"[Content_Types].xml": b"<x/>" * 999, "word/图.xml": b"", "a": bytes(range(256))}
    data = join(entry(name, content) for name, content in parts.items())
    assert data == pack(parts)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == parts
        assert [entry.filename for entry in package.infolist()] == [
            "[Content_Types].xml",
            "a",
            "word/图.xml",
        ]
        assert {(entry.date_time, entry.external_attr >> 16) for entry in package.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0o600)
        }
