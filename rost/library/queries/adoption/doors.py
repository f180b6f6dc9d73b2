"""One door to what adoptions hang on: practices in the library, adoptions of them."""

from __future__ import annotations

from django.db.models import QuerySet

from rost.directory.models import Municipality
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor, may
from rost.library.models import Adoption, Practice, PracticeState
from rost.library.queries.conditions.place import own_places
from rost.library.rules import ADOPT_FOR_OTHERS, KEEP_LIBRARY


def adoptable(number: int) -> Practice | None:
    """A practice that stands in the library now, with the version that everybody reads."""
    rows = Practice.objects.filter(version__isnull=False).exclude(state=PracticeState.WITHDRAWN)
    related = rows.select_related("version__municipality__parent", "municipality__parent")
    return related.filter(pk=number).first()


def all_adoptions() -> QuerySet[Adoption]:
    return Adoption.objects.select_related(
        "practice", "version__municipality__parent", "municipality__parent"
    )


def get_adoption(practice: int, number: int) -> Adoption | None:
    """Adoptions are public; one stays so when its practice is withdrawn: it was done."""
    return all_adoptions().filter(practice=practice, pk=number).first()


def keeps(visitor: Visitor, adoption: Adoption) -> bool:
    """Who writes the adoption's plan and results.

    Whoever took it up, everybody with a post in the municipality today, its curators, and the
    keepers of the library.
    """
    person = visitor.person
    if person is None:
        return False
    territory = adoption.municipality.path
    if may(visitor, ADOPT_FOR_OTHERS, territory=territory) or may(visitor, KEEP_LIBRARY):
        return True
    if adoption.person_id == person.pk:
        return True
    return adoption.municipality in own_places(person.pk, local_day(visitor.now))


def get_own_adoption(visitor: Visitor, practice: int, number: int) -> Adoption | None:
    found = get_adoption(practice, number)
    return found if found is not None and keeps(visitor, found) else None


def own_reach(visitor: Visitor) -> list[Municipality]:
    """Places for which the visitor may adopt by a post of theirs."""
    if visitor.person is None:
        return []
    return own_places(visitor.person.pk, local_day(visitor.now))


def may_adopt_for_others(visitor: Visitor) -> bool:
    """Whether the visitor has the right anywhere: where, the action asks of the place."""
    return any(
        may(visitor, ADOPT_FOR_OTHERS, territory=f".{grant.where}.") for grant in visitor.grants
    )


def may_adopt_for(visitor: Visitor, place: Municipality) -> bool:
    return may(visitor, ADOPT_FOR_OTHERS, territory=place.path)


def standing_at(practice: Practice, place: Municipality) -> Adoption | None:
    """The adoption of this practice that goes on or is done there."""
    rows = all_adoptions().filter(practice=practice, municipality=place)
    return rows.exclude(state="given_up").first()
