"""Closing a commitment with evidence or a reason, and opening it again."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils.translation import get_language

from rost.core.language import size_text
from rost.forum.actions.programme import FileTooLarge, add_material
from rost.forum.models import Commitment, CommitmentKind, CommitmentState

from .refusals import DayAhead, EvidenceNeeded, NoSessionForMaterials, ReasonNeeded, in_hand

CLOSED = (CommitmentState.KEPT, CommitmentState.DROPPED)


@transaction.atomic
def keep(
    *,
    commitment: Commitment,
    on: date,
    now: datetime,
    result: str = "",
    url: str = "",
    file: File[bytes] | None = None,
) -> Commitment:
    """Kept on that day: with a link, a file, or what was reached in words."""
    row = in_hand(commitment, CommitmentState.CONFIRMED)
    if not (result.strip() or url or file):
        raise EvidenceNeeded
    close(row, CommitmentState.KEPT, on=on, result=result, now=now)
    row.evidence_url, row.evidence_public = url, False
    attach(row, file)
    row.save()
    return row


@transaction.atomic
def keep_by_material(
    *,
    commitment: Commitment,
    title: str,
    on: date,
    now: datetime,
    url: str = "",
    file: File[bytes] | None = None,
) -> Commitment:
    """A speaker's promise of materials: the material goes to the session, its link to the promise.

    Everybody gets it with the next approved programme, like every material.
    """
    row = in_hand(commitment, CommitmentState.CONFIRMED)
    if row.kind != CommitmentKind.MATERIALS or row.session is None:
        raise NoSessionForMaterials
    if not (url or file):
        raise EvidenceNeeded
    close(row, CommitmentState.KEPT, on=on, result="", now=now)
    row.material = add_material(session=row.session, title=title, url=url, file=file, now=now)
    row.save()
    return row


@transaction.atomic
def drop(*, commitment: Commitment, reason: str, on: date, now: datetime) -> Commitment:
    """It will not be done, and why: the reason is public."""
    if not reason.strip():
        raise ReasonNeeded
    row = in_hand(commitment, CommitmentState.CONFIRMED)
    close(row, CommitmentState.DROPPED, on=on, result=reason, now=now)
    row.save()
    return row


@transaction.atomic
def reopen(*, commitment: Commitment) -> Commitment:
    """Closed too early: it is open again, and what was given as evidence stays beside it."""
    row = in_hand(commitment, *CLOSED)
    row.state, row.closed_on = CommitmentState.CONFIRMED, None
    row.evidence_public = False
    row.save(update_fields=["state", "closed_on", "evidence_public"])
    return row


@transaction.atomic
def show_evidence(*, commitment: Commitment, public: bool) -> Commitment:
    """Let everybody open the evidence, or nobody but those concerned."""
    row = in_hand(commitment, CommitmentState.KEPT)
    row.evidence_public = public
    row.save(update_fields=["evidence_public"])
    return row


def close(row: Commitment, state: str, *, on: date, result: str, now: datetime) -> None:
    if on > now.astimezone(ZoneInfo(row.edition.timezone)).date():
        raise DayAhead
    row.state, row.closed_on = state, on
    row.result = result.strip()[:2000]


def attach(row: Commitment, file: File[bytes] | None) -> None:
    if file is None:
        return
    if file.size > settings.UPLOAD_LIMIT:
        raise FileTooLarge(size_text(settings.UPLOAD_LIMIT, get_language() or "ru"))
    before, storage = row.evidence_file.name, row.evidence_file.storage
    row.evidence_size = file.size
    row.evidence_file.save(file.name or "file", file, save=False)
    if before:
        transaction.on_commit(lambda: storage.delete(before))
