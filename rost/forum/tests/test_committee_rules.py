"""Scores of the committee and places in the vote, by hand and counted twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction

from hypothesis import given as hypothesis_given
from hypothesis import strategies as some

from rost.forum.rules import vote
from rost.forum.rules.committee import (
    Criterion,
    Given,
    criteria_of,
    marks_complete,
    rank,
    score_text,
    solve,
    steps_of,
    turn_of,
    verify,
)

USE = Criterion("use", Fraction(30), 10, {"ru": "Польза"})
AGAIN = Criterion("again", Fraction(20), 5, {"ru": "Можно повторить"})
BOTH = (USE, AGAIN)
SENT = datetime(2020, 1, 10, tzinfo=UTC)


def marks(project: int, review: int, use: int, again: int) -> Given:
    return Given(project, review, {"use": use, "again": again})


def test_the_score_is_the_weighted_mean_over_reviews() -> None:
    given = [marks(1, 1, 8, 5), marks(1, 2, 7, 3)]

    [line] = solve([1], given, BOTH)
    steps = steps_of(given, BOTH)

    # (0.8·30 + 1·20) / 50 = 88; (0.7·30 + 0.6·20) / 50 = 66; the mean is 77.
    assert line.line.scores == (88, 66)
    assert line.line.score == 77
    assert line.line.spread == 22
    assert [(one.mean, one.points) for one in steps] == [(Fraction(15, 2), 45), (4, 32)]
    assert verify([line], [1], given, BOTH) == ()


def test_equal_scores_share_a_place_and_those_unread_have_none() -> None:
    given = [marks(1, 1, 5, 5), marks(2, 2, 10, 5), marks(3, 3, 5, 5), marks(4, 4, 0, 0)]

    ranking = solve([1, 2, 3, 4, 5], given, BOTH)

    assert [(one.line.project, one.place, one.tied) for one in ranking] == [
        (2, 1, False),
        (1, 2, True),
        (3, 2, True),
        (4, 4, False),
        (5, None, False),
    ]
    assert verify(ranking, [1, 2, 3, 4, 5], given, BOTH) == ()


def test_scores_that_look_alike_after_rounding_are_not_a_tie() -> None:
    third = Criterion("one", Fraction(1), 300000, {})
    given = [Given(1, 1, {"one": 100000}), Given(2, 2, {"one": 100001})]

    ranking = solve([1, 2], given, [third])

    assert {score_text(one.line.score) for one in ranking} == {"33,33"}
    assert [(one.line.project, one.place) for one in ranking] == [(2, 1), (1, 2)]


@hypothesis_given(
    some.lists(
        some.tuples(some.integers(1, 6), some.integers(0, 10), some.integers(0, 5)), max_size=14
    )
)
def test_the_second_count_agrees_and_finds_every_change(rows: list[tuple[int, int, int]]) -> None:
    given = [marks(project, n, use, again) for n, (project, use, again) in enumerate(rows)]
    projects = list(range(1, 7))
    ranking = solve(projects, given, BOTH)

    assert verify(ranking, projects, given, BOTH) == ()
    assert verify(ranking[::-1], projects, given, BOTH) != () or not given
    if given:
        lower = Given(given[0].project, 99, {"use": 0, "again": 0})
        others = [*given, lower]
        changed = solve(projects, others, BOTH)
        same = [one.line.score for one in changed] == [one.line.score for one in ranking]
        assert (verify(ranking, projects, others, BOTH) == ()) == same


def test_marks_count_when_every_criterion_has_one_within_its_bounds() -> None:
    assert marks_complete({"use": 10, "again": 0}, BOTH)
    assert not marks_complete({"use": 11, "again": 0}, BOTH)
    assert not marks_complete({"use": 10}, BOTH)
    assert not marks_complete({}, ())


def test_a_stored_criterion_of_no_weight_is_left_out() -> None:
    stored = [
        {"key": "a", "name": {"ru": "Польза", "ba": "Файҙа"}, "weight": "1.5", "most": 5},
        {"key": "b", "name": {"ru": "Ноль"}, "weight": 0, "most": 5},
    ]

    [one] = criteria_of(stored)

    assert (one.weight, one.most, one.name("ba"), one.name("en")) == (
        Fraction(3, 2),
        5,
        "Файҙа",
        "Польза",
    )


def test_the_least_reviewed_come_first_and_everybody_begins_elsewhere() -> None:
    codes = [f"P{n}" for n in range(20)]
    orders = {
        reviewer: sorted(
            codes, key=lambda c, r=reviewer: turn_of(reviews=0, wanted=2, reviewer=r, code=c)
        )
        for reviewer in (1, 2)
    }
    waiting = turn_of(reviews=1, wanted=2, reviewer=1, code="A")
    enough = turn_of(reviews=2, wanted=2, reviewer=1, code="B")
    unread = turn_of(reviews=0, wanted=2, reviewer=1, code="C")

    assert orders[1] != orders[2]
    assert sorted([enough, waiting, unread]) == [unread, waiting, enough]


def test_an_empty_ranking_is_right() -> None:
    assert rank([]) == ()
    assert verify((), [], [], BOTH) == ()


# -- The vote -------------------------------------------------------------------------------------


def candidate(project: int, score: int | None, hour: int) -> vote.Candidate:
    mark = None if score is None else Fraction(score)
    return vote.Candidate(project, mark, SENT + timedelta(hours=hour))


CANDIDATES = (candidate(1, 70, 3), candidate(2, 80, 2), candidate(3, 70, 1), candidate(4, None, 0))


def test_most_marks_win_then_the_committee_then_the_earlier() -> None:
    votes = [(10, 1), (10, 2), (11, 3), (12, 4), (13, 4)]

    result = vote.solve(CANDIDATES, votes)

    assert [(one.project, one.votes, one.place) for one in result] == [
        (4, 2, 1),
        (2, 1, 2),
        (3, 1, 3),
        (1, 1, 4),
    ]
    assert vote.verify(result, CANDIDATES, votes, most=3, own={}) == ()


def test_the_second_count_sees_stuffed_ballots_and_own_marks() -> None:
    votes = [(10, 1), (10, 2), (10, 3), (10, 4), (11, 1)]
    result = vote.solve(CANDIDATES, votes)

    faults = vote.verify(result, CANDIDATES, votes, most=3, own={1: frozenset({11})})

    assert faults == ("a ballot has too many marks", "a ballot marks the voter's own project")


@hypothesis_given(some.lists(some.tuples(some.integers(1, 9), some.integers(1, 4)), max_size=30))
def test_the_vote_is_the_same_counted_twice(votes: list[tuple[int, int]]) -> None:
    result = vote.solve(CANDIDATES, votes)

    assert vote.verify(result, CANDIDATES, votes, most=4, own={}) == ()
    swapped = (result[1], result[0], *result[2:])
    renamed = tuple(
        vote.Counted(one.project, one.votes, place) for place, one in enumerate(swapped, 1)
    )
    assert vote.verify(renamed, CANDIDATES, votes, most=4, own={}) != ()


def test_where_a_vote_stands() -> None:
    terms = {"opens_at": SENT, "closes_at": SENT + timedelta(hours=2), "announced_at": None}
    after = SENT + timedelta(hours=3)

    assert vote.standing(**terms, now=SENT - timedelta(hours=1)) == "early"
    assert vote.standing(**terms, now=SENT) == "open"
    assert vote.standing(**terms, now=after) == "counting"
    assert vote.standing(**terms | {"announced_at": after}, now=after) == "announced"
    assert vote.standing(opens_at=None, closes_at=None, announced_at=None, now=SENT) == "none"
