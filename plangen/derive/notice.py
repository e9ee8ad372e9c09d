"""The township's notice, and the county's plan as its basis."""

from __future__ import annotations

from dataclasses import replace

from plangen.compose.titles import notice_title
from plangen.derive.kind import endings
from plangen.derive.origin import Made, altered, computed, copied, listed, mapped, own
from plangen.derive.tables import Counterpart
from plangen.derive.targets import Missing
from plangen.derive.variant import Variant
from plangen.derive.wording import Wording
from plangen.model.plan import Notice, Plan, Printed
from plangen.model.townships import Township
from plangen.problem import NOWHERE


def basis(preamble: Made[str], variant: Variant) -> Made[str]:
    """The preamble with the county's plan cited, before the words that the table names."""
    words, county = variant.tables.basis, variant.basis or variant.county
    cited = citation(county)
    if not words.text or not cited or cited in preamble.value:
        return preamble
    number = county.notice.number if county.notice else ""
    said = words.text.replace("{通知}", cited).replace("{字号}", number)
    said = said if number else said.replace("（）", "")
    text = preamble.value
    anchors = (variant.of_town(one) for one in words.before or ())
    at = next((text.index(one) for one in anchors if one in text), 0)
    new = text[:at] + said + (text[at:] or variant.of_town(words.alone))
    origin = preamble.origins[()]
    lines = (*origin.lines, "basis：引县方案及其发文字号为依据")
    return mapped(new, origin.source, lines)


def citation(county: Plan) -> str:
    """The title under which the county's plan was issued, as a title within 《》 may stand."""
    if county.notice is None:
        return county.title
    title = notice_title(county, county.notice)
    return title.replace("《", "〈").replace("》", "〉")


def common(variant: Variant, wording: Wording) -> Made[Notice] | None:
    """What the notices of the townships of one kind share."""
    given = variant.county.notice
    if given is None:
        return None
    words = variant.tables.notice
    where = given.where
    values: dict[str, Made[object]] = {
        "to": addressees(variant),
        "copy_to": _named(words.copy_to, variant),
        "note": copied(given.note, where / "note"),
        "seal": copied(given.seal, where / "seal"),
        "draft": copied(given.draft, where / "draft"),
    }
    if words.issuer:
        values["issuer"] = listed([_counterpart(words.issuer, variant)])
    if words.approved_by and words.approved_by.to(variant.type):
        values["approved_by"] = _counterpart(words.approved_by, variant)
    if given.body and variant.county.title not in given.body:  # else it is made anew
        values["body"] = wording.text(given.body, where / "body") or Made("")
    if words.printed_by:
        by = _counterpart(words.printed_by, variant)
        values["printed"] = altered(Printed(where=where), by=by)
    return altered(Notice(issuer=(), where=where), **values)


def addressees(variant: Variant) -> Made[tuple[str, ...]]:
    """To whom the townships of one kind send."""
    return _named(variant.tables.notice.to, variant)


def _named(lines: tuple[Counterpart, ...] | None, variant: Variant) -> Made[tuple[str, ...]]:
    fit = (line for line in lines or () if line.fits(variant.place) and line.to(variant.type))
    return listed(_counterpart(line, variant) for line in fit)


def _counterpart(line: Counterpart, variant: Variant) -> Made[str]:
    return mapped(variant.of_town(line.to(variant.type)), NOWHERE, (line.at,))


def notice(shared: Made[Notice], township: Township, missing: list[Missing]) -> Made[Notice]:
    """The notice of one township: with its own number and date."""
    where = township.where
    values: dict[str, Made[object]] = {}
    if township.number:
        values["number"] = own(township.number, where / "number")
    else:
        _ask(missing, township, "number", "发文字号", "通知")
    if township.date:
        values["date"] = own(township.date, where / "date")
        printed = shared.value.printed
        if printed:
            values["printed"] = computed(replace(printed, date=township.date), "同成文日期")
    else:
        _ask(missing, township, "date", "成文日期", "通知")
    if township.issuer:
        values["issuer"] = listed([own(township.issuer, where / "issuer")])
    elif not township.name.endswith(endings()):
        every = "、".join(endings())
        message = (
            f"“{township.name}”的名称不以{every}结尾，不知道由什么机关发文；"
            "在 issuer（发文机关）里写上，自称写在 short（自称）里"
        )
        missing.append(Missing(where / "name", message))
    done = altered(shared.value, **values)
    origins = {**shared.origins, **done.origins}
    if ("printed",) in origins:
        origins[("printed", "date")] = origins.pop(("printed",))
    return Made(done.value, origins)


def _ask(missing: list[Missing], township: Township, key: str, label: str, what: str) -> None:
    message = f"{township.name}的{what}缺少{label}；在 {key}（{label}）里写上"
    missing.append(Missing(township.where, message))
