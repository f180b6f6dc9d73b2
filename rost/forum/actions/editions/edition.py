"""Creating an edition, changing what it is, its documents and the levels of its rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils.translation import get_language

from rost.core.language import size_text
from rost.core.programme.findings import LEVELS, Level, Rule
from rost.directory.models import Organisation
from rost.forum.actions.cards import shelve_edition
from rost.forum.actions.locking import lock_edition
from rost.forum.actions.programme.refusals import FileTooLarge
from rost.forum.models import AttendanceRules, Edition, EditionDocument, HoursBasis, RuleLevel
from rost.forum.rules.programme import CHANGEABLE_RULES

from .days import add_days
from .refusals import (
    AddressTaken,
    DatesBackwards,
    DaysLeftOutside,
    HoursShared,
    UnknownTimeZone,
)


class EditionFacts(TypedDict, total=False):
    name: str
    summary: str
    starts_on: date
    ends_on: date
    place: str
    timezone: str
    contact: str
    is_public: bool
    participation_hours: int | None


@transaction.atomic
def create_edition(
    *,
    slug: str,
    name: str,
    starts_on: date,
    ends_on: date,
    place: str,
    timezone: str = "Asia/Yekaterinburg",
    organisers: Iterable[Organisation] = (),
    summary: str = "",
    contact: str = "",
    is_public: bool = False,
    participation_hours: int | None = None,
    day_hours: tuple[time, time] | None = None,
    demonstration: bool = False,
) -> Edition:
    """With `day_hours` every date gets a day that begins and ends then."""
    _refuse_wrong(starts_on, ends_on, timezone)
    if Edition.objects.filter(slug=slug).exists():
        raise AddressTaken(slug)
    edition = Edition.objects.create(
        slug=slug,
        name=name,
        summary=summary,
        starts_on=starts_on,
        ends_on=ends_on,
        place=place,
        timezone=timezone,
        contact=contact,
        is_public=is_public,
        participation_hours=participation_hours,
        is_demonstration=demonstration,
    )
    edition.organisers.set(organisers)
    if day_hours is not None:
        add_days(edition=edition, opens=day_hours[0], closes=day_hours[1])
    return edition


@transaction.atomic
def change_edition(
    *,
    edition: Edition,
    now: datetime,
    organisers: Iterable[Organisation] | None = None,
    **facts: Unpack[EditionFacts],
) -> Edition:
    """Change the given facts; the address never changes, as links and calendars rest on it."""
    edition = lock_edition(edition)
    for name, value in facts.items():
        setattr(edition, name, value)
    _refuse_wrong(edition.starts_on, edition.ends_on, edition.timezone)
    if "participation_hours" in facts and not edition.participation_hours:
        _refuse_hours_taken_away(edition)
    dates = edition.days.values_list("date", flat=True)
    if any(not edition.starts_on <= day <= edition.ends_on for day in dates):
        raise DaysLeftOutside
    if facts:
        edition.save(update_fields=list(facts))
    if organisers is not None:
        edition.organisers.set(organisers)
    shelve_edition(edition, now=now)
    return edition


def add_document(
    *,
    edition: Edition,
    title: str,
    url: str = "",
    file: File[bytes] | None = None,
    size: int | None = None,
) -> EditionDocument:
    if file is not None and file.size > settings.UPLOAD_LIMIT:
        raise FileTooLarge(size_text(settings.UPLOAD_LIMIT, get_language() or "ru"))
    document = EditionDocument(edition=edition, title=title, url="" if file else url, size=size)
    if file is not None:
        document.size = file.size
        document.file.save(file.name or "file", file, save=False)
    document.save()
    return document


def remove_document(*, document: EditionDocument) -> None:
    if document.file:
        document.file.delete(save=False)
    document.delete()


@transaction.atomic
def set_rule_levels(*, edition: Edition, levels: Mapping[Rule, Level]) -> None:
    """Only what differs from the usual is kept, so that a better default reaches old editions."""
    edition = lock_edition(edition)
    for rule in CHANGEABLE_RULES:
        level = levels.get(rule)
        if level is None or level is LEVELS[rule]:
            RuleLevel.objects.filter(edition=edition, rule=rule).delete()
        else:
            RuleLevel.objects.update_or_create(
                edition=edition, rule=rule, defaults={"level": level}
            )


def _refuse_hours_taken_away(edition: Edition) -> None:
    if AttendanceRules.objects.filter(edition=edition, basis=HoursBasis.DAYS).exists():
        raise HoursShared


def _refuse_wrong(starts_on: date, ends_on: date, timezone: str) -> None:
    if ends_on < starts_on:
        raise DatesBackwards
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UnknownTimeZone from error
