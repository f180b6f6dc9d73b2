"""What the catalogue is told of practices: whole texts for finding, the right readers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rost.catalogue.messages import PARTNER_NAMES
from rost.catalogue.models import Audience
from rost.catalogue.queries.things import Thing
from rost.core.conditions import Conditions
from rost.core.passport import Passport, total
from rost.library.models import Practice, PracticeState, Version
from rost.library.rules import REVIEW_PRACTICES

from .practices import authors_of, conditions_of, key_of, name_of, passport_of, path_of


def is_public(practice: Practice) -> bool:
    """Everybody reads its published version."""
    return practice.version_id is not None and practice.state != PracticeState.WITHDRAWN


def thing_of(practice: Practice) -> Thing | None:
    """Its card: the published version for everybody, or the working copy for those who work on it.

    None: nobody finds it any more.
    """
    if practice.state == PracticeState.WITHDRAWN:
        return None
    if practice.version is not None:
        return published_thing(practice, practice.version)
    return working_thing(practice)


def published_thing(practice: Practice, version: Version) -> Thing:
    passport = passport_of(version)
    return Thing(
        key=key_of(practice),
        kind="practice",
        title=version.title,
        path=path_of(practice),
        summary=passport.problem,
        body=body_of(passport, conditions_of(version)),
        language=version.language,
        municipality=version.municipality,
        local_issues=passport.local_issues,
        national_project=passport.national_project,
        kopecks=total(passport) if passport.money else None,
        year=passport.year,
        audience=Audience.PUBLIC,
    )


def working_thing(practice: Practice) -> Thing:
    passport = passport_of(practice)
    reviewed = practice.state in (PracticeState.SENT, PracticeState.RETURNED)
    return Thing(
        key=key_of(practice),
        kind="practice",
        title=name_of(practice),
        path=f"{path_of(practice)}draft/",
        summary=passport.problem,
        body=body_of(passport, conditions_of(practice)),
        language=practice.language,
        municipality=practice.municipality,
        local_issues=passport.local_issues,
        national_project=passport.national_project,
        kopecks=total(passport) if passport.money else None,
        year=passport.year,
        audience=Audience.NAMED,
        readers=tuple(authors_of(practice)),
        right=REVIEW_PRACTICES.name if reviewed else "",
    )


def body_of(passport: Passport, conditions: Conditions) -> str:
    """Every word of the passport but the contact: a telephone is not a thing to search by."""
    return "\n".join(filter(None, texts_of(passport, conditions)))


def texts_of(passport: Passport, conditions: Conditions) -> Iterator[str]:
    yield passport.solution
    yield from passport.steps
    for result in passport.results:
        yield " ".join((result.indicator, result.before, result.after, result.unit))
    yield passport.resources
    yield from (one.note for one in passport.money)
    for one in passport.partners:
        yield " ".join((str(PARTNER_NAMES.get(one.kind, "")), one.name, one.part))
    yield passport.mistakes
    yield passport.conditions
    yield passport.legal_acts
    yield from (one.what for one in conditions.needs)
    for variant in conditions.variants:
        yield " ".join((variant.name, variant.what))


def things(day: date) -> Iterator[Thing]:
    """All of them, for rebuilding the catalogue."""
    rows = Practice.objects.exclude(state=PracticeState.WITHDRAWN).select_related(
        "author", "municipality__parent", "version__municipality__parent"
    )
    for practice in rows.order_by("pk").iterator(chunk_size=500):
        thing = thing_of(practice)
        if thing is not None:
            yield thing
