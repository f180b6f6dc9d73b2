"""The draft as a value: complete, in the forum's own time, and cheap whatever its size."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import NOW, Cast
from rost.core.programme.findings import Level, Rule
from rost.forum.actions.editions import close_hall, set_rule_levels
from rost.forum.actions.programme import add_availability, add_material, remove_material
from rost.forum.models import Contribution, Session
from rost.forum.queries.desk import board_of
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.findings import findings_of

from .stage import Stage, at, hold_in_agenda, make_stage


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


def fill(stage: Stage, cast: Cast, count: int) -> None:
    """So many sessions in one hall, a speaker each."""
    made = Session.objects.bulk_create(
        Session(
            edition=stage.edition,
            code=f"A{number:05}",
            guid=uuid4(),
            number=number + 1,
            slug=f"session-{number}",
            title=f"Заседание № {number}",
            form="lecture",
            minutes=30,
            starts_at=at(18, 9),
            hall=stage.big,
            track=stage.track,
            changed_at=NOW,
        )
        for number in range(count)
    )
    Contribution.objects.bulk_create(
        Contribution(session=one, person=cast.marat, part="speaker") for one in made
    )


@pytest.mark.parametrize("count", [1, 300])
def test_the_draft_takes_eight_queries_at_any_size(stage: Stage, cast: Cast, count: int) -> None:
    fill(stage, cast, count)

    with CaptureQueriesContext(connection) as taken:
        programme = draft_programme(stage.edition)

    assert len(taken) == 8
    assert len(programme.sessions) == count


@pytest.mark.parametrize("count", [1, 300])
def test_the_board_of_the_editor_takes_thirteen(stage: Stage, cast: Cast, count: int) -> None:
    set_rule_levels(edition=stage.edition, levels={Rule.PERSON_CLASH: Level.IGNORE})
    fill(stage, cast, count)

    with CaptureQueriesContext(connection) as taken:
        board_of(stage.edition)

    assert len(taken) == 13


def test_the_draft_says_everything_in_local_time(stage: Stage, cast: Cast) -> None:
    stage.session(
        "Родники",
        start=at(19, 12),
        route=stage.route,
        form="visit",
        track=stage.track,
        people={cast.ramilya: "speaker"},
    )

    programme = draft_programme(stage.edition)

    (session,) = programme.sessions
    (speaker,) = session.contributions
    (route,) = programme.routes
    assert session.start == at(19, 12)
    assert session.start is not None
    assert session.start.utcoffset() == at(19, 12).utcoffset()
    assert (session.route, session.hall, session.track) == (route.slug, "", stage.track.slug)
    assert speaker.name == "Ахметова Рамиля Айратовна"
    assert speaker.post == ("глава сельского поселения, Аскаровский сельсовет, Абзелиловский район")
    assert speaker.territories == ("80601410",)
    assert [stop.practice for stop in route.stops] == ["Родники – общее дело"]


def test_a_material_taken_off_leaves_the_draft_but_not_the_table(stage: Stage) -> None:
    lecture = stage.session("Лекция")
    link = add_material(session=lecture, title="Текст", url="https://example.org/t", now=NOW)
    shown = draft_programme(stage.edition).sessions[0].materials
    remove_material(material=link, now=NOW)

    assert [one.url for one in shown] == ["https://example.org/t"]
    assert draft_programme(stage.edition).sessions[0].materials == ()
    assert lecture.materials.count() == 1


def test_a_session_in_a_closed_hall_is_found(stage: Stage) -> None:
    lecture = stage.session("Лекция", start=at(18, 10), hall=stage.small)
    close_hall(hall=stage.small, now=NOW)

    findings = findings_of(stage.edition)

    assert [(one.rule, one.sessions) for one in findings] == [(Rule.PLACE_MISSING, (lecture.code,))]


def test_agendas_and_stated_times_are_checked(stage: Stage, cast: Cast) -> None:
    lecture = stage.session(
        "Лекция", start=at(18, 10), hall=stage.small, seats=1, people={cast.marat: "lecturer"}
    )
    add_availability(
        edition=stage.edition, person=cast.marat, starts_at=at(19, 9), ends_at=at(19, 18)
    )
    hold_in_agenda(cast.vera, lecture)
    hold_in_agenda(cast.ramilya, lecture)

    findings = findings_of(stage.edition)

    assert [one.rule for one in findings] == [Rule.CAPACITY, Rule.AVAILABILITY]


def test_an_edition_takes_a_rule_as_it_wants(stage: Stage) -> None:
    stage.session("Пленарное", start=at(18, 10), hall=stage.big, form="plenary")
    set_rule_levels(edition=stage.edition, levels={Rule.NO_MODERATOR: Level.FORBID_APPROVAL})

    assert [(one.rule, one.level) for one in findings_of(stage.edition)] == [
        (Rule.NO_MODERATOR, Level.FORBID_APPROVAL)
    ]
    set_rule_levels(edition=stage.edition, levels={})
    assert [one.level for one in findings_of(stage.edition)] == [Level.WARN]
    assert stage.edition.rule_levels.count() == 0
