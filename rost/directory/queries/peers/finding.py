"""The nearest peers of a place, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rost.core.similarity import Factor, Peer, peers_on
from rost.directory.models import Municipality
from rost.directory.queries.indicators.figures import Facts, Figures, current_figures
from rost.directory.queries.indicators.profile import usual_peers

from .reasons import differences_of, reasons_of, unknown_of
from .weights import ALL, KIND, mapped

COUNT = 15


@dataclass(frozen=True, slots=True)
class PlacePeer:
    """A place like the one asked about: how far in circumstances (0–1), why, what differs."""

    place: Municipality
    distance: float
    known: float
    kilometres: int | None
    reasons: tuple[str, ...]
    differs: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reasons as one line for lists."""
        return _(", ").join(self.reasons)

    @property
    def alike(self) -> int:
        """0–100, for a bar."""
        return round(100 * (1 - self.distance))

    @property
    def known_percent(self) -> int:
        return round(100 * self.known)


def codes_of_peers(municipality: Municipality, count: int = COUNT) -> tuple[str, ...]:
    """Codes alone, by the usual weights; one query."""
    figures = current_figures()
    me = figures.places.get(municipality.code)
    return usual_peers(figures, me, count) if me else ()


def peers_of(
    municipality: Municipality,
    weights: Mapping[str, float] | None = None,
    count: int = COUNT,
    *,
    among: str = KIND,
) -> tuple[PlacePeer, ...]:
    """The nearest peers with reasons in the language of the page; two queries always."""
    figures = current_figures()
    me = figures.places.get(municipality.code)
    return peers_by(figures, me, mapped(weights, figures), count, among=among)


def peers_by(
    figures: Figures,
    me: Facts | None,
    factors: Sequence[Factor],
    count: int = COUNT,
    *,
    among: str = KIND,
) -> tuple[PlacePeer, ...]:
    """One query, also where there are no peers."""
    found: Sequence[Peer] = ()
    if me is not None:
        laid = figures.ground("" if among == ALL else me.kind)
        found = peers_on(laid, factors, me.code, count)
    codes = [one.code for one in found] or [""]
    rows = Municipality.objects.filter(code__in=codes).select_related("parent")
    places = {one.code: one for one in rows}
    own = me.figures if me else {}
    counted = [one.code for one in factors if one.weight > 0 and one.code in own]
    return tuple(_shown(one, places[one.code], figures, counted) for one in found)


def _shown(peer: Peer, place: Municipality, figures: Figures, counted: Sequence[str]) -> PlacePeer:
    indicators = {one.code: one for one in figures.indicators}
    return PlacePeer(
        place=place,
        distance=peer.distance,
        known=peer.known,
        kilometres=None if peer.kilometres is None else round(peer.kilometres),
        reasons=reasons_of(peer, indicators),
        differs=differences_of(peer, indicators),
        unknown=unknown_of(peer, counted, indicators),
    )
