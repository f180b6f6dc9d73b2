"""Revoking: the paper stays as it was issued, and the check page says it is no longer valid."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.actions.handling import note
from rost.documents.models import Act, Document
from rost.documents.queries.notices import revocation_notice
from rost.ui.refusals import Refusal

REGISTER = "documents.documents"


class AlreadyRevoked(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This document has already been revoked; nothing was changed."))


class NoReason(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Say why the document is revoked: the reason goes into the log."))


@transaction.atomic
def revoke(*, document: Document, why: str, by: Person | None, now: datetime) -> Document:
    """The document is no longer in force; a new one about the same thing gets a new number.

    Whichever page it is done on, the log of access has its line and the holder is told.
    """
    if not why.strip():
        raise NoReason
    document = Document.objects.select_for_update(of=("self",)).get(pk=document.pk)
    if document.revoked_at is not None:
        raise AlreadyRevoked
    document.revoked_at, document.revoked_by = now, by
    document.revoked_why = why.strip()[:300]
    document.save(update_fields=["revoked_at", "revoked_by", "revoked_why"])
    note(
        kind=document.kind,
        act=Act.REVOKED,
        rows=1,
        by=by,
        now=now,
        document=document,
        reason=document.revoked_why,
    )
    if by is not None:
        record_access(
            person=by,
            act=AccessRecord.Act.ISSUE,
            register=REGISTER,
            rows=1,
            now=now,
            about=document.space,
        )
    tell = revocation_notice(document.kind)
    if tell is not None:
        tell(document, now=now)
    return document
