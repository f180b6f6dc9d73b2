"""Sessions of a file, as rows of the draft: known ones corrected, new ones added."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from rost.core.programme.model import Programme
from rost.core.programme.model import Session as Item
from rost.forum.actions.programme.sessions import LETTERS, LONGEST, SIGNS
from rost.forum.models import Edition, Hall, Route, Session, Track
from rost.forum.queries.exchange import OF_EDITIONS, guids_of, known_sessions

from .places import Place

FACTS = (
    "title",
    "form",
    "track",
    "abstract",
    "language",
    "state",
    "minutes",
    "starts_at",
    "hall",
    "route",
    "broadcast_url",
)
TITLE_LENGTH = 300
ADDRESS_LENGTH = 200  # of a link in the database
LANGUAGE_LENGTH = 10
SLUG_LENGTH = 80


@dataclass(slots=True)
class Written:
    """Sessions of the file with their rows."""

    rows: list[tuple[Item, Session]]
    created: int
    touched: set[int] = field(default_factory=set)  # keys of known rows in which anything changed
    fresh: set[int] = field(default_factory=set)

    def touch(self, row: Session) -> None:
        if row.pk not in self.fresh:
            self.touched.add(row.pk)

    def save_moments(self, now: datetime) -> None:
        Session.objects.filter(pk__in=self.touched).update(changed_at=now)


def write_sessions(
    edition: Edition,
    programme: Programme,
    places: Mapping[str, Place],
    tracks: Mapping[str, Track],
    now: datetime,
) -> Written:
    ours = known_sessions(edition)
    names = _Names(edition, programme)
    known: list[tuple[Item, Session]] = []
    new: list[tuple[Item, Session]] = []
    changed = []
    for one in programme.sessions:
        facts = _facts(one, places, tracks)
        guid = next(iter(guids_of(edition, one.guid) & ours.keys()), None)
        if guid is None:
            row = Session(edition=edition, changed_at=now, **names.of(one), **facts)
            new.append((one, row))
            continue
        row = ours[guid]
        known.append((one, row))
        if any(_value(row, name) != _plain(facts[name]) for name in FACTS):
            for name in FACTS:
                setattr(row, name, facts[name])
            changed.append(row)
    Session.objects.bulk_create([row for _one, row in new], batch_size=200)
    Session.objects.bulk_update(changed, FACTS, batch_size=100)
    return Written(
        rows=[*known, *new],
        created=len(new),
        touched={row.pk for row in changed},
        fresh={row.pk for _one, row in new},
    )


def _facts(one: Item, places: Mapping[str, Place], tracks: Mapping[str, Track]) -> dict[str, Any]:
    place = places.get(one.hall)
    link = one.broadcast_url
    return {
        "title": one.title[:TITLE_LENGTH],
        "form": str(one.form),
        "track": tracks.get(one.track),
        "abstract": one.abstract,
        "language": one.language[:LANGUAGE_LENGTH],
        "state": str(one.state),
        "minutes": min(max(one.minutes, 1), LONGEST),
        "starts_at": one.start,
        "hall": place if isinstance(place, Hall) else None,
        "route": place if isinstance(place, Route) else None,
        "broadcast_url": link if len(link) <= ADDRESS_LENGTH else "",
    }


def _value(row: Session, name: str) -> Any:
    """Of a reference its key, so that comparing asks the database nothing."""
    return getattr(row, f"{name}_id") if name in ("track", "hall", "route") else getattr(row, name)


def _plain(value: Any) -> Any:
    return value.pk if isinstance(value, (Track, Hall, Route)) else value


class _Names:
    """Code, number, address and identifier of new sessions: the file's own where they are free."""

    def __init__(self, edition: Edition, programme: Programme) -> None:
        self.edition = edition
        taken = list(Session.objects.filter(edition=edition).values_list("code", "number", "slug"))
        self.codes = {code for code, _number, _slug in taken}
        self.numbers = {number for _code, number, _slug in taken}
        self.slugs = {slug for _code, _number, slug in taken}
        wanted = [UUID(one.guid) for one in programme.sessions]
        elsewhere = Session.objects.filter(guid__in=wanted).exclude(edition=edition)
        self.elsewhere = set(elsewhere.values_list("guid", flat=True))
        self.last = max([*self.numbers, *(one.number for one in programme.sessions)], default=0)

    def of(self, one: Item) -> dict[str, Any]:
        guid = UUID(one.guid)
        if guid in self.elsewhere:
            guid = uuid5(OF_EDITIONS, f"{self.edition.pk}:{guid}")
        return {
            "guid": guid,
            "code": self._code(one.code),
            "number": self._number(one.number),
            "slug": self._slug(one.slug),
        }

    def _code(self, code: str) -> str:
        while not code or code in self.codes:
            code = secrets.choice(LETTERS) + "".join(secrets.choice(SIGNS) for _ in range(5))
        self.codes.add(code)
        return code

    def _number(self, number: int) -> int:
        if number in self.numbers:
            self.last += 1
            number = self.last
        self.numbers.add(number)
        return number

    def _slug(self, slug: str) -> str:
        stem = free = slug[: SLUG_LENGTH - 6] or "session"
        count = 1
        while free in self.slugs:
            count += 1
            free = f"{stem}-{count}"
        self.slugs.add(free)
        return free
