"""How much the conditions of a practice may hold, and the words of their closed lists."""

from __future__ import annotations

from collections.abc import Mapping

from .model import Need

PARTNER_KINDS = ("authority", "ngo", "business", "residents")

MOST_NEEDS, MOST_VARIANTS = 20, 6
LONGEST_WHAT, LONGEST_NAME = 300, 150

# The largest figure of each kind that is a figure and no slip of the hand; in the unit of the need.
MOST: Mapping[Need, int] = {
    Need.PEOPLE: 20_000_000,
    Need.MONEY: 10**13,
    Need.STAFF: 1000,
    Need.TERM: 240,
}
