"""Taking a person out of practices: drafts go, what is published stays without them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.catalogue.actions import cards
from rost.directory.models import Person
from rost.library.actions.locking import lock_practice
from rost.library.actions.practices import delete_draft, remove_with_files
from rost.library.actions.publishing import put_card
from rost.library.models import Photo, Practice, Version
from rost.library.queries.own.personal import old_drafts
from rost.library.queries.practices import key_of


@transaction.atomic
def erase_practices(person: Person, now: datetime) -> int:
    """A published practice is its municipality's: it stays, without the author and the contact.

    A draft goes, unless a co-author goes on with it. In others' practices they are named no more.
    """
    together = Practice.co_authors.through.objects.filter(person=person)
    left = together.delete()[0]
    mine = list(Practice.objects.filter(author=person).order_by("pk"))
    for one in mine:
        leave(one, now)
    Photo.objects.filter(added_by=person).update(added_by=None)
    Version.objects.filter(published_by=person).update(published_by=None)
    return len(mine) + left


def leave(practice: Practice, now: datetime) -> None:
    practice = lock_practice(practice)
    heir = practice.co_authors.order_by("pk").first()
    if heir is None and practice.version_id is None:  # in whatever state: nobody has read it
        cards.withdraw(key=key_of(practice), now=now)
        remove_with_files(practice)
        return
    practice.author = heir
    if heir is not None:
        practice.co_authors.remove(heir)
    practice.shows_contact = False
    practice.passport = practice.passport | {"contact": ""}
    practice.saving += 1
    practice.save(update_fields=["author", "shows_contact", "passport", "saving"])
    for version in practice.versions.all():
        version.passport = version.passport | {"contact": ""}
        version.save(update_fields=["passport"])
    put_card(practice=practice, now=now)


def count_old_drafts(before: datetime) -> int:
    return old_drafts(before).count()


@transaction.atomic
def destroy_old_drafts(before: datetime, now: datetime) -> int:
    rows = list(old_drafts(before))
    for row in rows:
        delete_draft(practice=row, now=now)
    return len(rows)
