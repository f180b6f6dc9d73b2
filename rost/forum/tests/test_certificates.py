"""Certificates follow presence: who gets one, and nobody gets a second."""

from __future__ import annotations

import pytest

from conftest import Cast
from rost.channels.models import Message
from rost.directory.models import AccessRecord
from rost.documents import tasks
from rost.documents.actions.batches import begin_again
from rost.documents.models import Batch, Document
from rost.documents.queries.works import Stopped
from rost.forum.actions.certificates import issuing as issuing_module
from rost.forum.actions.certificates import (
    set_certificate_rules,
)
from rost.forum.actions.certificates.rules import NoHoursToShare
from rost.forum.actions.editions import change_edition
from rost.forum.actions.editions.refusals import HoursShared
from rost.forum.models import Edition
from rost.forum.queries.certificates import standings_of
from rost.forum.rules.certificates import Why, case_of, hours_said, hours_text, paragraphs, refused
from rost.forum.tests.after_stage import AFTER, After, ask, issue_all, make_after

pytestmark = pytest.mark.django_db


@pytest.fixture
def after(cast: Cast) -> After:
    return make_after(cast)


@pytest.mark.parametrize(
    ("status", "came", "hours", "expected"),
    [
        ("confirmed", True, 4, None),
        ("requested", True, 4, None),
        ("waiting", True, 4, None),
        ("confirmed", True, 3, Why.FEW_HOURS),
        ("confirmed", False, 0, Why.NO_MARKS),
        ("cancelled", True, 16, Why.CANCELLED),
    ],
)
def test_presence_decides(status: str, came: bool, hours: int, expected: Why | None) -> None:
    assert refused(status=status, came=came, hours=hours, least_hours=4) == expected


@pytest.mark.parametrize(
    ("hours", "language", "expected"),
    [
        (1, "ru", "1 академический час"),
        (2, "ru", "2 академических часа"),
        (5, "ru", "5 академических часов"),
        (11, "ru", "11 академических часов"),
        (16, "ru", "16 академических часов"),
        (21, "ru", "21 академический час"),
        (16, "ba", "16 академик сәғәт"),
        (1, "en", "1 academic hour"),
        (21, "en", "21 academic hours"),
    ],
)
def test_hours_in_words(hours: int, language: str, expected: str) -> None:
    assert hours_text(hours, language).replace("\u00a0", " ") == expected


@pytest.mark.parametrize("language", ["ru", "ba", "en"])
@pytest.mark.parametrize("hours", [0, 1, 2, 11, 500])
def test_hours_are_read_back_from_what_the_paper_says(hours: int, language: str) -> None:
    for minutes in (45, 60):
        assert hours_said(hours_text(hours, language, hour_minutes=minutes)) == hours


def test_an_hour_of_sixty_minutes_is_not_called_academic() -> None:
    assert hours_text(16, "ru", hour_minutes=60).replace("\u00a0", " ") == "16 часов"


def test_the_wording_says_which_case_it_needs() -> None:
    assert case_of("Выдан {name_dative}") == "dative"
    assert case_of("Участник: {name}") == ""


def test_a_wording_falls_into_paragraphs() -> None:
    assert paragraphs("Выдан\n\n{name}\n \n\n{nothing}", {"name": "Ахметова"}) == (
        "Выдан",
        "Ахметова",
        "{nothing}",
    )


def test_who_is_entitled_and_why_not(after: After) -> None:
    found = {pk: one.why for pk, one in standings_of(after.edition).items()}

    assert found == {
        after.ramilya.pk: None,
        after.ildar.pk: None,
        after.vera.pk: Why.FEW_HOURS,
        after.marat.pk: Why.NO_MARKS,
        after.nina.pk: Why.CANCELLED,
        after.oleg.pk: Why.NO_MARKS,
    }


def test_everybody_entitled_gets_one(after: After, cast: Cast) -> None:
    done = issue_all(after, cast)

    assert (done.made, done.there) == (2, 0)
    assert done.refused == {"few_hours": 1, "no_marks": 2, "cancelled": 1}
    ramilya = Document.objects.get(holder=cast.ramilya)
    assert ramilya.content["hours"].replace("\u00a0", " ") == "6 академических часов"
    assert ramilya.content["name"] == "Ахметова Рамиля Айратовна"
    assert ramilya.name == "Ахметова Рамиля Айратовна"
    assert ramilya.content["wording"][-1] == last_line("ru")
    assert ramilya.about == f"forum.registration:{after.ramilya.pk}"
    line = AccessRecord.objects.get(register="forum.certificates", act="issue")
    assert (line.rows, line.about) == (2, after.edition.space)


