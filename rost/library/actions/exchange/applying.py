"""The rows of a list become practices, all of them or none, and once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from rost.core.conditions import dump as dump_conditions
from rost.core.conditions import load as load_conditions
from rost.core.passport import dump, load
from rost.directory.actions.imports import claim_batch, close_batch
from rost.directory.models import ImportBatch, Person
from rost.library.actions.locking import lock_practice
from rost.library.actions.publishing import put_card
from rost.library.models import Brought, Practice, PracticeState
from rost.library.queries.exchange.known import NEW, SKIP, UPDATE, WRITTEN

WAYS = (NEW, UPDATE, SKIP)


@transaction.atomic
def apply_collection(
    *, batch: ImportBatch, chosen: Mapping[int, str], send: bool, by: Person, now: datetime
) -> ImportBatch:
    """`chosen` is the way of a row by its position, where there was something to choose.

    `send`: complete ones go straight to the reviewers, the rest are drafts of whoever sent them.
    """
    batch = claim_batch(batch=batch)
    outcome = {"created": 0, "sent": 0, "changed": 0, "unchanged": 0}
    for position, row in enumerate(batch.rows):
        way = chosen.get(position, row["offered"][0])
        if way not in row["offered"] or way == SKIP:
            outcome["unchanged"] += 1
        elif way == UPDATE:
            outcome["changed" if rewritten(row, by, now) else "unchanged"] += 1
        else:
            practice = begun(batch, row, send, by, now)
            outcome["sent" if practice.state == PracticeState.SENT else "created"] += 1
    return close_batch(batch=batch, now=now, outcome=outcome)


def begun(
    batch: ImportBatch, row: dict[str, Any], send: bool, by: Person, now: datetime
) -> Practice:
    sent = send and not row["missing"]
    practice = Practice.objects.create(
        author=by,
        state=PracticeState.SENT if sent else PracticeState.DRAFT,
        sent_at=now if sent else None,
        began_at=now,
        saved_at=now,
        **columns_of(row),
    )
    Brought.objects.create(practice=practice, batch=batch, line=row["line"], saving=practice.saving)
    put_card(practice=practice, now=now)
    return practice


def rewritten(row: dict[str, Any], by: Person, now: datetime) -> bool:
    """Whether the draft was still the sender's to write; what stood there is written over."""
    found = Practice.objects.filter(pk=row["practice"], author=by, state__in=WRITTEN).first()
    if found is None:
        return False
    practice = lock_practice(found)
    for name, value in columns_of(row).items():
        setattr(practice, name, value)
    practice.saving += 1
    practice.saved_in, practice.saved_at = "", now
    practice.save()
    put_card(practice=practice, now=now)
    return True


def columns_of(row: dict[str, Any]) -> dict[str, Any]:
    """Read back through the cores, so that nothing of another shape is stored."""
    passport = load(row["passport"])
    return {
        "title": passport.title[:300],
        "municipality_id": row["municipality"],
        "passport": dump(passport),
        "conditions": dump_conditions(load_conditions(row["conditions"])),
        "videos": row["videos"],
        "language": row["language"],
        "shows_contact": row["shows_contact"],
    }
