"""Photographs of a practice: made small as they come, described, removed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.library.actions.locking import lock_practice
from rost.library.adapters.photos import Made, PhotoFault, UnfitPhoto, small
from rost.library.models import Photo, Practice
from rost.library.rules.uploads import LONGEST_ALT, MOST_PHOTOS

from .drafts import WRITTEN, NotWritten

REASONS: dict[PhotoFault, str | Promise] = {
    PhotoFault.HEIC: _(
        "it is in the format of some telephones that browsers do not show (HEIC). In the camera's "
        "settings choose «most compatible», or send the picture to yourself and take that copy"
    ),
    PhotoFault.NO_PICTURE: _("it is not a photograph, or it is damaged. Take JPEG, PNG or WebP"),
    PhotoFault.TOO_MANY_PIXELS: _("it has too many pixels. Make it smaller and add it again"),
}
TOO_LARGE = _("it is too large. Make it smaller and add it again")
TOO_MANY = _("a practice has at most twelve photographs. Remove one first")


@dataclass(frozen=True, slots=True)
class Refused:
    """A photograph that was not added, and why."""

    name: str
    why: str | Promise


def add_photos(
    *, practice: Practice, files: Sequence[File[bytes]], by: Person, now: datetime
) -> tuple[int, list[Refused]]:
    """How many were added, and which were not; each is judged by itself."""
    added, refused = 0, []
    for file in files:
        try:
            if file.size > settings.UPLOAD_LIMIT:
                refused.append(Refused(file.name or "", TOO_LARGE))
                continue
            made = small(file.read())
        except UnfitPhoto as unfit:
            refused.append(Refused(file.name or "", REASONS[unfit.fault]))
            continue
        if add_photo(practice=practice, made=made, by=by, now=now):
            added += 1
        else:
            refused.append(Refused(file.name or "", TOO_MANY))
    return added, refused


@transaction.atomic
def add_photo(*, practice: Practice, made: Made, by: Person | None, now: datetime) -> bool:
    """False where there are as many as a practice may have; names on the disk tell nothing."""
    practice = lock_practice(practice)
    if practice.state not in WRITTEN:
        raise NotWritten
    places = list(practice.photos.values_list("place", flat=True))
    if len(places) >= MOST_PHOTOS:
        return False
    photo = Photo(
        practice=practice,
        width=made.width,
        height=made.height,
        size=len(made.large),
        place=max(places, default=-1) + 1,
        added_at=now,
        added_by=by,
    )
    name = secrets.token_hex(12)
    photo.file.save(f"{name}.webp", ContentFile(made.large), save=False)
    photo.small.save(f"{name}-s.webp", ContentFile(made.small), save=False)
    photo.save()
    return True


@transaction.atomic
def describe_photos(*, practice: Practice, texts: Mapping[int, str]) -> int:
    """What is seen on them, by number of the photograph."""
    practice = lock_practice(practice)
    if practice.state not in WRITTEN:
        raise NotWritten
    changed = 0
    for photo in practice.photos.filter(pk__in=texts):
        alt = texts[photo.pk].strip()[:LONGEST_ALT]
        if photo.alt != alt:
            photo.alt = alt
            photo.save(update_fields=["alt"])
            changed += 1
    return changed


@transaction.atomic
def remove_photo(*, practice: Practice, number: int) -> bool:
    """From the published page at once as well: somebody on it may have asked for that.

    In any state but the files of a withdrawn practice, which nobody is shown. False: it was gone.
    """
    photo = lock_practice(practice).photos.filter(pk=number).first()
    if photo is None:
        return False
    files = (photo.file, photo.small)
    photo.delete()
    for file in files:
        transaction.on_commit(lambda file=file: file.storage.delete(file.name))  # type: ignore[misc]
    return True
