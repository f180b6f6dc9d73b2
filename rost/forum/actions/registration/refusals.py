"""Why a registration is refused."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from rost.ui.refusals import Refusal


class RegistrationNotOpen(Refusal):
    """Before the opening hour, or no hour has been announced."""

    def __init__(self, opens_at: datetime | None) -> None:
        super().__init__(
            _("Registration has not opened yet. What you typed is kept: send it once it opens.")
        )
        self.opens_at = opens_at


class RegistrationClosed(Refusal):
    def __init__(self, closed_at: datetime | None) -> None:
        super().__init__(
            _("Registration is closed. Write to the organisers: they can still enter you.")
        )
        self.closed_at = closed_at


class CategoryUnknown(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This category belongs to another forum: choose one from the list."))


class InvitationNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This category is by personal invitation. Choose another one, "
                "or ask the organisers for an invitation."
            )
        )


class MunicipalityNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Name the municipality you come from: seats are counted by district."))


class BasisNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Write on what grounds you register another person: "
                "a call, a letter or a signed form, with its date."
            )
        )


class StillWaiting(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This person is on the waiting list: no seat is free within the limits. "
                "Raise the limit, and the seat will be given by itself."
            )
        )


class AlreadyCancelled(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This registration has been cancelled: nothing was changed."))
