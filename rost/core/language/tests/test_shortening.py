"""Texts made short: whole sentences, then whole words, never more than the room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.language import shortened, utf16_units

STORY = "Мост снесло в 2018 г. весной. Жители собрали 120 тыс. руб. и доски. Мост стоит!"


@pytest.mark.parametrize(
    ("most", "kept"),
    [
        (200, STORY),
        (70, "Мост снесло в 2018 г. весной. Жители собрали 120 тыс. руб. и доски."),
        (40, "Мост снесло в 2018 г. весной."),
        (20, "Мост снесло в 2018…"),
        (3, "Мо…"),
        (1, ""),
    ],
)
def test_a_text_ends_where_a_sentence_or_a_word_does(most: int, kept: str) -> None:
    assert shortened(STORY, most) == kept


def test_initials_end_no_sentence() -> None:
    text = "Проект вела З. И. Уметбаева. Остальное рассказала школа, и рассказ вышел долгим."

    assert shortened(text, 45) == "Проект вела З. И. Уметбаева."


def test_messengers_count_pairs() -> None:
    assert utf16_units("дом 🏠") == 6
    assert shortened("🏠" * 10, 9, measure=utf16_units) == "🏠🏠🏠🏠…"


@given(st.text(max_size=300), st.integers(1, 120))
def test_never_more_than_the_room(text: str, most: int) -> None:
    for measure in (len, utf16_units):
        assert measure(shortened(text, most, measure=measure)) <= most


@given(st.lists(st.text("абвәө", min_size=1, max_size=9), min_size=2, max_size=40))
def test_no_word_is_cut(words: list[str]) -> None:
    kept = shortened(" ".join(words), 30).removesuffix("…").split()

    assert kept == words[: len(kept)]
