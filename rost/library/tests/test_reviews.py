"""Taking a practice, the checklist, decisions, the seal, reminders, withdrawal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from conftest import NOW, Cast
from rost.catalogue.models import Card
from rost.channels.models import Message
from rost.library.actions.reviews import (
    Written,
    assign,
    bring_back,
    decide,
    give_back,
    save_draft,
    take,
    withdraw,
)
from rost.library.actions.reviews import refusals as no
from rost.library.actions.reviews.reminding import remind_reviews
from rost.library.models import Practice, PracticeState, Review
from rost.library.queries.reviews import seal_of
from rost.library.queries.reviews.context import remarks_for
from rost.library.rules.review import Clash

from .review_stage import answers, decided, published_practice, sent_practice

DAY = date(2020, 1, 20)


def card(practice: Practice) -> Card | None:
    return Card.objects.filter(key=f"library.practice:{practice.pk}").first()


def test_of_two_reviewers_the_first_gets_the_practice(cast: Cast) -> None:
    practice = sent_practice(cast.ramilya, cast.askarovo)
    mine = take(practice=practice, reviewer=cast.marat, now=NOW)

    assert take(practice=practice, reviewer=cast.marat, now=NOW) == mine
    with pytest.raises(no.TakenAlready, match="Хәйруллин"):
        take(practice=practice, reviewer=cast.nina, now=NOW)

    give_back(review=mine, by=cast.marat)
    assert take(practice=practice, reviewer=cast.nina, now=NOW).reviewer == cast.nina


def test_authors_and_those_with_posts_there_or_in_the_district_do_not_review(cast: Cast) -> None:
    from rost.directory.models import Post
    from rost.library.queries.reviews.conflicts import conflict_of

    practice = sent_practice(cast.ramilya, cast.askarovo)
    practice.co_authors.add(cast.nina)
    Post.objects.create(
        person=cast.marat,
        kind="staff",
        title="специалист",
        municipality=cast.district,
        held_from=date(2019, 1, 1),
    )

    assert conflict_of(practice, cast.ramilya, DAY) is Clash.AUTHOR
    assert conflict_of(practice, cast.nina, DAY) is Clash.AUTHOR
    assert conflict_of(practice, cast.marat, DAY) is Clash.PLACE
    assert conflict_of(practice, cast.ildar, DAY) is None  # a head of the next village
    with pytest.raises(no.InConflict):
        take(practice=practice, reviewer=cast.marat, now=NOW)


def test_an_editor_names_a_reviewer_who_is_told(cast: Cast) -> None:
    practice = sent_practice(cast.ramilya, cast.askarovo)

    review = assign(practice=practice, reviewer=cast.marat, by=cast.nina, now=NOW)

    assert (review.reviewer, review.assigned_by) == (cast.marat, cast.nina)
    assert Message.objects.filter(person=cast.marat).count() == 1
    with pytest.raises(no.NotAReviewer):
        assign(practice=practice, reviewer=cast.vera, by=cast.nina, now=NOW)


def test_published_with_level_seal_and_the_reviewers_name(cast: Cast) -> None:
    practice = published_practice(cast)

    seal = seal_of(practice, DAY)

    assert practice.state == PracticeState.PUBLISHED
    assert practice.version is not None
    assert practice.version.title == "Родники – общее дело"
    assert seal is not None
    assert (seal.level, seal.until, seal.expired) == ("measured", date(2022, 1, 20), False)
    assert seal.reviewer == "Хәйруллин Марат Һиҙиәт улы"
    assert practice.review_by == date(2021, 11, 21)  # sixty days before
    later = seal_of(practice, date(2022, 1, 21))
    assert later is not None
    assert later.expired
    public = card(practice)
    assert public is not None
    assert public.audience == "public"


@pytest.mark.parametrize(
    ("written", "refusal"),
    [
        ({"checklist": {}}, no.AnswersMissing),
        ({"checklist": answers(money="no"), "evidence": "told"}, no.Forbidden),
        ({"evidence": "shown"}, no.LevelNotShown),  # no photograph, no file, no video
        ({"evidence": "repeated"}, no.LevelNotShown),  # nobody has adopted it with a result
        ({"evidence": ""}, no.LevelNotShown),
        ({"evidence": "told", "review_by": date(2022, 1, 1)}, no.LookNotInTime),
        ({"evidence": "told", "review_by": DAY}, no.LookNotInTime),
    ],
)
def test_what_holds_a_practice_back_from_the_library(
    cast: Cast, written: dict[str, object], refusal: type[Exception]
) -> None:
    practice = sent_practice(cast.ramilya, cast.askarovo)

    with pytest.raises(refusal):
        decided(practice, cast.marat, "published", **written)

    practice.refresh_from_db()
    assert (practice.state, practice.version) == (PracticeState.SENT, None)


def test_no_to_a_question_that_is_not_obligatory_does_not_hold_it_back(cast: Cast) -> None:
    practice = sent_practice(cast.ramilya, cast.askarovo)

    decided(
        practice, cast.marat, "published", checklist=answers(language="no"), evidence="measured"
    )

    practice.refresh_from_db()
    assert practice.state == PracticeState.PUBLISHED


def test_a_copy_that_changed_since_it_was_opened_is_not_decided_upon(cast: Cast) -> None:
    practice = sent_practice(cast.ramilya, cast.askarovo)
    review = take(practice=practice, reviewer=cast.marat, now=NOW)
    save_draft(review=review, by=cast.marat, written=Written(answers(), evidence="told"))
    Practice.objects.filter(pk=practice.pk).update(saving=7)

    with pytest.raises(no.CopyChanged):
        decide(
            review=review,
            by=cast.marat,
            seen=practice.saving,
            decision="published",
            written=Written(answers(), evidence="told"),
            now=NOW,
        )

    review.refresh_from_db()
    assert (review.decision, review.checklist["problem"]["answer"]) == ("", "yes")


def test_returned_with_remarks_that_the_authors_read(cast: Cast) -> None:
    practice = sent_practice(cast.ramilya, cast.askarovo)
    with pytest.raises(no.RemarksNeeded):
        decided(practice, cast.marat, "returned", checklist={})

    decided(
        practice,
        cast.marat,
        "returned",
        checklist={},
        remarks="Хорошее дело, но суммы не сходятся.",
        by_field={"money": "Навес стоил дороже", "luck": "нет такого поля", "steps": " "},
    )

    practice.refresh_from_db()
    remarks = remarks_for(practice)
    assert practice.state == PracticeState.RETURNED
    assert remarks is not None
    assert (remarks.text, remarks.by_field) == (
        "Хорошее дело, но суммы не сходятся.",
        {"money": "Навес стоил дороже"},
    )
    told = Message.objects.get(person=cast.ramilya)
    assert "Навес стоил дороже" in told.body
    assert told.path.endswith(f"/practices/{practice.pk}/draft/")


def test_looked_at_again_the_seal_is_given_anew(cast: Cast) -> None:
    practice = published_practice(cast)
    later = NOW + timedelta(days=400)
    with pytest.raises(no.WrongDecision):
        decided(practice, cast.nina, "published", now=later, evidence="measured")

    decided(practice, cast.nina, "confirmed", now=later, evidence="measured")

    practice.refresh_from_db()
    seal = seal_of(practice, later.date())
    assert seal is not None
    assert (seal.reviewer, seal.until) == ("Петрова Нина Ивановна", date(2023, 2, 23))
    assert practice.versions.count() == 1


def test_reminders_of_terms_and_seals_go_once_each(cast: Cast) -> None:
    published = published_practice(cast)
    waiting = sent_practice(cast.ildar, cast.almukhametovo)
    take(practice=waiting, reviewer=cast.marat, now=NOW)
    Message.objects.all().delete()

    def sent(days: int) -> list[tuple[str, str]]:
        Message.objects.all().delete()
        first = remind_reviews(NOW + timedelta(days=days))
        assert remind_reviews(NOW + timedelta(days=days, hours=1)) == 0
        rows = Message.objects.values_list("person__surname", "dedupe")
        found = [(name, key.split(":")[0]) for name, key in rows]
        assert first == len(found)
        return found

    assert sent(14) == []  # the tenth working day
    assert sent(15) == [("Хәйруллин", "library.review.overdue")]
    until = (date(2022, 1, 20) - DAY).days
    assert sent(until - 31) == []
    assert sent(until - 30) == [("Ахметова", "library.seal")]
    assert sent(until) == [("Ахметова", "library.seal")]
    assert sent(until + 20) == []
    assert remind_reviews(NOW.replace(hour=21) + timedelta(days=until)) == 0  # at night
    assert published.pk


def test_withdrawn_it_leaves_its_title_day_and_reason_and_may_come_back(cast: Cast) -> None:
    practice = published_practice(cast)
    with pytest.raises(no.BasisNeeded):
        withdraw(
            practice=practice, by=cast.nina, by_author=False, reason="Ошибка", basis="", now=NOW
        )

    withdraw(
        practice=practice,
        by=cast.nina,
        by_author=False,
        reason="Родник закрыт.",
        basis="письмо № 12",
        now=NOW,
    )

    practice.refresh_from_db()
    gone = card(practice)
    assert (practice.state, practice.withdrawal_reason) == ("withdrawn", "Родник закрыт.")
    assert gone is not None
    assert gone.withdrawn_at == NOW
    told = Message.objects.get(person=cast.ramilya, dedupe__startswith="library.withdrawn:")
    assert "письмо № 12" in told.body

    bring_back(practice=practice, by=cast.nina, now=NOW)
    practice.refresh_from_db()
    assert (practice.state, practice.withdrawal_reason) == ("published", "")
    assert practice.withdrawals.get().back_by == cast.nina


def test_a_reviewer_who_leaves_is_named_no_more(cast: Cast) -> None:
    from rost.library.actions.reviews.personal import erase_reviews

    practice = published_practice(cast)
    waiting = sent_practice(cast.ildar, cast.almukhametovo)
    take(practice=waiting, reviewer=cast.marat, now=NOW)

    erase_reviews(cast.marat, NOW)

    seal = seal_of(practice, DAY)
    assert seal is not None
    assert seal.reviewer == ""
    assert not Review.objects.filter(reviewer=cast.marat).exists()
    assert not Review.objects.filter(practice=waiting).exists()


def test_after_the_term_only_the_seal_in_force_names_its_reviewer(cast: Cast) -> None:
    from rost.library.actions.reviews.personal import count_old_reviews, destroy_old_reviews

    practice = published_practice(cast)
    again = NOW + timedelta(days=600)
    decided(practice, cast.nina, "confirmed", now=again, evidence="measured")
    before = again + timedelta(days=1)

    assert count_old_reviews(before) == 1
    assert destroy_old_reviews(before, before) == 1

    names = practice.reviews.order_by("id").values_list("reviewer__surname", flat=True)
    assert list(names) == [None, "Петрова"]
