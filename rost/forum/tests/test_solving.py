"""A programme is solved, watched, taken over, refused when stale, moved as little as may be."""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.core.programme.findings import Level
from rost.core.scheduling import dump_problem, load_plan, verify
from rost.core.scheduling.tests.forums import festival
from rost.documents.actions.batches import stop
from rost.documents.models import Batch, BatchState
from rost.documents.queries.works import Result, Stopped
from rost.forum.actions.approval import approve
from rost.forum.actions.programme import add_availability, place_session, set_contribution
from rost.forum.actions.scheduling import (
    Choice,
    accept_solving,
    begin_solving,
    close_hall,
    drop_out,
    repeat_solving,
    run_solving,
    set_session_needs,
)
from rost.forum.actions.scheduling.refusals import DraftMoved, SolverDied, SomeUnplaceable, UnderWay
from rost.forum.adapters.solver import Died, Solver
from rost.forum.models import Session, Solving, SolvingKind
from rost.forum.queries.findings import findings_of

from .schedule_stage import Schedule, batch_of, made_solving, make_schedule
from .stage import at, hold_in_agenda

NEEDS = {"stays": False, "equipment": [], "expected": None, "earliest": None, "latest": None}


@pytest.fixture
def schedule(cast: Cast) -> Schedule:
    return make_schedule(cast)


@pytest.fixture
def organiser(cast: Cast, signed_in: Any) -> Client:
    client: Client = signed_in(cast.guzel)
    return client


def silent(done: int, total: int) -> None:
    """Nobody looks at the progress."""


def starts(schedule: Schedule) -> dict[str, Any]:
    return {one.title: one.starts_at for one in Session.objects.filter(edition=schedule.edition)}


def asked(schedule: Schedule, **facts: Any) -> Solving:
    known: dict[str, Any] = {"kind": SolvingKind.ANEW, "seconds": 10} | facts
    return begin_solving(
        edition=schedule.edition, by=schedule.cast.guzel, language="ru", now=NOW, **known
    )


def test_a_programme_is_solved_and_taken_over(schedule: Schedule, organiser: Client) -> None:
    schedule.wish(schedule.cast.ildar, schedule.budget, schedule.lecture)

    solving = schedule.solve()
    page = organiser.get(reverse("forum:solving", args=[schedule.edition.slug, solving.pk]))
    moved = accept_solving(solving=solving, by=schedule.cast.guzel, now=NOW)

    assert (solving.status, solving.objective, solving.bound) == ("optimal", 0, 0)
    assert batch_of(solving).state == BatchState.DONE
    assert page.context["comparison"].right_faults == ()
    assert (moved, None in starts(schedule).values()) == (3, False)
    heavy = [one for one in findings_of(schedule.edition) if one.level is not Level.WARN]
    assert heavy == []


def test_a_draft_changed_meanwhile_is_not_overwritten(
    schedule: Schedule, organiser: Client
) -> None:
    solving = schedule.solve()
    place_session(session=schedule.budget, starts_at=at(18, 9), hall=schedule.stage.big, now=NOW)

    with pytest.raises(DraftMoved) as refused:
        accept_solving(solving=solving, by=schedule.cast.guzel, now=NOW)

    assert len(refused.value.changes) == 1
    assert schedule.budget.title in refused.value.changes[0]
    assert starts(schedule)[schedule.lecture.title] is None
    where = reverse("forum:solving_acceptance", args=[schedule.edition.slug, solving.pk])
    assert organiser.post(where).status_code == 409


def test_new_wishes_do_not_make_a_programme_stale(schedule: Schedule) -> None:
    solving = schedule.solve()
    schedule.wish(schedule.cast.ildar, schedule.budget, schedule.lecture)

    assert accept_solving(solving=solving, by=schedule.cast.guzel, now=NOW) == 3


def test_another_speaker_makes_it_stale(schedule: Schedule) -> None:
    solving = schedule.solve()
    set_contribution(session=schedule.budget, person=schedule.cast.vera, part="speaker", now=NOW)

    with pytest.raises(DraftMoved):
        accept_solving(solving=solving, by=schedule.cast.guzel, now=NOW)


def test_one_computation_at_a_time(schedule: Schedule) -> None:
    asked(schedule)

    with pytest.raises(UnderWay):
        asked(schedule)


def test_what_can_stand_nowhere_is_not_even_begun(schedule: Schedule) -> None:
    set_session_needs(session=schedule.budget, **{**NEEDS, "expected": 5000})

    with pytest.raises(SomeUnplaceable) as refused:
        asked(schedule)

    assert schedule.budget.title in refused.value.reasons[0]
    assert Solving.objects.count() == 0


def test_stopping_keeps_the_best_found(schedule: Schedule) -> None:
    """The stop is asked for before anything is found; the first programme still comes out."""
    solving = asked(schedule)

    def stopped(done: int, total: int) -> None:
        if Solving.objects.get(pk=solving.pk).plan:
            raise Stopped

    result = run_solving(batch_of(solving), stopped, NOW)

    solving.refresh_from_db()
    assert result == Result(rows=0)
    assert solving.status in ("optimal", "feasible")
    assert len(solving.plan) == 3


def test_stopped_in_the_queue_nothing_is_found(schedule: Schedule) -> None:
    solving = asked(schedule)

    batch = stop(batch=batch_of(solving), now=NOW)

    assert batch.state == BatchState.STOPPED
    again = asked(schedule)
    assert again.pk != solving.pk


