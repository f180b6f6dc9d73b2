"""A speaker does not come: each of their sessions goes on without them, later, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from rost.directory.models import Person
from rost.forum.actions.locking import lock_edition
from rost.forum.actions.programme import cancel_session, remove_contribution
from rost.forum.models import Availability, Day, Edition, Session, SpeakerNeeds

from .refusals import MomentNeeded


class Choice(StrEnum):
    """What becomes of one session."""

    WITHOUT = "without"  # the others hold it
    LATER = "later"  # it waits for the speaker
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many sessions went which way; with `later` the programme is to be moved."""

    without: int = 0
    later: int = 0
    cancelled: int = 0


@transaction.atomic
def drop_out(
    *,
    edition: Edition,
    person: Person,
    choices: Mapping[str, Choice],
    comes_at: datetime | None,
    now: datetime,
) -> Outcome:
    """`comes_at`: from when the speaker can come after all, needed where something waits for them.

    What has begun stays as it is, except that a part is taken out of it.
    """
    edition = lock_edition(edition)
    sessions = {
        one.code: one
        for one in Session.objects.filter(edition=edition, code__in=choices).select_related(
            "edition"
        )
    }
    later = [code for code, choice in choices.items() if choice == Choice.LATER]
    if later and comes_at is None:
        raise MomentNeeded(sessions[later[0]].title)
    counted = dict.fromkeys(Choice, 0)
    for code, choice in choices.items():
        if code not in sessions:
            continue
        counted[Choice(choice)] += 1
        if choice == Choice.CANCEL:
            cancel_session(session=sessions[code], now=now)
        elif choice == Choice.WITHOUT:
            for part in sessions[code].contributions.filter(person=person):
                remove_contribution(contribution=part, now=now)
    if later and comes_at is not None:
        _come_from(edition, person, comes_at)
    else:
        SpeakerNeeds.objects.update_or_create(
            edition=edition, person=person, defaults={"dropped_at": now}
        )
    return Outcome(counted[Choice.WITHOUT], counted[Choice.LATER], counted[Choice.CANCEL])


@transaction.atomic
def comes_after_all(*, edition: Edition, person: Person) -> None:
    """The mark goes; parts that were taken out are given again by hand."""
    SpeakerNeeds.objects.filter(edition=edition, person=person).update(dropped_at=None)


def _come_from(edition: Edition, person: Person, moment: datetime) -> None:
    """What they said before is cut at the moment; who said nothing can from then on."""
    own = Availability.objects.filter(edition=edition, person=person)
    known = own.exists()
    own.filter(ends_at__lte=moment).delete()
    own.filter(starts_at__lt=moment).update(starts_at=moment)
    last = Day.objects.filter(edition=edition).order_by("-ends_at").first()
    if (not known or not own.exists()) and last is not None and last.ends_at > moment:
        Availability.objects.create(
            edition=edition, person=person, starts_at=moment, ends_at=last.ends_at
        )
