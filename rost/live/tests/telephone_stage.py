"""A published session with its hall open now, and telephones that come to it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from conftest import Cast
from rost.forum.actions.approval import approve
from rost.forum.tests.stage import Stage, at, make_stage
from rost.live.actions.floors import open_floors, set_floor
from rost.live.models import Floor


def make_floor(cast: Cast, stage: Stage | None = None, **facts: Any) -> Floor:
    """The floor of a session in the big hall; `facts` as `set_floor` takes them."""
    stage = stage or make_stage(cast)
    session = stage.session("Дороги сельских поселений", start=at(18, 10), hall=stage.big)
    now = timezone.now()
    approve(edition=stage.edition, by=cast.guzel, note="", now=now)
    open_floors(edition=stage.edition, sessions=[session])
    usual: dict[str, Any] = {
        "is_on": True,
        "takes_questions": True,
        "moderated": False,
        "naming": "either",
        "people": None,
        "opens_at": now - timedelta(hours=1),
        "closes_at": now + timedelta(hours=1),
    }
    return set_floor(floor=Floor.objects.get(session=session), **usual | facts)


class Telephone:
    """A browser of its own at one hall; `script` sends as the page's script does."""

    def __init__(self, floor: Floor, address: str = "10.0.0.1", **headers: str) -> None:
        session = floor.session
        self.path = f"/forum/{session.edition.slug}/hall/{session.code}/"
        self.client = Client(REMOTE_ADDR=address, headers=headers)

    def opens(self) -> Any:
        return self.client.get(self.path)

    def asks(self, text: str, *, script: bool = False, **more: str) -> Any:
        return self.sends("questions/", {"text": text, **more}, script=script)

    def votes(self, question: Any, *, script: bool = False) -> Any:
        return self.sends(f"questions/{question.pk}/vote/", {}, script=script)

    def takes_back(self, question: Any) -> Any:
        return self.sends(f"questions/{question.pk}/vote/removal/", {})

    def answers(self, poll: Any, *values: str) -> Any:
        return self.sends(f"polls/{poll.pk}/answer/", {"value": list(values)})

    def sends(self, where: str, data: dict[str, Any], *, script: bool = False) -> Any:
        headers = {"Accept": "application/json"} if script else {}
        return self.client.post(self.path + where, data, headers=headers)

    def state(self, query: str = "", **headers: str) -> Any:
        return Client().get(f"{self.path}state/{query}", headers=headers)
