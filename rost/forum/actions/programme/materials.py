"""Files and links of a session."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils.translation import get_language

from rost.core.language import size_text
from rost.forum.models import Material, Session

from .locking import lock_session
from .refusals import FileTooLarge


@transaction.atomic
def add_material(
    *,
    session: Session,
    title: str,
    now: datetime,
    url: str = "",
    file: File[bytes] | None = None,
    size: int | None = None,
) -> Material:
    """A link (its size when known) or a file, whose size is measured."""
    session = lock_session(session)
    if file is not None and file.size > settings.UPLOAD_LIMIT:
        raise FileTooLarge(size_text(settings.UPLOAD_LIMIT, get_language() or "ru"))
    material = Material(session=session, title=title, url="" if file else url, size=size)
    if file is not None:
        material.size = file.size
        material.file.save(file.name or "file", file, save=False)
    material.save()
    session.changed_at = now
    session.save(update_fields=["changed_at"])
    return material


@transaction.atomic
def remove_material(*, material: Material, now: datetime) -> None:
    """Taken off the draft; approved versions that link to it still open it."""
    session = lock_session(material.session)
    material.removed_at = now
    material.save(update_fields=["removed_at"])
    session.changed_at = now
    session.save(update_fields=["changed_at"])
