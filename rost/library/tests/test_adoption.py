"""A practice is taken up, goes on, is done or given up, and stands beside the original."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from conftest import NOW, Cast
from rost.catalogue.models import Card, Lineage
from rost.channels.models import Message
from rost.core.passport import Result, load
from rost.library.actions.adoption import (
    AdoptedAlready,
    AnotherWindow,
    Ended,
    NotYourPlace,
    PlannedStep,
    agree_to_be_called,
    finish,
    give_up,
    grow_practice,
    remind,
    save_plan,
    tell_result,
    withdraw_contact,
)
from rost.library.actions.adoption.adopting import AtHome, BasisNeeded
from rost.library.actions.adoption.carrying import carry_adoptions
from rost.library.actions.adoption.contact import ContactNeeded
from rost.library.actions.adoption.ending import ReasonNeeded, StepsLeft
from rost.library.actions.publishing import publish
from rost.library.models import Adoption, Practice
from rost.library.queries.adoption.public import (
    Repeated,
    adoptions_at,
    has_result_elsewhere,
    repeated,
)
from rost.library.queries.adoption.tree import every, items_of, tree_of
from rost.library.queries.adoption.whom import whom_to_call

from .adoption_stage import practice_of, taken_up

FIRST = date(2020, 2, 1)


def saved(adoption: Adoption, *steps: PlannedStep, seen: int = 0, **facts: Any) -> Adoption:
    known = {"begins_on": FIRST, "changed": "", "kopecks": None, "today": date(2020, 9, 1)}
    return save_plan(adoption=adoption, steps=steps, seen=seen, now=NOW, **known | facts)


def told(adoption: Adoption, months: int = 6, after: str = "5", seen: int = 0) -> None:
    tell_result(
        adoption=adoption,
        months=months,
        results=[Result("родники с чистой водой", "1", after, "шт.")],
        text="",
        seen=seen,
        now=NOW,
    )


def test_the_plan_is_made_from_the_steps_over_the_term(cast: Cast) -> None:
    adoption = taken_up(practice_of(cast), cast.ramilya, cast.askarovo)

    assert [(one.text, one.due_on) for one in adoption.steps.all()] == [
        ("Сход", date(2020, 3, 2)),
        ("Расчистка", date(2020, 4, 1)),
        ("Срубы", date(2020, 5, 1)),
    ]
    assert [one.due_on for one in adoption.results.all()] == [date(2020, 8, 1), date(2021, 2, 1)]
    assert Card.objects.get(key=f"library.adoption:{adoption.pk}").municipality == cast.askarovo
    assert Lineage.objects.get().growth == "adoption"
    assert Message.objects.get().person == cast.vera


def test_who_may_take_it_up_and_for_whom(cast: Cast) -> None:
    practice = practice_of(cast)

    for person, place, refusal in (
        (cast.vera, cast.askarovo, NotYourPlace),
        (cast.ramilya, cast.almukhametovo, NotYourPlace),
        (cast.azat, cast.askarovo, BasisNeeded),
        (cast.azat, cast.ufa, NotYourPlace),
        (cast.nina, cast.other_district, AtHome),
    ):
        with pytest.raises(refusal):
            taken_up(practice, person, place)

    assert taken_up(practice, cast.azat, cast.askarovo, "звонок главы").basis == "звонок главы"


def test_of_two_at_once_one_is_kept_and_the_other_is_shown_it(cast: Cast) -> None:
    practice = practice_of(cast)
    first = taken_up(practice, cast.ramilya, cast.askarovo)

    with pytest.raises(AdoptedAlready) as refused:
        taken_up(practice, cast.azat, cast.askarovo, "звонок")
    with pytest.raises(IntegrityError), transaction.atomic():
        Adoption.objects.create(
            practice=practice,
            version=first.version,
            municipality=cast.askarovo,
            begins_on=FIRST,
            began_at=NOW,
        )

    assert refused.value.adoption == first


def test_a_plan_from_another_window_is_not_overwritten(cast: Cast) -> None:
    adoption = taken_up(practice_of(cast), cast.ramilya, cast.askarovo)
    saved(adoption, PlannedStep("Сход", FIRST), begins_on=date(2020, 3, 1))

    with pytest.raises(AnotherWindow):
        saved(adoption, PlannedStep("Другое", FIRST))

    assert [one.text for one in adoption.steps.all()] == ["Сход"]
    assert adoption.results.first().due_on == date(2020, 9, 1)  # type: ignore[union-attr]


def test_done_needs_every_step_done_and_giving_up_a_reason(cast: Cast) -> None:
    adoption = taken_up(practice_of(cast), cast.ramilya, cast.askarovo)

    with pytest.raises(StepsLeft):
        finish(adoption=adoption, now=NOW)
    with pytest.raises(ReasonNeeded):
        give_up(adoption=adoption, reason=" ", now=NOW)
    saved(adoption, PlannedStep("Сход", FIRST, FIRST))
    assert finish(adoption=adoption, now=NOW).state == "done"


def test_given_up_it_stays_closed_and_the_place_may_begin_anew(cast: Cast) -> None:
    practice = practice_of(cast)
    adoption = taken_up(practice, cast.ramilya, cast.askarovo)
    give_up(adoption=adoption, reason="Родник пересох.", now=NOW)

    with pytest.raises(Ended):
        told(adoption)
    taken_up(practice, cast.ramilya, cast.askarovo)

    assert repeated([practice.pk]) == {practice.pk: Repeated(going=1, given_up=1)}
    assert Card.objects.get(key=f"library.adoption:{adoption.pk}").summary == "Родник пересох."


def test_a_result_elsewhere_is_evidence_and_thanks_the_author_once(cast: Cast) -> None:
    practice = practice_of(cast)
    adoption = taken_up(practice, cast.ramilya, cast.askarovo)
    assert not has_result_elsewhere(practice)

    told(adoption)
    told(adoption, after="6", seen=1)

    assert has_result_elsewhere(practice)
    assert Message.objects.filter(person=cast.vera).count() == 2
    assert [one.told for one in adoptions_at(cast.askarovo)] == [True]  # type: ignore[attr-defined]


def test_contact_is_shown_by_consent_and_gone_when_it_is_taken_back(cast: Cast) -> None:
    practice = practice_of(cast, shows_contact=True)
    adoption = taken_up(practice, cast.ramilya, cast.askarovo)
    line = "Ахметова Рамиля, 8 347 000-00-01"

    with pytest.raises(ContactNeeded):
        agree_to_be_called(adoption=adoption, contact=line, agrees=False, by=cast.ramilya, now=NOW)
    agree_to_be_called(adoption=adoption, contact=line, agrees=True, by=cast.ramilya, now=NOW)
    assert [one.text for one in whom_to_call(practice)] == ["Ёлкина Вера, 8 347 000-00-00", line]
    withdraw_contact(adoption=adoption)

    adoption.refresh_from_db()
    assert (adoption.contact, len(whom_to_call(practice))) == ("", 1)


def test_reminders_come_once_each_and_by_day_alone(cast: Cast) -> None:
    adoption = taken_up(practice_of(cast), cast.ramilya, cast.askarovo)
    Message.objects.all().delete()

    def on(day: date, hour: int = 6) -> int:
        return remind(NOW.replace(year=day.year, month=day.month, day=day.day, hour=hour))

    assert on(date(2020, 3, 3), hour=20) == 0  # night in Ufa
    assert [on(date(2020, 3, 3)), on(date(2020, 3, 3))] == [1, 0]
    saved(adoption, PlannedStep("Сход", date(2020, 3, 2), date(2020, 3, 4)))
    days = [date(2020, 7, 17), date(2020, 7, 18), date(2020, 8, 1), date(2020, 8, 2)]
    assert [on(day) for day in days] == [0, 1, 1, 0]
    told(adoption, seen=1)
    assert on(date(2020, 9, 1)) == 0
    assert set(Message.objects.filter(person=cast.ramilya).values_list("dedupe", flat=True)) == {
        f"library.adoption:{adoption.pk}:{name}:{cast.ramilya.pk}"
        for name in ("step:2020-03-02", "result:6:before", "result:6:day")
    }


def test_an_own_practice_grows_from_an_adoption_into_the_tree(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    practice = practice_of(cast)
    adoption = taken_up(practice, cast.ramilya, cast.askarovo)
    told(adoption)
    own, new = grow_practice(adoption=adoption, author=cast.ramilya, now=NOW)
    assert (new, grow_practice(adoption=adoption, author=cast.ramilya, now=NOW)[1]) == (True, False)
    assert [one.place for one in every(tree_of(practice))] == [cast.other_district, cast.askarovo]

    publish(practice=own, by=None, note="", now=NOW)
    own.refresh_from_db()
    taken_up(own, cast.ildar, cast.almukhametovo)

    with django_assert_max_num_queries(6):
        tree = tree_of(practice)
    lines = [(one.node.place, one.opens, len(one.closes)) for one in items_of(tree)]
    assert lines == [
        (cast.askarovo, True, 0),
        (cast.askarovo, True, 0),
        (cast.almukhametovo, False, 2),
    ]
    assert load(own.passport).results[0].after == "5"


def test_a_circle_of_growth_ends(cast: Cast) -> None:
    practice = practice_of(cast)
    adoption = taken_up(practice, cast.ramilya, cast.askarovo)
    line = Lineage.objects.get()
    Lineage.objects.create(source=line.result, result=line.source, growth="practice", since=NOW)

    assert [one.place for one in every(tree_of(practice))][1:] == [adoption.municipality]


def test_a_merge_leaves_one_going_and_keeps_the_others_pages(cast: Cast) -> None:
    practice = practice_of(cast)
    first = taken_up(practice, cast.ramilya, cast.askarovo)
    further = taken_up(practice, cast.ildar, cast.almukhametovo)
    saved(further, PlannedStep("Сход", FIRST, FIRST))

    carry_adoptions(
        predecessors=[cast.askarovo.pk, cast.almukhametovo.pk],
        successor=cast.ufa,
        on=FIRST,
        now=NOW,
    )

    states = {one.pk: (one.municipality, one.state) for one in Adoption.objects.all()}
    assert states == {first.pk: (cast.ufa, "given_up"), further.pk: (cast.ufa, "going")}


def test_whoever_goes_leaves_the_record_nameless(cast: Cast) -> None:
    from rost.library.actions.adoption.personal import erase

    adoption = taken_up(practice_of(cast), cast.ramilya, cast.askarovo)
    agree_to_be_called(adoption=adoption, contact="Азат", agrees=True, by=cast.azat, now=NOW)

    assert (erase(cast.azat, NOW), erase(cast.ramilya, NOW)) == (1, 1)

    adoption.refresh_from_db()
    assert (adoption.person, adoption.contact, adoption.state) == (None, "", "going")


def test_the_demonstration_reminds_nobody(cast: Cast) -> None:
    practice = practice_of(cast, is_demonstration=True)
    taken_up(practice, cast.ramilya, cast.askarovo)

    assert remind(NOW + timedelta(days=60)) == 0
    assert Practice.objects.get().is_demonstration
