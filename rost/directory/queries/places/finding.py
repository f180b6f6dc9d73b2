"""Finding a municipality by what people type: its name in any of its forms, or its code."""

from __future__ import annotations

from datetime import date

from rost.core.codes import clean
from rost.core.language import fold
from rost.directory.models import Kind, Municipality

UNDER_A_DISTRICT = {
    Kind.RURAL_SETTLEMENT,
    Kind.URBAN_SETTLEMENT,
    Kind.CITY_DISTRICT,
}
CODE_DIGITS = 8


def find_places(
    text: str, *, day: date, limit: int = 20, within: tuple[str, ...] = ()
) -> list[Municipality]:
    """Municipalities in force whose names hold every word typed; those that begin so first.

    Words are folded as the stored names are, because no database folds Cyrillic for us.
    """
    found = Municipality.objects.valid_on(day).municipalities().within_any(within)
    code = clean(text)
    if code.isascii() and code.isdigit():
        found = found.filter(code__startswith=code[:CODE_DIGITS])
    else:
        words = fold(text).split()
        if not words:
            return []
        for word in words:
            found = found.filter(search_name__contains=word)
    folded = fold(text)
    rows = list(found.select_related("parent")[: limit * 5])
    rows.sort(key=lambda place: not place.search_name.startswith(folded))
    return rows[:limit]


def label_of(place: Municipality) -> str:
    """The name with the district: what a person picks from and may type back."""
    if place.kind in UNDER_A_DISTRICT and place.parent is not None:
        return f"{place.name}, {place.parent.name}"
    return place.name


def place_by_text(
    text: str, *, day: date, within: tuple[str, ...] = ()
) -> tuple[Municipality | None, list[Municipality]]:
    """The one municipality meant by the text, or None and those that it may mean."""
    found = find_places(text, day=day, limit=12, within=within)
    whole = fold(text)
    exact = [place for place in found if whole in (fold(label_of(place)), place.code)]
    if len(exact) == 1:
        return exact[0], found
    named = [place for place in found if fold(place.name) == whole]
    if len(found) == 1 or (len(named) == 1 and not exact):
        return (named or found)[0], found
    return None, found
