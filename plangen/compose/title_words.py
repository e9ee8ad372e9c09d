"""The words a title isn't cut in, from `plangen/words/title.yaml`."""

from __future__ import annotations

from functools import cache

from plangen.source.facts import facts
from plangen.text.title_tokens import Words


@cache
def title_words() -> Words:
    """All lists of the file as known words; those with a part in the title also by it."""
    content = facts("plangen.words", "title.yaml")
    assert isinstance(content, dict)
    lists = {key: frozenset(words.split()) for key, words in content.items() if key != "source"}
    parts = {part: lists[part] for part in ("verbs", "modifiers", "heads", "genres")}
    return Words(frozenset().union(*lists.values()), **parts)