def test_the_same_input_seed_and_effort_give_the_same(schedule: Schedule) -> None:
    schedule.wish(schedule.cast.ildar, schedule.budget, schedule.lecture)
    first = schedule.solve()

    again = repeat_solving(solving=first, by=schedule.cast.guzel, language="ru", now=NOW)
    run_solving(batch_of(again), silent, NOW)

    again.refresh_from_db()
    assert (again.plan, again.objective) == (first.plan, first.objective)
    assert (again.repeats, again.digest) == (first, first.digest)


def test_a_killed_solver_says_so_and_keeps_what_it_found(schedule: Schedule) -> None:
    """A problem that takes its time, and a kill as soon as something has been found."""
    solving = asked(schedule)
    solving.problem = dump_problem(festival().problem)
    solving.limits = solving.limits | {"seconds": 60}
    solving.save(update_fields=["problem", "limits"])

    def kill(done: int, total: int) -> None:
        if Solving.objects.get(pk=solving.pk).plan:
            for child in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split():
                os.kill(int(child), signal.SIGKILL)

    with pytest.raises(SolverDied):
        run_solving(batch_of(solving), kill, NOW)

    solving.refresh_from_db()
    assert solving.status == "feasible"
    assert verify(festival().problem, load_plan(solving.plan)) == ()


def test_too_little_memory_is_told(schedule: Schedule) -> None:
    solving = made_solving(schedule.edition, schedule.cast.guzel)

    with (
        Solver(problem=solving.problem, limits=solving.limits, hint={}, memory=2**20) as solver,
        pytest.raises(Died) as died,
    ):
        list(solver)

    assert died.value.memory


def test_after_approval_as_little_as_possible_moves(schedule: Schedule, organiser: Client) -> None:
    """The small hall is closed for the afternoon: the one session in it moves, others stay."""
    stage, cast = schedule.stage, schedule.cast
    place_session(session=schedule.budget, starts_at=at(18, 14), hall=stage.small, now=NOW)
    place_session(session=schedule.village, starts_at=at(18, 10), hall=stage.big, now=NOW)
    place_session(session=schedule.lecture, starts_at=at(18, 14), hall=stage.big, now=NOW)
    hold_in_agenda(cast.ildar, schedule.budget)
    approve(edition=schedule.edition, by=cast.guzel, note="", now=NOW)
    close_hall(hall=stage.small, starts_at=at(18, 13), ends_at=at(18, 18))
    before = starts(schedule)

    solving = schedule.solve(SolvingKind.REPLAN, now=NOW + timedelta(days=1))
    page = organiser.get(reverse("forum:solving", args=[schedule.edition.slug, solving.pk]))
    accept_solving(solving=solving, by=cast.guzel, now=NOW + timedelta(days=1))

    after = {one.title: (one.starts_at, one.hall) for one in Session.objects.all()}
    stayed = {title for title, (start, hall) in after.items() if start == before[title]}
    assert (solving.moved, solving.moved_bound, solving.status) == (1, 1, "optimal")
    assert {schedule.village.title, schedule.lecture.title} <= stayed
    assert page.context["touched"]["number"] == 2  # Марат, and Ильдар who holds it
    assert [move[0] for move in page.context["moves"]] == [schedule.budget.title]


def test_ten_minutes_before_the_start_a_speaker_is_late(schedule: Schedule) -> None:
    """What has begun stays; the lecture waits until the speaker can come."""
    stage, cast = schedule.stage, schedule.cast
    place_session(session=schedule.village, starts_at=at(18, 9), hall=stage.big, now=NOW)
    place_session(session=schedule.lecture, starts_at=at(18, 10), hall=stage.small, now=NOW)
    place_session(session=schedule.budget, starts_at=at(18, 10), hall=stage.big, now=NOW)
    approve(edition=schedule.edition, by=cast.guzel, note="", now=NOW)
    now = at(18, 9, 50)
    drop_out(
        edition=schedule.edition,
        person=cast.marat,
        choices={schedule.budget.code: Choice.LATER},
        comes_at=at(18, 15),
        now=now,
    )

    solving = schedule.solve(SolvingKind.REPLAN, now=now)
    accept_solving(solving=solving, by=cast.guzel, now=now)

    found = starts(schedule)
    assert solving.moved == 1
    assert found[schedule.village.title] == at(18, 9)
    assert found[schedule.lecture.title] == at(18, 10)
    assert found[schedule.budget.title] >= at(18, 15)


def test_what_contradicts_itself_is_said_in_words(schedule: Schedule, organiser: Client) -> None:
    """Рамиля can come for an hour and is wanted in two sessions of an hour."""
    add_availability(
        edition=schedule.edition,
        person=schedule.cast.ramilya,
        starts_at=at(18, 10),
        ends_at=at(18, 11, 30),
    )

    solving = schedule.solve()
    page = organiser.get(reverse("forum:solving", args=[schedule.edition.slug, solving.pk]))

    lines = [text for text, _address in page.context["contradiction"]]
    assert solving.status == "impossible"
    assert any("Ахметова" in line for line in lines)
    assert any(schedule.lecture.title in line for line in lines)
    assert Batch.objects.get().state == BatchState.DONE
