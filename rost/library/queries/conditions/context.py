"""What the panel «Can we do it?» on the page of a practice shows."""

from __future__ import annotations

from typing import Any

from rost.core.conditions import Conditions
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor
from rost.library.models import Practice

from .fit import conditions_of, fit_of
from .place import known_of, own_places
from .words import need_text


def conditions_context(practice: Practice, visitor: Visitor, language: str) -> dict[str, Any]:
    """The needs, and for whoever has a post in a municipality the short answer for it.

    No query for a stranger: the page is the same for all of them.
    """
    conditions = conditions_of(practice.version)
    day = local_day(visitor.now)
    places = own_places(visitor.person.pk, day) if visitor.person is not None else []
    return {
        "needs": needs_of(conditions, language),
        "needs_variants": conditions.variants,
        "fit": fit_of(conditions, known_of(places[0], day=day), language)
        if places and (conditions.needs or conditions.variants)
        else None,
    }


def needs_of(conditions: Conditions, language: str) -> list[tuple[str, str, bool]]:
    """Every need in words, the author's own words, whether it is essential."""
    return [(need_text(one, language), one.what, one.essential) for one in conditions.needs]
