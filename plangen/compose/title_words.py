"""The words a title isn't cut in, from `plangen/words/title.yaml`."""

from __future__ import annotations

from functools import cache
from typing import cast

from plangen.source.facts import facts
from plangen.text.title_tokens import Words


@cache
def title_words() -> Words:
    """The words of all topics, and those with a role in the title."""
    content = cast("dict[str, dict[str, list[str]]]", facts("plangen.words", "title.yaml"))
    roles = {role: frozenset(words) for role, words in content["roles"].items()}
    topics = frozenset(word for words in content["topics"].values() for word in words)
    return Words(topics.union(*roles.values()), **roles)
