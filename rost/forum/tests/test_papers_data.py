"""What badges and sheets keep about people: shown to them, taken out, destroyed in time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from conftest import NOW, Cast
from rost.directory.queries.personal_data import data_classes
from rost.forum.actions.badges import make_badges, make_spares
from rost.forum.actions.papers_data import (
    count_old_badges,
    count_old_sheets,
    destroy_old_badges,
    destroy_old_sheets,
    erase_badges,
    erase_from_sheets,
)
from rost.forum.actions.registration import register
from rost.forum.actions.sheets import enter_sheet, make_sheets
from rost.forum.models import Badge, Registration, Sheet
from rost.forum.queries.papers import sheet_contents, sheets_with_targets
from rost.forum.queries.papers_data import badges_of_person, sheets_of_person

from .registration_stage import make_category
from .stage import Stage, at, make_stage

AFTER = datetime(2021, 3, 1, tzinfo=UTC)


@pytest.fixture
def stage(cast: Cast) -> Stage:
    return make_stage(cast)


@pytest.fixture
def people(stage: Stage, cast: Cast) -> list[Registration]:
    category = make_category(stage.edition)
    found = [
        register(edition=stage.edition, person=person, category=category, now=NOW, at_any_hour=True)
        for person in (cast.ramilya, cast.ildar)
    ]
    make_badges(edition=stage.edition, registrations=found, now=NOW)
    return found


@pytest.fixture
def sheet(stage: Stage, people: list[Registration]) -> Sheet:
    day = stage.edition.days.order_by("date")[0]
    [made] = make_sheets(edition=stage.edition, targets=[day], blank_rows=1, minimal=False, now=NOW)
    return made


def test_people_see_their_badges_and_the_rows_they_stand_in(
    stage: Stage, people: list[Registration], sheet: Sheet, cast: Cast
) -> None:
    [badge] = badges_of_person(cast.ramilya)
    [row] = sheets_of_person(cast.ramilya)

    assert badge == (stage.edition.name, 1, NOW, None, "")
    assert (row[0], row[1], row[3]) == (stage.edition.name, sheet.code, "1")


def test_whoever_is_erased_leaves_an_empty_row_and_no_number_moves(
    stage: Stage, people: list[Registration], sheet: Sheet, cast: Cast
) -> None:
    erase_from_sheets(cast.ramilya, NOW)
    erase_badges(cast.ramilya, NOW)

    sheet.refresh_from_db()
    assert sheet.people == [0, people[1].pk]
    [content] = sheet_contents(sheets_with_targets(stage.edition, [sheet.pk]), "ru")
    assert [row.name for row in content.rows] == ["—", "Юлдашбаев Ильдар Рашит улы"]
    assert list(Badge.objects.values_list("registration", flat=True)) == [people[1].pk]


def test_after_the_term_they_go_and_a_badge_with_marks_waits_for_them(
    stage: Stage, people: list[Registration], sheet: Sheet, cast: Cast
) -> None:
    make_spares(edition=stage.edition, count=1, now=NOW)
    enter_sheet(sheet=sheet, rows=[1], guests={}, by=cast.guzel, now=at(18, 12))
    marked = people[0].marks.get()
    marked.badge = Badge.objects.get(registration=people[0])
    marked.save()

    assert (count_old_badges(NOW), count_old_sheets(NOW)) == (0, 0)
    assert (count_old_badges(AFTER), count_old_sheets(AFTER)) == (2, 1)
    assert (destroy_old_badges(AFTER), destroy_old_sheets(AFTER)) == (2, 1)
    assert list(Badge.objects.values_list("registration", flat=True)) == [people[0].pk]
    assert Sheet.objects.count() == 0


def test_both_are_declared_with_a_term() -> None:
    declared = {one.name: one for one in data_classes()}

    assert all(declared[name].destroy is not None for name in ("forum.badges", "forum.sheets"))
