"""A working copy: saved as often as one likes, never over somebody else's text."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypedDict

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.messages import fault_text
from rost.core.conditions import Conditions
from rost.core.conditions import dump as dump_conditions
from rost.core.passport import Fault, Passport, dump, faults
from rost.directory.models import Municipality
from rost.library.actions.locking import lock_practice
from rost.library.actions.publishing import put_card
from rost.library.models import Practice, PracticeState
from rost.library.queries.practices import conditions_of, passport_of
from rost.ui.refusals import Refusal

# A published practice is written on too: the public reads its version meanwhile.
WRITTEN = (PracticeState.DRAFT, PracticeState.RETURNED, PracticeState.PUBLISHED)
COLUMNS = (
    "passport",
    "conditions",
    "videos",
    "title",
    "municipality",
    "language",
    "shows_contact",
    "saving",
    "saved_in",
    "saved_at",
)


class Saved(TypedDict):
    """What a saving writes; `title` and the place also stand beside the passport."""

    passport: Passport
    conditions: Conditions
    videos: list[dict[str, str]]
    municipality: Municipality | None
    language: str
    shows_contact: bool


class NotWritten(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This practice is under review: it is not changed now. Take it back to mend it.")
        )


class SavedElsewhere(Refusal):
    """Another window or a co-author saved in between; `practice` is what stands there now."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        super().__init__(
            _(
                "This draft was changed in another window or by a co-author. Nothing of yours was "
                "thrown away: compare both below and save what should stay."
            )
        )


class AtFault(Refusal):
    """What no form of ours sends: the form has told of it field by field."""

    def __init__(self, found: tuple[Fault, ...]) -> None:
        super().__init__(
            _("What was typed cannot be saved: %(faults)s. Mend it and save again.")
            % {"faults": "; ".join(fault_text(one) for one in found)}
        )


@transaction.atomic
def save_draft(
    *, practice: Practice, saved: Saved, seen: int, window: str, settled: bool, now: datetime
) -> Practice:
    """Write everything at once; `seen` is the saving that the window was drawn from.

    A window whose answer was lost sends an older number again: its own saving stands there, so
    what it sends now is newer. The same content sent twice is saved once. The card follows when
    the writing has `settled` (somebody pressed a button), not at every pause of the typing.
    """
    found = faults(saved["passport"])
    if found:
        raise AtFault(found)
    practice = lock_practice(practice)
    if practice.state not in WRITTEN:
        raise NotWritten
    if written(practice) != columns_of(saved):
        if practice.saving != seen and not (window and practice.saved_in == window):
            raise SavedElsewhere(practice)
        for name, value in columns_of(saved).items():
            setattr(practice, name, value)
        practice.saving += 1
        practice.saved_in = window[:32]
        practice.saved_at = now
        practice.save(update_fields=COLUMNS)
    if settled:
        put_card(practice=practice, now=now)
    return practice


def columns_of(saved: Saved) -> dict[str, Any]:
    return {
        "passport": dump(saved["passport"]),
        "conditions": dump_conditions(saved["conditions"]),
        "videos": saved["videos"],
        "title": saved["passport"].title,
        "municipality": saved["municipality"],
        "language": saved["language"],
        "shows_contact": saved["shows_contact"],
    }


def written(practice: Practice) -> dict[str, Any]:
    names = ("videos", "title", "municipality", "language", "shows_contact")
    return {
        "passport": dump(passport_of(practice)),
        "conditions": dump_conditions(conditions_of(practice)),
    } | {name: getattr(practice, name) for name in names}
