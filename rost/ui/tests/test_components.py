"""Each component, drawn as a page would draw it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import translation

DAY = date(2020, 2, 18)
NOON = datetime(2020, 2, 18, 7, 0, tzinfo=UTC)  # 12:00 in Ufa


def draw(source: str, **context: Any) -> str:
    return Template(source).render(Context(context)).strip()


def test_card_has_a_heading_that_leads_somewhere() -> None:
    drawn = draw('{% card heading="Залы" href="/halls/" level=3 %}<p>Три</p>{% endcard %}')

    assert drawn == (
        '<section class="card"><h3><a href="/halls/">Залы</a></h3><p>Три</p></section>'
    )


def test_what_people_typed_never_becomes_markup() -> None:
    drawn = draw("{% card heading=x %}{{ x }}{% endcard %}{% badge x %}", x="<b>")

    assert "<b>" not in drawn


@pytest.mark.parametrize(
    "source",
    [
        '{% card colour="red" %}{% endcard %}',
        '{% badge "x" size=3 %}',
        '{% link_button "/" "x" style="big" %}',
    ],
)
def test_unknown_argument_is_an_error(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template(source)


@pytest.mark.parametrize(
    "source",
    [
        '{% notice "loud" %}{% endnotice %}',
        '{% badge "x" "pink" %}',
        '{% button "x" kind="huge" %}',
    ],
)
def test_unknown_kind_is_an_error(source: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        draw(source)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("date", "18\u00a0февраля 2020\u00a0г."),
        ("day", "18\u00a0февраля 2020\u00a0г., вторник"),
        ("time", "12:00"),
        ("datetime", "18\u00a0февраля 2020\u00a0г., 12:00"),
    ],
)
def test_moment_is_local_and_exact(form: str, text: str) -> None:
    drawn = draw("{% moment value form %}", value=NOON, form=form)

    assert drawn == f'<time datetime="2020-02-18T12:00+05:00">{text}</time>'


def test_period_of_days_and_of_hours() -> None:
    days = draw("{% period a b %}", a=DAY, b=date(2020, 2, 19))
    hours = draw("{% period a b %}", a=NOON, b=NOON.replace(hour=8))

    assert days == "18–19\u00a0февраля 2020\u00a0г., вторник\u00a0– среда"
    assert hours.endswith("18\u00a0февраля 2020\u00a0г., вторник, 12:00–13:00</time>")


def test_place_of_a_settlement_carries_its_district() -> None:
    district = SimpleNamespace(kind="municipal_district", name="Абзелиловский район", name_ba="")
    village = SimpleNamespace(
        kind="rural_settlement", name="Аскаровский сельсовет", name_ba="", parent=district
    )

    assert draw("{% place x %}", x=village) == "Аскаровский сельсовет, Абзелиловский район"
    with translation.override("ba"):
        assert 'lang="ru"' in draw("{% place x %}", x=district)


def test_text_in_another_language_is_marked_only_there() -> None:
    source = '{% language_of "ru" %}Доклад{% endlanguage_of %}'

    assert draw(source) == "Доклад"
    with translation.override("en"):
        assert draw(source) == '<span class="other" lang="ru">Доклад</span>'


def test_pager_keeps_the_filters() -> None:
    request = RequestFactory().get("/list/?district=80601000&page=2")
    page_obj = Paginator(range(100), 10).page(2)

    drawn = draw("{% pager page_obj %}", request=request, page_obj=page_obj)

    assert 'href="?district=80601000&amp;page=3"' in drawn
    assert '<span aria-current="page">2</span>' in drawn


class Sample(forms.Form):
    surname = forms.CharField(label="Фамилия", help_text="Как в паспорте")
    phone = forms.CharField(label="Телефон", required=False)
    food = forms.ChoiceField(
        label="Питание", choices=[("a", "Обычное"), ("b", "Постное")], widget=forms.RadioSelect
    )
    photo = forms.FileField(label="Снимок", required=False)


def test_field_ties_help_and_error_to_its_input() -> None:
    form = Sample({"surname": ""})

    drawn = draw("{% field form.surname %}", form=form)

    assert '<label for="id_surname">Фамилия</label>' in drawn
    assert 'aria-describedby="id_surname_helptext id_surname_error"' in drawn
    assert 'id="id_surname_helptext"' in drawn
    assert 'id="id_surname_error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'autocomplete="family-name"' in drawn


def test_choices_are_a_group_with_a_legend() -> None:
    drawn = draw("{% field form.food %}", form=Sample())

    assert "<fieldset>" in drawn
    assert "<legend>Питание</legend>" in drawn


def test_phone_opens_the_digits_and_a_file_says_its_limit() -> None:
    assert 'inputmode="tel"' in draw("{% field form.phone %}", form=Sample())
    assert "10\u00a0МБ" in draw("{% field form.photo %}", form=Sample())


def test_summary_of_errors_leads_to_each_field() -> None:
    form = Sample({"surname": "", "food": "a"})

    drawn = draw("{% form_errors form %}", form=form)

    assert '<a href="#id_surname">Фамилия</a>' in drawn
    assert draw("{% form_errors form %}", form=Sample()) == ""
