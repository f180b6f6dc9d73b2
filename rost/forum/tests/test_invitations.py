"""Invitations on paper, and the hours, seats, quotas and questions of registration."""

from __future__ import annotations

from typing import Any

import pytest
import time_machine
from django.test import Client

from conftest import NOW, Cast
from rost.directory.models import AccessRecord
from rost.forum.actions.registration import register
from rost.forum.models import (
    Category,
    Edition,
    Invitation,
    Quota,
    RegistrationStatus,
)
from rost.forum.tests.registration_stage import make_category, make_edition, make_people

pytestmark = pytest.mark.django_db
BASE = "/forum/rost-2020"


@pytest.fixture(autouse=True)
def _in_january_2020(db: None):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def edition(cast: Cast) -> Edition:
    edition = make_edition()
    make_category(edition, "Главы", from_municipality=True)
    return edition


def heads(edition: Edition) -> Category:
    return edition.categories.get(name="Главы")


def papers(client: Client, *invitations: Invitation) -> Any:
    return client.post(
        f"{BASE}/invitations/papers/",
        {"invitation": [one.pk for one in invitations], "again": "1"},
    )


def test_heads_elected_for_the_first_time_are_invited_at_once_and_once(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)

    for _twice in range(2):
        client.post(f"{BASE}/invitations/heads/", {"heads-category": heads(edition).pk})

    invited = Invitation.objects.order_by("person__sort_key")
    assert {one.person for one in invited} == {cast.ramilya, cast.ildar}


def test_a_paper_carries_a_picture_and_the_address_and_scanning_it_opens_the_registration(
    cast: Cast, edition: Edition, signed_in: Any, client: Client, settings: Any
) -> None:
    organiser = signed_in(cast.guzel)
    organiser.post(
        f"{BASE}/invitations/", {"person": "Юлдашбаев Ильдар", "category": heads(edition).pk}
    )
    invitation = Invitation.objects.get()

    page = papers(organiser, invitation)
    (paper,) = page.context["papers"]
    address = paper.address.removeprefix(settings.SITE_URL)
    scanned = client.post(address)
    form = client.get(scanned["Location"]).context["form"]

    assert paper.picture.startswith("data:image/svg+xml")
    assert paper.address in page.content.decode()
    assert scanned["Location"] == f"{BASE}/registration/"
    assert form["surname"].value() == "Юлдашбаев"
    assert form["category"].value() == heads(edition).pk


def test_printing_again_stops_the_old_sheet(
    cast: Cast, edition: Edition, signed_in: Any, client: Client, settings: Any
) -> None:
    organiser = signed_in(cast.guzel)
    invitation = Invitation.objects.create(
        edition=edition, person=cast.ildar, category=heads(edition), issued_at=NOW
    )

    first, second = (
        papers(organiser, invitation).context["papers"][0].address.removeprefix(settings.SITE_URL)
        for _twice in range(2)
    )

    assert client.post(first).status_code == 410
    assert client.post(second).status_code == 302
    assert AccessRecord.objects.filter(register="forum.invitations", act="export").count() == 2


def test_before_a_sheet_is_printed_again_the_organiser_is_asked(
    cast: Cast, edition: Edition, signed_in: Any, client: Client, settings: Any
) -> None:
    organiser = signed_in(cast.guzel)
    printed, fresh = (
        Invitation.objects.create(
            edition=edition, person=person, category=heads(edition), issued_at=NOW
        )
        for person in (cast.ildar, cast.ramilya)
    )
    address = papers(organiser, printed).context["papers"][0].address

    page = organiser.post(
        f"{BASE}/invitations/papers/",
        {"shown": "1", "shown_invitation": [printed.pk, fresh.pk]},
    )

    assert page.context["printed"] == [printed]
    assert "papers" not in page.context
    assert client.post(address.removeprefix(settings.SITE_URL)).status_code == 302
    fresh.refresh_from_db()
    assert fresh.printed_at is None


