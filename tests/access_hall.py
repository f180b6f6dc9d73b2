"""Access to the hall and its desk: its lines of the table and its things."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from conftest import NOW, Cast
from rost.directory.models import Person
from rost.directory.rules import Visitor
from rost.forum.models import Edition, Session
from rost.forum.tests.stage import Stage
from rost.live.actions import devices, polls, questions
from rost.live.actions.floors import open_floors, open_now
from rost.live.models import Floor, HallQuestion, Poll
from rost.live.queries.doors import Hall, floor_for, hall_of

HALL = """
# The hall: telephones and the screen, the moderator's desk, answers in writing
live:hall                                   +++++++++++
live:questions                              +++++++++++
live:vote                                   +++++++++++
live:vote_removal                           +++++++++++
live:poll_answer                            +++++++++++
live:badge                                  +++++++++++
live:screen                                 +++++++++++
live:archive                                +++++++++++
live_feeds:state                            +++++++++++
live:answer                                 →····++++·+
live:desk_hall                              →·····+++·+
live:desk_hall (draft)                      →·····+++++
live:desk_hall_rules                        →·····+++·+
live:desk_floors                            ······+++·+
live:desk_floor                             →·····+++·+
live:desk_floor_settings                    →·····+++·+
live:desk_floor_hours                       ······+++·+
live:desk_hall_line                         ······+++·+
live:desk_lines                             ······+++·+
live:desk_question_state                    ······+++·+
live:desk_shortlist                         ······+++·+
live:desk_question_screen                   ······+++·+
live:desk_hiding                            →·····+++·+
live:desk_redaction                         →·····+++·+
live:desk_writing                           →·····+++·+
live:desk_device                            ······+++·+
live:desk_poll_new                          →·····+++·+
live:desk_poll                              →·····+++·+
live:desk_poll_state                        ······+++·+
live:desk_poll_screen                       ······+++·+
live:desk_poll_words                        ······+++·+
live:desk_poll_removal                      ······+++·+
"""

QUESTION = UUID(int=1)


def hall_things(cast: Cast, stage: Stage) -> dict[str, dict[str, Any]]:
    """A hall on the session that stands already: a question that Марат answers, a draft poll."""
    edition = Edition.objects.get(pk=stage.edition.pk)
    session = Session.objects.get(edition=edition, contributions__person=cast.marat)
    open_floors(edition=edition, sessions=[session])
    hall = floor_for(Visitor(None, (), NOW), edition.slug, session.code)
    assert hall is not None
    open_now(hall=hall, now=NOW)
    later = ask(edition, QUESTION)
    questions.answer_later(question=later, owner=cast.marat, due_on=date(2020, 3, 3), now=NOW)
    ask(edition, uuid4())
    return {"live:": {"code": session.code, "question": QUESTION, "poll": add_poll(edition).pk}}


def add_to_hall(edition: Edition, owner: Person, number: int) -> None:
    """A question of each kind with a vote of a line, and polls with answers."""
    waiting, shown, later, written = (ask(edition, uuid4()) for _ in range(4))
    for _ in range(7):
        vote(edition, shown, f"line-{number}")
    HallQuestion.objects.filter(pk=waiting.pk).update(state="waiting")
    for one in (later, written):
        questions.answer_later(question=one, owner=owner, due_on=date(2020, 3, 3), now=NOW)
    questions.write_answer(question=written, text="Да", now=NOW)
    poll = add_poll(edition)
    polls.open_poll(poll=poll, now=NOW)
    for value in (0, 1):
        polls.answer(hall=hall(edition), poll=poll, device=phone(edition), value=value, now=NOW)
    polls.close_poll(poll=poll, now=NOW)


def hall(edition: Edition) -> Hall:
    floor = Floor.objects.select_related("session__edition__published").get(
        session__edition=edition
    )
    found = hall_of(floor)
    assert found is not None
    return found


def phone(edition: Edition, line: str = "") -> Any:
    device, _token = devices.meet(
        edition=edition,
        token=uuid4().hex,
        network=line or uuid4().hex,
        browser="browser",
        now=NOW,
    )
    return device


def ask(edition: Edition, identity: UUID) -> HallQuestion:
    return questions.ask(
        hall=hall(edition),
        device=phone(edition),
        id=identity,
        text="Когда дойдёт субсидия?",
        name="Житель",
        language="ru",
        now=NOW,
    ).question


def vote(edition: Edition, question: HallQuestion, line: str) -> None:
    device = phone(edition, line)
    questions.vote(hall=hall(edition), question=question, device=device, now=NOW)


def add_poll(edition: Edition) -> Poll:
    return polls.write_poll(
        floor=hall(edition).floor,
        poll=None,
        kind="one",
        text="Что важнее?",
        options=["Дороги", "Вода"],
        most=1,
        results_at_once=True,
    )
