"""Writing down that badges were printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.actions.handling import note
from rost.documents.models import Act
from rost.forum.models import Badge
from rost.forum.queries.badges import faces_of
from rost.forum.rules.sheets import rows_text

from .refusals import ReprintNeedsReason

REGISTER = "forum.badges"
LONGEST = 200  # signs of the log's line


@transaction.atomic
def note_printed(
    *, badges: Sequence[Badge], by: Person, now: datetime, reason: str = ""
) -> Sequence[Badge]:
    """They are on paper now: by whom, how many, and why again if they were before.

    What each says is kept as a digest, so that the desk can tell whose data have changed since.
    """
    badges = [one for one in badges if one.printed_at != now]  # a work done twice notes once
    if not badges:
        return badges
    again = [one for one in badges if one.prints]
    if again and not reason.strip():
        raise ReprintNeedsReason
    faces = faces_of(badges)
    for badge in badges:
        badge.printed_at, badge.printed_as = now, faces.get(badge.pk, "")
    Badge.objects.bulk_update(badges, ["printed_at", "printed_as"], batch_size=250)
    Badge.objects.filter(pk__in=[one.pk for one in badges]).update(prints=F("prints") + 1)
    edition = badges[0].edition
    fresh = [one for one in badges if not one.prints]
    for act, part, why in ((Act.PRINTED, fresh, ""), (Act.REPRINTED, again, reason.strip())):
        if part:
            note(
                kind="badge",
                act=act,
                rows=len(part),
                by=by,
                now=now,
                space=edition.space,
                about=serials_text([one.serial for one in part]),
                reason=why[:300],
            )
    record_access(
        person=by,
        act=AccessRecord.Act.PRINT,
        register=REGISTER,
        rows=sum(1 for one in badges if one.registration_id is not None),
        now=now,
        about=edition.space,
    )
    return badges


def serials_text(serials: Sequence[int]) -> str:
    """Which numbers, cut where the log has no more room."""
    text = rows_text(serials)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rsplit(',', 1)[0]} …"
