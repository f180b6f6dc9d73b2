"""What a reader chooses about peers, as an address."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from rost.directory.queries.peers import Choice
from rost.directory.queries.peers.weights import EVERYTHING, KIND

WEIGHT_NAMES: tuple[tuple[int, str | Promise], ...] = (
    (0, _("not counted")),
    (1, _("as usual")),
    (2, _("more important")),
    (4, _("most important")),
)


def address_of(choice: Choice) -> str:
    """Only what differs from the usual."""
    told: list[tuple[str, str | int]] = []
    if choice.theme != EVERYTHING:
        told.append(("theme", choice.theme))
    if choice.among != KIND:
        told.append(("among", choice.among))
    return urlencode([*told, *choice.weights])
