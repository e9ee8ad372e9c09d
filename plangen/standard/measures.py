"""The indicators that a clause's text asks for: 群众对卫生状况满意率≥90%, 不低于12小时, 100%.

What is read is a draft that people correct. Limit: 无烟草广告 is no indicator, a year or a number
of years without an accident is (近3年未发生……); a number that something is described by
(不超过100的天数, 居住满3个月以上的儿童) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plangen.standard.catalogue import Indicator
from plangen.standard.measure_forms import FORMS, Reading

# The number of an item within the clause: （一）, 1., ①. Not 3.5 and not 30%.
_ORDINAL = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])\s*", re.MULTILINE
)
_SENTENCES = re.compile(r"[^。；;！!\n]+")


def measures(text: str) -> tuple[Indicator, ...]:
    """The indicators of a text, in its order, each once."""
    sentences = _SENTENCES.findall(_ORDINAL.sub("", text))
    return tuple(dict.fromkeys(found for sentence in sentences for found in _of(sentence)))


def _of(sentence: str) -> Iterator[Indicator]:
    """Those of a sentence: of two forms that fit one place the first in the table is taken."""
    reading = Reading(sentence)
    matches = [
        (found.start(), order, found, make)
        for order, (form, make) in enumerate(FORMS)
        for found in form.finditer(sentence)
    ]
    for start, _, found, make in sorted(matches, key=lambda one: one[:2]):
        if start < reading.since:
            continue
        made = list(make(reading, found))
        if made:
            reading.since, reading.last = found.end(), made[-1].name
        yield from map(_tidy, made)


def _tidy(found: Indicator) -> Indicator:
    """With single blanks in its texts: what a file can hold on one line."""
    name, scope, other = (
        " ".join(text.split()) for text in (found.name, found.scope, found.relative_to)
    )
    return found._replace(name=name, scope=scope, relative_to=other)
