"""通知标题超过50字。

依据：实务（标题要简要，一般不超过三行）；GB/T 9704—2012 第7.3.1条。级别：提示。标点和空格不计；
联合发文的，只数“关于”以后的字，各机关的名称不计。
"""

from __future__ import annotations

from plangen.problem import Level
from plangen.rules._notice import before_about, title_of, title_where
from plangen.rules.base import Case, Findings, Rule

MOST = 50


def find(case: Case) -> Findings:
    """A title that takes more than three lines."""
    notice = case.plan.notice
    if notice is None:
        return
    title = title_of(case.plan, notice)
    if len(notice.issuer) > 1:
        title = title.removeprefix(before_about(title))
    count = sum(char.isalnum() for char in title)
    if count > MOST:
        yield title_where(case.plan, notice), f"通知标题有{count}字，宜在{MOST}字以内"


RULE = Rule(
    "title-long",
    Level.INFO,
    find,
    needs=("notice",),
    good=(
        "notice: {issuer: 青山县人民政府}",
        "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于做好创卫工作的通知}",
        "notice: {issuer: [中共青山县委员会, 青山县人民政府, 政协青山县委员会],"
        " title: 中共青山县委员会 青山县人民政府 政协青山县委员会关于深入开展国家卫生县城和国家"
        "卫生乡镇创建工作的通知}",
    ),
    bad=(
        (
            "notice: {issuer: 青山县人民政府, title: 青山县人民政府关于深入贯彻落实国家和省市"
            "决策部署"
            "进一步做好全县国家卫生县城国家卫生乡镇和省级卫生村创建及巩固提升有关工作的通知}",
            "通知标题有63字，宜在50字以内",
        ),
        (
            "notice: {issuer: [青山县人民政府, 青山县爱国卫生运动委员会], title: 青山县人民政府"
            " 青山县爱国卫生运动委员会关于深入贯彻落实国家和省市决策部署"
            "进一步做好全县国家卫生县城国家卫生乡镇和省级卫生村创建及巩固提升有关工作的通知}",
            "通知标题有56字，宜在50字以内",
        ),
    ),
)
