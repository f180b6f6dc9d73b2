"""Sessions as a person would describe them: what device, where from, since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.directory.adapters.sessions import sessions_of
from rost.directory.models import Person

# The first sign found in what the browser says of itself decides.
DEVICES: tuple[tuple[str, Promise], ...] = (
    ("iPhone", _("iPhone")),
    ("iPad", _("iPad")),
    ("Android", _("Android telephone or tablet")),
    ("Windows", _("Computer with Windows")),
    ("Macintosh", _("Mac computer")),
    ("CrOS", _("Chromebook")),
    ("Linux", _("Computer with Linux")),
)


@dataclass(frozen=True, slots=True)
class SessionShown:
    number: int
    device: Promise
    address: str
    since: datetime
    is_current: bool


def device_of(agent: str) -> Promise:
    return next((name for sign, name in DEVICES if sign in agent), _("Unknown device"))


def sessions_shown(person: Person, *, current: str) -> list[SessionShown]:
    """Living sessions, the one that asks first."""
    shown = [
        SessionShown(
            one.pk,
            device_of(one.user_agent),
            one.ip,
            one.created_at,
            one.session_key == current,
        )
        for one in sessions_of(person)
    ]
    return sorted(shown, key=lambda one: not one.is_current)
