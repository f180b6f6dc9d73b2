"""What everybody reads: the published version, older ones, the list; what a person takes away."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.urls import reverse

from conftest import NOW, Cast
from rost.catalogue.models import Card
from rost.core.passport import Money, Result, dump
from rost.directory.actions.accounts import erase_person
from rost.directory.actions.places import merge
from rost.directory.models import Population
from rost.directory.queries.personal_data import kept_about
from rost.library.actions.publishing import publish, put_card
from rost.library.models import Practice, PracticeState, Shelved
from rost.library.queries.practices import passport_of
from rost.library.queries.public.reading import figure, reading_of

from .adoption_stage import NEEDS, SPRINGS, practice_of
from .test_drafts import full_draft

pytestmark = pytest.mark.django_db
LIST = "/practices/"


def second_version(practice: Practice, cast: Cast) -> Practice:
    passport = replace(SPRINGS, solution="Расчистили и обустроили шесть.", contact="8 917 1")
    practice.passport = dump(passport)
    practice.title = "Родники и срубы"
    practice.save()
    publish(practice=practice, by=cast.marat, note="Шестой родник", now=NOW)
    practice.refresh_from_db()
    return practice


def test_the_public_reads_the_version_while_the_copy_is_written(
    cast: Cast, client: Any, signed_in: Any
) -> None:
    practice = practice_of(cast)
    page = reverse("library:practice", args=[practice.pk])
    practice.title = "Ещё не проверено"
    practice.passport = dump(replace(SPRINGS, title=practice.title, problem="Новая проблема"))
    practice.save()
    put_card(practice=practice, now=NOW)

    text = client.get(page).text

    assert SPRINGS.problem in text
    assert "Новая проблема" not in text
    assert "Ещё не проверено" in signed_in(cast.vera).get(f"{page}draft/").text
    card = Card.objects.get(key=f"library.practice:{practice.pk}")
    assert (card.title, card.audience) == (SPRINGS.title, "public")
    assert "срубы" in card.body.lower()
    assert "8 347" not in card.body


def test_older_versions_stay_and_differences_mark_words(cast: Cast, client: Any) -> None:
    practice = second_version(practice_of(cast), cast)
    page = reverse("library:practice", args=[practice.pk])

    old = client.get(f"{page}versions/1/")
    changes = client.get(f"{page}versions/2/changes/").text

    assert SPRINGS.solution in old.text
    assert 'content="noindex"' in old.text
    assert client.get(f"{page}versions/2/").headers["Location"] == page
    assert "<del>пять</del><ins>шесть</ins>" in changes
    assert "8 917" not in changes
    assert client.get(f"{page}versions/3/").status_code == 404


def test_the_contact_is_everybodys_only_when_allowed(cast: Cast, client: Any) -> None:
    practice = practice_of(cast)
    page = reverse("library:practice", args=[practice.pk])

    assert "8 347 000-00-00" not in client.get(page).text
    Practice.objects.update(shows_contact=True)
    assert "8 347 000-00-00" in client.get(page).text


def test_a_draft_is_not_there_and_a_withdrawn_one_leaves_a_trace(cast: Cast, client: Any) -> None:
    draft, practice = full_draft(cast.ramilya), practice_of(cast)
    Practice.objects.filter(pk=practice.pk).update(
        state=PracticeState.WITHDRAWN, withdrawn_at=NOW, withdrawal_reason="Родник пересох"
    )
    practice.refresh_from_db()
    put_card(practice=practice, now=NOW)

    gone = client.get(reverse("library:practice", args=[practice.pk]))

    assert client.get(reverse("library:practice", args=[draft.pk])).status_code == 404
    assert gone.status_code == 410
    assert "Родник пересох" in gone.text
    assert SPRINGS.problem not in gone.text
    assert client.get(f"/practices/{practice.pk}/versions/1/").status_code == 410
    assert not Shelved.objects.exists()


def test_the_list_is_filtered_and_sorted_by_the_shelf(cast: Cast, client: Any) -> None:
    dear = replace(SPRINGS, money=(Money("local", 90_000_000),), local_issues=("131-14-9",))
    cheap = replace(SPRINGS, money=(Money("local", 5_000_000),), year=2018)
    Population.objects.create(municipality=cast.askarovo, year=2020, people=700)
    first = practice_of(cast, title="Дорогая", passport=dear, municipality=cast.askarovo)
    second = practice_of(cast, title="Дешёвая", passport=cheap)
    practice_of(cast, title="Без сметы")

    def shown(query: str) -> list[str]:
        return [row["one"].title for row in client.get(f"{LIST}?{query}").context["rows"]]

    assert shown("") == ["Без сметы", "Дешёвая", "Дорогая"]
    assert shown("sort=cheap") == ["Дешёвая", "Дорогая"]
    assert shown("district=80601000") == shown("issue=131-14-9") == ["Дорогая"]
    assert shown("cost=to-100k") == shown("year=2018") == ["Дешёвая"]
    assert shown("people=to-1000&cost=to-1m") == ["Дорогая"]
    assert shown("evidence=measured") == []
    assert len(shown("cost=nonsense&page=99&year=x")) == 3
    assert {first.municipality, second.municipality} == {cast.askarovo, cast.other_district}


def test_whoever_leaves_takes_drafts_and_contact_and_leaves_the_practice(
    cast: Cast, client: Any
) -> None:
    practice, draft = practice_of(cast), full_draft(cast.vera)
    shared = full_draft(cast.vera)
    shared.co_authors.add(cast.ildar)
    Practice.objects.filter(pk=practice.pk).update(shows_contact=True)
    titles = {one.name for one in kept_about(cast.vera)}

    erase_person(cast.vera, now=NOW)

    assert "library.practices" in titles
    assert not Practice.objects.filter(pk=draft.pk).exists()
    shared.refresh_from_db()
    assert (shared.author, shared.co_authors.count()) == (cast.ildar, 0)
    practice.refresh_from_db()
    assert practice.author is None
    assert practice.version is not None
    assert passport_of(practice.version).contact == ""
    assert client.get(reverse("library:practice", args=[practice.pk])).status_code == 200


def test_a_merge_carries_versions_shelf_and_card(cast: Cast) -> None:
    practice = practice_of(cast, municipality=cast.askarovo)

    merge(
        predecessors=[cast.askarovo],
        successor=cast.almukhametovo,
        on=NOW.date(),
        basis="закон Республики № 1-з",
        now=NOW,
    )

    practice.refresh_from_db()
    assert practice.version is not None
    places = {practice.municipality, practice.version.municipality}
    places |= {Shelved.objects.get().municipality, Card.objects.get(kind="practice").municipality}
    assert places == {cast.almukhametovo}
    assert passport_of(practice.version).territory == cast.almukhametovo.code


def test_figures_are_plotted_only_where_they_are_figures() -> None:
    results = (
        Result("дворов", "12", "48"),
        Result("порывов", "1 200 шт", "300 шт"),
        Result("ям", "много", "нет"),
        Result("Дорога ровная"),
    )

    reading = reading_of(replace(SPRINGS, results=results), NEEDS, "ru")

    assert [(one.before, one.after) for one in reading.measured] == [
        (25, 100),
        (100, 25),
        (None, None),
    ]
    assert reading.told == ("Дорога ровная",)
    assert figure("3,5 %") == (3.5, "%")
