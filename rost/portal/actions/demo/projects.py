"""The call of the forum: projects offered, reviewed by two, decided, five of them on the stage."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import cycle

from rost.directory.models import Person
from rost.forum.actions.call import begin_project, save_draft, send_project, set_call
from rost.forum.actions.committee import begin_review, decide, gather_in_session, save_review
from rost.forum.actions.programme import place_session
from rost.forum.actions.vote import announce, cast_ballot
from rost.forum.models import Call, Edition, Hall, Project, ProjectState, Registration, Session
from rost.forum.queries.attendance.marks import presence_of

from .content import CALL_TEXT, DAYS, PROJECTS, WORDS_TO_AUTHOR, Offer
from .programme import moment

SEED = 31
OPENED, CLOSED = moment(date(2019, 12, 16), "09:00"), moment(date(2020, 1, 20), "18:00")
A_SLOT = 12  # minutes on the stage
STAGE = ("auditoria-201", DAYS[0][0], "16:30")
STAGE_TITLE = "Проекты, отобранные программным комитетом"
VOTERS = 90
ADVICE = {"accepted": "accept", "reserve": "reserve", "declined": "decline"}


def hold_call(
    edition: Edition, people: Sequence[Registration], reviewers: Sequence[Person], *, by: Person
) -> None:
    """From the announcement to a session in the draft programme."""
    call = announce_call(edition, opens_at=OPENED, closes_at=CLOSED)
    authors = [one for one in people if one.municipality is not None]
    projects = [
        send(call, offer, author, now=OPENED + timedelta(days=number + 3))
        for number, (offer, author) in enumerate(zip(PROJECTS, authors, strict=False))
    ]
    words = cycle(WORDS_TO_AUTHOR)
    for offer, project in zip(PROJECTS, projects, strict=True):
        for reviewer, marks in zip(reviewers, offer.marks, strict=True):
            review(project, reviewer, marks, offer.decision, next(words))
    for offer, project in zip(PROJECTS, projects, strict=True):
        now = CLOSED + timedelta(days=5)
        decide(project=project, state=offer.decision, reason=offer.reason, by=by, now=now)
    put_on_stage(edition, projects, now=CLOSED + timedelta(days=6))


def announce_call(edition: Edition, *, opens_at: datetime, closes_at: datetime) -> Call:
    last_day = edition.ends_on
    return set_call(
        edition=edition,
        opens_at=opens_at,
        closes_at=closes_at,
        text=CALL_TEXT,
        minutes=A_SLOT,
        reviews_wanted=2,
        hides_authors=False,
        vote_opens_at=moment(last_day, "12:00"),
        vote_closes_at=moment(last_day, "16:00"),
        vote_marks=3,
    )


def send(call: Call, offer: Offer, author: Registration, *, now: datetime) -> Project:
    return send_project(project=draft(call, offer, author, now=now), now=now)


def draft(call: Call, offer: Offer, author: Registration, *, now: datetime) -> Project:
    place = author.municipality
    project = begin_project(call=call, author=author.person, language="ru", now=now)
    return save_draft(
        project=project,
        saved={
            "passport": replace(offer.passport, territory=place.code if place else ""),
            "municipality": place,
            "organisation": None,
            "track": None,
            "language": "ru",
        },
        seen=project.saving,
        window="",
        by=author.person,
        now=now,
    )


def review(
    project: Project, reviewer: Person, tenths: Sequence[int], decision: str, words: str
) -> None:
    now = CLOSED + timedelta(days=2)
    criteria = project.call.criteria
    marks = {
        one["key"]: round(one["most"] * tenth / 10)
        for one, tenth in zip(criteria, cycle(tenths), strict=False)
    }
    mine = begin_review(project=project, reviewer=reviewer, now=now)
    save_review(
        review=mine,
        marks=marks,
        advice=ADVICE[decision],
        to_committee="",
        to_author=words,
        now=now,
        send=True,
    )


def put_on_stage(edition: Edition, projects: Sequence[Project], *, now: datetime) -> Session:
    hall, day, clock = STAGE
    accepted = Project.objects.filter(
        pk__in=[one.pk for one in projects], state=ProjectState.ACCEPTED
    ).order_by("pk")
    session = gather_in_session(
        edition=edition, projects=list(accepted), title=STAGE_TITLE, minutes=A_SLOT, now=now
    )
    return place_session(
        session=session,
        starts_at=moment(day, clock),
        hall=Hall.objects.get(edition=edition, slug=hall),
        route=None,
        now=now,
    )


def hold_vote(edition: Edition) -> None:
    """Those who came mark up to three; the result is announced the same evening."""
    chance = random.Random(SEED)  # noqa: S311 a stored seed, not a secret
    call = Call.objects.get(edition=edition)
    projects = list(Project.objects.filter(call=call, state=ProjectState.ACCEPTED).order_by("pk"))
    authors = {one.author_id for one in projects}
    came = Registration.objects.filter(pk__in=presence_of(edition)).exclude(person__in=authors)
    voting = moment(edition.ends_on, "14:00")
    for mine in chance.sample(list(came.order_by("pk")), VOTERS):
        chosen = {chance.choice(projects[: number + 3]).pk: None for number in range(3)}
        marked = [one for one in projects if one.pk in chosen]
        cast_ballot(registration=mine, call=call, projects=marked, now=voting)
    announce(call=call, now=moment(edition.ends_on, "17:00"))
