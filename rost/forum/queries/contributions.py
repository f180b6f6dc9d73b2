"""A person's parts in programmes, as «Мои данные» shows them."""

from __future__ import annotations

from rost.directory.models import Person
from rost.forum.models import Contribution

Row = tuple[str, str, str, str, str]


def contributions_of(person: Person) -> list[Row]:
    """Edition, session, part, post and topic of every part, in the order of editions."""
    rows = Contribution.objects.filter(person=person).select_related("session__edition")
    return [
        (
            row.session.edition.name,
            row.session.title,
            row.get_part_display(),
            row.post,
            row.topic,
        )
        for row in rows.order_by("session__edition__starts_on", "session__starts_at", "pk")
    ]
