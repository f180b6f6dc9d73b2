"""Expected «no» of commitments, and taking one in hand."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rost.forum.models import Commitment
from rost.ui.refusals import Refusal


class AnotherWording(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The wording has changed since you opened the page. Read it again, then answer.")
        )


class NotNow(Refusal):
    """The commitment stands elsewhere by now: answered, closed or reopened by somebody."""

    def __init__(self) -> None:
        super().__init__(
            _("Somebody has been here before you: look at how the commitment stands now.")
        )


class ReasonNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write in a few words why. Nothing was changed."))


class EvidenceNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Add a link, a file, or say in words what was reached."))


class DayAhead(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The day when it was done is not in the future. Mend the day."))


class PromiserNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write who promised it."))


class NothingProposed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write another day or other words: this is what was asked already."))


class NoSessionForMaterials(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Materials belong to a session: choose the session first."))


class FromAnotherForum(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Choose a later forum and one of its own sessions."))


def in_hand(commitment: Commitment, *states: str, wording: int | None = None) -> Commitment:
    """The row, locked and read afresh; refused when it stands in none of the states."""
    rows = Commitment.objects.select_for_update(of=("self",))
    row = rows.select_related("edition", "person", "session").get(pk=commitment.pk)
    if row.state not in states:
        raise NotNow
    if wording is not None and row.wording != wording:
        raise AnotherWording
    return row
