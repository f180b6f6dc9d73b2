"""«Can we do it?» on the page, for my place and for any, and the marks of lists."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from conftest import NOW, Cast
from rost.core.conditions import Condition, Conditions, Need, Standing
from rost.directory.models import Indicator, IndicatorValue, Population
from rost.directory.queries.visitors import local_day
from rost.library.models import Practice
from rost.library.queries.conditions.marks import fits

from .adoption_stage import practice_of

TODAY = local_day(NOW)


@pytest.fixture
def populated(cast: Cast) -> Cast:
    for place, people in ((cast.askarovo, 8000), (cast.almukhametovo, 450)):
        Population.objects.create(municipality=place, year=2019, people=people, source="перепись")
    return cast


def standings(answer: Any) -> list[str]:
    """How the place stands to each need: residents, power, term, residents as partners."""
    return [one.standing.value for one in answer.context["fit"].lines]


def test_a_head_reads_the_answer_for_her_own_settlement(populated: Cast, signed_in: Any) -> None:
    practice = practice_of(populated)

    answer = signed_in(populated.ramilya).get(f"/practices/{practice.pk}/fit/")

    assert standings(answer) == ["met", "met", "unknown", "unknown"]
    assert answer.context["fit"].standing is Standing.UNKNOWN
    assert answer.context["fit"].variant.name == "Только расчистка"


def test_anybody_asks_of_any_place_and_answers_in_the_address(
    populated: Cast, client: Client
) -> None:
    practice = practice_of(populated)

    answer = client.get(f"/practices/{practice.pk}/fit/?place=80601404&n2=yes&n3=no&n9=yes&n1=x")

    assert standings(answer) == ["missing", "met", "met", "missing"]
    assert answer.context["fit"].standing is Standing.MISSING
    assert len(answer.context["fit"].missing) == 2


def test_a_place_that_nobody_knows_is_named_as_such(cast: Cast, client: Client) -> None:
    practice = practice_of(cast)

    answer = client.get(f"/practices/{practice.pk}/fit/?place=Нигде")

    assert answer.status_code == 422
    assert "fit" not in answer.context


def test_similar_practices_that_lack_nothing_are_offered(populated: Cast, client: Client) -> None:
    practice = practice_of(populated)
    suits = practice_of(
        populated, title="Скамейки", conditions=Conditions((Condition(Need.PEOPLE, least=100),))
    )
    practice_of(
        populated, title="Парк", conditions=Conditions((Condition(Need.PEOPLE, least=100_000),))
    )

    answer = client.get(f"/practices/{practice.pk}/fit/?place=80601404")

    assert [one.pk for one, _standing in answer.context["similar"]] == [suits.pk]


def test_own_revenue_stands_beside_the_need_and_decides_nothing(
    populated: Cast, client: Client
) -> None:
    practice = practice_of(populated, conditions=Conditions((Condition(Need.MONEY, least=10**9),)))
    indicator, _new = Indicator.objects.get_or_create(
        code="own_revenue", defaults={"unit": "thousand_roubles", "theme": "money"}
    )
    IndicatorValue.objects.create(
        municipality=populated.askarovo,
        indicator=indicator,
        year=2019,
        value=4200,
        source="отчёт",
        written_at=NOW,
    )

    answer = client.get(f"/practices/{practice.pk}/fit/?place=80601410")

    assert standings(answer) == ["unknown"]
    assert "4\u00a0200\u00a0000" in answer.context["fit"].lines[0].has


def test_marks_of_a_list_cost_the_same_however_long_it_is(
    populated: Cast, django_assert_num_queries: Any
) -> None:
    small = practice_of(populated, conditions=Conditions((Condition(Need.PEOPLE, most=500),)))
    silent = practice_of(populated, conditions=Conditions())

    rows = list(Practice.objects.all())
    with django_assert_num_queries(3):
        marks = fits(populated.askarovo, rows, day=TODAY)

    assert marks == {small.pk: Standing.MISSING}
    assert silent.pk not in marks
