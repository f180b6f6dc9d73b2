"""A practice in the library and what tests do with it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from conftest import NOW, Cast
from rost.core.conditions import Condition, Conditions, Need, Variant
from rost.core.conditions import dump as dump_conditions
from rost.core.passport import Passport, Result, dump
from rost.directory.models import Person
from rost.directory.queries.visitors import visitor_for
from rost.directory.rules import Visitor
from rost.library.actions.adoption import Adopted, adopt
from rost.library.actions.publishing import publish
from rost.library.models import Adoption, Practice

SPRINGS = Passport(
    title="Родники – общее дело",
    territory="80611000",
    year=2019,
    local_issues=("131-14-19",),
    problem="Из семи родников чистых осталось два.",
    solution="Расчистили и обустроили пять.",
    steps=("Сход", "Расчистка", "Срубы"),
    results=(Result("родники с чистой водой", "2", "7", "шт."),),
    contact="Ёлкина Вера, 8 347 000-00-00",
)
NEEDS = Conditions(
    needs=(
        Condition(Need.PEOPLE, least=500),
        Condition(Need.POWER, code="131-14-19"),
        Condition(Need.TERM, least=3),
        Condition(Need.PARTNER, code="residents", what="выйти на субботник"),
    ),
    variants=(Variant("Срубы", 12_000_000), Variant("Только расчистка", 3_000_000)),
)


def practice_of(cast: Cast, author: Person | None = None, **facts: Any) -> Practice:
    """Вера's practice from Белорецкий район, in the library."""
    practice = Practice.objects.create(
        author=author or cast.vera,
        municipality=facts.pop("municipality", cast.other_district),
        title=facts.pop("title", SPRINGS.title),
        passport=dump(facts.pop("passport", SPRINGS)),
        conditions=dump_conditions(facts.pop("conditions", NEEDS)),
        began_at=NOW,
        saved_at=NOW,
        **facts,
    )
    publish(practice=practice, by=cast.marat, note="", now=NOW)
    practice.refresh_from_db()
    return practice


def visiting(person: Person | None, days: int = 0) -> Visitor:
    return visitor_for(person, now=NOW + timedelta(days=days), strong=True)


def taken_up(practice: Practice, person: Person, place: Any, basis: str = "") -> Adoption:
    what = Adopted(place, date(2020, 2, 1), basis)
    return adopt(practice=practice, visitor=visiting(person), what=what)
