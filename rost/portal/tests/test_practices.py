"""A presented project becomes the draft of a practice: the forum and the library meet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from conftest import NOW, Cast
from rost.catalogue.models import Card, Lineage
from rost.core.passport import load
from rost.directory.actions.places import merge
from rost.forum.actions.committee import decide
from rost.forum.tests.committee_stage import PASSPORT, Committee, make_committee
from rost.forum.tests.stage import at
from rost.library.models import Practice
from rost.portal.actions.practices import NotPresented, make_practice

pytestmark = pytest.mark.django_db
TAP = "/forum/2020/projects/SPRNG/practice/"
PAGE = "/forum/2020/projects/SPRNG/"


@pytest.fixture
def committee(cast: Cast) -> Committee:
    committee = make_committee(cast)
    decide(project=committee.springs, state="accepted", reason="", by=cast.guzel, now=NOW)
    committee.springs.refresh_from_db()
    return committee


def test_one_tap_copies_the_passport_and_keeps_the_lineage(
    committee: Committee, cast: Cast, signed_in: Any
) -> None:
    first = signed_in(cast.ramilya).post(TAP)
    second = signed_in(cast.vera).post(TAP)

    practice = Practice.objects.get()
    assert (
        first.headers["Location"]
        == second.headers["Location"]
        == f"/practices/{practice.pk}/draft/"
    )
    assert (practice.author, practice.municipality) == (cast.ramilya, cast.askarovo)
    assert load(practice.passport) == PASSPORT
    [grown] = Lineage.objects.all()
    assert (grown.source.title, grown.result.title) == ("Родники", "Родники")
    assert grown.source.path == PAGE


def test_before_the_last_day_and_for_a_declined_one_there_is_nothing_to_tap(
    committee: Committee, cast: Cast
) -> None:
    with pytest.raises(NotPresented):
        make_practice(project=committee.springs, by=cast.ramilya, now=at(18, 12))
    with pytest.raises(NotPresented):
        make_practice(project=committee.club, by=cast.ildar, now=at(25, 12))
    _practice, new = make_practice(project=committee.springs, by=cast.ramilya, now=at(19, 12))
    assert new


def test_a_draft_is_its_authors_alone(committee: Committee, cast: Cast, signed_in: Any) -> None:
    organiser = signed_in(cast.guzel).post(TAP)
    practice = Practice.objects.get()
    page = reverse("library:draft", args=[practice.pk])

    assert organiser.headers["Location"] == PAGE
    seen = {
        who.surname: signed_in(who).get(page).status_code
        for who in (cast.ramilya, cast.vera, cast.guzel, cast.alsu, cast.ildar, committee.liliya)
    }
    assert seen == {
        "Ахметова": 200,
        "Ёлкина": 200,
        "Сафина": 404,
        "Галиева": 404,
        "Юлдашбаев": 404,
        "Лилия": 404,
    }
    text = signed_in(cast.ramilya).get(page).text
    assert "Расчистили всем селом" in text
    assert f'href="{PAGE}"' in text
    assert signed_in(cast.ildar).post(TAP).status_code == 404


def test_a_deleted_draft_can_be_begun_again(
    committee: Committee, cast: Cast, signed_in: Any
) -> None:
    author = signed_in(cast.ramilya)
    author.post(TAP)
    old = Practice.objects.get()
    removal = reverse("library:practice_removal", args=[old.pk])

    assert signed_in(cast.vera).post(removal).status_code == 404
    author.post(removal)
    assert Practice.objects.count() == 0
    assert Card.objects.get(key=f"library.practice:{old.pk}").withdrawn_at is not None
    author.post(TAP)

    assert Practice.objects.get().title == "Родники"


def test_practices_go_on_in_the_successor_of_their_municipality(
    committee: Committee, cast: Cast
) -> None:
    make_practice(project=committee.springs, by=cast.ramilya, now=at(25, 12))

    merge(
        predecessors=[cast.askarovo],
        successor=cast.almukhametovo,
        on=date(2020, 3, 1),
        basis="закон Республики № 1-з",
        now=NOW,
    )

    assert Practice.objects.get().municipality == cast.almukhametovo
