"""Certificates whose hours are no longer those of the marks: revoked and issued anew in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from rost.directory.models import AccessRecord, Person
from rost.documents.actions.revoking import NoReason, revoke
from rost.forum.models import Edition
from rost.forum.queries.certificates import Standing, certificates_of
from rost.forum.queries.certificates.entitlement import about_of
from rost.forum.rules.certificates import PLAIN_WORDING

from .issuing import Progress, issue_to, locked, log_access, parts


@dataclass
class Renewed:
    """`left`: those who would get no new one now; revoking theirs is a decision of its own."""

    made: int = 0
    left: int = 0


def renew_certificates(
    *,
    edition: Edition,
    registrations: Iterable[int],
    why: str,
    by: Person | None,
    now: datetime,
    wording: str = PLAIN_WORDING,
    progress: Progress | None = None,
) -> Renewed:
    """A new certificate, in the language of the old one, for each whose hours have changed.

    The holder is told why the old one is revoked. Done twice, it finds nothing changed.
    """
    if not why.strip():
        raise NoReason
    wanted, done, passed = sorted(set(registrations)), Renewed(), 0
    for part in parts(wanted):
        _renew_part(edition, part, done, why=why, wording=wording, by=by, now=now)
        passed += len(part)
        if progress is not None:
            progress(passed, len(wanted))
    return done


@transaction.atomic
def _renew_part(
    edition: Edition,
    part: Sequence[int],
    done: Renewed,
    *,
    why: str,
    wording: str,
    by: Person | None,
    now: datetime,
) -> None:
    edition, standings = locked(edition, part, now=now)
    changed = [one for one in standings.values() if one.changed]
    entitled = [one for one in changed if one.why is None]
    languages = _revoke(edition, entitled, why=why, by=by, now=now)
    chosen = [one.registration for one in entitled]
    made = issue_to(edition, chosen, standings, languages, wording=wording, by=by, now=now)
    log_access(AccessRecord.Act.ISSUE, edition, rows=made, by=by, now=now)
    done.made += made
    done.left += len(changed) - len(entitled)


def _revoke(
    edition: Edition, standings: Sequence[Standing], *, why: str, by: Person | None, now: datetime
) -> dict[int, str]:
    """The languages of the revoked papers, by the number of the registration."""
    papers = certificates_of(edition, [one.paper.id for one in standings if one.paper])
    found = {}
    for document in papers.select_related("holder"):
        revoke(document=document, why=why, by=by, now=now)
        found[document.about] = document.language
    return {one.registration: found[about_of(one.registration)] for one in standings}
