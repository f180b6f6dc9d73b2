"""The hall of two sessions: telephones ask, vote and answer; a moderator leads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from rost.directory.models import Person
from rost.directory.queries.visitors import visitor_for
from rost.forum.models import Edition, Session
from rost.live.actions.devices import meet
from rost.live.actions.floors import open_floors
from rost.live.actions.polls import answer, close_poll, open_poll, write_poll
from rost.live.actions.questions import (
    answer_later,
    answered_live,
    ask,
    hide,
    vote,
    write_answer,
)
from rost.live.models import Device, HallQuestion
from rost.live.queries.doors import Hall, floor_for

from .content.hall import HALLS, WHY_HIDDEN, Asked, Voted
from .programme import moment

NAMES = UUID("7b0c7b46-5d6c-4e7e-9a57-0f6d2f3a8d11")
A_PAUSE = timedelta(seconds=40)  # between two questions


def hold_halls(edition: Edition, *, owner: Person, by: Person) -> None:
    visitor = visitor_for(by, now=moment(edition.starts_on, "09:00"), strong=True)
    for title, questions, polls in HALLS:
        session = Session.objects.get(edition=edition, title=title)
        open_floors(edition=edition, sessions=[session])
        hall = floor_for(visitor, edition.slug, session.code)
        assert hall is not None
        assert session.starts_at is not None
        now = session.starts_at + timedelta(minutes=20)
        for number, one in enumerate(questions):
            speak(hall, one, owner=owner, now=now + number * A_PAUSE)
        for poll in polls:
            now += timedelta(minutes=10)
            be_asked(hall, poll, now=now)


def speak(hall: Hall, one: Asked, *, owner: Person, now: datetime) -> None:
    question = ask(
        hall=hall,
        device=telephone(hall.edition, f"{one.text}", now),
        id=uuid5(NAMES, one.text),
        text=one.text,
        name=one.name,
        language="ru",
        now=now,
    ).question
    for number in range(one.votes):
        device = telephone(hall.edition, f"{hall.planned.code}-{number}", now)
        vote(hall=hall, question=question, device=device, now=now)
    lead(question, one, owner=owner, now=now + timedelta(minutes=30))


def lead(question: HallQuestion, one: Asked, *, owner: Person, now: datetime) -> None:
    due_on = (now + timedelta(days=14)).date()
    if one.state == "live":
        answered_live(question=question, now=now)
    elif one.state == "hidden":
        hide(question=question, why=WHY_HIDDEN)
    elif one.state in ("later", "written"):
        task = answer_later(question=question, owner=owner, due_on=due_on, now=now)
        if one.state == "written":
            write_answer(question=task, text=one.answer, now=now + timedelta(days=6))


def be_asked(hall: Hall, one: Voted, *, now: datetime) -> None:
    poll = write_poll(
        floor=hall.floor,
        poll=None,
        kind=one.kind,
        text=one.text,
        options=one.options,
        most=1,
        results_at_once=True,
    )
    poll = open_poll(poll=poll, now=now)
    for number, value in enumerate(values(one)):
        device = telephone(hall.edition, f"{hall.planned.code}-{number}", now)
        answer(hall=hall, poll=poll, device=device, value=value, now=now)
    close_poll(poll=poll, now=now + timedelta(minutes=3))


def values(one: Voted) -> Iterator[object]:
    """Each answer as a telephone sends it."""
    for place, times in enumerate(one.answers):
        value: object = place
        if one.kind == "hands":
            value = place == 0
        elif one.kind == "rating":
            value = place + 1
        yield from [value] * times


def telephone(edition: Edition, name: str, now: datetime) -> Device:
    """Each on a line of its own, as telephones of mobile operators mostly are."""
    token = hashlib.sha256(f"demonstration {name}".encode()).hexdigest()
    device, _fresh = meet(edition=edition, token=token, network=token, browser="", now=now)
    return device
