"""What shows that it was done: photographs made small, and files of known kinds."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rost.core.files import kind_of
from rost.core.language import size_text
from rost.library.adapters.photos import PhotoFault, UnfitPhoto, small
from rost.library.models import Adoption, AdoptionEvidence
from rost.ui.refusals import Refusal

from .locking import lock_adoption

MOST = 12
PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif")


class TooMuchEvidence(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("There are %(most)s already, that is all there may be. Remove one first.")
            % {"most": MOST}
        )


class EvidenceTooLarge(Refusal):
    def __init__(self) -> None:
        limit = size_text(settings.UPLOAD_LIMIT, get_language() or "ru")
        super().__init__(_("A file may be %(limit)s at most. It was not added.") % {"limit": limit})


class EvidenceUnfit(Refusal):
    def __init__(self, fault: PhotoFault | None = None) -> None:
        super().__init__(
            _(
                "The telephone has saved this photograph in a form that we cannot read. Choose "
                "«Most compatible» in the settings of its camera, or send it to yourself first."
            )
            if fault is PhotoFault.HEIC
            else _(
                "The file was not added: it is not what its name says, or of a kind we do not "
                "take. Take PDF, a picture (JPEG, PNG), or a document without macros."
            )
        )


@transaction.atomic
def add_evidence(
    *, adoption: Adoption, title: str, file: File[bytes], now: datetime
) -> AdoptionEvidence:
    row = lock_adoption(adoption)
    if row.evidence.count() >= MOST:
        raise TooMuchEvidence
    if file.size > settings.UPLOAD_LIMIT:
        raise EvidenceTooLarge
    name, content = file.name or "", file.read()
    made = AdoptionEvidence(adoption=row, title=title.strip(), added_at=now)
    if name.lower().endswith(PHOTOS):
        put_photo(made, content)
    else:
        put_file(made, name, content)
    made.save()
    return made


def put_photo(row: AdoptionEvidence, content: bytes) -> None:
    try:
        made = small(content)
    except UnfitPhoto as unfit:
        raise EvidenceUnfit(unfit.fault) from None
    row.is_photo, row.width, row.height = True, made.width, made.height
    row.size = len(made.large)
    row.file.save("photo.webp", ContentFile(made.large), save=False)
    row.small.save("photo-small.webp", ContentFile(made.small), save=False)


def put_file(row: AdoptionEvidence, name: str, content: bytes) -> None:
    ending = kind_of(name, content)
    if ending is None:
        raise EvidenceUnfit
    row.size = len(content)
    row.file.save(f"file{ending}", ContentFile(content), save=False)


@transaction.atomic
def remove_evidence(*, adoption: Adoption, number: int) -> bool:
    """False when it was gone already."""
    row = lock_adoption(adoption).evidence.filter(pk=number).first()
    if row is None:
        return False
    names = [one.name for one in (row.file, row.small) if one.name]
    storage = row.file.storage
    row.delete()
    for name in names:
        transaction.on_commit(partial(storage.delete, name))
    return True
