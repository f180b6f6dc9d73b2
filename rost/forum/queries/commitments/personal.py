"""A person's commitments, as «Мои данные» shows them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.functional import Promise

from rost.directory.models import Person
from rost.directory.queries.personal_data import Cell
from rost.forum.models import Commitment


def commitments_of(person: Person) -> Iterator[tuple[Cell | Promise, ...]]:
    rows = Commitment.objects.filter(person=person).select_related("edition")
    for row in rows.order_by("edition__starts_on", "number"):
        yield (
            row.edition.name,
            row.text,
            row.due_on,
            row.get_state_display(),
            row.answered_at,
            row.answer_words or row.answer_basis,
            row.result,
        )
