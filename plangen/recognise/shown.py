"""Parts of a plan that a section shows below its heading: targets, guarantees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plangen.model.document import Block
from plangen.model.plan import Guarantee, Target
from plangen.recognise.duties import read_items
from plangen.recognise.labels import is_contact, is_role, is_units
from plangen.recognise.roster import is_roster_line
from plangen.recognise.targets import read_targets
from plangen.recognise.texts import text_of
from plangen.recognise.tree import HEADING_ENDS, Node, is_standing
from plangen.text.run_in import split_run_in

GUARANTEES = re.compile(r"保障|措施|(?<!总体)(?<!总的)(?<!目标)要求(?!和目标|与目标|及目标)|纪律")
TASKS = re.compile(r"^(?:工作|整治|活动)措施$")  # what is done, as a rule
COLON = re.compile(
    r"^(?P<title>[^。；：:（）()《》\d]{2,20}(?<!做到)(?<!如下)(?<!以下)(?<!要求))[：:]\s*(?P<rest>\S.*)$",
    re.DOTALL,
)
TARGETS = re.compile(r"目标")


def guarantees(nodes: Sequence[Node], heading: str) -> tuple[Guarantee, ...]:
    """保障措施: every part has a heading and a text; nothing where one hasn't."""
    if not GUARANTEES.search(heading):
        return ()
    out = []
    for node in nodes:
        title, text = node.headed_text if node.standing else headed(node.text)
        text = text_of(node.blocks, text)
        if not title or not text or node.nodes or any(map(_is_other, node.blocks)):
            return ()
        out.append(Guarantee(title=title, text=text, where=node.block.where))
    return tuple(out)


def are_tasks(node: Node, beside: Sequence[Node]) -> bool:
    """Whether 工作措施 is what is to be done: 工作要求 or 保障措施 comes below it."""
    headings = [heading_of(other.text, other.rank)[0] for other in beside]
    at = beside.index(node)
    if not TASKS.match(headings[at]):
        return False
    later = zip(beside[at + 1 :], headings[at + 1 :], strict=True)
    return any(guarantees(other.nodes, heading) for other, heading in later)


def headed(text: str) -> tuple[str, str]:
    """The heading that runs in before a guarantee: 加强领导。 or 提高认识，加强领导：.

    综合组，由党政办负责，联系人：高翔 is none: its colon belongs to the label before it.
    """
    title, rest = split_run_in(text)
    found = None if title else COLON.match(text)
    if found is None:
        return title, rest
    label = found["title"].rpartition("，")[2]
    labelled = is_contact(label) or is_role(label) or is_units(label)
    return ("", text) if labelled else (found["title"], found["rest"])


def targets(
    nodes: Sequence[Node], paragraphs: Sequence[Block], heading: str
) -> tuple[Target, ...]:
    """总体目标: numbered items, or paragraphs where there is none; nothing deeper."""
    if not TARGETS.search(heading):
        return ()
    if any(node.nodes or (node.standing and node.blocks) for node in nodes):
        return ()
    blocks = [*paragraphs, *(block for node in nodes for block in node.blocks)]
    if any(map(_is_other, blocks)):
        return ()
    return read_targets(read_items(nodes), () if nodes else paragraphs)


def heading_of(text: str, rank: int) -> tuple[str, str]:
    """The heading of a section and the text that follows on its line.

    What is a section has a heading: where its first sentence doesn't read as one, it is one all
    the same, if it is short.
    """
    if is_standing(text, rank):
        return text.rstrip(HEADING_ENDS), ""
    title, rest = split_run_in(text)
    if not title:
        title, rest = split_run_in(text, any_words=True)
    return (title, rest) if title else (text, "")


def _is_other(block: Block) -> bool:
    return block.table is not None or is_roster_line(block)