def test_more_than_a_hundred_sheets_come_in_parts(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    organiser = signed_in(cast.guzel)
    Invitation.objects.bulk_create(
        Invitation(edition=edition, person=person, category=heads(edition), issued_at=NOW)
        for person in make_people(101)
    )

    first, second = (
        organiser.post(f"{BASE}/invitations/papers/", {"unprinted": "1"}) for _twice in range(2)
    )

    assert [len(one.context["papers"]) for one in (first, second)] == [100, 1]
    assert (first.context["never"], second.context["never"]) == (1, 0)
    assert b'name="unprinted"' in first.content
    assert b'name="unprinted"' not in second.content


def test_after_the_closing_hour_no_paper_is_printed(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    edition.registration_closes_at = NOW
    edition.save()
    invitation = Invitation.objects.create(
        edition=edition, person=cast.ildar, category=heads(edition), issued_at=NOW
    )

    assert papers(signed_in(cast.guzel), invitation).status_code == 409


def test_hours_are_read_in_the_forums_own_time(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)

    client.post(
        f"{BASE}/registrations/hours/",
        {
            "form": "hours",
            "hours-opens_at_0": "2020-01-21",
            "hours-opens_at_1": "09:00",
            "hours-closes_at_0": "2020-02-10",
            "hours-closes_at_1": "18:00",
        },
    )
    backwards = client.post(
        f"{BASE}/registrations/hours/",
        {
            "form": "hours",
            "hours-opens_at_0": "2020-02-21",
            "hours-opens_at_1": "09:00",
            "hours-closes_at_0": "2020-02-10",
            "hours-closes_at_1": "18:00",
        },
    )

    edition.refresh_from_db()
    assert edition.registration_opens_at.isoformat() == "2020-01-21T04:00:00+00:00"
    assert edition.registration_closes_at.isoformat() == "2020-02-10T13:00:00+00:00"
    assert backwards.status_code == 422


def test_a_raised_quota_seats_who_waits_and_nonsense_saves_nothing(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    Quota.objects.create(edition=edition, district=cast.district, seats=0)
    waiting = register(
        edition=edition,
        person=cast.ramilya,
        category=heads(edition),
        municipality=cast.askarovo,
        now=NOW,
    )
    client = signed_in(cast.guzel)

    wrong = client.post(
        f"{BASE}/registrations/quotas/", {"q-80601000-all": "много", "q-80611000-all": "5"}
    )
    kept = list(Quota.objects.values_list("district__code", "seats"))
    client.post(f"{BASE}/registrations/quotas/", {"q-80601000-all": "1", "q-80611000-all": "5"})

    assert wrong.status_code == 422
    assert "много" in wrong.content.decode()
    assert kept == [("80601000", 0)]
    waiting.refresh_from_db()
    assert waiting.status == RegistrationStatus.CONFIRMED
    assert dict(Quota.objects.values_list("district__code", "seats")) == {
        "80601000": 1,
        "80611000": 5,
    }


def test_a_new_category_is_added_once(cast: Cast, edition: Edition, signed_in: Any) -> None:
    client = signed_in(cast.guzel)
    sent = {"form": "category", "category-name": "Гости", "category-seats": "5"}

    first = client.post(f"{BASE}/registrations/hours/", sent)
    second = client.post(f"{BASE}/registrations/hours/", sent)

    assert (first.status_code, second.status_code) == (302, 422)
    assert list(edition.categories.values_list("name", "seats")) == [("Главы", None), ("Гости", 5)]


def test_a_question_is_asked_until_it_is_removed(
    cast: Cast, edition: Edition, signed_in: Any
) -> None:
    client = signed_in(cast.guzel)
    sent = {"topic": "food", "text": "Что едите?", "choices": "Всё\n\nБез мяса\nВсё"}

    client.post(f"{BASE}/registrations/questions/", sent)
    question = edition.questions.get()
    asked = signed_in(cast.vera).get(f"{BASE}/registration/").content.decode()
    client.post(f"{BASE}/registrations/questions/{question.pk}/removal/")

    assert question.choices == ["Всё", "Без мяса"]
    assert "Что едите?" in asked
    assert edition.questions.count() == 0
