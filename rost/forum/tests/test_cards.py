"""What of a forum is found, and what is found no more."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import NOW
from rost.catalogue.models import Card
from rost.catalogue.queries.things import sources
from rost.forum.actions.cards import shelve_commitment, shelve_edition
from rost.forum.actions.editions import change_edition
from rost.forum.models import Commitment, CommitmentState, Edition
from rost.forum.tests.sample import publish, sample_programme

pytestmark = pytest.mark.django_db


def on_shelf() -> dict[str, str]:
    rows = Card.objects.filter(withdrawn_at__isnull=True)
    return dict(rows.values_list("key", "title"))


@pytest.fixture
def edition(cast: Any) -> Edition:
    edition = publish(sample_programme(3))
    Edition.objects.filter(pk=edition.pk).update(is_public=True)
    edition.refresh_from_db()
    shelve_edition(edition, now=NOW)
    return edition


def test_a_public_edition_is_found_with_its_sessions_and_hidden_with_them(edition: Edition) -> None:
    kinds = {key.partition(":")[0] for key in on_shelf()}
    assert kinds == {"forum.edition", "forum.session"}
    assert on_shelf()[f"forum.edition:{edition.pk}"] == edition.name

    change_edition(edition=edition, is_public=False, now=NOW)
    assert on_shelf() == {}
    change_edition(edition=edition, is_public=True, now=NOW)
    assert {key.partition(":")[0] for key in on_shelf()} == kinds


def test_a_commitment_is_found_from_its_confirmation_without_a_name(
    edition: Edition, cast: Any
) -> None:
    row = Commitment.objects.create(
        edition=edition,
        number=1,
        text="Построить мост через Большой Кизил",
        promiser="Ахметова Рамиля Айратовна",
        person=cast.ramilya,
        municipality=cast.askarovo,
        due_on=NOW.date(),
        noted_at=NOW,
    )
    shelve_commitment(row, now=NOW)
    assert f"forum.commitment:{row.pk}" not in on_shelf()

    row.state = CommitmentState.CONFIRMED
    row.save()
    shelve_commitment(row, now=NOW)
    card = Card.objects.get(key=f"forum.commitment:{row.pk}")
    assert (card.title, card.municipality) == (row.text, cast.askarovo)
    assert "Ахметова" not in f"{card.title} {card.summary} {card.body}"


def test_sources_name_what_stands_on_the_shelf(edition: Edition) -> None:
    named = {
        thing.key
        for source in sources()
        if source.kind in ("edition", "session", "project", "commitment")
        for thing in source.things(NOW.date())
    }
    assert named == on_shelf().keys()
