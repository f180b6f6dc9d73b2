"""What the catalogue keeps of a person: which hidden cards are theirs to find."""

from __future__ import annotations

from collections.abc import Iterator

from rost.catalogue.models import CardReader
from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell


def readings_kept(person: Person) -> Iterator[tuple[Cell, ...]]:
    rows = CardReader.objects.filter(person=person, card__withdrawn_at__isnull=True)
    yield from rows.order_by("card__title", "card_id").values_list("card__title")
