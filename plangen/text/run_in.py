"""Where the heading that runs in before a text ends: 加强组织领导，形成工作合力。｜县创卫办……"""

from __future__ import annotations

import re

from plangen.text.patterns import lazy

LONGEST = 30  # 字 of a run-in heading
# Words that a sentence has and a heading hasn't: what is counted, cited, or said to be so.
_SENTENCE = lazy(r"[；;：:《》（）()\d%％≥≤]|(?<!目)的$|应当|不得|必须")
_FIRST = lazy(r"^([^。！？!?]+)。(?=.)", re.DOTALL)


def split_run_in(text: str, *, any_words: bool = False) -> tuple[str, str]:
    """(heading, text): the first sentence where it is short and the text goes on after it.

    Without one, the heading is empty. `any_words` asks for no more than that it is short.
    """
    found = _FIRST.match(text)
    if not found or len(found[1]) > LONGEST or (not any_words and _SENTENCE.search(found[1])):
        return "", text
    return found[1].strip(), text[found.end() :].strip()
