"""Territories named in the approved programme, with their districts."""

from __future__ import annotations

from collections.abc import Iterable

from rost.directory.models import Municipality


def places_of(codes: Iterable[str]) -> dict[str, Municipality]:
    """By code, one query; a code that the register does not know is left out."""
    wanted = {code for code in codes if code}
    if not wanted:
        return {}
    found = Municipality.objects.filter(code__in=wanted).select_related("parent")
    return {place.code: place for place in found}
