"""A forum whose programme is still to be made: sessions, halls, people, wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from conftest import NOW, Cast
from rost.core.scheduling import Limits, codec
from rost.documents.models import Batch
from rost.documents.tasks import work_on
from rost.forum.actions.scheduling import begin_solving, set_rules, set_wishes
from rost.forum.models import Category, Edition, Registration, Solving, SolvingKind
from rost.forum.queries.scheduling.problem import asked_of

from .stage import Stage, make_stage


@dataclass
class Schedule:
    stage: Stage
    cast: Cast
    budget: Any
    village: Any
    lecture: Any

    @property
    def edition(self) -> Edition:
        return self.stage.edition

    def register(self, person: Any) -> Registration:
        category, _ = Category.objects.get_or_create(edition=self.edition, name="Главы")
        row, _ = Registration.objects.get_or_create(
            edition=self.edition,
            person=person,
            defaults={
                "category": category,
                "status": "confirmed",
                "queued_at": NOW,
                "changed_at": NOW,
            },
        )
        return row

    def wish(self, person: Any, *sessions: Any) -> None:
        set_wishes(
            registration=self.register(person), codes={one.code for one in sessions}, now=NOW
        )

    def solve(self, kind: str = SolvingKind.ANEW, now: Any = NOW, seconds: int = 10) -> Solving:
        """Asked for and done, as the worker of the long queue does it."""
        solving = begin_solving(
            edition=self.edition,
            kind=kind,
            seconds=seconds,
            by=self.cast.guzel,
            language="ru",
            now=now,
        )
        assert solving.batch is not None
        work_on.func(solving.batch.pk)
        return Solving.objects.select_related("batch", "edition").get(pk=solving.pk)


def make_schedule(cast: Cast) -> Schedule:
    """Three lectures of an hour, one of them with Марат and one with Рамиля, nothing placed."""
    stage = make_stage(cast)
    set_rules(
        edition=stage.edition,
        wishes_open_at=NOW - timedelta(days=1),
        wishes_close_at=NOW + timedelta(days=20),
    )
    return Schedule(
        stage,
        cast,
        stage.session("Бюджет на трёх страницах", people={cast.marat: "lecturer"}),
        stage.session("Село и родники", people={cast.marat: "speaker", cast.ramilya: "speaker"}),
        stage.session("Вопросы местного значения", people={cast.ramilya: "lecturer"}),
    )


def batch_of(solving: Solving) -> Batch:
    assert solving.batch is not None
    return Batch.objects.get(pk=solving.batch.pk)


def made_solving(edition: Edition, by: Any, now: Any = NOW) -> Solving:
    """A computation that is over: it found that everything stands well where it stands."""
    asked = asked_of(edition, now=now)
    limits = Limits(seconds=10.0, seed=1, workers=1, work=8.0)
    return Solving.objects.create(
        edition=edition,
        problem=codec.dump_problem(asked.problem),
        digest=codec.digest(asked.problem),
        frame=asked.clock.dump(),
        draft=asked.draft,
        limits=codec.dump_limits(limits),
        status="optimal",
        plan=codec.dump_plan(asked.hint),
        objective=12,
        bound=12,
        seconds=1.5,
        history=[[0.5, 20, 10], [1.5, 12, 12]],
        asked_by=by,
        asked_at=now,
        finished_at=now,
    )
