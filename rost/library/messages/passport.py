"""A passport field by field with its name, as reviewers and preview pages read it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

from rost.catalogue.messages import FIELD_NAMES, PARTNER_NAMES, SOURCE_NAMES, roubles
from rost.core.passport import WANTED, Passport, total
from rost.directory.queries.reference import issue_name, national_name


@dataclass(frozen=True, slots=True)
class FieldShown:
    """One field; `wanted` and empty is what a reviewer asks for first."""

    name: str
    title: str | Promise
    lines: tuple[str, ...]
    wanted: bool
    long: bool = False  # a text of paragraphs


def fields_shown(passport: Passport, language: str, place: str) -> list[FieldShown]:
    """In the order of the passport."""
    return [
        FieldShown(
            name,
            title,
            tuple(filter(None, lines_of(passport, name, language, place))),
            name in WANTED,
            long=isinstance(getattr(passport, name), str) and name not in ("territory", "contact"),
        )
        for name, title in FIELD_NAMES.items()
    ]


def lines_of(passport: Passport, name: str, language: str, place: str) -> list[str]:
    match name:
        case "territory":
            return [place]
        case "year":
            return [str(passport.year or "")]
        case "local_issues":
            return [issue_name(one, language) for one in passport.local_issues]
        case "national_project":
            code = passport.national_project
            return [national_name(code, language)] if code else []
        case "steps":
            return [f"{number}. {one}" for number, one in enumerate(passport.steps, 1)]
        case "money":
            return money_lines(passport, language)
        case "partners":
            return [
                joined(str(PARTNER_NAMES.get(one.kind, one.kind)), one.name, one.part)
                for one in passport.partners
            ]
        case "results":
            return [
                f"{one.indicator}: {one.before or '–'} → {one.after or '–'} {one.unit}".strip()
                for one in passport.results
            ]
    return [str(getattr(passport, name))]


def money_lines(passport: Passport, language: str) -> list[str]:
    """The sum stands last where there is something to add up: a reviewer checks it."""
    lines = [
        joined(
            str(SOURCE_NAMES.get(one.source, one.source)), roubles(one.kopecks, language), one.note
        )
        for one in passport.money
    ]
    if len(lines) > 1:
        lines.append(f"= {roubles(total(passport), language)}")
    return lines


def joined(*parts: str) -> str:
    return " – ".join(filter(None, parts))
