"""Why two places are alike and in what they differ, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from rost.core.similarity import Part, Peer
from rost.directory.models import Indicator, Shape
from rost.directory.queries.indicators.figures import NEARBY
from rost.directory.queries.indicators.wording import figure_text, plain_text, short_of, told_per

FIRST = "population"
ALIKE, APART = 0.25, 0.5
MOST_ALIKE, MOST_APART = 4, 2


def reasons_of(peer: Peer, indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """What is alike, population first, then what weighs most; never more than four things."""
    alike = [one for one in peer.parts if one.difference <= ALIKE and one.factor in indicators]
    alike.sort(key=lambda one: (one.factor != FIRST, *_by_weight(one, indicators)))
    chosen, themes = [], set[str]()
    for one in alike:  # one of each theme before a second of any
        theme = indicators[one.factor].theme
        if theme not in themes or one.factor == FIRST:
            chosen.append(one)
            themes.add(theme)
    rest = [one for one in alike if one not in chosen]
    return tuple(_pair(one, indicators[one.factor]) for one in [*chosen, *rest][:MOST_ALIKE])


def differences_of(peer: Peer, indicators: Mapping[str, Indicator]) -> tuple[str, ...]:
    """What is least alike, the weightiest first."""
    apart = [one for one in peer.parts if one.difference >= APART and one.factor in indicators]
    apart.sort(key=lambda one: (-one.share, one.factor))
    return tuple(_pair(one, indicators[one.factor]) for one in apart[:MOST_APART])


def _by_weight(part: Part, indicators: Mapping[str, Indicator]) -> tuple[float, int, str]:
    told = part.weight * (1 - part.difference)
    return -round(told, 6), indicators[part.factor].rank, part.factor


def _pair(part: Part, indicator: Indicator) -> str:
    """«население 1 050 и 1 120», «до райцентра 34 км», «газ: есть»."""
    name = short_of(indicator)
    if indicator.shape == Shape.YES_NO:
        return _yes_no(part, name)
    mine, theirs = part.mine, part.theirs
    if indicator.shape == Shape.PER_HEAD:
        mine, theirs = told_per(indicator, mine), told_per(indicator, theirs)
    own, other = plain_text(mine), plain_text(theirs)
    if own == other:
        return _("%(name)s %(figure)s") % {"name": name, "figure": figure_text(indicator, mine)}
    said = {"name": name, "mine": own, "theirs": figure_text(indicator, theirs)}
    return _("%(name)s %(mine)s and %(theirs)s") % said


def _yes_no(part: Part, name: str) -> str:
    here, there = part.mine >= 0.5, part.theirs >= 0.5
    if here and there:
        return _("%(name)s in both") % {"name": name}
    if not here and not there:
        return _("%(name)s in neither") % {"name": name}
    if there:
        return _("%(name)s only there") % {"name": name}
    return _("%(name)s only here") % {"name": name}


def unknown_of(
    peer: Peer, known_here: Sequence[str], indicators: Mapping[str, Indicator]
) -> tuple[str, ...]:
    """What is known here and not there, by short names."""
    compared = {one.factor for one in peer.parts}
    missing = [code for code in known_here if code not in compared and code != NEARBY.code]
    return tuple(short_of(indicators[code]) for code in missing if code in indicators)
