"""Taking an adoption in hand: its row locked and read afresh; its card after every change."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rost.catalogue.actions import cards
from rost.library.models import Adoption
from rost.library.queries.adoption.cards import thing_of
from rost.library.queries.adoption.doors import all_adoptions
from rost.ui.refusals import Refusal


class AnotherWindow(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody has saved this plan since you opened it, perhaps you in another window. "
                "Nothing of yours is lost: it stands below. Compare and save once more."
            )
        )


class Ended(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This repetition was given up; its page stays, its plan is closed."))


def lock_adoption(adoption: Adoption, *, seen: int | None = None) -> Adoption:
    """`seen` is the saving that the page was made from; another one is a refusal."""
    row = all_adoptions().select_for_update(of=("self",)).get(pk=adoption.pk)
    if row.state == "given_up":
        raise Ended
    if seen is not None and seen != row.saving:
        raise AnotherWindow
    return row


def put_card(adoption: Adoption, *, now: datetime) -> None:
    cards.put(thing=thing_of(adoption), now=now)
