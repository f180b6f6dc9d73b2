"""Co-authors: a link that opens once makes whoever says yes one of them."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.library.actions.locking import lock_practice
from rost.library.actions.publishing import put_card
from rost.library.models import CoAuthorKey, Practice, PracticeState
from rost.library.queries.own.co_authors import LASTS, digest_of
from rost.ui.refusals import Refusal

MOST = 10


class TooManyCoAuthors(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A practice has at most ten co-authors. No link was made."))


class LinkOver(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This link has been used or is too old. Ask the author of the practice for a new "
                "one."
            )
        )


@transaction.atomic
def make_key(*, practice: Practice, now: datetime) -> str:
    """The secret of a link; it is shown once and passed on by the author."""
    practice = lock_practice(practice)
    practice.co_author_keys.filter(made_at__lt=now - timedelta(days=LASTS)).delete()
    if practice.co_authors.count() + practice.co_author_keys.count() >= MOST:
        raise TooManyCoAuthors
    secret = secrets.token_urlsafe(32)
    CoAuthorKey.objects.create(practice=practice, digest=digest_of(secret), made_at=now)
    return secret


@transaction.atomic
def join(*, key: CoAuthorKey, person: Person, now: datetime) -> Practice:
    """The link has done its work; the author who opens it by mistake spoils nothing."""
    practice = lock_practice(key.practice)
    found = practice.co_author_keys.filter(pk=key.pk).first()
    if found is None or practice.state == PracticeState.WITHDRAWN:
        raise LinkOver
    if practice.author_id == person.pk:
        return practice
    found.delete()
    practice.co_authors.add(person)
    put_card(practice=practice, now=now)
    return practice


@transaction.atomic
def remove_co_author(*, practice: Practice, person: int, now: datetime) -> None:
    """Taken out by the author, or leaving."""
    practice = lock_practice(practice)
    practice.co_authors.remove(person)
    put_card(practice=practice, now=now)
