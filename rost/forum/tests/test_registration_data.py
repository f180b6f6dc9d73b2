"""Personal data of registration: shown to the person, erased with the person, destroyed in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conftest import NOW, Cast
from rost.directory.queries.personal_data import data_classes
from rost.forum.actions.agenda import add
from rost.forum.actions.registration import register
from rost.forum.models import AgendaItem, Invitation, Question, Registration, SeatStatus
from rost.forum.tests.registration_stage import make_category, make_edition
from rost.forum.tests.test_agenda import planned, publish

pytestmark = pytest.mark.django_db


def data_class(name: str):
    return next(one for one in data_classes() if one.name == name)


def test_a_person_reads_what_was_sent_and_by_whom(cast: Cast) -> None:
    edition = make_edition()
    question = Question.objects.create(edition=edition, topic="food", text="Что едите?")
    register(
        edition=edition,
        person=cast.ildar,
        category=make_category(edition),
        post="глава",
        answers={str(question.pk): "Всё", "999": "чужое"},
        registered_by=cast.azat,
        basis="звонок",
        now=NOW,
    )

    rows = [
        [str(cell) for cell in row] for row in data_class("forum.registrations").rows(cast.ildar)
    ]

    assert rows == [
        [
            "Муниципалитеты – территории роста",
            str(Registration.objects.get().get_status_display()),
            "Главы",
            "глава",
            "Что едите? Всё",
            "",
            str(NOW),
            "Кутушев Азат Ришатович",
            "звонок",
        ]
    ]


def test_whoever_is_erased_leaves_the_seats_to_those_who_wait(cast: Cast) -> None:
    edition = make_edition(capacity=2)
    category = make_category(edition)
    (session,) = publish(edition, planned("000001", hall="small"))
    mine, other, waiting = (
        register(edition=edition, person=person, category=category, now=NOW + timedelta(minutes=n))
        for n, person in enumerate((cast.vera, cast.marat, cast.oleg))
    )
    add(registration=mine, session=session, now=NOW)
    add(registration=other, session=session, now=NOW)
    Invitation.objects.create(edition=edition, person=cast.vera, category=category, issued_at=NOW)

    erased = [
        data_class(name).erase(cast.vera, NOW)
        for name in ("forum.registrations", "forum.invitations")
    ]

    assert erased == [1, 1]
    waiting.refresh_from_db()
    assert waiting.status == "confirmed"
    assert AgendaItem.objects.get().status == SeatStatus.SEAT
    assert Registration.objects.filter(person=cast.vera).count() == 0


def test_registrations_of_forums_that_are_long_over_are_destroyed(cast: Cast) -> None:
    edition = make_edition()
    register(edition=edition, person=cast.vera, category=make_category(edition), now=NOW)
    kept = data_class("forum.registrations")
    over = NOW.replace(month=2, day=20)

    assert (kept.expired(NOW), kept.expired(over)) == (0, 1)
    assert (kept.destroy(NOW, over), kept.destroy(over, over)) == (0, 1)
    assert Registration.objects.count() == 0
