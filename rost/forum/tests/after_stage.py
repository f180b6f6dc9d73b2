"""The forum of February 2020 when it is over: who was where, from the doors and the sheets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from conftest import Cast
from rost.documents.models import Batch
from rost.forum.actions.approval import approve
from rost.forum.actions.attendance import mark_by_hand
from rost.forum.actions.certificates import Issued, issue_certificates, open_issuing
from rost.forum.models import Edition, Invitation, Registration, Session
from rost.forum.tests.door_stage import Doors, make_door_stage
from rost.forum.tests.stage import at

AFTER = at(20, 10)


@dataclass
class After:
    """Рамиля was at everything (6 hours), Ильдар at the opening (2 hours), Вера only came in.

    Марат is registered and never came, Нина cancelled, Олег waits; Рамиля and Ильдар were invited.
    """

    edition: Edition
    doors: Doors
    sessions: list[Session]
    ramilya: Registration
    ildar: Registration
    vera: Registration
    marat: Registration
    nina: Registration
    oleg: Registration

    def sign(self, registration: Registration, session: Session) -> None:
        """A line of the sign-in sheet of the session."""
        assert session.starts_at is not None
        door = self.doors.big if session.hall_id == self.doors.big.hall_id else self.doors.small
        self._mark(door, registration, session.starts_at, source="paper", session=session)

    def come_in(self, registration: Registration, moment: datetime) -> None:
        self._mark(self.doors.entrance, registration, moment, source="name")

    def _mark(self, door: Any, registration: Registration, moment: datetime, **how: Any) -> None:
        mark_by_hand(
            door=door,
            registration=registration,
            direction="in",
            at=moment,
            by=None,
            now=AFTER,
            **how,
        )


def make_after(cast: Cast, *, published: bool = True) -> After:
    doors = make_door_stage(cast)
    stage = doors.stage
    sessions = [
        stage.session("Открытие форума", start=at(18, 10), hall=stage.big, minutes=90),
        stage.session("Бюджет поселения", start=at(18, 12), hall=stage.small, minutes=90),
        stage.session("Итоги", start=at(19, 10), hall=stage.big, minutes=90),
    ]
    if published:
        approve(edition=stage.edition, by=cast.guzel, note="", now=at(10, 9))
    edition = Edition.objects.get(pk=stage.edition.pk)
    who = {
        "ramilya": doors.registered(cast.ramilya, district=cast.district),
        "ildar": doors.registered(cast.ildar, district=cast.district, at_door=True),
        "vera": doors.registered(cast.vera, district=cast.other_district),
        "marat": doors.registered(cast.marat, district=cast.ufa, status="requested"),
        "nina": doors.registered(cast.nina, status="cancelled"),
        "oleg": doors.registered(cast.oleg, district=cast.ufa, status="waiting"),
    }
    after = After(edition=edition, doors=doors, sessions=sessions, **who)
    for person in (cast.ramilya, cast.ildar):
        Invitation.objects.create(
            edition=edition, person=person, category=doors.category, issued_at=at(1, 9)
        )
    for session in sessions:
        after.sign(after.ramilya, session)
    after.sign(after.ildar, sessions[0])
    after.come_in(after.vera, at(18, 9, 30))
    return after


def everybody(after: After) -> Any:
    return Registration.objects.filter(edition=after.edition)


def issue_all(after: After, cast: Cast, **how: Any) -> Issued:
    return issue_certificates(
        edition=after.edition, registrations=everybody(after), by=cast.guzel, now=AFTER, **how
    )


def ask(after: After, cast: Cast, **how: Any) -> Batch:
    known = {"registrations": None, "wording": "without_case", "language": "", "send": False}
    return open_issuing(
        edition=after.edition, by=cast.guzel, interface="ru", now=AFTER, **known | how
    )
