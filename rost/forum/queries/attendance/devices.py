"""Finding a pass by its secret and a telephone by its token; only their digests are kept."""

from __future__ import annotations

from django.utils.crypto import constant_time_compare, salted_hmac

from rost.forum.models import DoorDevice, DoorPass


def digest_of(secret: str) -> str:
    """The keyed digest under which a secret or token is stored; useless without our key."""
    return salted_hmac("rost.forum.door", secret, algorithm="sha256").hexdigest()


def pass_by_secret(secret: str) -> DoorPass | None:
    """The pass with its door and edition, whatever its state; one query."""
    digest = digest_of(secret)
    rows = DoorPass.objects.select_related("door__hall", "door__route", "door__edition__published")
    found = rows.defer("door__edition__published__content").filter(digest=digest).first()
    return found if found and constant_time_compare(found.digest, digest) else None


def device_by_token(token: str) -> DoorDevice | None:
    """The telephone with its pass, door and edition, whatever its state; one query."""
    digest = digest_of(token)
    rows = DoorDevice.objects.select_related(
        "door_pass__door__hall", "door_pass__door__route", "door_pass__door__edition__published"
    ).defer("door_pass__door__edition__published__content")
    found = rows.filter(digest=digest).first()
    return found if found and constant_time_compare(found.digest, digest) else None
