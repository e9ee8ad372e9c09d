"""正文的汉字之间、汉字与数字或标点之间夹了空格。

依据：实务（公文正文不留空格，间距由字体和版式定）。级别：警告。
只看成句的段落；序号后的空格、两字姓名中间的空格、并列的名单、与英文相邻的空格不算，
接排的标题后面、“电话：”等项目和电话号码前面的空格不算（缺的是标点），
口号、主题两句之间的空格、“签名：”后面留着填写的空格不算，
标题、署名、名单、表格、版记不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from plangen.model.document import HEADINGS, Role
from plangen.problem import Level
from plangen.rules._lines import Lines
from plangen.rules._text import LETTER, word_before
from plangen.rules.base import Findings, LineWise, Rule, replacing
from plangen.text.patterns import lazy

BLANK = " \u3000\xa0\t\u2002-\u200a\u202f"
ANY = lazy(f"[{BLANK}]")
WIDE = rf"(?:{LETTER}|[，。；：、？！（）《》“”〔〕—～…])"
GAP = lazy(
    rf"[{BLANK}](?<={WIDE}.)[{BLANK}]*(?={WIDE}|\d)|[{BLANK}](?<=[\d%％].)[{BLANK}]*(?={WIDE}|[%％])"
)
SENTENCE = lazy("[，。；—～]")
LEAST = 12
ROLES = frozenset({Role.PARAGRAPH, Role.PHASE, *HEADINGS})
START = lazy(
    rf"[{BLANK}]*(?:[一二三四五六七八九十百]+、|[（(].{{1,3}}[）)]|\d+[.．、]|[①-⑳]|第\S+?[章节条])?[{BLANK}]*"
)
NAME = lazy(rf"(?:(?<!{LETTER})|(?<=[由请派经与和及任])){LETTER}[{BLANK}]+{LETTER}")
POSTED = lazy(
    rf"(?<=[长记任员理])[{BLANK}]+(?={LETTER}[{BLANK}]+{LETTER}(?!{LETTER}))"
)  # 副市长 程 功
LISTED = lazy(rf"{LETTER}{{2}}(?:[{BLANK}]+{LETTER}{{2,4}}){{2,}}(?!{LETTER})")
PHONE = lazy(rf"[{BLANK}]+(?=\d{{7}}|\d+[-—]\d{{7}})")  # 联系人：金绿 54333188
# 联系人：邹静 电话：……, （四）深化改革 推行……: a mark is missing, not a blank too much
LABELLED = lazy(rf"[{BLANK}]+(?={LETTER}{{2,8}}[：:])")
HEAD = lazy(rf"{LETTER}{{4,20}}(?P<gap>[{BLANK}]+)(?={LETTER})")
UNFILLED = lazy(rf"(?<!\d)[{BLANK}]+(?=[年月日])")  # （ 月   日— 月   日）: mask-left tells of it
# 主题是“知危险会避险 安全文明出行”: the two halves of a slogan
SLOGAN = lazy(rf"(?:^|(?<=[“：]))({LETTER}{{4,12}})[{BLANK}]+{LETTER}{{4,12}}(?=[”！]|。?$)")
SIGNED = lazy(rf"(?<=[：:])[{BLANK}]+(?=[；;，])")  # 当事人（签名）：    ；
PAGE = lazy(rf"[{BLANK}]*[—–－-][{BLANK}]*\d{{1,3}}[{BLANK}]*[—–－-][{BLANK}]*")
JOINT = lazy(
    rf"(?:中央|省委|市委|区委|县委|[镇乡旗盟州]党?委|政府|党组|办公厅|公室|委员会|员会|[部局厅院委会])"
    rf"[{BLANK}]+(?={LETTER}{{2}})"
)
AFTER = lazy(rf"(?:{LETTER}|\d){{1,2}}|.")


@LineWise
def find(lines: Lines) -> Findings:
    """Blanks within running text."""
    for line in lines.among(ANY):
        text = line.text.rstrip()
        if line.role not in ROLES or len(text) < LEAST or not SENTENCE.search(text):
            continue
        for start, end in gaps(text):
            before = word_before(text, start, 2) or text[start - 1]
            found = AFTER.match(text, end)
            after = found.group() if found else ""
            old, new = before + text[start:end] + after, before + after
            if JOINT.match(text, start - 1) or JOINT.match(text, start - 2):
                continue  # 中共中央 国务院: joint organs are set apart by a blank
            message = f"“{before} {after}”中间的空格应删去"
            yield replacing(line.where, message, old, new)


def gaps(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of blanks that belongs to no ordinal, name or list."""
    first = GAP.search(text)
    if first is None:
        return
    start = START.match(text)
    kept = [found.span() for form in (NAME, POSTED, LISTED) for found in form.finditer(text)]
    kept += [start.span()] if start else []
    forms = (PAGE, PHONE, LABELLED, UNFILLED, SLOGAN, SIGNED)
    kept += [found.span() for form in forms for found in form.finditer(text)]
    head = HEAD.match(text, start.end()) if start and start.group().strip() else None
    kept += [head.span("gap")] if head else []
    for found in GAP.finditer(text):
        if not any(low <= found.start() < high for low, high in kept):
            yield found.span()


RULE = Rule(
    "text-blank",
    Level.WARNING,
    find,
    good=(
        "preamble: 由张 三、李 四牵头，使用 GIS 系统管理，邮箱 abc@example.gov.cn，按要求报送。",
        "preamble: 参加人员有王金波 赵福来 胡庆华 韩大川，具体分工另行通知。",
        "preamble: '1. 积极动员部署，开展宣传培训。'",
        "preamble: 联系人 陆知秋",
        "preamble: 宣传发动阶段（ 月   日至 月   日），各社区要做好动员，落实责任。",
        "preamble: 统计表报至县创卫办，联系人：陆知秋 5550188，高翔 0900-5550199。",
        "preamble: 于每季度末报送进展情况，联系人：邹静 电话：0900-5550126。",
        "closing: （四）深化医共体改革 推行统一管理，医保基金总额付费。",
        "preamble: 招商专班召集人为副市长 程 功、市投资促进局局长 蓝 天，每月调度一次。",
        "preamble: 认真落实《中共中央 国务院关于做好工作的意见》，结合实际，制定本方案。",
        "preamble: 按照县委办公室 县政府办公室的通知要求，结合实际，制定本方案。",
        "preamble: 以“人人动手讲卫生 家家参与爱家园”为主题，开展宣传。",
        "preamble: 经办人（签名）： ；证明人（签名）： ，一式两份。",
    ),
    bad=(
        (
            "preamble: 全县共 30 个村，开展环境 整治（8月16日— 10月31日），覆盖率达 95% 。",
            "“县共 30”中间的空格应删去\n“30 个村”中间的空格应删去\n“环境 整治”中间的空格应删去\n"
            "“— 10”中间的空格应删去\n“率达 95”中间的空格应删去\n“5% 。”中间的空格应删去",
        ),
    ),
)
