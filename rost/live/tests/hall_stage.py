"""The big hall on 18 February 2020: a session with an open floor, telephones and badges."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from conftest import Cast
from rost.directory.rules import Visitor
from rost.forum.actions.approval import approve
from rost.forum.models import Badge, Edition, Registration, Session
from rost.forum.tests.door_stage import Doors, make_door_stage
from rost.forum.tests.stage import at
from rost.live.actions import devices, questions
from rost.live.actions.floors import open_floors
from rost.live.models import Device, Floor, HallQuestion, Poll
from rost.live.queries.doors import Hall, floor_for

BEGINS = at(18, 10)
NOW = at(18, 10, 30)
HOME, OFFICE = "network-1", "network-2"
ANYBODY = Visitor(None, (), NOW)


@dataclass
class HallStage:
    """«Бюджет поселения», Tuesday 10:00–11:00: Марат speaks, Нина moderates; 300 people fit."""

    cast: Cast
    doors: Doors
    edition: Edition
    session: Session
    made: int = field(default=0)

    @property
    def hall(self) -> Hall:
        found = floor_for(ANYBODY, self.edition.slug, self.session.code)
        assert found is not None
        return found

    @property
    def floor(self) -> Floor:
        return self.hall.floor

    def phone(self, network: str = "", browser: str = "browser-1", now: datetime = NOW) -> Device:
        """A telephone of its own; without a network, on a line of its own too."""
        self.made += 1
        device, _token = devices.meet(
            edition=self.edition,
            token=f"{self.made:043}",
            network=network or f"own-{self.made}",
            browser=browser,
            now=now,
        )
        return device

    def badge(self, person: Any) -> Badge:
        return self.doors.badge(self.doors.registered(person))

    def phone_with_badge(self, person: Any, **line: str) -> Device:
        return devices.show_badge(device=self.phone(**line), code=self.badge(person).code, now=NOW)

    def ask(
        self,
        text: str = "Когда дойдёт субсидия?",
        *,
        device: Device | None = None,
        id: UUID | None = None,
        now: datetime = NOW,
        **more: str,
    ) -> HallQuestion:
        found = questions.ask(
            hall=self.hall,
            device=device or self.phone(),
            id=id or uuid4(),
            text=text,
            now=now,
            **{"name": "", "language": "ru"} | more,
        )
        return found.question

    def vote(self, question: HallQuestion, device: Device | None = None) -> str:
        return questions.vote(
            hall=self.hall, question=question, device=device or self.phone(), now=NOW
        )

    def counted(self, question: HallQuestion) -> int:
        """As it is kept, which is as it is counted from the votes."""
        question.refresh_from_db()
        assert question.counted == question.votes.filter(set_aside=False).count()
        return question.counted


def make_hall_stage(cast: Cast) -> HallStage:
    doors = make_door_stage(cast)
    session = doors.stage.session(
        "Бюджет поселения",
        start=BEGINS,
        hall=doors.stage.big,
        people={cast.marat: "expert", cast.nina: "moderator"},
    )
    approve(edition=doors.stage.edition, by=cast.guzel, note="", now=BEGINS - timedelta(days=9))
    edition = Edition.objects.get(pk=doors.stage.edition.pk)
    open_floors(edition=edition, sessions=[session])
    return HallStage(cast, doors, edition, session)


def registration_of(device: Device) -> Registration | None:
    return Device.objects.select_related("registration").get(pk=device.pk).registration


def make_poll(floor: Floor, kind: str = "one", **facts: Any) -> Poll:
    known = {
        "floor": floor,
        "kind": kind,
        "text": "Что важнее?",
        "options": ["Дороги", "Вода", "Школа"] if kind in ("one", "many") else [],
        "state": "open",
    }
    return Poll.objects.create(**known | facts)
