"""People of an event, with or without ids, names joined by commas or not."""

from __future__ import annotations

from rost.core.programme.model import Contribution, Part

from .identities import guid_of, made_guid
from .remarks import Notes, Repair
from .source import SourceEvent, SourcePerson
from .terms import PART_OF_WORD
from .text import clean


class Parts:
    """`person` stays empty: ids of another system are not ours, the guid is what carries over."""

    def __init__(self, acronym: str, notes: Notes) -> None:
        self.acronym = acronym
        self.notes = notes

    def of(self, event: SourceEvent) -> tuple[Contribution, ...]:
        found: dict[tuple[str, Part], Contribution] = {}
        for person in self._each(event):
            part = PART_OF_WORD.get(person.role.lower(), Part.SPEAKER)
            guid = self._guid(person)
            minutes = person.minutes
            found.setdefault(
                (guid, part),
                Contribution(
                    person=None,
                    guid=guid,
                    name=person.name,
                    part=part,
                    post=clean(person.post)[:300],
                    topic=clean(person.topic)[:300],
                    minutes=int(minutes) if minutes.isdecimal() and len(minutes) < 5 else None,
                ),
            )
        return tuple(found.values())

    def _each(self, event: SourceEvent) -> list[SourcePerson]:
        people = []
        for person in event.people:
            name = " ".join(clean(person.name).split())
            if not name:
                if person.id or person.guid:
                    self.notes.add(Repair.PERSON_SKIPPED, event["id"], event["title"], person.id)
            elif ", " in name and not person.id and not person.guid:
                self.notes.add(Repair.PERSONS_SPLIT, event["id"], event["title"], name)
                people += [SourcePerson(one) for part in name.split(",") if (one := part.strip())]
            else:
                person.name = name
                people.append(person)
        return people

    def _guid(self, person: SourcePerson) -> str:
        guid = guid_of(person.guid)
        if guid:
            return guid
        return made_guid(self.acronym, "person", person.id or person.name.casefold())
