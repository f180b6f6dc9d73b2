"""What the badge desk shows and changes of people has its line in the log of access."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.directory.models import AccessRecord, Person
from rost.forum.actions.badges import make_badges, make_spares
from rost.forum.actions.registration import register
from rost.forum.models import Badge, Category, Edition, Registration

from .registration_stage import make_category, make_edition

LETTERS = "Write at least three letters of the name"
FIELDS = pytest.mark.parametrize("field", ["parent", "registration"])
pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(db: None) -> Edition:
    return make_edition()


@pytest.fixture
def category(edition: Edition) -> Category:
    return make_category(edition)


@pytest.fixture
def owners(edition: Edition, category: Category, cast: Cast) -> list[Registration]:
    """Рамиля Айратовна and Ильдар Рашит улы: «р» is in both names."""
    return [
        register(
            edition=edition, person=person, category=category, municipality=cast.askarovo, now=NOW
        )
        for person in (cast.ramilya, cast.ildar)
    ]


@pytest.fixture
def desk(cast: Cast, edition: Edition, signed_in: Any) -> Client:
    client: Client = signed_in(cast.guzel)
    return client


def asked(desk: Client, edition: Edition, field: str, text: str) -> str:
    """The page that comes back when the name of somebody is sent with this text."""
    if field == "parent":
        path = reverse("forum:guest", args=[edition.slug])
    else:
        [spare] = make_spares(edition=edition, count=1, now=NOW)
        path = reverse("forum:badge_owner", args=[edition.slug, spare.pk])
    answer = desk.post(f"/en{path.removeprefix('/en')}", {field: text})
    assert answer.status_code == 422
    return unescape(answer.content.decode())


def lines() -> list[tuple[str, str, int, str]]:
    """Each line of the log: what, of which register, how many, by whom."""
    rows = AccessRecord.objects.order_by("pk")
    return [(one.act, one.register, one.rows, one.person_name) for one in rows]


@FIELDS
@pytest.mark.parametrize("text", ["р", "ра", "р а", "...", " Р. А. "])
def test_a_letter_or_two_show_nobody(
    desk: Client, edition: Edition, owners: list[Registration], field: str, text: str
) -> None:
    page = asked(desk, edition, field, text)

    assert LETTERS in page
    assert [one for one in owners if one.person.surname in page] == []
    assert lines() == []


@FIELDS
def test_names_to_choose_from_are_written_down_with_their_number(
    desk: Client, edition: Edition, owners: list[Registration], field: str, cast: Cast
) -> None:
    Person.objects.filter(pk=cast.ildar.pk).update(search_name="ахметов ильдар")

    page = asked(desk, edition, field, "ахмет")

    assert [one.person.full_name in page for one in owners] == [True, True]
    assert lines() == [("view", "forum.registrations", 2, cast.guzel.full_name)]


def test_a_short_name_is_found_when_it_is_typed_whole(
    desk: Client, edition: Edition, owners: list[Registration]
) -> None:
    Person.objects.filter(pk=owners[0].person_id).update(search_name="ли ян")
    [spare] = make_spares(edition=edition, count=1, now=NOW)
    path = reverse("forum:badge_owner", args=[edition.slug, spare.pk])

    part = desk.post(path, {"registration": "Ли"})
    whole = desk.post(path, {"registration": "Ли Ян"})

    assert (part.status_code, whole.status_code) == (422, 302)
    assert Badge.objects.get().registration == owners[0]


def test_handing_over_and_replacing_are_written_down_once(
    desk: Client, edition: Edition, owners: list[Registration], cast: Cast
) -> None:
    [spare] = make_spares(edition=edition, count=1, now=NOW)
    handing = reverse("forum:badge_owner", args=[edition.slug, spare.pk])
    replacing = reverse("forum:badge_replacement", args=[edition.slug, spare.pk])

    for _press in range(2):
        desk.post(handing, {"registration": "Ильдар"})
    handed = lines()
    for _press in range(2):
        desk.post(replacing, {"why": "lost"})

    line = ("issue", "forum.badges", 1, cast.guzel.full_name)
    assert handed == [line]
    assert lines() == [line] * 2


def test_a_spare_badge_that_is_replaced_is_nobodys_data(desk: Client, edition: Edition) -> None:
    [spare] = make_spares(edition=edition, count=1, now=NOW)

    desk.post(reverse("forum:badge_replacement", args=[edition.slug, spare.pk]), {"why": "spoilt"})

    assert Badge.objects.count() == 2
    assert lines() == []


def test_the_page_that_names_an_owner_is_written_down(
    desk: Client, edition: Edition, owners: list[Registration], cast: Cast
) -> None:
    [badge] = make_badges(edition=edition, registrations=owners[:1], now=NOW)

    page = desk.get(reverse("forum:badge_owner", args=[edition.slug, badge.pk]))

    assert cast.ramilya.full_name in page.content.decode()
    assert lines() == [("view", "forum.badges", 1, cast.guzel.full_name)]
