"""Which practice grew from a project."""

from __future__ import annotations

from rost.catalogue.models import Growth
from rost.catalogue.queries.lineage import grown_from
from rost.forum.models import Project
from rost.forum.queries.committee.practice import card_key
from rost.library.models import Practice
from rost.library.queries.practices import practice_behind


def practice_of(project: Project) -> Practice | None:
    """The latest that stands: a deleted draft is none."""
    found = (
        practice_behind(one.result.key)
        for one in reversed(grown_from(card_key(project), Growth.PRACTICE))
    )
    return next((one for one in found if one is not None), None)
