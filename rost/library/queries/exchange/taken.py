"""Practices as they are taken out: the list, the workbook of passports, rows of open data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import ceil
from typing import Any

from django.db.models import Q, QuerySet

from rost.core.passport import total
from rost.core.tables import Cell, Sheet
from rost.directory.models import Municipality, Person
from rost.directory.queries.places import label_of
from rost.directory.queries.reference import issue_name, national_name
from rost.library.models import Evidence, Practice, PracticeState, Shelved, Version
from rost.library.queries.practices import conditions_of, passport_of
from rost.library.rules.exchange import Entry, sheets_of
from rost.library.rules.exchange.writing import roubles

LANGUAGE = "ru"  # of the workbook: its headings and closed lists are Russian, as forms are
PART = 1_000  # practices of one workbook
MOST_LISTED = 2_000
CHUNK = 200


def workbook(entries: Iterable[Entry]) -> list[Sheet]:
    return sheets_of(
        entries,
        issue_name=lambda code: issue_name(code, LANGUAGE),
        national_name=lambda code: national_name(code, LANGUAGE),
    )


def public_entry(practice: Practice, version: Version) -> Entry:
    """What everybody reads: the contact only where its authors let everybody read it."""
    entry = entry_of(practice, version, contact=practice.shows_contact)
    return replace(entry, state=str(PracticeState.PUBLISHED.label))


def working_entry(practice: Practice) -> Entry:
    """The working copy, for those who may read it."""
    return entry_of(practice, practice, contact=True)


def entry_of(practice: Practice, copy: Practice | Version, *, contact: bool) -> Entry:
    passport, place = passport_of(copy), copy.municipality
    code = passport.territory or (place.code if place is not None else "")
    passport = replace(passport, territory=code, contact=passport.contact if contact else "")
    return Entry(
        passport=passport,
        conditions=conditions_of(copy),
        videos=tuple((one.get("url", ""), one.get("title", "")) for one in copy.videos),
        language=copy.language,
        shows_contact=practice.shows_contact,
        number=practice.pk,
        place=label_of(place) if place is not None else "",
        district=district_name(place),
        state=str(PracticeState(practice.state).label),
        evidence=str(Evidence(practice.evidence).label) if practice.evidence else "",
        sealed_until=practice.sealed_until.strftime("%d.%m.%Y") if practice.sealed_until else "",
    )


def district_name(place: Municipality | None) -> str:
    if place is None:
        return ""
    parent = place.parent
    return parent.name if parent is not None and parent.parent_id is not None else ""


def kept(person: Person) -> QuerySet[Practice]:
    """For a keeper: all that was sent or published, and the keeper's own drafts."""
    hidden = Q(state=PracticeState.DRAFT, version__isnull=True) & ~Q(author=person)
    return Practice.objects.exclude(hidden)


def parts_of(person: Person) -> int:
    """In how many workbooks the library is taken out."""
    return max(1, ceil(kept(person).count() / PART))


def kept_entries(person: Person, part: int = 1) -> Iterator[Entry]:
    """A draft is its authors' alone; what was returned or is under review is its working copy,
    what stands in the library or was withdrawn is what everybody read.
    """
    related = kept(person).select_related(
        "municipality__parent", "version__municipality__parent", "author"
    )
    working = (PracticeState.SENT, PracticeState.RETURNED)
    first = (part - 1) * PART
    for one in related.order_by("pk")[first : first + PART].iterator(chunk_size=CHUNK):
        version = one.version
        if version is None or one.state in working or one.author_id == person.pk:
            yield working_entry(one)
        else:
            yield entry_of(one, version, contact=True)


def shelf() -> QuerySet[Shelved]:
    """What everybody reads, the latest first."""
    return Shelved.objects.select_related(
        "version", "practice", "municipality__parent__parent"
    ).order_by("-published_at", "-id")


LIST_COLUMNS = (
    "number",
    "title",
    "place",
    "code",
    "year",
    "local_issues",
    "national_project",
    "kopecks",
    "evidence",
    "sealed_until",
    "published_on",
)


def list_row(one: Shelved, language: str) -> list[Cell]:
    passport, place = passport_of(one.version), one.municipality
    return [
        one.practice_id,
        one.title,
        label_of(place) if place is not None else "",
        place.code if place is not None else "",
        one.year,
        "; ".join(issue_name(code, language) for code in passport.local_issues),
        national_name(one.national_project, language) if one.national_project else "",
        roubles(one.kopecks),
        str(Evidence(one.evidence).label) if one.evidence else "",
        one.sealed_until,
        one.published_at.date(),
    ]


def open_row(one: Shelved) -> dict[str, Any]:
    """One published practice as open data: codes as they are, sums in kopecks, no contact."""
    passport, place = passport_of(one.version), one.municipality
    return {
        "number": one.practice_id,
        "path": f"/practices/{one.practice_id}/",
        "title": one.title,
        "language": one.language,
        "oktmo": place.code if place is not None else "",
        "place": label_of(place) if place is not None else "",
        "year": one.year,
        "local_issues": list(passport.local_issues),
        "national_project": one.national_project,
        "problem": passport.problem,
        "solution": passport.solution,
        "steps": list(passport.steps),
        "resources": passport.resources,
        "money": [
            {"source": row.source, "kopecks": row.kopecks, "note": row.note}
            for row in passport.money
        ],
        "kopecks": total(passport) if passport.money else None,
        "results": [
            {
                "indicator": row.indicator,
                "before": row.before,
                "after": row.after,
                "unit": row.unit,
            }
            for row in passport.results
        ],
        "legal_acts": passport.legal_acts,
        "mistakes": passport.mistakes,
        "conditions": passport.conditions,
        "evidence": one.evidence,
        "sealed_until": one.sealed_until.isoformat() if one.sealed_until else None,
        "published_on": one.published_at.date().isoformat(),
        "version": one.version.number,
        "is_demonstration": one.practice.is_demonstration,
    }
