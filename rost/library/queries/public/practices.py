"""What everybody reads of one practice: its published version, older ones, photographs, files."""

from __future__ import annotations

from django.db.models import QuerySet

from rost.library.models import Photo, Practice, PracticeFile, PracticeState, Version


def public_practice(number: int) -> Practice | None:
    """One that has been in the library; a withdrawn one too, of which only a trace is shown."""
    return (
        Practice.objects.filter(pk=number, version__isnull=False)
        .select_related("version__municipality__parent", "municipality__parent", "author")
        .first()
    )


def versions_of(practice: Practice) -> QuerySet[Version]:
    """The latest first."""
    return practice.versions.select_related("municipality__parent").order_by("-number")


def version_of(practice: Practice, number: int) -> Version | None:
    return versions_of(practice).filter(number=number).first()


def photos_of(version: Version) -> list[Photo]:
    """Those of the version that still stand, with the words of the version."""
    words = {one["photo"]: one.get("alt", "") for one in version.photos}
    photos = {one.pk: one for one in Photo.objects.filter(pk__in=words)} if words else {}
    found = [photos[number] for number in words if number in photos]
    for one in found:
        one.alt = words[one.pk]
    return found


def files_of(version: Version) -> list[PracticeFile]:
    titles = {one["file"]: one.get("title", "") for one in version.files}
    files = {one.pk: one for one in PracticeFile.objects.filter(pk__in=titles)} if titles else {}
    found = [files[number] for number in titles if number in files]
    for one in found:
        one.title = titles[one.pk] or one.title
    return found


def shows_photo(practice: Practice, photo: int) -> bool:
    """Whether everybody sees it: some version that can be read carries it."""
    return stands(practice) and any(
        one["photo"] == photo
        for photos in practice.versions.values_list("photos", flat=True)
        for one in photos
    )


def shows_file(practice: Practice, file: int) -> bool:
    return stands(practice) and any(
        one["file"] == file
        for files in practice.versions.values_list("files", flat=True)
        for one in files
    )


def stands(practice: Practice) -> bool:
    return practice.version_id is not None and practice.state != PracticeState.WITHDRAWN
