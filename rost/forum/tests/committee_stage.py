"""A call with three projects sent, three reviewers, and the people behind the projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from conftest import NOW, Cast
from rost.core.passport import Passport, Result, dump
from rost.directory.actions.roles import grant_role
from rost.directory.models import Person
from rost.forum.actions.committee import begin_review, save_review
from rost.forum.models import Call, CoAuthor, Edition, Project, Review
from rost.forum.tests.stage import Stage, at, make_stage

CRITERIA = [
    {
        "key": "use",
        "name": {"ru": "Польза", "ba": "Файҙа", "en": "Use"},
        "explanation": "Что изменилось для жителей",
        "weight": 30,
        "most": 10,
    },
    {
        "key": "again",
        "name": {"ru": "Можно повторить", "ba": "Ҡабатлап була", "en": "Can be repeated"},
        "explanation": "",
        "weight": 20,
        "most": 5,
    },
]
PASSPORT = Passport(
    title="Родники – общее дело",
    problem="Родник зарос, воду возили из района.",
    solution="Расчистили всем селом за две недели.",
    steps=("Сход", "Субботник", "Навес"),
    results=(Result("Дворов с водой", "12", "48", "дворов"),),
    contact="Ахметова Рамиля, 8 900 000-00-00",
)
VOTE = (at(19, 9), at(19, 15))


@dataclass
class Committee:
    """Рамиля offers «Родники» with Вера as co-author, Ильдар «Клуб» and «Свет».

    Reviewers: Марат (platform), Лилия and Борис of this edition.
    """

    stage: Stage
    call: Call
    springs: Project
    club: Project
    light: Project
    liliya: Person
    boris: Person
    vera: Person

    @property
    def edition(self) -> Edition:
        return self.call.edition

    def review(self, project: Project, who: Person, use: int, again: int, **words: Any) -> Review:
        """Begun, marked and sent."""
        review = begin_review(project=project, reviewer=who, now=NOW)
        known = {"advice": "accept", "to_committee": "", "to_author": ""}
        return save_review(
            review=review,
            marks={"use": use, "again": again},
            send=True,
            now=NOW,
            **known | words,
        )


def make_committee(cast: Cast) -> Committee:
    stage = make_stage(cast)
    call = Call.objects.create(
        edition=stage.edition,
        opens_at=NOW - timedelta(days=20),
        closes_at=NOW - timedelta(days=1),
        criteria=CRITERIA,
        vote_opens_at=VOTE[0],
        vote_closes_at=VOTE[1],
        vote_marks=2,
    )
    springs = make_project(call, "SPRNG", cast.ramilya, cast.askarovo, "Родники", hour=1)
    club = make_project(call, "CLUBB", cast.ildar, cast.almukhametovo, "Клуб", hour=2)
    light = make_project(call, "LIGHT", cast.ildar, cast.almukhametovo, "Свет", hour=3)
    CoAuthor.objects.create(
        project=springs,
        name=cast.vera.full_name,
        person=cast.vera,
        digest="1" * 64,
        invited_at=NOW,
        accepted_at=NOW,
    )
    return Committee(
        stage=stage,
        call=call,
        springs=springs,
        club=club,
        light=light,
        liliya=make_reviewer("Лилия", stage.edition),
        boris=make_reviewer("Борис", stage.edition),
        vera=cast.vera,
    )


def make_project(
    call: Call, code: str, author: Person, place: Any, title: str, *, hour: int, **facts: Any
) -> Project:
    sent: datetime = NOW - timedelta(days=3) + timedelta(hours=hour)
    known = {
        "state": "sent",
        "sent_at": sent,
        "passport": dump(PASSPORT),
        "title": title,
        "municipality": place,
    }
    return Project.objects.create(
        call=call, code=code, author=author, began_at=sent, saved_at=sent, **known | facts
    )


def make_reviewer(name: str, edition: Edition) -> Person:
    person = Person.objects.create(
        surname=name,
        email=f"{name}@example.org",
        created_at=NOW,
        search_name=name.lower(),
        sort_key=name.lower(),
    )
    grant_role(
        person=person,
        name="expert",
        scope="space",
        space=edition.space,
        held_from=NOW.date(),
        basis="приказ № 7",
    )
    return person
