"""Whether practices of a list suit a place: a mark each, the queries do not grow with the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from rost.core.conditions import Standing, check, load
from rost.directory.models import Municipality
from rost.library.models import Practice, Version

from .place import known_of


def fits(
    municipality: Municipality, practices: Iterable[Practice], *, day: date
) -> dict[int, Standing]:
    """By the key of the practice; one whose conditions nobody has written has no mark.

    Three queries, however many practices there are.
    """
    versions = {one.pk: one.version_id for one in practices if one.version_id is not None}
    return marks_of(municipality, versions, day=day)


def marks_of(
    municipality: Municipality, versions: Mapping[int, int], *, day: date
) -> dict[int, Standing]:
    """The same by the key of the practice, where only keys of versions are known."""
    if not versions:
        return {}
    rows = Version.objects.filter(pk__in=versions.values()).values_list("pk", "conditions")
    written = {number: load(stored) for number, stored in rows}
    facts = known_of(municipality, day=day).facts
    marks = {}
    for practice, version in versions.items():
        conditions = written.get(version)
        if conditions is not None and (conditions.needs or conditions.variants):
            marks[practice] = check(conditions, facts).standing
    return marks
