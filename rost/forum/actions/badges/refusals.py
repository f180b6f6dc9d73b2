"""Why nothing was done with a badge."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rost.ui.refusals import Refusal


class BadgeEnded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This badge is out of force: nothing was changed. Take another one."))


class BadgeTaken(Refusal):
    """The spare badge has been handed to somebody else."""

    def __init__(self) -> None:
        super().__init__(_("This badge belongs to another person already. Take another spare one."))


class HasBadge(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This person has a badge in force. Say that it is lost or spoilt, and the spare "
                "one takes its place."
            )
        )


class NoSeatNoBadge(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This registration is not confirmed, so it gets no badge. Confirm it first, or "
                "register the person as a guest."
            )
        )


class ReprintNeedsReason(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Some of these badges were printed before. Write why they are printed again.")
        )


class TooManySpares(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(_("At most %(most)s spare badges are made at once.") % {"most": most})
