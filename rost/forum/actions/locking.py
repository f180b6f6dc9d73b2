"""The one locking rule for scarce things of an edition; reasons in docs/decisions/seats.md."""

from __future__ import annotations

from rost.forum.models import Edition


def lock_edition(edition: Edition | int) -> Edition:
    """Lock the edition's row, read afresh, until the transaction ends.

    Every action that counts seats (of the edition, a session, a bus) and then writes calls this
    first, inside `transaction.atomic`. On SQLite the transaction itself is the lock: it begins
    IMMEDIATE, so there is one writer. `no_key` lets rows that merely point at the edition be
    written meanwhile. The published version comes without its content, which is read elsewhere.
    """
    identity = edition if isinstance(edition, int) else edition.pk
    editions = Edition.objects.select_related("published").defer("published__content")
    return editions.select_for_update(of=("self",), no_key=True).get(pk=identity)
