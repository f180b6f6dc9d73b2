"""Why something about the schedule is refused."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from rost.ui.refusals import Refusal


class WishesClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Wishes are not taken now. What you marked before stays as it is."))


class OnlyRegistered(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Wishes are marked by those registered to this forum. Register first."))


class ForeignPart(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This belongs to another forum. Nothing was changed."))


class SameTwice(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Choose two different ones. Nothing was changed."))


class OrderRound(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("These sessions would each come before the other. Remove one of the orders first.")
        )


class UnknownZone(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("There is no time zone “%(name)s”. Choose one from the list.") % {"name": name}
        )


class NoDays(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The forum has no days with hours yet. Set them, then solve the programme.")
        )


class NothingToPlace(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is no session to place. Add sessions first."))


class NotPublished(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("No version has been approved yet, so there is nothing to keep. Solve it anew.")
        )


class SomeUnplaceable(Refusal):
    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(
            _("Some sessions can stand nowhere; mend this first. %(reasons)s")
            % {"reasons": " ".join(reasons)}
        )


class UnderWay(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("A programme of this forum is being solved already. Wait for it or stop it.")
        )


class NothingFound(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This computation has found no programme, there is nothing to take."))


class NotFinished(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The computation is still going on. Stop it first, then take the best."))


class DraftMoved(Refusal):
    """The draft is not the one that was solved."""

    def __init__(self, changes: Sequence[str]) -> None:
        self.changes = tuple(changes)
        super().__init__(
            _(
                "The draft has changed since this was solved, nothing was taken over. Solve it "
                "again. What has changed: %(changes)s"
            )
            % {"changes": " ".join(changes)}
        )


class AlreadyBegun(Refusal):
    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "“%(title)s” has begun or would begin in the past by now. Nothing was taken "
                "over: solve it again."
            )
            % {"title": title}
        )


class SolverOutOfMemory(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The computation needed more memory than it may have (4 GB). The best programme "
                "found so far is kept. A coarser grid of minutes makes it smaller."
            )
        )


class SolverDied(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The computation was cut off by the system. The best programme found so far is "
                "kept; begin it again to go on from there."
            )
        )


class PlanBroken(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The programme that was found breaks a demand, as an independent check shows. "
                "It is thrown away and written down as our fault."
            )
        )


class MomentNeeded(Refusal):
    def __init__(self, title: str) -> None:
        super().__init__(
            _("Write from when the speaker can come, so that “%(title)s” can be moved.")
            % {"title": title}
        )
