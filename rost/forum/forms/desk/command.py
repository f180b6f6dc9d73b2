"""The command line of the programme editor: one line moves a session.

    ABC123 18 10:30 A     day 18, half past ten, hall A
    ABC123 10:30 A        on the day that is open
    ABC123 18 10:30       in the place it has
    ABC123 <> DEF456      the two change places
    ABC123 +15            a quarter of an hour later (-15: earlier)
    ABC123 -              off the programme

Codes and keys of places may be typed with the Russian layout left on: as letters that look the
same, or as the keys they stand on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from django.utils.translation import gettext as _

from rost.core.language import fold
from rost.ui.refusals import Refusal

LOOKALIKES = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
KEYS = str.maketrans("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM")
DASHES = str.maketrans("−–—", "---")
SIGNS = re.compile(r"<>|><")
SHIFT = re.compile(r"([+-])\s*(\d{1,4})")
TIME = re.compile(r"(\d{1,2})[:.\-](\d{2})")
DAY = re.compile(r"(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{4}))?)?")
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


class UnknownCommand(Refusal):
    """The line cannot be understood; the message says which part and what was expected."""


class Act(Enum):
    PLACE = "place"
    SWAP = "swap"
    SHIFT = "shift"
    UNPLACE = "unplace"


@dataclass(frozen=True, slots=True)
class Command:
    act: Act
    code: str
    other: str = ""
    day: date | None = None
    time: time | None = None
    place: str = ""  # "hall:slug" or "route:slug"; empty: where it is
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """What the line may speak of: codes, days, and places by key and by name."""

    codes: Collection[str]
    days: Sequence[date]
    keys: Mapping[str, str]  # "A" → "hall:big"
    names: Mapping[str, str]  # "Большой зал" → "hall:big"
    open_day: date | None = None


def parse(line: str, ground: Ground) -> Command:
    text = " ".join(line.translate(DASHES).split())
    if not text:
        raise UnknownCommand(_("The line is empty. For example: ABC123 18 10:30 A"))
    if SIGNS.search(text):
        first, second = (side.strip() for side in SIGNS.split(text, maxsplit=1))
        return Command(Act.SWAP, _code(first, ground), other=_code(second, ground))
    word, _space, rest = text.partition(" ")
    code, rest = _code(word, ground), rest.strip()
    if rest == "-":
        return Command(Act.UNPLACE, code)
    if shift := SHIFT.fullmatch(rest):
        minutes = int(shift[2]) * (1 if shift[1] == "+" else -1)
        return Command(Act.SHIFT, code, minutes=minutes)
    return _place(code, rest, ground)


def _place(code: str, rest: str, ground: Ground) -> Command:
    words = rest.split()
    if not words:
        raise UnknownCommand(
            _("What to do with %(code)s? Write a day, a time and a hall, or “-” to take it off.")
            % {"code": code}
        )
    day = ground.open_day
    if _begins_with_day(words):
        day = _day(words.pop(0), ground)
    if day is None:
        raise UnknownCommand(_("The forum has no days yet. Add them first."))
    if not words or not TIME.fullmatch(words[0]):
        raise UnknownCommand(_("No time is given. Write it like 10:30 after the day."))
    clock = _time(words.pop(0))
    place = _where(" ".join(words), ground) if words else ""
    return Command(Act.PLACE, code, day=day, time=clock, place=place)


def _begins_with_day(words: Sequence[str]) -> bool:
    """«18.02» alone may be a time written with a dot; before a time it is a day."""
    if not TIME.fullmatch(words[0]):
        return True
    return len(words) > 1 and TIME.fullmatch(words[1]) is not None


def _code(word: str, ground: Ground) -> str:
    big = word.upper()
    for tried in (big, big.translate(LOOKALIKES), big.translate(KEYS)):
        if tried in ground.codes:
            return tried
    raise UnknownCommand(
        _("There is no session with the code “%(code)s” in this programme.") % {"code": word}
    )


def _day(word: str, ground: Ground) -> date:
    if iso := ISO_DAY.fullmatch(word):
        meant = [day for day in ground.days if day.isoformat() == iso[0]]
    elif found := DAY.fullmatch(word):
        wanted = [int(part) if part else None for part in found.groups()]
        meant = [
            day
            for day in ground.days
            if day.day == wanted[0]
            and wanted[1] in (None, day.month)
            and wanted[2] in (None, day.year)
        ]
    else:
        meant = []
    if len(meant) != 1:
        days = ", ".join(f"{day.day}.{day.month:02d}" for day in ground.days)
        raise UnknownCommand(
            _("“%(word)s” is not a day of the forum. Its days: %(days)s.")
            % {"word": word, "days": days}
        )
    return meant[0]


def _time(word: str) -> time:
    found = TIME.fullmatch(word)
    assert found is not None
    hours, minutes = int(found[1]), int(found[2])
    if hours > 23 or minutes > 59:
        raise UnknownCommand(_("There is no such time: %(time)s.") % {"time": word})
    return time(hours, minutes)


def _where(words: str, ground: Ground) -> str:
    big = words.upper()
    for tried in (big, big.translate(LOOKALIKES), big.translate(KEYS)):
        if tried in ground.keys:
            return ground.keys[tried]
    whole = fold(words)
    exact = [place for name, place in ground.names.items() if fold(name) == whole]
    alike = [place for name, place in ground.names.items() if whole and whole in fold(name)]
    found = exact or alike
    if len(found) != 1:
        keys = ", ".join(sorted(ground.keys))
        raise UnknownCommand(
            _("“%(words)s” is not one hall or route. Write its letter: %(keys)s.")
            % {"words": words, "keys": keys}
        )
    return found[0]
