"""A practice sent for review, and people with the right to review it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from conftest import NOW, Cast
from rost.core.passport import Money, Passport, Result, dump
from rost.directory.models import Municipality, Person
from rost.library.actions.publishing import put_card
from rost.library.actions.reviews import Written, decide, take
from rost.library.models import Practice, PracticeState, Review
from rost.library.queries.reviews.checklist import questions_of

PASSPORT = Passport(
    title="Родники – общее дело",
    territory="80601410",
    year=2019,
    local_issues=("131-14-9",),
    problem="Родник зарос, воду возили из района.",
    solution="Расчистили всем селом за две недели.",
    steps=("Сход", "Субботник", "Навес"),
    money=(Money("local", 12000050, "навес"), Money("residents", 0, "труд")),
    results=(Result("Дворов с водой", "12", "48", "дворов"),),
    contact="администрация, 8 900 000-00-00",
)


def sent_practice(
    author: Person, place: Municipality, now: datetime = NOW, **facts: Any
) -> Practice:
    known = {
        "author": author,
        "municipality": place,
        "title": PASSPORT.title,
        "passport": dump(PASSPORT),
        "state": PracticeState.SENT,
        "began_at": now,
        "saved_at": now,
        "sent_at": now,
    }
    practice = Practice.objects.create(**known | facts)
    put_card(practice=practice, now=now)
    return practice


def answers(**others: str) -> dict[str, Any]:
    """«Yes» to every question but those named."""
    keys = [one.key for one in questions_of(1)]
    return {key: {"answer": others.get(key, "yes"), "note": ""} for key in keys}


def published_practice(cast: Cast, now: datetime = NOW) -> Practice:
    """Рамиля's, reviewed by Марат: measured, into the library."""
    practice = sent_practice(cast.ramilya, cast.askarovo, now)
    decided(practice, cast.marat, "published", evidence="measured", now=now)
    practice.refresh_from_db()
    return practice


def decided(
    practice: Practice, by: Person, decision: str, now: datetime = NOW, **written: Any
) -> Review:
    review = take(practice=practice, reviewer=by, now=now)
    return decide(
        review=review,
        by=by,
        seen=practice.saving,
        decision=decision,
        written=Written(**{"checklist": answers()} | written),
        now=now,
    )
