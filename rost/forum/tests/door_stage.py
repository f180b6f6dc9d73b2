"""The stage of February 2020 with its doors, passes, telephones and people with badges."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from conftest import Cast
from rost.forum.actions.attendance import issue_pass, make_doors, pair_device, take_marks
from rost.forum.models import Badge, Door, DoorDevice, DoorKind, DoorPass, Registration
from rost.forum.rules.attendance import SentMark
from rost.forum.tests.stage import Stage, at, make_stage

MORNING, EVENING = at(18, 8), at(18, 20)


@dataclass
class Doors:
    """The entrance, both halls and the bus; `badge(person)` registers and gives a badge."""

    stage: Stage
    entrance: Door
    big: Door
    small: Door
    bus: Door
    category: Any
    made: int = field(default=0)

    def registered(self, person: Any, **fields: Any) -> Registration:
        known = {"category": self.category, "status": "confirmed"}
        return Registration.objects.create(
            edition=self.stage.edition,
            person=person,
            municipality=person.home,
            queued_at=MORNING,
            changed_at=MORNING,
            **known | fields,
        )

    def badge(self, registration: Registration | None = None, **fields: Any) -> Badge:
        """Codes count from 2 as the alphabet of badges does."""
        self.made += 1
        code = "BADGE" + "".join("23456789"[int(one, 8)] for one in f"{self.made:09o}")
        return Badge.objects.create(
            edition=self.stage.edition,
            serial=self.made,
            code=code,
            registration=registration,
            made_at=MORNING,
            **fields,
        )

    def pass_for(self, door: Door, **hours: datetime) -> tuple[DoorPass, str]:
        hours = {"starts_at": MORNING, "ends_at": EVENING} | hours
        return issue_pass(door=door, label="Айгуль", by=None, now=MORNING, **hours)

    def phone(self, door: Door, now: datetime = MORNING) -> DoorDevice:
        _pass, secret = self.pass_for(door)
        device, _token = pair_device(secret=secret, device=uuid4(), device_now=now, now=now)
        return device


def make_door_stage(cast: Cast) -> Doors:
    from rost.forum.models import Category

    stage = make_stage(cast)
    made = {
        (door.kind, door.hall_id): door for door in make_doors(edition=stage.edition, now=MORNING)
    }
    return Doors(
        stage=stage,
        entrance=made[DoorKind.ENTRANCE, None],
        big=made[DoorKind.HALL, stage.big.pk],
        small=made[DoorKind.HALL, stage.small.pk],
        bus=made[DoorKind.ROUTE, None],
        category=Category.objects.create(edition=stage.edition, name="Главы", colour="#2a7d3c"),
    )


def mark(
    who: Badge | Registration,
    moment: datetime,
    *,
    direction: str = "in",
    identity: UUID | None = None,
) -> SentMark:
    """A mark as a telephone with a right clock says it."""
    badge = isinstance(who, Badge)
    return SentMark(
        id=identity or uuid4(),
        badge=who.code if badge else "",
        registration=None if badge else who.pk,
        direction=direction,
        source="code" if badge else "name",
        said_at=moment,
    )


def send(device: DoorDevice, *marks: SentMark, now: datetime, ahead: int = 0) -> Any:
    """The telephone sends, its clock `ahead` minutes ahead of ours."""
    return take_marks(
        device=device, marks=marks, device_now=now + timedelta(minutes=ahead), now=now
    )
