"""Beginning a practice and taking its draft away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from rost.catalogue.actions import cards
from rost.core.passport import Passport, dump
from rost.directory.models import Municipality, Person
from rost.library.models import Practice
from rost.library.queries.practices import key_of, thing_of


@transaction.atomic
def begin_practice(
    *,
    author: Person,
    passport: Passport,
    municipality: Municipality | None,
    title: str,
    language: str,
    now: datetime,
    together_with: Sequence[Person] = (),
) -> Practice:
    """A draft of the author's with this passport; those it was made with read it too."""
    practice = Practice.objects.create(
        author=author,
        municipality=municipality,
        title=title[:300],
        passport=dump(passport),
        language=language,
        began_at=now,
        saved_at=now,
    )
    practice.co_authors.set([one for one in together_with if one.pk != author.pk])
    cards.put(thing=thing_of(practice), now=now)
    return practice


@transaction.atomic
def delete_draft(*, practice: Practice, now: datetime) -> None:
    """The draft is gone; its card is withdrawn, so the same project may begin another."""
    cards.withdraw(key=key_of(practice), now=now)
    practice.delete()


def erase_practices(person: Person, now: datetime) -> int:
    """Drafts of a person who goes; in others' they are named no more."""
    mine = list(Practice.objects.filter(author=person))
    for one in mine:
        delete_draft(practice=one, now=now)
    together = Practice.co_authors.through.objects.filter(person=person)
    number, _by_model = together.delete()
    return len(mine) + number
