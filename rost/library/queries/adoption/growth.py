"""The practice that grew from an adoption, as far as everybody may know of it."""

from __future__ import annotations

from rost.catalogue.models import Growth
from rost.catalogue.queries.lineage import grown_from
from rost.library.models import Adoption, Practice, PracticeState
from rost.library.queries.practices import practice_behind

from .cards import key_of


def practice_grown_from(adoption: Adoption) -> Practice | None:
    """One that stands in the library; a draft is its authors' alone."""
    for line in grown_from(key_of(adoption), Growth.PRACTICE):
        found = practice_behind(line.result.key)
        if found is not None and found.version_id and found.state != PracticeState.WITHDRAWN:
            return found
    return None