def last_line(language: str) -> str:
    from rost.forum.queries.certificates.contents import not_a_qualification

    return not_a_qualification(language)


def test_asked_twice_nobody_gets_a_second(after: After, cast: Cast) -> None:
    issue_all(after, cast)

    again = issue_all(after, cast)

    assert (again.made, again.there) == (0, 2)
    assert Document.objects.count() == 2


def test_the_language_is_the_persons_own_or_the_organisers_choice(after: After, cast: Cast) -> None:
    cast.ildar.language = "ba"
    cast.ildar.save()

    issue_all(after, cast)

    assert {one.holder_id: one.language for one in Document.objects.all()} == {
        cast.ramilya.pk: "ru",
        cast.ildar.pk: "ba",
    }
    assert Document.objects.get(language="ba").content["hours"].endswith("академик сәғәт")


def test_an_english_certificate_has_the_name_in_latin_letters(after: After, cast: Cast) -> None:
    issue_all(after, cast, language="en")

    content = Document.objects.get(holder=cast.ramilya).content
    assert content["name"] == "Ramilya Ayratovna Akhmetova"
    assert content["hours"].replace("\u00a0", " ") == "6 academic hours"


def test_certificates_after_a_change_of_rules(after: After, cast: Cast) -> None:
    set_certificate_rules(
        edition=after.edition,
        least_hours=0,
        share_percent=50,
        hour_minutes=45,
        signatory_post="Директор",
        signatory_name="И.О. Фамилия",
    )

    assert issue_all(after, cast).made == 3
    assert Document.objects.first().content["signatory_name"] == "И.О. Фамилия"


def test_by_day_needs_the_hours_of_the_forum(after: After) -> None:
    with pytest.raises(NoHoursToShare):
        set_certificate_rules(
            edition=after.edition,
            basis="days",
            least_hours=0,
            share_percent=50,
            hour_minutes=45,
            signatory_post="",
            signatory_name="",
        )


def test_hours_that_are_shared_by_day_are_not_taken_away(after: After) -> None:
    change_edition(edition=after.edition, now=AFTER, participation_hours=15)
    by_day = {"share_percent": 50, "hour_minutes": 45, "signatory_post": "", "signatory_name": ""}
    edition = Edition.objects.get(pk=after.edition.pk)
    set_certificate_rules(edition=edition, basis="days", least_hours=1, **by_day)

    for nothing in (None, 0):
        with pytest.raises(HoursShared):
            change_edition(edition=edition, now=AFTER, participation_hours=nothing)
    change_edition(edition=edition, now=AFTER, participation_hours=16, contact="приёмная")

    assert Edition.objects.get(pk=edition.pk).participation_hours == 16
    set_certificate_rules(edition=edition, basis="sessions", least_hours=1, **by_day)
    change_edition(edition=edition, now=AFTER, participation_hours=None)
    assert Edition.objects.get(pk=edition.pk).participation_hours is None


def test_a_worker_that_dies_in_the_middle_makes_no_double(
    after: After, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of one: the first is written, then the worker is gone; another begins again."""
    monkeypatch.setattr(issuing_module, "PART", 1)
    batch = ask(after, cast)
    steps: list[int] = []

    def dies(done: int, total: int) -> None:
        steps.append(done)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        issue_all(after, cast, progress=dies)
    assert Document.objects.count() == 1

    assert tasks.attempt(batch.pk, now=AFTER) == "done"

    assert steps == [1]
    numbers = list(Document.objects.order_by("number").values_list("number", flat=True))
    assert numbers == [1, 2]
    assert Document.objects.values("holder").distinct().count() == 2


def test_the_work_is_stopped_and_begun_again(
    after: After, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuing_module, "PART", 1)

    def stops(done: int, total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        issue_all(after, cast, progress=stops)

    batch = ask(after, cast, send=True)
    Batch.objects.filter(pk=batch.pk).update(state="stopped")
    begin_again(batch=batch, now=AFTER)

    assert tasks.attempt(batch.pk, now=AFTER) == "done"
    assert Document.objects.count() == 2
    assert Message.objects.filter(dedupe__startswith="forum.certificate:").count() == 2
