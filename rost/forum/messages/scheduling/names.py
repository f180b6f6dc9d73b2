"""Keys of a problem as the names that people know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rost.core.language import date_text
from rost.core.programme.model import Programme
from rost.core.scheduling import Placement
from rost.forum.messages.findings import when_text
from rost.forum.queries.scheduling.clock import Clock


@dataclass(frozen=True, slots=True)
class Names:
    sessions: Mapping[str, str]
    people: Mapping[str, str]
    places: Mapping[str, str]
    tracks: Mapping[str, str]
    minutes: Mapping[str, int]
    zone: ZoneInfo
    clock: Clock

    @classmethod
    def of(cls, programme: Programme, clock: Clock) -> Names:
        people = {
            str(part.person): part.name
            for one in programme.sessions
            for part in one.contributions
            if part.person is not None
        }
        return cls(
            sessions={one.code: one.title for one in programme.sessions},
            people=people,
            places={f"hall:{one.slug}": one.name for one in programme.halls}
            | {f"route:{one.slug}": one.name for one in programme.routes},
            tracks={one.slug: one.name for one in programme.tracks},
            minutes={one.code: one.minutes for one in programme.sessions},
            zone=ZoneInfo(programme.timezone),
            clock=clock,
        )

    def session(self, code: str) -> str:
        return self.sessions.get(code) or _("a session that is no longer there")

    def person(self, key: str) -> str:
        return self.people.get(key) or _("a person who is no longer there")

    def place(self, key: str) -> str:
        return self.places.get(key) or _("a place that is no longer there")

    def track(self, key: str) -> str:
        return self.tracks.get(key) or _("without a track")

    def any(self, key: str) -> str:
        """Whatever kind of thing the key names."""
        for known in (self.sessions, self.places, self.tracks, self.people):
            if key in known:
                return f"«{known[key]}»" if known is self.sessions else known[key]
        day, _slash, piece = key.partition("/")
        try:
            text = date_text(date.fromisoformat(day), get_language() or "ru", year=False)
        except ValueError:
            return ""
        return _("%(day)s, part %(piece)s") % {"day": text, "piece": piece} if piece else text

    def moment(self, tick: int) -> datetime:
        return self.clock.moment(tick).astimezone(self.zone)

    def standing(self, code: str, where: Placement | None) -> str:
        """«18 февраля, 10:00–11:00, Большой зал»."""
        if where is None:
            return _("not placed")
        start = self.moment(where.begins)
        end = self.clock.moment(where.begins) + timedelta(minutes=self.minutes.get(code, 0))
        return f"{when_text(start, end.astimezone(self.zone))}, {self.place(where.place)}"
