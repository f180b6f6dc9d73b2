"""The forum of 18–19 February 2020 in small, built by the same actions as real ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from conftest import NOW, Cast
from rost.forum.actions.editions import (
    create_edition,
    set_day,
    set_hall,
    set_route,
    set_stop,
    set_track,
)
from rost.forum.actions.programme import add_session, place_session, set_contribution
from rost.forum.models import AgendaItem, Category, Edition, Registration, Session

UFA = ZoneInfo("Asia/Yekaterinburg")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of February 2020 in Ufa."""
    return datetime(2020, 2, day, hour, minute, tzinfo=UFA)


@dataclass
class Stage:
    """Two days, two halls, a route, a track; nothing in them yet."""

    edition: Edition
    big: Any
    small: Any
    track: Any
    route: Any

    def session(self, title: str, **facts: Any) -> Session:
        """A session of the stage; `start` and `hall` or `route` place it."""
        start, hall, route = (facts.pop(name, None) for name in ("start", "hall", "route"))
        people = facts.pop("people", {})
        facts = {"form": "lecture", "minutes": 60, **facts}
        session = add_session(edition=self.edition, title=title, now=NOW, **facts)
        if start is not None:
            session = place_session(
                session=session, starts_at=start, hall=hall, route=route, now=NOW
            )
        for person, part in people.items():
            set_contribution(session=session, person=person, part=part, now=NOW)
        return Session.objects.get(pk=session.pk)


def make_stage(cast: Cast) -> Stage:
    edition = create_edition(
        slug="2020",
        name="Муниципалитеты – территории роста",
        starts_on=date(2020, 2, 18),
        ends_on=date(2020, 2, 19),
        place="Уфа",
        is_public=True,
    )
    for day in (18, 19):
        set_day(edition=edition, date=date(2020, 2, day), opens=time(9), closes=time(18))
    route = set_route(
        edition=edition,
        name="Аскарово и его родники",
        seats=40,
        host=cast.askarovo,
        departs_at=at(19, 9),
        returns_at=at(19, 17),
        bus="автобус № 1",
    )
    set_stop(
        route=route,
        at=at(19, 12),
        until=at(19, 13),
        place="Дом культуры",
        territory=cast.askarovo,
        practice="Родники – общее дело",
    )
    return Stage(
        edition=edition,
        big=set_hall(edition=edition, name="Большой зал", capacity=300),
        small=set_hall(edition=edition, name="Малый зал", capacity=40),
        track=set_track(edition=edition, name="Бюджет поселения"),
        route=route,
    )


def hold_in_agenda(person: Any, session: Session) -> None:
    """The person is registered and has the session in their agenda."""
    category, _ = Category.objects.get_or_create(edition=session.edition, name="Главы")
    registration, _ = Registration.objects.get_or_create(
        edition=session.edition,
        person=person,
        defaults={
            "category": category,
            "status": "confirmed",
            "queued_at": NOW,
            "changed_at": NOW,
        },
    )
    AgendaItem.objects.create(
        registration=registration, session=session, status="seat", queued_at=NOW
    )
