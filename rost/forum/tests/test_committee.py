"""The committee at work: conflicts, reviews, decisions, the way to the stage."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from conftest import NOW, Cast
from rost.channels.models import Message
from rost.directory.actions.posts import give_post
from rost.forum.actions.committee import (
    InConflict,
    MarksMissing,
    NotUnderReview,
    OnStageAlready,
    ReasonNeeded,
    StandsInProgramme,
    begin_review,
    decide,
    decide_many,
    declare_conflict,
    gather_in_session,
    make_sessions,
    move_up,
    save_review,
)
from rost.forum.actions.committee.personal import erase_reviews
from rost.forum.actions.committee.refusals import OwnProject, PlaceTaken
from rost.forum.models import Conflict, Contribution, Decision, Project, Review
from rost.forum.queries.committee import (
    conflicts_of,
    others_marks,
    ranking_of,
    reviewing_of,
    vacancies,
    words_to_author,
)
from rost.forum.queries.committee.worked import dossier_of

from .committee_stage import Committee, make_committee

pytestmark = pytest.mark.django_db
TODAY = date(2020, 1, 20)


@pytest.fixture
def committee(cast: Cast) -> Committee:
    return make_committee(cast)


def again(project: Project) -> Project:
    return Project.objects.select_related("call__edition").get(pk=project.pk)


def accept(committee: Committee, cast: Cast, *projects: Project, state: str = "accepted") -> None:
    decide_many(projects=projects, state=state, reason="", by=cast.guzel, now=NOW)


def test_posts_and_authorship_are_conflicts_by_themselves(committee: Committee, cast: Cast) -> None:
    give_post(
        person=committee.boris,
        kind="deputy",
        title="заместитель главы",
        municipality=cast.almukhametovo,
        held_from=date(2019, 10, 1),
    )
    every = [committee.springs, committee.club, committee.light]

    assert conflicts_of(every, committee.liliya, TODAY) == {}
    assert conflicts_of(every, cast.vera, TODAY) == {committee.springs.pk: "author"}
    assert conflicts_of(every, committee.boris, TODAY) == {
        committee.club.pk: "place",
        committee.light.pk: "place",
    }


def test_a_conflict_closes_the_project_for_good_and_takes_the_marks_out(
    committee: Committee,
) -> None:
    committee.review(committee.springs, committee.liliya, 0, 0)
    committee.review(committee.springs, committee.boris, 10, 5)

    declare_conflict(
        project=committee.springs, reviewer=committee.liliya, kind="work", words="", now=NOW
    )

    [row, *_unread] = ranking_of(committee.call).rows
    assert (row.project, row.score, row.reviews) == (committee.springs, 100, 1)
    assert ranking_of(committee.call).incomplete == 1
    with pytest.raises(InConflict):
        begin_review(project=committee.springs, reviewer=committee.liliya, now=NOW)
    with pytest.raises(InConflict):
        committee.review(committee.springs, committee.liliya, 10, 5)
    assert Conflict.objects.get().kind == "work"


def test_a_draft_counts_nothing_and_a_sent_review_needs_every_mark(committee: Committee) -> None:
    review = begin_review(project=committee.springs, reviewer=committee.liliya, now=NOW)
    known = {"advice": "accept", "to_committee": "", "to_author": "", "now": NOW}

    save_review(review=review, marks={"use": 7, "again": 99, "other": 1}, **known)

    assert Review.objects.get().marks == {"use": 7}
    assert ranking_of(committee.call).rows[0].score is None
    with pytest.raises(MarksMissing):
        save_review(review=review, marks={"use": 7}, send=True, **known)
    sent = save_review(review=review, marks={"use": 7, "again": 5}, send=True, **known)
    assert sent.sent_at == NOW
    with pytest.raises(MarksMissing):
        save_review(review=sent, marks={"use": 7}, **known)


def test_the_list_offers_the_least_reviewed_and_hides_conflicts(
    committee: Committee, cast: Cast
) -> None:
    committee.review(committee.springs, committee.liliya, 8, 5)
    declare_conflict(project=committee.club, reviewer=cast.marat, kind="family", words="", now=NOW)
    begin_review(project=committee.springs, reviewer=cast.marat, now=NOW)

    marats = reviewing_of(committee.call, cast.marat, TODAY)
    liliyas = reviewing_of(committee.call, committee.liliya, TODAY)

    assert [(one.project.title, one.reviews, one.begun) for one in marats.waiting] == [
        ("Свет", 0, False),
        ("Родники", 1, True),
    ]
    assert [one.title for one, _why in marats.closed] == ["Клуб"]
    assert [one.title for one in liliyas.sent] == ["Родники"]


def test_others_marks_are_shown_after_ones_own_are_sent(committee: Committee) -> None:
    committee.review(committee.springs, committee.boris, 7, 3, to_committee="Смета не сходится")
    mine = begin_review(project=committee.springs, reviewer=committee.liliya, now=NOW)

    assert others_marks(mine) is None

    mine = committee.review(committee.springs, committee.liliya, 8, 5)
    others = others_marks(mine)
    assert others is not None
    assert [one.marks for one in others.marks] == [{"use": 7, "again": 3}]
    assert (others.words, others.score) == (("Смета не сходится",), Fraction(77))


def test_the_score_is_worked_out_in_words(committee: Committee) -> None:
    committee.review(committee.springs, committee.liliya, 8, 5)
    committee.review(committee.springs, committee.boris, 7, 3)

    lines = dossier_of(committee.springs, "ru").lines

    assert [(one.name, one.mean, one.formula, one.points) for one in lines] == [
        ("Польза", "(8 + 7) / 2 = 7,5", "7,5 / 10 × 30 / 50 × 100", "45"),
        ("Можно повторить", "(5 + 3) / 2 = 4", "4 / 5 × 20 / 50 × 100", "32"),
    ]


def test_a_decision_is_logged_and_told_to_all_authors(committee: Committee, cast: Cast) -> None:
    committee.review(committee.springs, committee.liliya, 8, 5, to_author="Покажите смету")

    decide(project=committee.springs, state="accepted", reason="", by=cast.guzel, now=NOW)
    same = decide(project=committee.springs, state="accepted", reason="", by=cast.guzel, now=NOW)

    assert same is None
    [decision] = Decision.objects.all()
    assert (decision.state, decision.by, decision.at) == ("accepted", cast.guzel, NOW)
    assert {one.person for one in Message.objects.all()} == {cast.ramilya, cast.vera}
    assert {one.path for one in Message.objects.all()} == {"/forum/2020/projects/SPRNG/"}
    assert words_to_author(again(committee.springs)) == ["Покажите смету"]
    with pytest.raises(NotUnderReview):
        committee.review(committee.springs, committee.boris, 1, 1)


def test_declining_needs_a_reason_and_several_are_decided_together_or_not_at_all(
    committee: Committee, cast: Cast
) -> None:
    both = [committee.springs, committee.club]

    with pytest.raises(ReasonNeeded):
        decide_many(projects=both, state="declined", reason=" ", by=cast.guzel, now=NOW)
    assert Decision.objects.count() == 0

    number = decide_many(
        projects=both, state="declined", reason="Не по теме", by=cast.guzel, now=NOW
    )
    assert number == 2
    assert again(committee.club).reason == "Не по теме"


def test_an_organiser_does_not_decide_about_their_own(committee: Committee, cast: Cast) -> None:
    Project.objects.filter(pk=committee.light.pk).update(author=cast.guzel)

    with pytest.raises(OwnProject):
        accept(committee, cast, committee.springs, committee.light)

    assert again(committee.springs).state == "sent"


def test_the_best_of_the_reserve_takes_the_place_of_a_withdrawn_one_once(
    committee: Committee, cast: Cast
) -> None:
    committee.review(committee.club, committee.liliya, 3, 3)
    committee.review(committee.light, committee.liliya, 9, 5)
    accept(committee, cast, committee.springs)
    accept(committee, cast, committee.club, committee.light, state="reserve")
    Project.objects.filter(pk=committee.springs.pk).update(state="withdrawn")

    [vacancy] = vacancies(committee.call, ranking_of(committee.call))
    moved = move_up(call=committee.call, withdrawn=committee.springs, by=cast.guzel, now=NOW)

    assert vacancy.following == moved == committee.light
    assert again(committee.light).state == "accepted"
    assert Decision.objects.get(project=committee.light, state="accepted").in_place_of == (
        committee.springs
    )
    with pytest.raises(PlaceTaken):
        move_up(call=committee.call, withdrawn=committee.springs, by=cast.guzel, now=NOW)
    assert again(committee.club).state == "reserve"


def test_accepted_projects_become_sessions_with_their_authors(
    committee: Committee, cast: Cast
) -> None:
    accept(committee, cast, committee.springs, committee.club)

    with pytest.raises(OnStageAlready):
        make_sessions(projects=[committee.springs, committee.light], minutes=15, now=NOW)
    [session] = make_sessions(projects=[committee.springs], minutes=15, now=NOW)

    assert (session.form, session.title, session.minutes) == ("presentation", "Родники", 15)
    assert again(committee.springs).session == session
    parts = Contribution.objects.filter(session=session)
    assert [(one.person, one.part, one.minutes) for one in parts] == [
        (cast.ramilya, "speaker", 15),
        (cast.vera, "speaker", None),
    ]
    with pytest.raises(OnStageAlready):
        make_sessions(projects=[committee.springs], minutes=15, now=NOW)
    with pytest.raises(StandsInProgramme):
        accept(committee, cast, committee.springs, state="reserve")


def test_slots_of_one_session_keep_their_order_and_join_one_persons_two(
    committee: Committee, cast: Cast
) -> None:
    accept(committee, cast, committee.springs, committee.club, committee.light)

    session = gather_in_session(
        edition=committee.edition,
        projects=[committee.club, committee.springs, committee.light],
        title="Проекты сёл",
        minutes=10,
        now=NOW,
    )

    assert session.minutes == 30
    parts = Contribution.objects.filter(session=session).order_by("position")
    assert [(one.person, one.topic, one.minutes) for one in parts] == [
        (cast.ildar, "Клуб; Свет", 20),
        (cast.ramilya, "Родники", 10),
        (cast.vera, "Родники", None),
    ]
    assert {one.session for one in Project.objects.all()} == {session}


def test_a_reviewer_who_goes_leaves_the_score_as_it_was(committee: Committee) -> None:
    committee.review(committee.springs, committee.liliya, 8, 5, to_committee="Личное")
    begin_review(project=committee.club, reviewer=committee.liliya, now=NOW)

    number = erase_reviews(committee.liliya, NOW)

    assert number == 2
    [left] = Review.objects.all()
    assert (left.reviewer, left.to_committee) == (None, "")
    assert ranking_of(committee.call).rows[0].score == 88
