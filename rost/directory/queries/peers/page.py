"""Everything of the page of peers, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from rost.core.similarity import LEAST_KNOWN
from rost.directory.models import Municipality
from rost.directory.queries.indicators.figures import NEARBY, Facts, Figures, current_figures
from rost.directory.queries.indicators.profile import ProfileRow, profile_beside
from rost.directory.queries.indicators.wording import THEMES, name_of, short_of

from .finding import PlacePeer, peers_by
from .weights import ALL, Choice, choice_of, weighed

FIRST = 7  # peers shown at once; the rest unfolds


@dataclass(frozen=True, slots=True)
class Knob:
    """One factor of the form: its weight now, and whether the place has the figure."""

    code: str
    name: str | Promise
    weight: int
    known: bool


@dataclass(frozen=True, slots=True)
class Theme:
    code: str
    name: str | Promise
    knobs: tuple[Knob, ...]


@dataclass(frozen=True, slots=True)
class PeersPage:
    place: Municipality
    choice: Choice
    peers: tuple[PlacePeer, ...]
    rows: tuple[ProfileRow, ...]
    themes: tuple[Theme, ...]
    compared: int  # how many places there were to choose from
    counted: int  # factors with a weight
    known: int  # of them, known of this place
    unknown: tuple[str, ...]  # names of the rest
    least_known: int  # in percent

    @property
    def first(self) -> tuple[PlacePeer, ...]:
        return self.peers[:FIRST]

    @property
    def rest(self) -> tuple[PlacePeer, ...]:
        return self.peers[FIRST:]


def peers_page(place: Municipality, asked: Mapping[str, str]) -> PeersPage:
    """Two queries while no figure has changed: the stamp and the peers' names."""
    figures = current_figures()
    choice = choice_of(asked, figures)
    me = figures.places.get(place.code)
    factors = weighed(figures, choice)
    peers = peers_by(figures, me, factors, among=choice.among)
    codes = [one.place.code for one in peers]
    counted = [one.code for one in factors if one.weight > 0]
    return PeersPage(
        place=place,
        choice=choice,
        peers=peers,
        rows=profile_beside(figures, me, codes) if me else (),
        themes=_themes(figures, choice, me),
        compared=_compared(figures, me, choice),
        counted=len(counted),
        known=sum(_has(me, code) for code in counted),
        unknown=tuple(
            short_of(one)
            for one in figures.indicators
            if one.code in counted and not _has(me, one.code)
        ),
        least_known=round(100 * LEAST_KNOWN),
    )


def _compared(figures: Figures, me: Facts | None, choice: Choice) -> int:
    if me is None:
        return 0
    laid = figures.ground("" if choice.among == ALL else me.kind)
    return len(laid.codes) - 1


def _has(me: Facts | None, code: str) -> bool:
    if me is None:
        return False
    return me.point is not None if code == NEARBY.code else code in me.figures


def _themes(figures: Figures, choice: Choice, me: Facts | None) -> tuple[Theme, ...]:
    names: dict[str, str | Promise] = {one.code: name_of(one) for one in figures.indicators}
    themes = []
    for code, name in THEMES.items():
        knobs = tuple(
            Knob(one.code, names.get(one.code, ""), int(choice.weight_of(one)), _has(me, one.code))
            for one in figures.factors
            if one.theme == code
        )
        themes.append(Theme(code, name, knobs))
    return tuple(themes)
