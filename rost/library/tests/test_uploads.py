"""Photographs and files: small, bare of what the camera knows, behind one door."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from conftest import NOW, Cast
from rost.library.actions.own.photos import add_photo
from rost.library.adapters.photos import PhotoFault, UnfitPhoto, small
from rost.library.models import Photo, Practice

from .adoption_stage import practice_of
from .test_drafts import full_draft

PDF = b"%PDF-1.7 text"


def picture(width: int, height: int, kind: str = "JPEG", **options: Any) -> bytes:
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (width, height), (20, 90, 40)).save(target, kind, **options)
    return target.getvalue()


def test_a_photograph_is_turned_made_small_and_forgets_its_camera() -> None:
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Camera of Ramilya"

    made = small(picture(4000, 2000, exif=exif))

    assert (made.width, made.height) == (800, 1600)
    large, little = (Image.open(io.BytesIO(one)) for one in (made.large, made.small))
    assert (large.format, little.size) == ("WEBP", (240, 480))
    assert b"Camera" not in made.large
    assert not large.getexif()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\0\0\0\x20ftypheic" + b"\0" * 40, PhotoFault.HEIC),
        (b"MZ not a picture", PhotoFault.NO_PICTURE),
        (picture(50, 50)[:200], PhotoFault.NO_PICTURE),
        (picture(40, 40, "GIF"), PhotoFault.NO_PICTURE),
        (picture(9000, 9000, "PNG"), PhotoFault.TOO_MANY_PIXELS),
    ],
    ids=["heic", "program", "broken", "gif", "bomb"],
)
def test_what_is_no_photograph_is_refused(content: bytes, fault: PhotoFault) -> None:
    with pytest.raises(UnfitPhoto) as refused:
        small(content)
    assert refused.value.fault is fault


@pytest.mark.django_db
def test_several_come_at_once_and_each_is_judged_by_itself(cast: Cast, signed_in: Any) -> None:
    practice, client = full_draft(cast.ramilya), signed_in(cast.ramilya)
    files = [
        SimpleUploadedFile("spring.jpg", picture(900, 600)),
        SimpleUploadedFile("IMG_1.heic", b"\0\0\0\x20ftypheic" + b"\0" * 40),
    ]
    path = reverse("library:draft_photos", args=[practice.pk])

    unasked = client.post(path, {"photos": SimpleUploadedFile("a.jpg", picture(9, 9))})
    answer = client.post(path, {"photos": files, "agreed": "on"})

    assert (unasked.status_code, answer.status_code) == (422, 409)
    assert [one.name for one in answer.context["refused"]] == ["IMG_1.heic"]
    [photo] = Photo.objects.all()
    client.post(
        reverse("library:draft_photos_words", args=[practice.pk]),
        {f"alt-{photo.pk}": "Родник у мечети", "alt-x": "", "alt-99999999999999999999": ""},
    )
    photo.refresh_from_db()
    assert (photo.alt, photo.added_by) == ("Родник у мечети", cast.ramilya)


def add(practice: Practice) -> Photo:
    add_photo(practice=practice, made=small(picture(300, 200)), by=None, now=NOW)
    return Photo.objects.latest("pk")


@pytest.mark.django_db(transaction=True)
def test_everybody_sees_published_ones_and_removed_ones_leave_the_disk(
    cast: Cast, signed_in: Any, client: Any
) -> None:
    from rost.library.actions.publishing import publish

    practice = practice_of(cast, cast.ramilya)
    old = add(practice)
    publish(practice=practice, by=cast.marat, note="", now=NOW)
    new = add(practice)
    author = signed_in(cast.ramilya)
    path = reverse("library:photo", args=[practice.pk, old.pk, "small"])
    unpublished = reverse("library:photo", args=[practice.pk, new.pk, "small"])

    seen = client.get(path)
    assert (seen.headers["Content-Type"], seen.headers["Cache-Control"]) == (
        "image/webp",
        "public, max-age=86400",
    )
    assert (client.get(unpublished).status_code, author.get(unpublished).status_code) == (404, 200)
    assert author.get(unpublished).headers["Cache-Control"] == "private, no-store"
    seen.close()

    stored = [Path(one.path) for one in (old.file, old.small)]
    author.post(reverse("library:draft_photo_removal", args=[practice.pk, old.pk]))

    assert client.get(path).status_code == 404
    assert [one.exists() for one in stored] == [False, False]
    assert client.get(reverse("library:practice", args=[practice.pk])).status_code == 200


@pytest.mark.django_db
def test_a_file_is_taken_by_its_content_and_saved_never_shown(
    cast: Cast, signed_in: Any, client: Any
) -> None:
    practice, author = full_draft(cast.ramilya), signed_in(cast.ramilya)
    path = reverse("library:draft_files", args=[practice.pk])

    wrong = author.post(path, {"file": SimpleUploadedFile("x.pdf", b"MZ")})
    author.post(path, {"file": SimpleUploadedFile("x.pdf", PDF), "title": "Протокол схода"})

    [row] = practice.files.all()
    door = reverse("library:file", args=[practice.pk, row.pk])
    answer = author.get(door)
    assert (wrong.status_code, client.get(door).status_code) == (409, 404)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert row.file.name.endswith(".pdf")
    assert "x" not in Path(row.file.name).stem
