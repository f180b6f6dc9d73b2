"""«Can we do it?» answered for one place, and practices like it that the place can do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from rost.catalogue.models import Audience, CardIssue
from rost.core.conditions import Conditions, Standing, Variant, check, load
from rost.core.passport import load as load_passport
from rost.directory.models import Municipality
from rost.library.models import Practice, PracticeState, Version
from rost.library.queries.practices import PREFIX

from .marks import fits
from .place import Known
from .words import TONES, Line, line_of

MOST_LOOKED_AT, MOST_CANDIDATES, MOST_SIMILAR = 300, 30, 4


@dataclass(frozen=True, slots=True)
class Fit:
    """The answer; `variant` is the way that the lines speak of, `cheapest` if it is open."""

    known: Known
    standing: Standing
    tone: str
    lines: tuple[Line, ...]
    variant: Variant | None
    open_way: bool

    @property
    def missing(self) -> list[Line]:
        return [one for one in self.lines if one.essential and one.standing is Standing.MISSING]

    @property
    def unknown(self) -> list[Line]:
        return [one for one in self.lines if one.essential and one.standing is Standing.UNKNOWN]

    @property
    def questions(self) -> list[Line]:
        return [one for one in self.lines if one.asked]


def conditions_of(version: Version | None) -> Conditions:
    return load(version.conditions) if version is not None else Conditions()


def fit_of(conditions: Conditions, known: Known, language: str) -> Fit:
    verdict = check(conditions, known.facts)
    return Fit(
        known=known,
        standing=verdict.standing,
        tone=TONES[verdict.standing],
        lines=tuple(line_of(one, known, language) for one in verdict.findings),
        variant=conditions.variants[verdict.variant] if verdict.variant is not None else None,
        open_way=verdict.standing is not Standing.MISSING,
    )


def similar_that_fit(
    practice: Practice, place: Municipality, *, day: date
) -> tuple[tuple[Practice, Standing], ...]:
    """Practices of the same local issues that lack nothing known here.

    Those that surely suit come first, then those that share more issues. Four queries.
    """
    if practice.version is None:
        return ()
    codes = load_passport(practice.version.passport).local_issues
    rows = CardIssue.objects.filter(
        code__in=codes,
        card__kind="practice",
        card__audience=Audience.PUBLIC,
        card__withdrawn_at__isnull=True,
    ).order_by("-card__put_at", "card__key")
    shared = Counter(rows.values_list("card__key", flat=True)[:MOST_LOOKED_AT])
    keys = [key for key, _times in shared.most_common(MOST_CANDIDATES)]
    numbers = [int(key.removeprefix(PREFIX)) for key in keys]
    order = {number: at for at, number in enumerate(numbers)}
    others = list(
        Practice.objects.filter(pk__in=numbers, version__isnull=False)
        .exclude(pk=practice.pk)
        .exclude(state=PracticeState.WITHDRAWN)
        .select_related("version", "municipality__parent")
    )
    others.sort(key=lambda one: order[one.pk])
    marks = fits(place, others, day=day)
    open_ones = [
        (one, marks[one.pk]) for one in others if marks.get(one.pk, Standing.MISSING) != "missing"
    ]
    open_ones.sort(key=lambda pair: pair[1] is not Standing.MET)
    return tuple(open_ones[:MOST_SIMILAR])
