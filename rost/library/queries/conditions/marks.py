"""Whether practices of a list suit a place: a mark each, the queries do not grow with the list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rost.core.conditions import Standing, check, load
from rost.directory.models import Municipality
from rost.library.models import Practice, Version

from .place import known_of


def fits(
    municipality: Municipality, practices: Iterable[Practice], *, day: date
) -> dict[int, Standing]:
    """By the key of the practice; one whose conditions nobody has written has no mark.

    Three queries, however many practices there are (two, where versions are loaded).
    """
    rows = [one for one in practices if one.version_id is not None]
    loaded = {one.version_id: one.version for one in rows if "version" in one._state.fields_cache}
    wanted = {one.version_id for one in rows if one.version_id is not None} - loaded.keys()
    if wanted:
        loaded |= {one.pk: one for one in Version.objects.filter(pk__in=wanted)}
    facts = known_of(municipality, day=day).facts
    marks = {}
    for one in rows:
        version = loaded.get(one.version_id)
        conditions = load(version.conditions) if version is not None else None
        if conditions is not None and (conditions.needs or conditions.variants):
            marks[one.pk] = check(conditions, facts).standing
    return marks
