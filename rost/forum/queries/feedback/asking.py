"""What one person is asked, when, and what they have said so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.crypto import salted_hmac

from rost.core.programme.model import Session as Planned
from rost.forum.models import (
    AgendaItem,
    Edition,
    Feedback,
    Registration,
    RegistrationStatus,
    Session,
)
from rost.forum.queries.published import Published, published_of
from rost.forum.rules.agenda import can_be_picked
from rost.forum.rules.feedback import Standing, closes_at, standing

from .presence import minutes_of

HOLDING = (RegistrationStatus.REQUESTED, RegistrationStatus.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Asked:
    """A session, or the whole forum (no session), and whether answers are taken now."""

    planned: Planned | None
    opens_at: datetime
    closes_at: datetime
    standing: Standing

    @property
    def open(self) -> bool:
        return self.standing is Standing.OPEN


def voter_of(registration: Registration) -> str:
    """The keyed digest under which a registration's answers stand.

    The key is derived for this purpose alone; what it hides and what not:
    docs/decisions/feedback.md.
    """
    return salted_hmac(
        "rost.forum.feedback",
        f"{registration.edition_id}:{registration.pk}",
        algorithm="sha256",
    ).hexdigest()


def may_answer(registration: Registration | None) -> bool:
    return registration is not None and registration.status in HOLDING


def asked(edition: Edition, code: str, now: datetime) -> Asked | None:
    """By the code of a published session, "" for the forum; None where nothing is asked."""
    published = published_of(edition)
    if not code:
        return _asked(edition, None, _forum_opens_at(edition, published), now)
    planned = published.sessions.get(code) if published is not None else None
    if planned is None or planned.start is None or not can_be_picked(planned):
        return None
    return _asked(edition, planned, planned.start, now)


def questions_open(edition: Edition, now: datetime) -> list[Planned]:
    """Sessions about which answers are taken now, in order of time."""
    published = published_of(edition)
    found = (asked(edition, code, now) for code in (published.sessions if published else ()))
    return [one.planned for one in found if one is not None and one.planned and one.open]


def answer_of(registration: Registration, session: Session | None) -> Feedback | None:
    return Feedback.objects.filter(
        edition=registration.edition_id, session=session, voter=voter_of(registration)
    ).first()


def unanswered(registration: Registration, now: datetime) -> list[Planned]:
    """Sessions of the person still without an answer, where they spent most time first.

    Theirs are those they were marked in and those of their agenda; three queries, none before
    the first session and after the term.
    """
    edition = registration.edition
    open_now = {one.code: one for one in questions_open(edition, now)}
    if not open_now or not may_answer(registration):
        return []
    planned = AgendaItem.objects.filter(registration=registration)
    spent = dict.fromkeys(planned.values_list("session__code", flat=True), 0)
    spent |= minutes_of(registration)
    answered = set(
        Feedback.objects.filter(
            edition=edition, session__isnull=False, voter=voter_of(registration)
        ).values_list("session__code", flat=True)
    )
    mine = [open_now[code] for code in spent if code in open_now and code not in answered]
    return sorted(mine, key=lambda one: (-spent[one.code], one.start, one.code))


def _asked(edition: Edition, planned: Planned | None, opens_at: datetime, now: datetime) -> Asked:
    until = closes_at(edition.ends_on, edition.timezone)
    return Asked(
        planned,
        opens_at,
        until - timedelta(minutes=1),
        standing(opens_at=opens_at, closes_at=until, now=now, any_time=edition.is_demonstration),
    )


def _forum_opens_at(edition: Edition, published: Published | None) -> datetime:
    """With its last session; where none is published, with its last day."""
    starts = [
        one.start
        for one in (published.sessions.values() if published is not None else ())
        if one.start is not None and can_be_picked(one)
    ]
    last_day = datetime.combine(edition.ends_on, time.min, ZoneInfo(edition.timezone))
    return max(starts, default=last_day)
