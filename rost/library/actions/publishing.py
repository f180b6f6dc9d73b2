"""A practice enters the library as a version; its card and its place on the shelf follow."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from rost.catalogue.actions import cards
from rost.core.passport import total
from rost.directory.models import Municipality, Person
from rost.library.models import Practice, PracticeState, Shelved, ShelvedIssue, Version
from rost.library.queries.cards import is_public, thing_of
from rost.library.queries.practices import key_of, passport_of

from .locking import lock_practice

SUMMARY = 300


@transaction.atomic
def publish(*, practice: Practice, by: Person | None, note: str, now: datetime) -> Version:
    """The working copy as it stands becomes what everybody reads.

    Without a note of the reviewer's, that of the authors says what changed.
    """
    practice = lock_practice(practice)
    last = practice.versions.aggregate(number=Max("number"))["number"] or 0
    version = Version.objects.create(
        practice=practice,
        number=last + 1,
        title=practice.title,
        passport=practice.passport,
        conditions=practice.conditions,
        videos=practice.videos,
        photos=[{"photo": one.pk, "alt": one.alt} for one in practice.photos.all()],
        files=[{"file": one.pk, "title": one.title} for one in practice.files.all()],
        municipality=practice.municipality,
        language=practice.language,
        note=(note or practice.change_note)[:300],
        published_at=now,
        published_by=by,
    )
    practice.version = version
    practice.state = PracticeState.PUBLISHED
    practice.change_note = ""
    practice.save(update_fields=["version", "state", "change_note"])
    put_card(practice=practice, now=now)
    return version


@transaction.atomic
def put_card(*, practice: Practice, now: datetime) -> None:
    """The card and the shelf as the practice is now: said after every change of either's facts."""
    thing = thing_of(practice)
    if thing is None:
        cards.withdraw(key=key_of(practice), now=now)
    else:
        cards.put(thing=thing, now=now)
    shelve(practice)


def shelve(practice: Practice) -> None:
    """On the shelf while everybody reads it, off it otherwise."""
    version = practice.version
    if version is None or not is_public(practice):
        Shelved.objects.filter(practice=practice).delete()
        return
    shelved, _new = Shelved.objects.update_or_create(
        practice=practice, defaults=shelf_facts(practice, version)
    )
    codes = dict.fromkeys(passport_of(version).local_issues)
    shelved.issues.exclude(code__in=codes).delete()
    ShelvedIssue.objects.bulk_create(
        [ShelvedIssue(shelved=shelved, code=code) for code in codes], ignore_conflicts=True
    )


def shelf_facts(practice: Practice, version: Version) -> dict[str, Any]:
    """The columns of its row on the shelf."""
    passport, place = passport_of(version), version.municipality
    return {
        "version": version,
        "title": version.title,
        "summary": shortened(passport.problem),
        "language": version.language,
        "municipality": place,
        "district": place.district_code if place is not None else "",
        "people": people_of(place),
        "national_project": passport.national_project,
        "kopecks": total(passport) if passport.money else None,
        "year": passport.year,
        "evidence": practice.evidence,
        "sealed_until": practice.sealed_until,
        "published_at": version.published_at,
    }


def people_of(place: Municipality | None) -> int | None:
    latest = place.populations.order_by("-year").first() if place is not None else None
    return latest.people if latest is not None else None


def shortened(text: str) -> str:
    """At the end of a word; the list shows a line or two of it."""
    if len(text) <= SUMMARY:
        return text
    return text[: SUMMARY - 1].rsplit(None, 1)[0].rstrip(" ,.;:–") + "…"
