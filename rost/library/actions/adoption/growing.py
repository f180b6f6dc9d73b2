"""An adopter's own practice: begun from what was done here, grown from the adoption."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from rost.catalogue.actions import lineage
from rost.catalogue.models import Growth
from rost.catalogue.queries.lineage import grown_from
from rost.core.passport import Passport, load
from rost.directory.models import Person
from rost.library.actions.practices import begin_practice
from rost.library.models import Adoption, Practice
from rost.library.queries.adoption.cards import key_of
from rost.library.queries.adoption.compared import results_in
from rost.library.queries.practices import key_of as practice_key
from rost.library.queries.practices import practice_behind

from .locking import lock_adoption


@transaction.atomic
def grow_practice(*, adoption: Adoption, author: Person, now: datetime) -> tuple[Practice, bool]:
    """The practice that grew from the adoption, and whether it was begun now."""
    row = lock_adoption(adoption)
    for line in grown_from(key_of(row), Growth.PRACTICE):
        standing = practice_behind(line.result.key)
        if standing is not None:
            return standing, False
    passport = passport_from(row)
    practice = begin_practice(
        author=author,
        passport=passport,
        municipality=row.municipality,
        title=passport.title,
        language=row.language,
        now=now,
    )
    lineage.grew(
        source_key=key_of(row),
        result_key=practice_key(practice),
        growth=Growth.PRACTICE,
        now=now,
    )
    return practice, True


def passport_from(adoption: Adoption) -> Passport:
    """What is the same here stays; money, contacts and mistakes of others are not ours."""
    original = load(adoption.version.passport)
    told = adoption.results.filter(told_at__isnull=False).order_by("-months").first()
    return replace(
        original,
        title=adoption.version.title,
        territory=adoption.municipality.code,
        year=adoption.begins_on.year,
        solution=adoption.changed or original.solution,
        steps=tuple(adoption.steps.order_by("number").values_list("text", flat=True)),
        money=(),
        partners=(),
        results=results_in(told.results) if told is not None else (),
        mistakes="",
        contact="",
    )
