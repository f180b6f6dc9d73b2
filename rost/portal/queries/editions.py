"""Which edition the home page speaks of, and what it says about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from rost.core.programme.model import Form, Session
from rost.forum.models import Call, Edition
from rost.forum.queries.call import stage_of
from rost.forum.queries.published import Published, published_of
from rost.forum.rules.call import CallStage
from rost.forum.rules.registration import Hours, hours

MANY = 120  # blocks of one day beyond which a picture says nothing
WIDTH = 1000  # units of the picture


class Phase(StrEnum):
    COMING = "coming"
    NOW = "now"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Block:
    """A session in the picture of a day: where it begins, how long, in which row."""

    x: int
    width: int
    row: int
    kind: str


@dataclass(frozen=True, slots=True)
class Glance:
    """A day of the programme in one look; `blocks` are a picture of the same numbers."""

    date: date
    sessions: int
    places: int  # halls and routes
    starts: datetime
    ends: datetime
    blocks: tuple[Block, ...]

    @property
    def height(self) -> int:
        return self.places * 26 - 6

    @property
    def pixels(self) -> int:
        return self.places * 14


@dataclass(frozen=True, slots=True)
class OnStage:
    """The edition of the home page, where it stands in time, and when that changes.

    `call` is its call for projects while it is open, `before` the forum that was held last.
    """

    edition: Edition
    phase: Phase
    registration: Hours
    published: Published | None
    days: tuple[Glance, ...]
    call: Call | None
    before: Edition | None
    changes_at: datetime | None


def on_stage(now: datetime) -> OnStage | None:
    """The edition that goes on or comes next, else the last one; None while none is public."""
    editions = Edition.objects.select_related("published", "call").defer("published__content")
    public = list(editions.filter(is_public=True).order_by("starts_on", "id"))
    if not public:
        return None
    ahead = [one for one in public if now < end_of(one)]
    edition = ahead[0] if ahead else public[-1]
    published = published_of(edition)
    held = [one for one in public if now >= end_of(one) and one != edition]
    call = call_loaded(edition)
    return OnStage(
        edition=edition,
        phase=phase_of(edition, now),
        registration=registration_hours(edition, now),
        published=published,
        days=tuple(glances(published)) if published else (),
        call=call if call and stage_of(call, now) is CallStage.OPEN else None,
        before=held[-1] if held else None,
        changes_at=next_change(edition, call, now),
    )


def call_loaded(edition: Edition) -> Call | None:
    """The call that came with the edition's row, without a query of its own."""
    return getattr(edition, "call", None)


def start_of(edition: Edition) -> datetime:
    return datetime.combine(edition.starts_on, time.min, ZoneInfo(edition.timezone))


def end_of(edition: Edition) -> datetime:
    """The midnight after the last day."""
    after = edition.ends_on + timedelta(days=1)
    return datetime.combine(after, time.min, ZoneInfo(edition.timezone))


def phase_of(edition: Edition, now: datetime) -> Phase:
    if now < start_of(edition):
        return Phase.COMING
    return Phase.NOW if now < end_of(edition) else Phase.PAST


def registration_hours(edition: Edition, now: datetime) -> Hours:
    """As announced; what was open before the forum is not open after it.

    Only hours that begin after it count then: so a past forum can be tried in the demonstration.
    """
    opens, end = edition.registration_opens_at, end_of(edition)
    if now >= end and (opens is None or opens < end):
        return Hours.CLOSED
    return hours(
        opens_at=edition.registration_opens_at,
        closes_at=edition.registration_closes_at,
        now=now,
    )


def next_change(edition: Edition, call: Call | None, now: datetime) -> datetime | None:
    moments = (
        start_of(edition),
        end_of(edition),
        edition.registration_opens_at,
        edition.registration_closes_at,
        call.opens_at if call else None,
        call.closes_at if call else None,
    )
    return min((moment for moment in moments if moment and moment > now), default=None)


def glances(published: Published) -> list[Glance]:
    found = []
    for day, sessions in published.days.items():
        held = [one for one in sessions if one.start and one.end and (one.hall or one.route)]
        held = [one for one in held if one.form is not Form.BREAK and one.state != "cancelled"]
        if held:
            found.append(glance(day, held))
    return found


def glance(day: date, sessions: list[Session]) -> Glance:
    spans = [(one.start, one.end, one) for one in sessions if one.start and one.end]
    starts, ends = min(start for start, _, _ in spans), max(end for _, end, _ in spans)
    places = list(dict.fromkeys(one.hall or f"route:{one.route}" for one in sessions))
    unit = WIDTH / max((ends - starts).total_seconds(), 1)
    blocks = tuple(
        Block(
            x=round((start - starts).total_seconds() * unit),
            width=max(round((end - start).total_seconds() * unit) - 4, 4),
            row=places.index(one.hall or f"route:{one.route}") * 26,
            kind=kind_of(one),
        )
        for start, end, one in spans
    )
    return Glance(
        date=day,
        sessions=len(sessions),
        places=len(places),
        starts=starts,
        ends=ends,
        blocks=blocks if len(blocks) <= MANY else (),
    )


def kind_of(session: Session) -> str:
    """Three kinds of hours are told apart: all together, away on a route, and the rest."""
    if session.route:
        return "away"
    return "whole" if session.form is Form.PLENARY else "part"
