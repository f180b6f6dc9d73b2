"""When a person is removed: they find nothing any more."""

from __future__ import annotations

from datetime import datetime

from rost.catalogue.models import CardReader
from rost.directory.models import Person


def erase_readers(person: Person, now: datetime) -> int:
    return CardReader.objects.filter(person=person).delete()[0]
