"""What two versions of a practice say otherwise, field by field, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.catalogue.messages import FIELD_NAMES, PARTNER_NAMES, SOURCE_NAMES, roubles
from rost.core.conditions import Conditions
from rost.core.passport import (
    Line,
    Passport,
    Piece,
    changed_fields,
    list_difference,
    text_difference,
)
from rost.directory.queries.places import label_of
from rost.directory.queries.reference import issue_name, national_name
from rost.library.models import Version
from rost.library.queries.conditions.words import need_text
from rost.library.queries.practices import conditions_of, passport_of

HIDDEN = ("contact",)  # who may be called is no history
LISTS = ("steps", "money", "partners", "results", "local_issues")


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """`pieces` of one text, or `lines` of a list."""

    title: str | Promise
    pieces: tuple[Piece, ...] = ()
    lines: tuple[Line, ...] = ()


def differences_of(old: Version, new: Version, language: str) -> list[FieldDifference]:
    return list(every_difference(old, new, language))


def every_difference(old: Version, new: Version, language: str) -> Iterator[FieldDifference]:
    before, after = passport_of(old), passport_of(new)
    for name in changed_fields(before, after):
        if name in HIDDEN:
            continue
        title = FIELD_NAMES[name]
        if name in LISTS:
            lines = list_difference(
                lines_of(before, name, language), lines_of(after, name, language)
            )
            yield FieldDifference(title, lines=lines)
        else:
            texts = (text_of(before, name, old, language), text_of(after, name, new, language))
            yield FieldDifference(title, pieces=text_difference(*texts))
    needs = tuple(needs_lines(conditions_of(one), language) for one in (old, new))
    if needs[0] != needs[1]:
        yield FieldDifference(_("What it needs"), lines=list_difference(*needs))
    videos = tuple([one.get("title") or one["url"] for one in each.videos] for each in (old, new))
    if videos[0] != videos[1]:
        yield FieldDifference(_("Videos"), lines=list_difference(*videos))
    photos = tuple([one.get("alt") or "–" for one in each.photos] for each in (old, new))
    if old.photos != new.photos:
        yield FieldDifference(_("Photographs"), lines=list_difference(*photos))


def text_of(passport: Passport, name: str, version: Version, language: str) -> str:
    if name == "territory":
        return label_of(version.municipality) if version.municipality is not None else ""
    if name == "national_project":
        return national_name(passport.national_project, language)
    return str(getattr(passport, name) or "")


def lines_of(passport: Passport, name: str, language: str) -> list[str]:
    if name == "local_issues":
        return [issue_name(code, language) for code in passport.local_issues]
    if name == "money":
        return [
            joined(str(SOURCE_NAMES.get(one.source, "")), roubles(one.kopecks, language), one.note)
            for one in passport.money
        ]
    if name == "partners":
        return [
            joined(str(PARTNER_NAMES.get(one.kind, "")), one.name, one.part)
            for one in passport.partners
        ]
    if name == "results":
        return [
            f"{one.indicator}: {one.before or '–'} → {one.after or '–'} {one.unit}".strip()
            for one in passport.results
        ]
    return list(passport.steps)


def needs_lines(conditions: Conditions, language: str) -> list[str]:
    needs = [joined(str(need_text(one, language)), one.what) for one in conditions.needs]
    return needs + [
        joined(one.name, roubles(one.kopecks, language), one.what) for one in conditions.variants
    ]


def joined(*parts: str) -> str:
    return " – ".join(filter(None, parts))
