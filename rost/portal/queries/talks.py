"""The sessions a person leads or speaks in, as the approved programmes have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from rost.core.programme.model import Part as Taken
from rost.core.programme.model import Session, State
from rost.directory.models import Person
from rost.forum.models import Edition
from rost.forum.models.programme import Part
from rost.forum.queries.programme_page import place_name
from rost.forum.queries.published import Published, published_of

EDITIONS = 3  # so many of the latest are looked through


@dataclass(frozen=True, slots=True)
class Talk:
    code: str
    title: str
    language: str
    parts: tuple[str, ...]
    topics: tuple[str, ...]
    start: datetime | None
    end: datetime | None
    where: str
    cancelled: bool
    moderates: bool  # keeps the hall of it

    @property
    def day(self) -> date | None:
        return self.start.date() if self.start else None


def talks_of(person: Person) -> tuple[tuple[Edition, tuple[Talk, ...]], ...]:
    """Talks by edition in order of time: one query, and the versions not yet read."""
    editions = (
        Edition.objects.filter(is_public=True, published__isnull=False)
        .select_related("published")
        .defer("published__content")
        .order_by("-starts_on", "id")[:EDITIONS]
    )
    found = []
    for edition in editions:
        published = published_of(edition)
        own = published.people.get(person.pk) if published else None
        if published and own:
            found.append((edition, tuple(talk(published, one, person) for one in own)))
    return tuple(found)


def talk(published: Published, session: Session, person: Person) -> Talk:
    taken = [one for one in session.contributions if one.person == person.pk]
    return Talk(
        code=session.code,
        title=session.title,
        language=session.language,
        parts=tuple(str(Part(one.part).label) for one in taken),
        topics=tuple(one.topic for one in taken if one.topic),
        start=session.start,
        end=session.end,
        where=place_name(published, session),
        cancelled=session.state is State.CANCELLED,
        moderates=any(one.part is Taken.MODERATOR for one in taken),
    )
