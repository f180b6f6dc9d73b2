"""Names in commitments: who may be named to everybody, and no way round it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from conftest import Cast
from rost.forum.actions.commitments import accept_proposal, propose
from rost.forum.actions.commitments.answering import proposal_mark
from rost.forum.actions.commitments.refusals import AnotherWording
from rost.forum.models import Commitment, CommitmentState
from rost.forum.queries.commitments import public_rows
from rost.forum.queries.commitments.listing import Filter

from .commitment_stage import ANSWERED, DUE, Discussion, make_discussion
from .registration_stage import make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall(cast: Cast) -> Discussion:
    return make_discussion(cast)


def in_force(hall: Discussion, text: str, **facts: Any) -> Commitment:
    row = hall.noted(text, **facts)
    Commitment.objects.filter(pk=row.pk).update(state=CommitmentState.CONFIRMED)
    row.refresh_from_db()
    return row


def test_a_search_of_everybody_does_not_tell_a_name_that_is_not_shown(hall: Discussion) -> None:
    in_force(hall, "починить мост", person=hall.cast.vera, municipality=hall.cast.district)

    def found(words: str) -> list[str]:
        rows = public_rows(hall.edition, Filter(words=words), ANSWERED)
        return [row.commitment.text for row in rows]

    assert found("мост") == ["починить мост"]
    assert found("Ёлкина") == []


def test_a_mere_name_is_shown_to_the_secretaries_alone(hall: Discussion) -> None:
    """Somebody without an account was never asked whether they may be named."""
    in_force(hall, "привезти саженцы", person=None, promiser="Иванова Анна")
    in_force(
        hall,
        "починить мост",
        person=None,
        promiser="Абзелиловский район",
        municipality=hall.cast.district,
    )

    in_force(hall, "собрать ответы", person=None, promiser="Союз муниципальных юристов")

    rows = public_rows(hall.edition, Filter(), ANSWERED)

    assert [(row.commitment.text, row.promiser) for row in rows] == [
        ("привезти саженцы", ""),
        ("починить мост", "Абзелиловский район"),
        ("собрать ответы", "Союз муниципальных юристов"),
    ]


def test_what_is_proposed_anew_is_not_accepted_unread(hall: Discussion) -> None:
    row, later = hall.noted(), ANSWERED + timedelta(minutes=1)
    known: dict[str, Any] = {"words": "", "by": hall.cast.ramilya, "wording": 1, "due_on": DUE}
    propose(commitment=row, text="три собрания", now=ANSWERED, **known)
    row.refresh_from_db()
    seen = proposal_mark(row)
    propose(commitment=row, text="ни одного собрания", now=later, **known)

    with pytest.raises(AnotherWording):
        accept_proposal(commitment=row, now=later, seen=seen)


def test_a_forum_that_is_not_announced_is_not_named_by_what_goes_on_there(
    hall: Discussion,
) -> None:
    row = in_force(hall, "починить мост", municipality=hall.cast.district)
    later = make_edition(slug="rost-2021")
    type(later).objects.filter(pk=later.pk).update(name="Тайный форум", is_public=False)
    Commitment.objects.filter(pk=row.pk).update(carried_to=later)

    shown = Client().get(f"/forum/{hall.edition.slug}/commitments/{row.number}/")

    assert shown.status_code == 200
    assert "Тайный" not in shown.text
