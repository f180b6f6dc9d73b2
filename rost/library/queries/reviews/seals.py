"""The seal of a practice: how well its result is shown, who looked, until when that holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from rost.core.passport import load
from rost.directory.queries.visitors import local_day
from rost.library.models import Decision, Evidence, Practice, PracticeState, Review
from rost.library.queries.adoption.public import has_result_elsewhere
from rost.library.rules.review import levels_open

SEALING = (Decision.PUBLISHED, Decision.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Seal:
    """`reviewer` is empty where the reviewer has left the platform."""

    level: str
    label: str | Promise
    reviewer: str
    since: date
    until: date
    expired: bool


def seal_of(practice: Practice, day: date) -> Seal | None:
    """None: it has not been reviewed, or nobody reads it yet."""
    version = practice.version
    if not practice.evidence or practice.sealed_until is None or version is None:
        return None
    last = last_sealing(practice)
    moment = last.decided_at if last is not None else None
    return Seal(
        level=practice.evidence,
        label=Evidence(practice.evidence).label,
        reviewer=last.reviewer.full_name if last is not None and last.reviewer else "",
        since=local_day(moment or version.published_at),
        until=practice.sealed_until,
        expired=practice.sealed_until < day,
    )


def last_sealing(practice: Practice) -> Review | None:
    rows = practice.reviews.filter(decision__in=SEALING).select_related("reviewer")
    return rows.order_by("-decided_at", "-id").first()


def levels_for(practice: Practice) -> tuple[str, ...]:
    """What a reviewer may say of it, by what the copy under review shows."""
    version = None if practice.state == PracticeState.SENT else practice.version
    if version is None:
        proof = bool(practice.videos) or practice.photos.exists() or practice.files.exists()
    else:
        proof = bool(version.videos or version.photos or version.files)
    return levels_open(
        load((version or practice).passport),
        has_proof=proof,
        repeated=has_result_elsewhere(practice),
    )
