"""Which places a standard and its clauses are for: 县城, 乡镇, 城市 …

Limit: a clause is for fewer places than its standard only where it says so at its beginning
(县城生活垃圾……) or in a bracket at either end (（仅县城）, （乡镇不适用）).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.standard.wordings import any_of, words

_PLACES = any_of(words("kinds_of_place"))
_LISTED = rf"{_PLACES}(?:[、和及或]{_PLACES})*"
_NAMED = re.compile(_PLACES)
_FRONT = re.compile(
    rf"^(?:(?:创建|申报)(?:国家|省级?|市级?)?(?:卫生|文明|园林)?)?"
    rf"(?P<place>{any_of(words('narrowing'))})(?!{any_of(words('bodies'))}|[、（(和及与或])"
)
_LABEL = re.compile(
    rf"^[【\[（(]?(?P<places>{_LISTED})[】\]）)]?[：:]|^[【\[](?P<inside>{_LISTED})[】\]]"
)
_ONLY = re.compile(
    rf"[（(](?:(?:仅|只|限)(?:限|适用)?于?|适用于)?(?P<places>{_LISTED})(?:适用|标准|必备)?[）)]"
)
_NOT = re.compile(
    rf"[（(](?P<places>{_LISTED})(?:不适用|除外|不考核|不作要求|不做要求)[）)]|[（(](?:不含|不适用于)(?P<inside>{_LISTED})[）)]"
)


def places(text: str) -> tuple[str, ...]:
    """The kinds of places a title names, the larger first; 县级市 is no 县."""
    named = _NAMED.findall(text)
    return tuple(place for place in words("kinds_of_place") if place in named)


def narrowed(text: str, every: Sequence[str]) -> tuple[str, ...]:
    """The places that a clause is for, out of those of its standard."""
    ends = f"{text[:20]}\n{text[-20:]}"
    if found := _NOT.search(ends):
        without = places(found.group())
        return tuple(place for place in every if place not in without)
    label = _LABEL.match(text)
    only = next(
        (m for m in _ONLY.finditer(ends) if m.start() == 0 or m.end() >= len(ends) - 1), None
    )
    if found := label or only:
        return places(found.group())
    front = _FRONT.match(text)
    if front and not set(every) & set(places(text)) - {front["place"]}:
        return (front["place"],)
    return tuple(every)
