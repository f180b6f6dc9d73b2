"""The ranking against hand-computed scores, and against its own independent look."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rost.core.ranking import Measures, Scored, Sought, Text, are_kin, rank, rarity, verify

PLAIN = Measures(lengths=(0.0, 0.0, 4.0), typed=0, pairs=0, dense=0, kin=0)
WORDS = st.sampled_from(["дорог", "мост", "освещен", "освещение", "освет", "сел", "ул", "числен"])
FIELDS = st.tuples(*(st.lists(WORDS, max_size=size) for size in (4, 8, 30)))


def body(key: int, text: str) -> Text:
    return Text(key, ((), (), tuple(text.split())))


def test_a_score_computed_by_hand() -> None:
    sought = [Sought("дорога", (("дорог", 1.0),), rarity=2.0)]

    (found,) = rank(sought, [body(1, "дорог мост дорог сел")], PLAIN)

    assert found == Scored(1, pytest.approx(2.0 * 2 * 2.2 / (2 + 1.2)), (0,))


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert rarity(1, 9) == pytest.approx(log(1 + 8.5 / 1.5))
    assert rarity(20, 9) == rarity(9, 9) > 0
    sought = [Sought("село", (("сел", 1.0),), rarity=0.1), Sought("мост", (("мост", 1.0),))]

    found = rank(sought, [body(1, "сел сел сел сел"), body(2, "мост а б в")], PLAIN)

    assert [one.key for one in found] == [2, 1]


def test_a_title_counts_more_than_the_body() -> None:
    sought = [Sought("мост", (("мост", 1.0),))]
    texts = [body(1, "мост а б в"), Text(2, (("мост",), (), ("а", "б", "в", "г")))]

    assert [one.key for one in rank(sought, texts, PLAIN)] == [2, 1]


def test_words_together_beat_words_apart() -> None:
    sought = [Sought("ремонт", (("ремонт", 1.0),)), Sought("мост", (("мост", 1.0),))]
    apart, together = "ремонт " + "а " * 20 + "мост", "ремонт мост " + "а " * 20
    texts = [body(1, apart), body(2, together)]

    assert [one.key for one in rank(sought, texts, Measures(lengths=(0.0, 0.0, 22.0)))] == [2, 1]


def test_a_kindred_word_and_a_loose_form_count_less_than_the_word() -> None:
    sought = [Sought("численность", (("численност", 1.0),), loose=(("числ", 1.0),))]
    texts = [
        body(1, "числен"),
        body(2, "численност"),
        Text(3, ((), (), ("пуст",)), loose=frozenset({"числ"})),
    ]

    assert are_kin("числен", "численност") is False  # six letters of ten
    assert are_kin("численн", "численност")
    assert [one.key for one in rank(sought, texts, Measures(lengths=(0.0, 0.0, 1.0)))] == [2, 3]


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(FIELDS, min_size=1, max_size=5),
    query=st.lists(st.tuples(WORDS, st.floats(0.1, 5)), min_size=1, max_size=4),
)
def test_every_ranking_stands_an_independent_look(
    texts: list[tuple[list[str], ...]], query: list[tuple[str, float]]
) -> None:
    given_texts = [
        Text(key, fields, frozenset({"ул"}), frozenset(fields[2][:3]))
        for key, fields in enumerate(texts)
    ]
    sought = [
        Sought(word, ((word, 1.0), ("мост", 0.5)) if word != "мост" else ((word, 1.0),), (), rare)
        for word, rare in query
    ]
    measures = Measures(lengths=(2.0, 3.0, 9.0))

    ranked = rank(sought, given_texts, measures)

    assert verify(sought, given_texts, measures, ranked) == ()
    if ranked:
        wrong = [replace(ranked[0], score=ranked[0].score + 1), *ranked[1:]]
        assert verify(sought, given_texts, measures, wrong) != ()
