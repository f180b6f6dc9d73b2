"""Reminding those who answer for districts from which nobody has registered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rost.forum.messages.registration import tell_nobody_registered
from rost.forum.models import Edition
from rost.forum.queries.districts import district_lines, whom_to_remind


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many were told now, in how many districts there was nobody to tell."""

    told: int
    nobody_to_tell: tuple[str, ...]


def remind_districts(*, edition: Edition, codes: Iterable[str], now: datetime) -> Reminded:
    """Tell curators and heads of the chosen districts that nobody has come; once a day each.

    Districts that somebody has registered from meanwhile are left in peace.
    """
    chosen = set(codes)
    told = 0
    alone = []
    for line in district_lines(edition, day=now.date()):
        if line.place.code not in chosen or not line.nobody:
            continue
        people = whom_to_remind(line.place, now, edition.timezone)
        if not people:
            alone.append(line.place.name)
        for person in people:
            told += tell_nobody_registered(
                person, edition, line.place.name, line.place.code, now=now
            )
    return Reminded(told, tuple(alone))
