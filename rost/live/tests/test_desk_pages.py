"""The moderator's desk in the browser: who comes in, one tap each, nothing lost on a mistake."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import Cast
from rost.directory.models import AccessRecord
from rost.forum.actions.approval import approve
from rost.forum.tests.stage import at
from rost.live.models import Device, Floor, HallQuestion, LineRuling, Poll
from rost.live.queries.hall import revision_of
from rost.live.tests.hall_stage import HallStage, make_hall_stage, make_poll

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast: Cast, settings: Any) -> HallStage:
    settings.STAFF_SECOND_FACTOR = False
    return make_hall_stage(cast)


def address(stage: HallStage, name: str, *more: object) -> str:
    return reverse(f"live:{name}", args=[stage.edition.slug, stage.session.code, *more])


def tap(client: Client, where: str, **sent: object) -> int:
    return client.post(where, sent).status_code


def test_the_sessions_own_moderator_keeps_its_hall_and_no_other(
    stage: HallStage, signed_in: Any
) -> None:
    """Нина moderates by the programme; here she has no role at all."""
    stage.cast.nina.roles.all().delete()
    other = stage.doors.stage.session("Другое")
    Floor.objects.create(session=other)
    nina, marat = signed_in(stage.cast.nina), signed_in(stage.cast.marat)
    elsewhere = reverse("live:desk_floor", args=[stage.edition.slug, other.code])
    overview = reverse("live:desk_hall", args=[stage.edition.slug])

    assert [nina.get(one).status_code for one in (address(stage, "desk_floor"), elsewhere)] == [
        200,
        404,
    ]
    assert (nina.get(overview).status_code, marat.get(overview).status_code) == (200, 404)
    assert marat.get(address(stage, "desk_floor")).status_code == 404
    rules = reverse("live:desk_hall_rules", args=[stage.edition.slug])
    assert nina.get(rules).status_code == 404


def test_each_tap_does_one_thing(stage: HallStage, signed_in: Any) -> None:
    client, question = signed_in(stage.cast.guzel), stage.ask("Когда?")
    state = address(stage, "desk_question_state", question.pk)

    def row() -> HallQuestion:
        return HallQuestion.objects.get(pk=question.pk)

    tap(client, address(stage, "desk_shortlist", question.pk), on="1")
    assert row().shortlisted_at is not None
    tap(client, address(stage, "desk_question_screen", question.pk), on="1")
    assert row().current
    tap(client, state, to="live")
    assert (row().state, row().current) == ("live", False)
    tap(client, state, to="shown")
    tap(client, address(stage, "desk_hiding", question.pk), why="Не по теме")
    assert (row().state, row().why_hidden) == ("hidden", "Не по теме")
    tap(client, address(stage, "desk_device", question.pk), on="0")
    assert Device.objects.get(pk=question.device_id).silenced_at is not None
    tap(client, address(stage, "desk_hall_line"), on="1")
    assert len(Floor.objects.get().hall_network) == 64
    tap(client, address(stage, "desk_floor_hours"), to="close")
    assert Floor.objects.get().closes_at is not None


def test_a_task_is_given_and_answered_by_its_owner(stage: HallStage, signed_in: Any) -> None:
    question = stage.ask("<b>Когда?</b>")
    organiser, marat = signed_in(stage.cast.guzel), signed_in(stage.cast.marat)
    page = organiser.get(address(stage, "desk_writing", question.pk))
    assert "&lt;b&gt;Когда?&lt;/b&gt;" in page.content.decode()

    sent = {"owner": stage.cast.marat.pk, "due_on": "2020-03-03"}
    assert tap(organiser, address(stage, "desk_writing", question.pk), **sent) == 302

    answer = reverse("live:answer", args=[stage.edition.slug, question.pk])
    assert marat.get("/my/").content.decode().count(answer) == 1
    assert tap(marat, answer, answer="") == 422
    assert tap(marat, answer, answer="До 1 апреля.") == 302
    assert signed_in(stage.cast.vera).get(answer).status_code == 404
    assert HallQuestion.objects.get(pk=question.pk).state == "written"


def test_what_is_wrong_in_a_poll_is_said_and_what_was_typed_stays(
    stage: HallStage, signed_in: Any
) -> None:
    client = signed_in(stage.cast.guzel)
    sent = {"text": "Что важнее?", "kind": "one", "options": "Дороги", "results_at_once": "on"}

    answer = client.post(address(stage, "desk_poll_new"), sent)

    assert answer.status_code == 422
    assert "Дороги" in answer.content.decode()
    sent["options"] = "Дороги\nВода"
    assert tap(client, address(stage, "desk_poll_new"), **sent) == 302
    poll = Poll.objects.get()
    tap(client, address(stage, "desk_poll_state", poll.pk), to="open")
    assert Poll.objects.get().state == "open"
    other = make_poll(stage.floor, "hands", state="draft")
    assert tap(client, address(stage, "desk_poll_state", other.pk), to="open") == 409


def test_votes_of_one_line_are_shown_and_decided(stage: HallStage, signed_in: Any) -> None:
    client, question = signed_in(stage.cast.guzel), stage.ask()
    for _ in range(19):
        stage.vote(question, stage.phone("line"))

    page = client.get(address(stage, "desk_floor")).content.decode()

    assert "14 " in page
    sample = question.votes.order_by("pk")[0].pk
    sent = {"subject": f"question:{question.pk}", "sample": sample, "ruling": "count"}
    assert tap(client, address(stage, "desk_lines"), **sent) == 302
    assert (stage.counted(question), LineRuling.objects.get().decided_by) == (19, stage.cast.guzel)
    assert tap(client, address(stage, "desk_lines"), subject="x", sample="-1", ruling="y") == 302


def test_the_middle_is_sent_only_when_it_is_new(stage: HallStage, signed_in: Any) -> None:
    client = signed_in(stage.cast.guzel)
    HallQuestion.objects.filter(pk=stage.ask(name="Рамиля").pk).update(state="waiting")
    where = address(stage, "desk_floor")

    same = client.get(where, {"seen": revision_of(stage.floor)})
    new = client.get(where, {"seen": "1"})

    assert (same.status_code, same.content) == (204, b"")
    assert (new.status_code, b"<html" in new.content, b"data-revision" in new.content) == (
        200,
        False,
        True,
    )
    assert AccessRecord.objects.count() == 0
    client.get(where)
    assert AccessRecord.objects.get().register == "live.questions"


def test_halls_are_opened_for_all_sessions_of_a_form(stage: HallStage, signed_in: Any) -> None:
    client = signed_in(stage.cast.guzel)
    for hour in (12, 14):
        stage.doors.stage.session(
            f"Круглый стол {hour}",
            form="round_table",
            start=at(18, hour),
            hall=stage.doors.stage.big,
        )
    approve(edition=stage.edition, by=stage.cast.guzel, note="", now=at(18, 8))
    rules = reverse("live:desk_hall_rules", args=[stage.edition.slug])
    sent = {"opens_before": 5, "closes_after": 60, "naming": "signed", "moderated": "on"}
    assert tap(client, rules, **sent) == 302

    assert (
        tap(client, reverse("live:desk_floors", args=[stage.edition.slug]), form="round_table")
        == 302
    )

    made = Floor.objects.filter(session__form="round_table")
    assert [(one.naming, one.moderated, one.takes_questions) for one in made] == [
        ("signed", True, False)
    ] * 2
