"""Revoking a certificate: the holder is told why; with new marks a new one can be issued."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.actions.revoking import revoke
from rost.documents.models import Document
from rost.forum.messages.certificates import tell_revoked
from rost.forum.models import Edition

from .issuing import REGISTER


@transaction.atomic
def revoke_certificate(
    *, edition: Edition, document: Document, why: str, by: Person | None, now: datetime
) -> Document:
    revoked = revoke(document=document, why=why, by=by, now=now)
    tell_revoked(revoked, edition, now=now)
    if by is not None:
        record_access(
            person=by,
            act=AccessRecord.Act.ISSUE,
            register=REGISTER,
            rows=1,
            about=edition.space,
            now=now,
        )
    return revoked
