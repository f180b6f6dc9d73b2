"""What the panel of adoptions on the page of a practice shows."""

from __future__ import annotations

from typing import Any

from rost.directory.rules import Visitor
from rost.library.models import AdoptionState, Practice

from .doors import may_adopt_for_others, own_reach
from .public import adoptions_of
from .whom import whom_to_call

SHOWN = 6
TONES = {AdoptionState.GOING: "info", AdoptionState.DONE: "good", AdoptionState.GIVEN_UP: ""}


def adoption_context(practice: Practice, visitor: Visitor, language: str) -> dict[str, Any]:
    """Two queries for a stranger; for whoever has posts one more: may they adopt, have they."""
    adoptions = adoptions_of(practice)
    own = own_reach(visitor)
    mine = [one for one in adoptions if one.municipality in own]
    standing = [one for one in mine if one.state != AdoptionState.GIVEN_UP]
    return {
        "adoptions": adoptions[:SHOWN],
        "adoptions_more": max(0, len(adoptions) - SHOWN),
        "adoptions_total": len({one.municipality_id for one in adoptions}),
        "adoptions_told": sum(getattr(one, "told", False) for one in adoptions),
        "own_adoption": standing[0] if standing else None,
        "may_adopt": bool(own) or may_adopt_for_others(visitor),
        "callers": whom_to_call(practice),
    }
