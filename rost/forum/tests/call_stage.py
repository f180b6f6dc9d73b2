"""A forum with an open call, and a project as somebody in a hurry fills it in."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from conftest import NOW, Cast
from rost.core.passport import Money, Passport, Result
from rost.forum.actions.call import begin_project, save_draft, send_project, set_call
from rost.forum.models import Call, Edition, Project

CLOSES = NOW + timedelta(days=10)

SPRINGS = Passport(
    title="Родники – общее дело",
    territory="80601410",
    year=2019,
    local_issues=("131-14-19",),
    problem="Из семи родников чистых осталось два.",
    solution="Расчистили и обустроили пять.",
    steps=("Сход", "Расчистка"),
    money=(Money("local", 12_000_050, "доски"), Money("residents", 4_000_000)),
    results=(Result("родники с чистой водой", "2", "7", "шт."),),
    contact="Ахметова Рамиля, +7 900 000-00-00",
)


def open_call(edition: Edition, **terms: Any) -> Call:
    known: dict[str, Any] = {
        "opens_at": NOW - timedelta(days=5),
        "closes_at": CLOSES,
        "text": "Покажите, что сделали вместе с жителями.",
        "minutes": 10,
        "reviews_wanted": 2,
        "hides_authors": False,
        "vote_opens_at": None,
        "vote_closes_at": None,
        "vote_marks": 3,
    }
    return set_call(edition=edition, **known | terms)


def save(
    project: Project, passport: Passport, *, seen: int, window: str = "", **rest: Any
) -> Project:
    known = {"municipality": None, "organisation": None, "track": None, "language": "ru"} | rest
    return save_draft(
        project=project,
        saved={"passport": passport, **known},  # type: ignore[typeddict-item]
        seen=seen,
        window=window,
        by=project.author,
        now=NOW,
    )


def a_draft(call: Call, author: Any, passport: Passport = SPRINGS, **rest: Any) -> Project:
    project = begin_project(call=call, author=author, language="ru", now=NOW)
    return save(project, passport, seen=0, **rest)


def an_offered_project(call: Call, cast: Cast, *, now: datetime = NOW) -> Project:
    draft = a_draft(call, cast.ramilya, municipality=cast.askarovo)
    return send_project(project=draft, now=now)
