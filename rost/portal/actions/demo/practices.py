"""The library of the demonstration: written, sent, reviewed and published as in real life.

The day of a publication and its reviewer come from a stored seed; a few practices are still being
written, wait for a reviewer, came back with remarks, were withdrawn, or have outlived their seal.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import translation

from rost.core.passport import Passport
from rost.directory.actions.people import add_person
from rost.directory.actions.posts import give_post
from rost.directory.models import Kind, Municipality, Person, Post, PostKind
from rost.library.actions.own.drafts import Saved, save_draft
from rost.library.actions.own.sending import send_practice
from rost.library.actions.practices import begin_practice
from rost.library.actions.reviews.deciding import Written, decide
from rost.library.actions.reviews.taking import take
from rost.library.actions.reviews.withdrawing import withdraw
from rost.library.models import Decision, Practice
from rost.library.queries.practices import conditions_of, passport_of
from rost.library.queries.reviews.seals import levels_for
from rost.library.rules.review import LEVELS, YES

from .content import names
from .content.library import Told, practices
from .participants import ELECTED_BEFORE
from .pictures import add_picture

SEED = 44
BASIS = "демонстрационные данные"
LATELY, LONG_AGO = (25, 320), (760, 900)  # days since a publication, fresh and outlived
SENT_BEFORE = 9  # days before the publication
WAITING = (3, 8)  # days since it was sent, of one that nobody has taken yet
QUESTIONS = "problem steps money results power mistakes conditions personal photos contact language"
CHECKED = {key: {"answer": YES, "note": ""} for key in (*QUESTIONS.split(), "true")}
OWNER = ("author@rost.example", "80605422")  # whose place's practices the author persona keeps


def build_library(reviewers: list[Person], *, now: datetime) -> dict[str, Practice]:
    """Every practice by its key; nothing where there are some already."""
    if Practice.objects.filter(is_demonstration=True).exists():
        return {}
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    places = {one.code: one for one in Municipality.objects.select_related("parent")}
    authors = heads_of({one.passport.territory for one in practices()}, places, now=now)
    found = {}
    with translation.override("ru"):
        for number, one in enumerate(practices()):
            place = places[one.passport.territory]
            days = days_since(one, chance, now.year)
            reviewer = reviewers[number % len(reviewers)]
            found[one.key] = tell(
                one, place, authors[place.code], reviewer, now=now - timedelta(days)
            )
    return found


def days_since(one: Told, chance: random.Random, this_year: int) -> int:
    if one.state == "sent":
        return chance.randint(*WAITING) - SENT_BEFORE
    days = chance.randint(*LONG_AGO if one.state == "expired" else LATELY)
    return min(days, 120) if one.passport.year == this_year else days


def tell(
    one: Told, place: Municipality, author: Person, reviewer: Person, *, now: datetime
) -> Practice:
    """From the first draft to where it stands today; versions are a month apart."""
    passport = replace(one.passport, **one.before) if one.before else one.passport
    practice = write(one, passport, place, author, now=now - timedelta(days=20))
    if one.state == "draft":
        return practice
    practice = send_practice(practice=practice, note="", now=now - timedelta(SENT_BEFORE))
    if one.state == "sent":
        return practice
    if one.state == "returned":
        return review(practice, reviewer, one, now=now, returned=True)
    practice = review(practice, reviewer, one, now=now)
    if one.before:
        practice = write_again(practice, one, now=now + timedelta(days=10))
        practice = review(practice, reviewer, one, now=now + timedelta(days=14))
    if one.state == "withdrawn":
        withdraw(
            practice=practice,
            by=author,
            by_author=True,
            reason=one.words,
            basis="",
            now=now + timedelta(days=16),
        )
    return practice


def write(
    one: Told, passport: Passport, place: Municipality, author: Person, *, now: datetime
) -> Practice:
    practice = begin_practice(
        author=author,
        passport=passport,
        municipality=place,
        title=passport.title,
        language=one.language,
        conditions=one.conditions,
        now=now,
    )
    practice.is_demonstration = practice.shows_contact = True
    practice.save(update_fields=["is_demonstration", "shows_contact"])
    add_picture(practice, one.key, by=author, now=now)
    return practice


def write_again(practice: Practice, one: Told, *, now: datetime) -> Practice:
    """What has changed since the first version, sent with a note."""
    saved = Saved(
        passport=one.passport,
        conditions=one.conditions,
        videos=practice.videos,
        municipality=practice.municipality,
        language=one.language,
        shows_contact=True,
    )
    practice = save_draft(
        practice=practice, saved=saved, seen=practice.saving, window="", settled=True, now=now
    )
    return send_practice(practice=practice, note=one.note, now=now)


def review(
    practice: Practice, reviewer: Person, one: Told, *, now: datetime, returned: bool = False
) -> Practice:
    """By the whole checklist; the level is the one asked for, or the best that can be shown."""
    mine = take(practice=practice, reviewer=reviewer, now=now - timedelta(days=2))
    written = Written(checklist=CHECKED, evidence=level_of(practice, one.evidence))
    if returned:
        written = Written(remarks=one.words, by_field={"results": one.words})
    decide(
        review=mine,
        by=reviewer,
        seen=practice.saving,
        decision=Decision.RETURNED if returned else Decision.PUBLISHED,
        written=written,
        now=now,
    )
    return Practice.objects.select_related("version", "municipality__parent").get(pk=practice.pk)


def level_of(practice: Practice, wanted: str) -> str:
    """The strongest that is open and not above what was asked for."""
    below = LEVELS[: LEVELS.index(wanted) + 1]
    return [one for one in levels_for(practice) if one in below][-1]


def confirm(practice: Practice, reviewer: Person, *, now: datetime) -> None:
    """Looked at again after others had told their results."""
    mine = take(practice=practice, reviewer=reviewer, now=now)
    decide(
        review=mine,
        by=reviewer,
        seen=practice.saving,
        decision=Decision.CONFIRMED,
        written=Written(checklist=CHECKED, evidence=level_of(practice, LEVELS[-1])),
        now=now,
    )


def heads_of(
    codes: set[str], places: Mapping[str, Municipality], *, now: datetime
) -> dict[str, Person]:
    """The head of each place; where there is none yet, one is invented."""
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    posts = Post.objects.filter(
        municipality__code__in=codes, kind=PostKind.HEAD, held_to=None
    ).select_related("person", "municipality")
    found = {one.municipality.code: one.person for one in posts if one.municipality is not None}
    for code in sorted(codes - found.keys()):
        found[code] = invent_head(places[code], chance, now=now)
    return found


def invent_head(place: Municipality, chance: random.Random, *, now: datetime) -> Person:
    sex = chance.randrange(2)
    person = add_person(
        surname=chance.choice(names.SURNAMES)[sex],
        given_name=chance.choice(names.GIVEN[sex]),
        patronymic=chance.choice(names.PATRONYMICS[sex]),
        home=place,
        now=now,
        demonstration=True,
    )
    give_post(
        person=person,
        kind=PostKind.HEAD,
        title=title_of(place),
        municipality=place,
        held_from=ELECTED_BEFORE,
        basis=BASIS,
    )
    return person


def title_of(place: Municipality) -> str:
    match place.kind:
        case Kind.URBAN_OKRUG:
            return "глава городского округа"
        case Kind.MUNICIPAL_DISTRICT:
            return "глава муниципального района"
        case _:
            return f"глава поселения {place.name}"


def rewritten(practice: Practice, **changes: Any) -> Saved:
    """A saving of the working copy with a passport that differs in these fields."""
    return Saved(
        passport=replace(passport_of(practice), **changes),
        conditions=conditions_of(practice),
        videos=practice.videos,
        municipality=practice.municipality,
        language=practice.language,
        shows_contact=True,
    )
