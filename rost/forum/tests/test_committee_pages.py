"""Pages of the committee: who sees what of a project in each of its states."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from conftest import NOW, Cast
from rost.directory.models import AccessRecord
from rost.forum.actions.committee import decide, declare_conflict
from rost.forum.models import Decision, Project, Review, Session

from .committee_stage import Committee, make_committee

pytestmark = pytest.mark.django_db
PROJECT, REVIEW = "/forum/2020/projects/SPRNG/", "/forum/2020/committee/SPRNG/"
DESK = "/forum/2020/desk/projects/decisions/"
MARKS = {"mark_0": "8", "mark_1": "5", "advice": "accept"}


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return make_committee(cast)


@pytest.fixture
def readers(committee: Committee, cast: Cast, signed_in: Any) -> dict[str, Client]:
    return {
        "stranger": Client(),
        "author": signed_in(cast.ramilya),
        "co-author": signed_in(cast.vera),
        "reviewer": signed_in(committee.liliya),
        "organiser": signed_in(cast.guzel),
        "editor": signed_in(cast.nina),
    }


def statuses(readers: dict[str, Client], address: str) -> dict[str, int]:
    return {who: client.get(address).status_code for who, client in readers.items()}


def set_state(committee: Committee, state: str, **facts: Any) -> None:
    Project.objects.filter(pk=committee.springs.pk).update(state=state, **facts)


@pytest.mark.parametrize(
    ("state", "everybody", "inside"),
    [
        ("draft", 404, 404),
        ("sent", 404, 200),
        ("reserve", 404, 200),
        ("declined", 404, 200),
        ("withdrawn", 404, 200),
        ("accepted", 200, 200),
    ],
)
def test_the_page_of_a_project_opens_by_its_state(
    committee: Committee, readers: dict[str, Client], state: str, everybody: int, inside: int
) -> None:
    set_state(committee, state, reason="Причина")

    assert statuses(readers, PROJECT) == {
        "stranger": everybody,
        "author": inside,
        "co-author": inside,
        "reviewer": everybody,
        "organiser": inside,
        "editor": inside,
    }


def test_words_reasons_and_contacts_are_read_by_the_authors_alone(
    committee: Committee, readers: dict[str, Client], cast: Cast
) -> None:
    committee.review(
        committee.springs, committee.boris, 8, 5, to_author="Смету!", to_committee="Сомнительно"
    )
    assert "Смету!" not in readers["author"].get(PROJECT).text
    decide(project=committee.springs, state="accepted", reason="Ждём", by=cast.guzel, now=NOW)

    texts = {who: client.get(PROJECT).text for who, client in readers.items()}

    def those_who_read(words: str) -> list[str]:
        return [who for who, text in texts.items() if words in text]

    assert those_who_read("Смету!") == ["author", "co-author", "organiser"]
    assert those_who_read("Ждём") == ["author", "co-author", "organiser"]
    assert those_who_read("8 900 000-00-00") == ["author", "co-author", "organiser"]
    assert those_who_read("Расчистили всем селом") == list(readers)
    assert those_who_read("Сомнительно") == []
    assert those_who_read("Борис") == []
    assert those_who_read("Ахметова") == ["author", "co-author", "organiser"]  # as the contact


def test_reviews_are_for_reviewers_of_this_forum_without_a_conflict(
    committee: Committee, readers: dict[str, Client], cast: Cast, signed_in: Any
) -> None:
    assert statuses(readers, REVIEW) == {
        "stranger": 302,
        "author": 404,
        "co-author": 404,
        "reviewer": 200,
        "organiser": 404,
        "editor": 404,
    }
    other = make_stranger_reviewer(cast)
    assert signed_in(other).get(REVIEW).status_code == 404
    set_state(committee, "draft", sent_at=None)
    assert readers["reviewer"].get(REVIEW).status_code == 404


def make_stranger_reviewer(cast: Cast) -> Any:
    """An expert of another edition."""
    from .committee_stage import make_reviewer
    from .registration_stage import make_edition

    return make_reviewer("Чужой", make_edition(slug="another"))


def test_the_conflict_is_asked_first_and_closes_everything(
    committee: Committee, readers: dict[str, Client]
) -> None:
    reviewer = readers["reviewer"]

    question = reviewer.get(REVIEW).text
    assert "Расчистили" not in question
    assert "mark_0" not in question
    reviewer.post(f"{REVIEW}conflict/", {"kind": "family", "words": "сестра"})

    closed = reviewer.get(REVIEW).text
    assert "Расчистили" not in closed
    assert "mark_0" not in closed
    reviewer.post(f"{REVIEW}start/")
    reviewer.post(REVIEW, MARKS | {"send": "1"})
    assert Review.objects.count() == 0


def test_a_reviewer_marks_in_a_browser_and_sees_the_rest_after_sending(
    committee: Committee, readers: dict[str, Client]
) -> None:
    committee.review(committee.springs, committee.boris, 7, 3, to_committee="Проверить смету")
    reviewer = readers["reviewer"]
    reviewer.post(f"{REVIEW}start/")

    draft = reviewer.post(REVIEW, {"mark_0": "8"}, follow=True).text
    wrong = reviewer.post(REVIEW, {"mark_0": "11"})
    unfinished = reviewer.post(REVIEW, {"mark_0": "8", "to_author": "Хорошо", "send": "1"})
    assert (wrong.status_code, unfinished.status_code) == (422, 409)
    assert "Хорошо" in unfinished.text
    assert "Проверить смету" not in draft + unfinished.text
    reviewer.post(REVIEW, MARKS | {"send": "1"})

    text = reviewer.get(REVIEW).text
    assert "Проверить смету" in text
    assert "Борис" not in text
    assert Review.objects.get(reviewer=committee.liliya).marks == {"use": 8, "again": 5}


def test_hidden_authors_are_hidden_from_reviewers(
    committee: Committee, readers: dict[str, Client], cast: Cast
) -> None:
    committee.call.hides_authors = True
    committee.call.save()
    reviewer = readers["reviewer"]
    asked = reviewer.get(REVIEW).text
    reviewer.post(f"{REVIEW}start/")

    page = reviewer.get(REVIEW).text

    assert cast.ramilya.surname not in asked + page
    assert "8 900 000-00-00" not in page
    assert "Расчистили" in page


def test_the_ranking_is_the_organisers_alone_and_leaves_a_line_in_the_log(
    committee: Committee, readers: dict[str, Client]
) -> None:
    committee.review(committee.springs, committee.boris, 8, 5)

    assert statuses(readers, DESK) == {
        "stranger": 302,
        "author": 404,
        "co-author": 404,
        "reviewer": 404,
        "organiser": 200,
        "editor": 404,
    }
    file = readers["organiser"].get(f"{DESK}export/")
    rows = list(load_workbook(BytesIO(file.content)).active.iter_rows(values_only=True))
    assert [row[:2] for row in rows[1:]] == [(1, "Родники"), (None, "Клуб"), (None, "Свет")]
    assert [(one.act, one.rows) for one in AccessRecord.objects.order_by("id")] == [
        ("view", 3),
        ("export", 3),
    ]


def test_several_are_decided_after_a_preview_and_go_on_the_stage(
    committee: Committee, readers: dict[str, Client]
) -> None:
    organiser = readers["organiser"]
    chosen = {"project": [committee.springs.pk, committee.club.pk], "state": "declined"}

    preview = organiser.post(f"{DESK}preview/", chosen)
    assert preview.status_code == 200
    assert Decision.objects.count() == 0
    refused = organiser.post(f"{DESK}preview/", chosen | {"confirmed": "1", "reason": ""})
    assert refused.status_code == 422
    assert Decision.objects.count() == 0
    organiser.post(f"{DESK}preview/", chosen | {"confirmed": "1", "state": "accepted"})
    assert Decision.objects.count() == 2

    organiser.post(
        f"{DESK}stage/", chosen | {"together": "1", "minutes": "10", "title": "Проекты сёл"}
    )
    assert [(one.title, one.minutes) for one in Session.objects.all()] == [("Проекты сёл", 20)]
    again = organiser.post(f"{DESK}stage/", chosen | {"each": "1", "minutes": "10"})
    assert again.status_code == 422
    assert again.text.count(" checked") >= 2


def test_one_project_is_decided_with_everything_in_sight(
    committee: Committee, readers: dict[str, Client], cast: Cast
) -> None:
    committee.review(committee.springs, committee.boris, 8, 5, to_committee="Смета")
    declare_conflict(
        project=committee.springs, reviewer=cast.marat, kind="family", words="брат", now=NOW
    )
    organiser, page = readers["organiser"], f"{DESK}SPRNG/"

    text = organiser.get(page).text
    refused = organiser.post(page, {"state": "declined", "reason": ""})
    organiser.post(page, {"state": "declined", "reason": "Не по теме"})

    for words in ("Борис", "Смета", "брат", "8 / 10 × 30 / 50 × 100"):
        assert words in text
    assert refused.status_code == 422
    assert [one.reason for one in Decision.objects.all()] == ["Не по теме"]
