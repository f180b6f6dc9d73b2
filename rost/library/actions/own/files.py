"""Files of a practice: of known kinds, a few, not too large together."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.core.files import kind_of
from rost.core.language import size_text
from rost.library.actions.locking import lock_practice
from rost.library.models import Practice, PracticeFile
from rost.library.rules.uploads import MOST_FILES, TOTAL_SIZE
from rost.ui.refusals import Refusal

from .drafts import WRITTEN, NotWritten


class TooManyFiles(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("A practice has at most %(most)s files. Remove one first.") % {"most": MOST_FILES}
        )


class FilesTooLarge(Refusal):
    def __init__(self, limit: str) -> None:
        super().__init__(
            _("All files together may be %(limit)s at most. The file was not added.")
            % {"limit": limit}
        )


class FileOfWrongKind(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The file was not added: it is not what its name says, or of a kind we do not "
                "take. Take PDF, a picture (JPEG, PNG), or a document without macros."
            )
        )


@transaction.atomic
def add_file(*, practice: Practice, title: str, file: File[bytes], now: datetime) -> PracticeFile:
    practice = lock_practice(practice)
    if practice.state not in WRITTEN:
        raise NotWritten
    if practice.files.count() >= MOST_FILES:
        raise TooManyFiles
    language = get_language() or "ru"
    if file.size > settings.UPLOAD_LIMIT:
        raise FilesTooLarge(size_text(settings.UPLOAD_LIMIT, language))
    together = practice.files.aggregate(size=Sum("size"))["size"] or 0
    if together + file.size > TOTAL_SIZE:
        raise FilesTooLarge(size_text(TOTAL_SIZE, language))
    ending = kind_of(file.name or "", file.read())
    if ending is None:
        raise FileOfWrongKind
    file.seek(0)
    row = PracticeFile(
        practice=practice, title=title or named(file.name or ""), size=file.size, added_at=now
    )
    row.file.save(f"{secrets.token_hex(12)}{ending}", file, save=False)
    row.save()
    return row


def named(name: str) -> str:
    """A file's own name without its ending, where its owner gave it no title."""
    return name.rpartition("/")[2].rpartition(".")[0][:300] or name[:300]


@transaction.atomic
def remove_file(*, practice: Practice, number: int) -> bool:
    """From the published page at once as well. False when it was gone already."""
    row = lock_practice(practice).files.filter(pk=number).first()
    if row is None:
        return False
    file = row.file
    row.delete()
    transaction.on_commit(lambda: file.storage.delete(file.name or ""))
    return True
