"""When municipalities become another one: a merge, a change of status.

`on` is the first day of the new order. What had ended before stays with the predecessor as
history; what is in force goes on in the successor (see `carrying`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rost.core.codes import check_oktmo, clean, parse_oktmo
from rost.directory.models import (
    Kind,
    Municipality,
    Organisation,
    Person,
    Succession,
    SuccessionKind,
)
from rost.directory.queries.carrying import carriers
from rost.ui.refusals import Refusal

from .carrying import carry_posts, carry_roles
from .describing import describe, describe_below
from .naming import clean_name

DAY = timedelta(days=1)


class PredecessorMissing(Refusal):
    """Nothing to merge."""


class SuccessionBasisMissing(Refusal):
    """Municipalities change by a law."""


class PlaceEnded(Refusal):
    """A municipality is not in force on the day: it was merged before, or begins later."""


class PlacesLoop(Refusal):
    """The successor would come from itself."""


class PlaceCodeWrong(Refusal):
    """The new code is not a code of a municipality of this region."""


@dataclass(frozen=True, slots=True)
class Carried:
    """How many rows went on in the successor."""

    closed: int
    below: int
    people: int
    organisations: int
    posts: int
    roles: int
    above: int = 0  # in the rooms above, which declare what hangs on places

    def as_counts(self) -> dict[str, int]:
        return asdict(self)


@transaction.atomic
def merge(
    *,
    predecessors: Iterable[Municipality],
    successor: Municipality,
    on: date,
    basis: str,
    now: datetime,
) -> Carried:
    """The predecessors end the day before and go on in the successor; their heads step down."""
    return _succeed(
        list(predecessors),
        successor,
        SuccessionKind.MERGE,
        on=on,
        basis=basis,
        heads_stay=False,
        now=now,
    )


@transaction.atomic
def change_status(
    *,
    place: Municipality,
    code: str,
    name: str,
    name_ba: str = "",
    on: date,
    basis: str,
    now: datetime,
) -> Municipality:
    """A municipality becomes one of another kind under a new code; its head stays in office."""
    code = clean(code)
    _check_code(code, place)
    successor = Municipality(
        code=code,
        kind=parse_oktmo(code).kind.value,
        name=clean_name(name),
        name_ba=" ".join(name_ba.split()),
        centre_type=place.centre_type,
        centre_name=place.centre_name,
        valid_from=on,
        source=basis[:200],
    )
    parent = Municipality.objects.filter(code=parse_oktmo(code).parent).first()
    describe(successor, parent or place.parent)
    successor.save()
    _succeed(
        [place], successor, SuccessionKind.TRANSFORM, on=on, basis=basis, heads_stay=True, now=now
    )
    return successor


def _succeed(
    predecessors: Sequence[Municipality],
    successor: Municipality,
    kind: SuccessionKind,
    *,
    on: date,
    basis: str,
    heads_stay: bool,
    now: datetime,
) -> Carried:
    for carrier in carriers():
        carrier.lock(on=on)
    successor = _locked([*predecessors, successor])[successor.pk]
    _check(predecessors, successor, on, basis)
    keys = [place.pk for place in predecessors]
    Succession.objects.bulk_create(
        Succession(predecessor_id=key, successor=successor, kind=kind, on=on, basis=basis.strip())
        for key in keys
    )
    closed = Municipality.objects.filter(pk__in=keys).update(valid_to=on - DAY)
    posts = carry_posts(keys, successor, on=on, basis=basis, heads_stay=heads_stay)
    return Carried(
        closed=closed,
        below=_rehang(keys, successor, on),
        people=Person.objects.filter(home__in=keys).update(home=successor),
        organisations=Organisation.objects.filter(_valid_after(on), municipality__in=keys).update(
            municipality=successor
        ),
        posts=sum(post is not None for post in posts.values()),
        roles=carry_roles(keys, posts, successor, on=on, basis=basis),
        above=sum(
            carrier.carry(predecessors=keys, successor=successor, on=on, now=now)
            for carrier in carriers()
        ),
    )


def _locked(places: Iterable[Municipality]) -> dict[int, Municipality]:
    """Fresh rows, locked in the order of their keys, so that two merges cannot interleave."""
    keys = {place.pk for place in places}
    rows = Municipality.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    return {place.pk: place for place in rows}


def _check(
    predecessors: Sequence[Municipality], successor: Municipality, on: date, basis: str
) -> None:
    if not predecessors:
        raise PredecessorMissing(_("Choose the municipalities that become part of another one."))
    if not basis.strip():
        raise SuccessionBasisMissing(_("Name the law or the decision this rests on."))
    keys = {place.pk for place in predecessors}
    _check_no_loop(keys, successor)
    if any(place.kind == Kind.REGION for place in predecessors):
        raise PlacesLoop(_("A region is not a municipality: it cannot be merged."))
    ending = Municipality.objects.valid_on(on - DAY).filter(_valid_after(on), pk__in=keys)
    if ending.count() != len(keys):
        raise PlaceEnded(
            _("One of the municipalities is not in force on this day or was merged before.")
        )
    if not Municipality.objects.valid_on(on).filter(pk=successor.pk).exists():
        raise PlaceEnded(_("The successor is not in force on this day: check the date."))


def _check_no_loop(keys: set[int], successor: Municipality) -> None:
    """Neither itself, nor under a predecessor, nor a place that already ended in one of them."""
    refusal = PlacesLoop(
        _("A municipality cannot become part of itself: choose another successor.")
    )
    if successor.pk in keys:
        raise refusal
    above = successor.path.strip(".").split(".")[:-1]
    if Municipality.objects.filter(pk__in=keys, code__in=above).exists():
        raise refusal
    seen, edge = {successor.pk}, {successor.pk}
    while edge:
        edge = set(
            Succession.objects.filter(predecessor__in=edge).values_list("successor_id", flat=True)
        )
        if edge & keys:
            raise refusal
        edge -= seen
        seen |= edge


def _rehang(keys: Sequence[int], successor: Municipality, on: date) -> int:
    """What lay under the predecessors and stays in force now lies under the successor."""
    children = Municipality.objects.filter(_valid_after(on), parent__in=keys)
    moved = children.exclude(pk__in=[*keys, successor.pk]).update(parent=successor)
    if moved:
        describe_below(successor)
    return moved


def _valid_after(on: date) -> Q:
    return Q(valid_to__isnull=True) | Q(valid_to__gte=on)


def _check_code(code: str, place: Municipality) -> None:
    fitting = not check_oktmo(code) and len(code) == len(place.code)
    if not fitting or code[:2] != place.code[:2] or parse_oktmo(code).kind.value not in Kind.values:
        raise PlaceCodeWrong(
            _("This is not a code of a municipality of the same region: eight digits are needed.")
        )
    if Municipality.objects.filter(code=code).exists():
        raise PlaceCodeWrong(_("The code belongs to another municipality of the register."))
