"""An adoption in the catalogue: its key, its card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rost.catalogue.queries.things import Thing
from rost.core.passport import load
from rost.library.models import Adoption

from .doors import all_adoptions

KIND = "adoption"
KEY = "library.adoption:"


def key_of(adoption: Adoption) -> str:
    return f"{KEY}{adoption.pk}"


def path_of(adoption: Adoption) -> str:
    """Without a language: the page puts the reader's before it."""
    return f"/practices/{adoption.practice_id}/adoptions/{adoption.pk}/"


def thing_of(adoption: Adoption) -> Thing:
    """Found by what was changed, by its steps and by the practice it repeats."""
    passport = load(adoption.version.passport)
    steps = [one.text for one in adoption.steps.all()]
    told = [one.text for one in adoption.results.all() if one.text]
    return Thing(
        key=key_of(adoption),
        kind=KIND,
        title=adoption.version.title,
        path=path_of(adoption),
        summary=adoption.changed or adoption.reason or passport.solution,
        body=" ".join((*steps, *told)),
        language=adoption.language,
        municipality=adoption.municipality,
        local_issues=passport.local_issues,
        national_project=passport.national_project,
        kopecks=adoption.kopecks,
        year=adoption.begins_on.year,
    )


def things(day: date) -> Iterator[Thing]:
    """Every adoption: given up ones too, for their reason is worth reading."""
    rows = all_adoptions().prefetch_related("steps", "results").order_by("pk")
    for adoption in rows.iterator(chunk_size=200):
        yield thing_of(adoption)
