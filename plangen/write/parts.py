"""Add a part to a package: with its content type, and the document's relation to it."""

from __future__ import annotations

import posixpath

from plangen.read.package import Package
from plangen.read.walk import Walked
from plangen.read.xml import RELATIONS, Element, make, w

TYPES = "[Content_Types].xml"
TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS_SPACE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def add_part(
    package: Package, walked: Walked, file: str, kind: str, content_type: str
) -> tuple[str, Element, dict[str, Element]]:
    """(name, root, parts to replace) of a part beside the document, made where there is none.

    `file` is its name beside the document, `kind` the last word of the relation's type, which is
    the root's tag too.
    """
    roots = dict(walked.roots)
    if known := package.related(kind):
        root = package.xml(known)
        if root is not None:
            return known, root, roots
    folder = posixpath.dirname(package.main)
    part = posixpath.join(folder, file)
    relations = posixpath.join(folder, "_rels", f"{posixpath.basename(package.main)}.rels")
    roots[relations] = _related(package.xml(relations), file, kind)
    types = package.xml(TYPES)
    if types is not None:
        override = make(f"{TYPES_SPACE}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)
        types.append(override)
        roots[TYPES] = types
    return part, make(w(kind)), roots


def _related(root: Element | None, target: str, kind: str) -> Element:
    """The document's relations with one more."""
    root = make(f"{RELATIONS_SPACE}Relationships") if root is None else root
    used = {one.get("Id") for one in root}
    relation = make(f"{RELATIONS_SPACE}Relationship")
    number = next(n for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    for key, value in (
        ("Id", f"rId{number}"),
        ("Type", f"{RELATIONS}/{kind}"),
        ("Target", target),
    ):
        relation.set(key, value)
    root.append(relation)
    return root
