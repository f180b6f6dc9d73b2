"""The public account of an edition's commitments, counted now from its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rost.directory.models import Municipality
from rost.forum.models import Commitment, Edition
from rost.forum.rules.commitments import (
    Fault,
    Figures,
    Group,
    Line,
    Promise,
    count,
    verify,
)

from .listing import today_in


@dataclass(frozen=True, slots=True)
class Account:
    edition: Edition
    figures: Figures
    faults: tuple[Fault, ...]


def account_of(edition: Edition, now: datetime) -> Account:
    """Three queries, however many commitments there are."""
    today = today_in(edition, now)
    promises = promises_of(edition)
    tracks = [Group(one.slug, one.name) for one in edition.tracks.all()]
    codes = {one.district for one in promises} - {""}
    places = Municipality.objects.filter(code__in=codes).order_by("sort_key", "code")
    districts = [Group(one.code, one.name) for one in places]
    nobody = Group("", "")
    figures = count(promises, tracks=[*tracks, nobody], districts=[*districts, nobody], today=today)
    return Account(edition, figures, verify(figures, promises, today=today))


def total_of(edition: Edition, now: datetime) -> Line:
    """The whole alone, from the commitments' own table: for pages that are kept in memory."""
    rows = Commitment.objects.filter(edition=edition)
    promises = [
        Promise(number, state, due_on, closed_on, "", "")
        for number, state, due_on, closed_on in rows.values_list(
            "number", "state", "due_on", "closed_on"
        )
    ]
    return count(promises, tracks=(), districts=(), today=today_in(edition, now)).total


def promises_of(edition: Edition) -> list[Promise]:
    """Districts are the second step of a municipality's path, as in the forum's other counts."""
    rows = Commitment.objects.filter(edition=edition).order_by("number")
    found = []
    for number, state, due_on, closed_on, track, path in rows.values_list(
        "number", "state", "due_on", "closed_on", "session__track__slug", "municipality__path"
    ):
        steps = (path or "").strip(".").split(".")
        district = steps[1] if len(steps) > 1 else ""
        found.append(Promise(number, state, due_on, closed_on, track or "", district))
    return found


def previous_edition(edition: Edition) -> Edition | None:
    """The latest earlier public forum of one of the same organisers that kept commitments."""
    earlier = Edition.objects.filter(
        is_public=True,
        starts_on__lt=edition.starts_on,
        organisers__in=edition.organisers.all(),
        commitments__isnull=False,
    )
    return earlier.distinct().order_by("-starts_on", "-id").first()
