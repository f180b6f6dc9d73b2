"""A discussion of the forum of 2020 where things are promised, and lines of its secretary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from conftest import Cast
from rost.forum.actions.commitments import Entry, ask, confirm, note
from rost.forum.models import Commitment, Edition, Session
from rost.forum.tests.stage import Stage, at, make_stage

DUE = date(2020, 6, 1)
NOTED = at(18, 13)
ANSWERED = at(18, 20)


@dataclass
class Discussion:
    stage: Stage
    session: Session
    cast: Cast

    @property
    def edition(self) -> Edition:
        return Edition.objects.get(pk=self.stage.edition.pk)

    def entry(self, text: str = "провести собрания в шести деревнях", **facts: Any) -> Entry:
        known = {"person": self.cast.ramilya, "session": self.session, "due_on": DUE}
        return Entry(guid=uuid4(), text=text, **known | facts)

    def noted(self, text: str = "провести собрания в шести деревнях", **facts: Any) -> Commitment:
        entry = self.entry(text, **facts)
        [made] = note(edition=self.edition, entries=[entry], by=self.cast.guzel, now=NOTED)
        return made

    def confirmed(self, text: str = "провести собрания", **facts: Any) -> Commitment:
        made = self.noted(text, **facts)
        ask(commitment=made, now=NOTED)
        return confirm(commitment=made, wording=1, by=self.cast.ramilya, now=ANSWERED)


def make_discussion(cast: Cast) -> Discussion:
    """Рамиля speaks, Олег moderates (and is a moderator of the platform), Вера only listens."""
    stage = make_stage(cast)
    session = stage.session(
        "Как договориться с жителями",
        form="discussion",
        track=stage.track,
        start=at(18, 12),
        hall=stage.big,
        people={cast.ramilya: "speaker", cast.azat: "moderator"},
    )
    return Discussion(stage, session, cast)
