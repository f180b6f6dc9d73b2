"""What a badge says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge; a spare one has neither name nor post: they are written in by hand.

    `address` is what the square code holds: an opaque token in an address, no data.
    """

    surname: str
    given_names: str
    post: str
    place: str  # municipality with its district, or organisation
    category: str
    colour: str  # of the category, "#1f4e9c"
    address: str
    serial: str  # "№ 12"
    photo: bool  # may be photographed
    minor: bool
    event: str
    dates: str
