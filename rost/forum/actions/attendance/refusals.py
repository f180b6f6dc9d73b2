"""Why a door, a pass, a telephone or a mark is refused."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rost.ui.refusals import Refusal


class DoorNameTaken(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is a door with this name already: give it another one."))


class DoorElsewhere(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This hall or route belongs to another forum: choose one of this one."))


class DoorClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This door is closed: it is opened again at the organisers' desk."))


class PassHoursBackwards(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The pass ends before it begins: correct one of the two moments."))


class PassRefused(Refusal):
    """A pass that opens nothing now. An unknown one is told apart from an early or ended one:
    its secret cannot be guessed, and a volunteer has to know what to do."""


class PassUnknown(PassRefused):
    def __init__(self) -> None:
        super().__init__(
            _("This pass is not known. Scan the square code again or ask for another pass.")
        )


class PassRevoked(PassRefused):
    def __init__(self) -> None:
        super().__init__(_("This pass has been revoked. Ask the organisers for another one."))


class PassEarly(PassRefused):
    def __init__(self) -> None:
        super().__init__(_("This pass does not work yet: open it again on the day itself."))


class PassEnded(PassRefused):
    def __init__(self) -> None:
        super().__init__(_("The time of this pass is over. Ask the organisers for another one."))


class TooManyDevices(PassRefused):
    def __init__(self) -> None:
        super().__init__(
            _("This pass is open on too many telephones. Ask the organisers for another pass.")
        )


class DeviceElsewhere(PassRefused):
    def __init__(self) -> None:
        super().__init__(
            _("This telephone still holds another pass. Leave that door on it, then try again.")
        )


class DeviceRevoked(PassRefused):
    def __init__(self) -> None:
        super().__init__(_("This telephone has been blocked by the organisers."))


class SessionElsewhere(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This session takes place elsewhere: choose a door of its own hall."))


class NobodyToMark(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This person or badge belongs to another forum: nothing was marked."))


class VoidNeedsReason(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Write why the mark is taken back: it stays in the list with the reason.")
        )
