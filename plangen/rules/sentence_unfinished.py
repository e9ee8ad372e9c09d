"""成段的文字末尾没有句末标点，或者停在逗号、顿号上。

依据：GB/T 15834—2011 第4.1条（句末点号表示句末的停顿）。级别：警告。
只看像句子的段落：停在逗号、顿号上且不少于20字的，停在“力争到”“以及”“根据”一类不能结尾的词上的，
前面已有句号的，或者不少于40字、有两个以上逗号的；
标题、名单、表格、落款和以括注、联系方式结尾的不算。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import RUNNING, short
from plangen.rules.base import Finding, Findings, LineWise, Rule
from plangen.text.patterns import lazy

CUT = "，、"
ENDED = lazy(r"(?:[。！？；：…—.!?;:]|[）)】］\]〕])[”’』」]?\Z")
NOTE = lazy("[（(][^（()）]*[）)]")
LABEL = lazy(r"[^，。；：]{1,10}：[^，。]*\Z")
# 联系人：杨帆，电话：0900-5550126，邮箱：sfb@example.cn
CONTACT = lazy(r"(?:电话|手机|传真|邮箱|邮件|网址|地址|邮编)[：:][^，。；：]*\Z")
OPEN = lazy(r"(?:(?:力争|争取|确保|预计)到|以及|并且|因为|为了|根据|按照|对于|关于|(?<!目)的)\Z")
LEAST, LONG = 20, 40
COMMAS = 2  # a heading has one at most, or is shorter than LONG
LAST = 6  # characters after the last full stop: fewer are a note


def unfinished(text: str) -> bool:
    """Whether a paragraph is a sentence that lacks its end."""
    if len(text) < LEAST or text[-1] == "。" or LABEL.match(text) or CONTACT.search(text):
        return False
    if text[-1] in CUT or ("，" in text and OPEN.search(text)):
        return True
    if ENDED.search(text):
        return False
    if "。" in text:
        return len(text) - text.rindex("。") > LAST
    return len(text) >= LONG and NOTE.sub("", text).count("，") >= COMMAS


@LineWise
def find(lines: Lines) -> Findings:
    """Running text without an end."""
    for line in lines.all:
        if line.role in RUNNING and unfinished(text := line.text.rstrip()):
            piece = text[-10:]
            tail = f"停在“{text[-1]}”上" if text[-1] in CUT else "末尾没有标点"
            yield Finding(line.where, f"“{short(piece)}”{tail}，句末应有句号", piece)


RULE = Rule(
    "sentence-unfinished",
    Level.WARNING,
    find,
    good=(
        "preamble: 各单位要压实责任，认真整改，确保实效。（责任单位：各乡镇人民政府）",
        "outline: [{heading: 提高政治站位，压实工作责任，"
        "确保创建工作取得实效, text: 抓好“五小”整治。}]",
        "preamble: 各乡镇要做好以下工作，按时报送：",
        "preamble: 各单位要压实责任，认真整改，确保实效。[责任单位：各乡镇人民政府]",
        "preamble: 请将意见书面反馈。联系人：杨知夏，联系电话：0900-5550126，邮箱：sfb@example.cn",
        "preamble: 各单位要压实责任，认真整改。〔责任单位：县水利局。列首位的为牵头单位，下同〕",
    ),
    bad=(
        (
            "preamble: 各单位要压实责任。县创卫办要按月调度、通报工作进展",
            "“月调度、通报工作进展”末尾没有标点，句末应有句号",
        ),
        (
            "preamble: 2024年4月底前完成国家卫生县城的申报工作，力争到",
            "“城的申报工作，力争到”末尾没有标点，句末应有句号",
        ),
        (
            "preamble: 各单位要按照职责分工细化措施、压实责任、抓好落实，",
            "“压实责任、抓好落实，”停在“，”上，句末应有句号",
        ),
    ),
)
