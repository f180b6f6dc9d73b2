"""Beginning a practice and taking its draft away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.actions import cards
from rost.core.conditions import Conditions
from rost.core.conditions import dump as dump_conditions
from rost.core.passport import Passport, dump
from rost.directory.models import Municipality, Person
from rost.library.models import Practice, PracticeState
from rost.library.queries.practices import key_of
from rost.ui.refusals import Refusal

from .locking import lock_practice
from .publishing import put_card

DRAFTS = (PracticeState.DRAFT, PracticeState.RETURNED)


class NotADraft(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This practice has been published or is under review: it is not deleted. What is "
                "in the library leaves it by withdrawal, with a reason."
            )
        )


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
    conditions: Conditions | None = None,
) -> Practice:
    """A draft of the author's with this passport; those it was made with read it too."""
    practice = Practice.objects.create(
        author=author,
        municipality=municipality,
        title=title[:300],
        passport=dump(passport),
        conditions=dump_conditions(conditions or Conditions()),
        language=language,
        began_at=now,
        saved_at=now,
    )
    practice.co_authors.set([one for one in together_with if one.pk != author.pk])
    put_card(practice=practice, now=now)
    return practice


@transaction.atomic
def delete_draft(*, practice: Practice, now: datetime) -> None:
    """Gone with its photographs and files; its card is withdrawn, so that the project it grew
    from may begin another."""
    practice = lock_practice(practice)
    if practice.state not in DRAFTS or practice.version_id is not None:
        raise NotADraft
    cards.withdraw(key=key_of(practice), now=now)
    remove_with_files(practice)


def remove_with_files(practice: Practice) -> None:
    """The rows first; the files go once it is certain that the rows have gone."""
    stored = [one.file for one in practice.files.all()]
    for photo in practice.photos.all():
        stored += [photo.file, photo.small]
    practice.delete()
    for file in stored:
        transaction.on_commit(lambda file=file: file.storage.delete(file.name))  # type: ignore[misc]
