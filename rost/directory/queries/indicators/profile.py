"""A place's own figures beside the median of its peers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from rost.core.similarity import peers_on
from rost.directory.models import Indicator, Municipality, Shape

from .figures import Facts, Figure, Figures, current_figures
from .wording import THEMES, figure_text, name_of, plain_text, shown

PEERS = 15


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One indicator: own figure, the median of `count` peers who have it, bars in percent."""

    code: str
    theme: str
    theme_name: str | Promise
    name: str
    value: float | None
    text: str
    year: int | None
    source: str
    declared: bool
    median: float | None
    median_text: str
    count: int
    yes_no: bool
    share: int
    median_share: int


def profile_of(municipality: Municipality) -> tuple[ProfileRow, ...]:
    """What is known of the place, beside its usual peers; one query while nothing changed."""
    figures = current_figures()
    me = figures.places.get(municipality.code)
    if me is None:
        return ()
    return profile_beside(figures, me, usual_peers(figures, me))


def usual_peers(figures: Figures, me: Facts, count: int = PEERS) -> tuple[str, ...]:
    """Codes of the peers of the same kind, all themes alike, the nearest first."""
    factors = figures.weighed({})
    return tuple(one.code for one in peers_on(figures.ground(me.kind), factors, me.code, count))


def profile_beside(figures: Figures, me: Facts, peers: Sequence[str]) -> tuple[ProfileRow, ...]:
    """Indicators of which the place or a peer has a figure, theme by theme."""
    order = {theme: number for number, theme in enumerate(THEMES)}
    listed = sorted(figures.indicators, key=lambda one: (order.get(one.theme, 99), one.rank))
    others = [figures.places[code] for code in peers if code in figures.places]
    rows = (_row(one, me, others) for one in listed)
    return tuple(row for row in rows if row is not None)


def _row(indicator: Indicator, me: Facts, others: Sequence[Facts]) -> ProfileRow | None:
    theirs = list(_known(indicator, others))
    own = me.figures.get(indicator.code)
    value = shown(indicator, own.value, me.people) if own else None
    if value is None and not theirs:
        return None
    yes_no = indicator.shape == Shape.YES_NO
    middle = _middle(theirs, yes_no)
    most = 1.0 if yes_no else max([*theirs, value or 0.0], default=0.0)
    figure = own or Figure(0.0, None, "")
    return ProfileRow(
        code=indicator.code,
        theme=indicator.theme,
        theme_name=THEMES.get(indicator.theme, indicator.theme),
        name=name_of(indicator),
        value=value,
        text=_("not known") if value is None else figure_text(indicator, value),
        year=figure.year,
        source=figure.source,
        declared=figure.declared,
        median=middle,
        median_text=_median_text(indicator, middle, theirs),
        count=len(theirs),
        yes_no=yes_no,
        share=_percent(value, most),
        median_share=_percent(middle, most),
    )


def _known(indicator: Indicator, places: Iterable[Facts]) -> Iterable[float]:
    for one in places:
        told = one.figures.get(indicator.code)
        value = shown(indicator, told.value, one.people) if told else None
        if value is not None:
            yield value


def _middle(theirs: Sequence[float], yes_no: bool) -> float | None:
    """The median; of yes and no, the share of those who have it."""
    if not theirs:
        return None
    return sum(x >= 0.5 for x in theirs) / len(theirs) if yes_no else median(theirs)


def _median_text(indicator: Indicator, middle: float | None, theirs: Sequence[float]) -> str:
    if middle is None:
        return _("not known")
    if indicator.shape == Shape.YES_NO:
        have = sum(x >= 0.5 for x in theirs)
        return _("%(have)s of %(all)s have it") % {
            "have": plain_text(have),
            "all": plain_text(len(theirs)),
        }
    return figure_text(indicator, middle)


def _percent(value: float | None, most: float) -> int:
    return round(100 * max(0.0, value or 0.0) / most) if most > 0 else 0
