"""A practice from three answers to the library, from the authors' side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse

from conftest import NOW, Cast
from rost.catalogue.forms.passport import ROWS
from rost.catalogue.models import Card
from rost.core.conditions import Condition, Conditions, Need, Variant
from rost.core.conditions import dump as dump_conditions
from rost.core.passport import WANTED, Result, dump
from rost.directory.models import Person, Post
from rost.library.actions.own.starting import start_practice
from rost.library.forms.own import GROUPS
from rost.library.models import Practice, PracticeState, Review
from rost.library.queries.own.gaps import ASKED_IN
from rost.library.queries.practices import conditions_of, passport_of

from .adoption_stage import NEEDS, SPRINGS, practice_of

pytestmark = pytest.mark.django_db
ANSWERS = {
    "problem": "Из семи родников чистых осталось два.",
    "solution": "Расчистили и обустроили пять. Поставили срубы.",
    "outcome": "Вода есть у всех.",
}


def draft_of(author: Person, **facts: Any) -> Practice:
    return start_practice(
        author=author, municipality=author.home, language="ru", now=NOW, **ANSWERS
    )


def full_draft(author: Person) -> Practice:
    practice = draft_of(author)
    practice.passport = dump(replace(SPRINGS, territory=practice.passport["territory"]))
    practice.title = SPRINGS.title
    practice.save()
    return practice


def form_of(client: Any, practice: Practice) -> dict[str, str]:
    """What a browser would send back untouched."""
    form = client.get(reverse("library:draft_form", args=[practice.pk])).context["form"]
    data = {"saving": str(practice.saving), "window": "w1"}
    for name in form.fields:
        value = form[name].value()
        if value is True:
            data[name] = "on"
        elif value not in (None, "", False, []):
            data[name] = value
    return data | {"territory": practice.municipality.code if practice.municipality else ""}


def test_three_answers_make_a_draft_with_the_place_of_the_post(cast: Cast, signed_in: Any) -> None:
    client, new = signed_in(cast.ramilya), reverse("library:practice_new")

    first, second = client.post(new, ANSWERS), client.post(new, ANSWERS)

    practice = Practice.objects.get()  # pressed twice it is one
    assert (
        first.headers["Location"]
        == second.headers["Location"]
        == f"/practices/{practice.pk}/draft/"
    )
    passport = passport_of(practice)
    assert (practice.title, practice.municipality) == (
        "Расчистили и обустроили пять",
        cast.askarovo,
    )
    assert (passport.territory, passport.results) == ("80601410", (Result("Вода есть у всех."),))
    card = Card.objects.get(key=f"library.practice:{practice.pk}")
    assert (card.audience, [one.person for one in card.readers.all()]) == ("named", [cast.ramilya])


def test_whoever_has_posts_in_two_places_chooses(cast: Cast, signed_in: Any) -> None:
    Post.objects.create(
        person=cast.ramilya, municipality=cast.district, title="депутат", held_from="2019-10-01"
    )
    client, new = signed_in(cast.ramilya), reverse("library:practice_new")

    assert client.post(new, ANSWERS).status_code == 422
    client.post(new, ANSWERS | {"place": cast.askarovo.code})

    assert Practice.objects.get().municipality == cast.askarovo


def test_an_untouched_form_changes_nothing(cast: Cast, signed_in: Any) -> None:
    """Also what it does not show: a second sum, what a variant has instead."""
    instead = (Condition(Need.STAFF, least=2),)
    conditions = Conditions(
        (
            Condition(Need.MONEY, least=100, essential=False),
            Condition(Need.MONEY, least=900),
            *NEEDS.needs,
        ),
        (Variant("Срубы", 12_000_000, instead=instead),),
    )
    practice = full_draft(cast.ramilya)
    practice.conditions = dump_conditions(conditions)
    practice.videos = [{"url": "https://example.org/v", "title": "Открытие"}]
    practice.save()
    client = signed_in(cast.ramilya)

    answer = client.post(
        reverse("library:draft_form", args=[practice.pk]), form_of(client, practice)
    )

    before = (passport_of(practice), practice.videos)
    practice.refresh_from_db()
    assert answer.status_code == 302
    assert (passport_of(practice), practice.videos) == before
    assert sorted(conditions_of(practice).needs, key=repr) == sorted(conditions.needs, key=repr)
    assert conditions_of(practice).variants == conditions.variants


def test_what_cannot_be_saved_comes_back_and_the_rest_is_saved(cast: Cast, signed_in: Any) -> None:
    practice, client = full_draft(cast.ramilya), signed_in(cast.ramilya)
    typed = {
        "resources": "Два трактора",
        "people_least": "900",
        "people_most": "100",
        "needs-0-kind": "land",
        "videos-0-url": "http://example.org/v",
        "money-0-amount": "много",
    }

    answer = client.post(
        reverse("library:draft_form", args=[practice.pk]), form_of(client, practice) | typed
    )

    practice.refresh_from_db()
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {
        "people_most",
        "needs-0-what",
        "videos-0-url",
        "money-0-amount",
    }
    assert (passport_of(practice).resources, practice.videos) == ("Два трактора", [])


def test_two_windows_do_not_overwrite_each_other(cast: Cast, signed_in: Any) -> None:
    practice, client = full_draft(cast.ramilya), signed_in(cast.ramilya)
    path = reverse("library:draft_form", args=[practice.pk])
    typed = form_of(client, practice)
    script = {"X-Saving": "1"}

    first = client.post(path, typed | {"mistakes": "Поздно начали"}, headers=script)
    other = client.post(
        path, typed | {"mistakes": "Не хватило досок", "window": "w2"}, headers=script
    )
    again = client.post(path, typed | {"mistakes": "Начали поздно"}, headers=script)
    shown = client.post(path, typed | {"mistakes": "Не хватило досок", "window": "w2"})

    practice.refresh_from_db()
    assert [one.status_code for one in (first, other, again, shown)] == [200, 409, 200, 409]
    assert passport_of(practice).mistakes == "Начали поздно"
    assert [one.there for one in shown.context["differences"]] == ["Начали поздно"]
    assert shown.context["form"]["mistakes"].value() == "Не хватило досок"


def test_sending_says_what_is_missing_and_review_holds_the_copy(cast: Cast, signed_in: Any) -> None:
    client, practice = signed_in(cast.ramilya), draft_of(cast.ramilya)
    path = reverse("library:draft_sending", args=[practice.pk])
    assert client.post(path).status_code == 409
    full = full_draft(cast.vera)
    author = signed_in(cast.vera)
    author.post(reverse("library:draft_sending", args=[full.pk]))
    full.refresh_from_db()
    typed = form_of(author, practice_of(cast, cast.vera)) | {"title": "Иначе"}

    late = author.post(reverse("library:draft_form", args=[full.pk]), typed)
    Review.objects.create(practice=full, reviewer=cast.marat, taken_at=NOW)
    held = author.post(reverse("library:draft_mending", args=[full.pk]))
    Review.objects.all().delete()
    author.post(reverse("library:draft_mending", args=[full.pk]))

    assert (full.state, late.status_code, held.status_code) == (PracticeState.SENT, 409, 409)
    full.refresh_from_db()
    assert (full.state, full.title) == (PracticeState.DRAFT, SPRINGS.title)


def test_a_link_makes_one_co_author_who_mends_and_leaves(cast: Cast, signed_in: Any) -> None:
    practice, author = full_draft(cast.ramilya), signed_in(cast.ramilya)
    made = author.post(reverse("library:draft_co_authors", args=[practice.pk]))
    link = made.context["link"].partition("/practices/")[2]
    friend, other = signed_in(cast.ildar), signed_in(cast.vera)

    friend.post(f"/practices/{link}")
    late = other.post(f"/practices/{link}")
    form = reverse("library:draft_form", args=[practice.pk])

    assert late.context["key"] is None
    assert (friend.get(form).status_code, other.get(form).status_code) == (200, 404)
    removal = reverse("library:draft_co_author_removal", args=[practice.pk, cast.ildar.pk])
    friend.post(removal)
    assert friend.get(form).status_code == 404


def test_every_wanted_field_is_asked_where_the_gap_leads() -> None:
    groups = {one.key: {*one.fields, one.rows, *one.after} for one in GROUPS}

    assert {name for name in WANTED if name not in groups[ASKED_IN[name]]} == set()
    assert set(ROWS) <= {one.rows for one in GROUPS}
