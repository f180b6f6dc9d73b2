"""Taking a practice up: one adoption a place, however many press the button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.catalogue.actions import lineage
from rost.catalogue.models import Growth
from rost.core.conditions import Need, load
from rost.core.passport import load as load_passport
from rost.directory.models import Municipality, Person
from rost.directory.rules import Visitor
from rost.library.messages.adoption import tell_adopted
from rost.library.models import Adoption, AdoptionResult, AdoptionStep, Practice, Version
from rost.library.queries.adoption.cards import key_of
from rost.library.queries.adoption.doors import may_adopt_for, own_reach, standing_at
from rost.library.queries.practices import key_of as practice_key
from rost.library.rules.adoption import RESULT_MONTHS, USUAL_TERM, months_later, proposed_days
from rost.ui.refusals import Refusal

from .locking import put_card


class NotYourPlace(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "A practice is taken up for a municipality by somebody with a post there, or by "
                "the curator of its territory with a basis. Choose another municipality."
            )
        )


class BasisNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("You have no post there: write on what basis you do it for this municipality.")
        )


class AtHome(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This is where the practice comes from: there is nothing to repeat."))


class AdoptedAlready(Refusal):
    """`adoption` is the one that stands."""

    def __init__(self, adoption: Adoption) -> None:
        super().__init__(
            _("It is being repeated here already: somebody has begun the plan before you.")
        )
        self.adoption = adoption


@dataclass(frozen=True, slots=True)
class Adopted:
    """What the adopter decided: for which place, from which day, on what basis."""

    place: Municipality
    begins_on: date
    basis: str = ""


def adopt(*, practice: Practice, visitor: Visitor, what: Adopted) -> Adoption:
    """With its plan, its card, its lineage and a letter of thanks to the authors.

    Of two at once the constraint lets one through; the other learns so.
    """
    person, version = visitor.person, practice.version
    if person is None or version is None:
        raise NotYourPlace
    if what.place.pk == practice.municipality_id:
        raise AtHome
    if what.place not in own_reach(visitor):
        if not may_adopt_for(visitor, what.place):
            raise NotYourPlace
        if not what.basis.strip():
            raise BasisNeeded
    known = standing_at(practice, what.place)
    if known is not None:
        raise AdoptedAlready(known)
    try:
        with transaction.atomic():
            return begin(practice, version, person, what, visitor.now)
    except IntegrityError:
        standing = standing_at(practice, what.place)
        if standing is None:
            raise
        raise AdoptedAlready(standing) from None


def begin(
    practice: Practice, version: Version, person: Person, what: Adopted, now: datetime
) -> Adoption:
    adoption = Adoption.objects.create(
        practice=practice,
        version=version,
        municipality=what.place,
        person=person,
        basis=what.basis.strip(),
        begins_on=what.begins_on,
        began_at=now,
        language=get_language() or "ru",
        is_demonstration=practice.is_demonstration,
    )
    make_plan(adoption, version)
    AdoptionResult.objects.bulk_create(
        AdoptionResult(
            adoption=adoption, months=months, due_on=months_later(what.begins_on, months)
        )
        for months in RESULT_MONTHS
    )
    put_card(adoption, now=now)
    lineage.grew(
        source_key=practice_key(practice),
        result_key=key_of(adoption),
        growth=Growth.ADOPTION,
        now=now,
    )
    tell_adopted(adoption, now=now)
    return adoption


def make_plan(adoption: Adoption, version: Version) -> None:
    """The practice's own steps, their days spread over the term that it asks for."""
    steps = load_passport(version.passport).steps
    terms = [one.least for one in load(version.conditions).needs if one.need is Need.TERM]
    months = next((one for one in terms if one), USUAL_TERM)
    AdoptionStep.objects.bulk_create(
        AdoptionStep(adoption=adoption, number=number, text=text[:1000], due_on=day)
        for number, (text, day) in enumerate(
            zip(steps, proposed_days(adoption.begins_on, months, len(steps)), strict=True), start=1
        )
    )
