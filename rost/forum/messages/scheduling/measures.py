"""The measures of a programme: their names, what one unit is, why it weighs what it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rost.core.scheduling import Measure, Tally

from .names import Names

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Words:
    """`what` is counted; `unit` says of what one is; `why` the usual weight."""

    what: _StrPromise
    unit: _StrPromise
    why: _StrPromise


MEASURES: Mapping[Measure, Words] = {
    Measure.WISHES: Words(
        gettext_lazy("Wishes that clash"),
        gettext_lazy("one person who wants two sessions that run at once"),
        gettext_lazy("A person misses half of what they came for."),
    ),
    Measure.SEATS: Words(
        gettext_lazy("People without a seat"),
        gettext_lazy("one person more than the hall has seats"),
        gettext_lazy("Whoever finds no seat has come in vain."),
    ),
    Measure.PLACES_PER_TRACK: Words(
        gettext_lazy("A track changes halls"),
        gettext_lazy("one more hall that a track needs"),
        gettext_lazy("All listeners of the track have to move."),
    ),
    Measure.TRACK_IN_A_ROW: Words(
        gettext_lazy("A track is interrupted"),
        gettext_lazy("one track with a part of a day between its sessions that has none of it"),
        gettext_lazy("Listeners wait or leave, and not all come back."),
    ),
    Measure.PARALLEL_TRACK: Words(
        gettext_lazy("A track against itself"),
        gettext_lazy("one part of a day in which a track runs in two halls"),
        gettext_lazy("Those who follow the track cannot split."),
    ),
    Measure.SIMILAR_TRACKS: Words(
        gettext_lazy("Tracks alike at once"),
        gettext_lazy("two tracks alike in one part of a day, times what you said of the pair"),
        gettext_lazy("They call the same people."),
    ),
    Measure.ITEM_PLACE: Words(
        gettext_lazy("Halls that were to be avoided"),
        gettext_lazy("one point of a penalty"),
        gettext_lazy("You wrote it by hand, so you meant it."),
    ),
    Measure.ITEM_TIME: Words(
        gettext_lazy("Hours that were to be avoided"),
        gettext_lazy("one point of a penalty"),
        gettext_lazy("You wrote it by hand, so you meant it."),
    ),
    Measure.LONG_DAYS: Words(
        gettext_lazy("Long days of speakers"),
        gettext_lazy("one step of the grid beyond the longest day of a person"),
        gettext_lazy("A tired speaker is a pity, a missed one a loss."),
    ),
    Measure.MOVED: Words(
        gettext_lazy("Sessions moved"),
        gettext_lazy("one session that stands elsewhere than before"),
        gettext_lazy("Counted first of all when an approved programme is changed."),
    ),
}


def reason_of(measure: Measure) -> str:
    return str(MEASURES[measure].why)


def amount_text(tally: Tally, minutes: int) -> str:
    """The number with what it is of, where a bare number would not be understood."""
    number = tally.number
    if tally.measure in (Measure.WISHES, Measure.SEATS):
        return ngettext("%(number)s person", "%(number)s people", number) % {"number": number}
    if tally.measure is Measure.LONG_DAYS:
        return _("%(minutes)s min") % {"minutes": number * minutes}
    return str(number)


def cause_lines(tally: Tally, names: Names) -> list[str]:
    """Where the number comes from, the heaviest first: «А» – «Б»: 12."""
    heaviest = sorted(tally.causes, key=lambda cause: -cause[1])[:SHOWN]
    lines = []
    for keys, share in heaviest:
        named = " – ".join(filter(None, (names.any(key) for key in keys)))
        if tally.measure is Measure.LONG_DAYS:
            amount = _("%(minutes)s min") % {"minutes": share * names.clock.minutes}
        else:
            amount = str(share)
        lines.append(f"{named}: {amount}")
    left = len(tally.causes) - len(heaviest)
    if left > 0:
        lines.append(_("and more: %(number)s") % {"number": left})
    return lines
