"""What telephones at the doors send, read from JSON with nothing believed; decides nothing."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.forum.models import Direction, MarkSource
from rost.forum.rules.attendance import MOST_MARKS, SentMark
from rost.ui.refusals import Refusal

MOST_BYTES = 256 * 1024  # 500 marks are about 120 kilobytes
YEARS = range(1971, 2200)  # a clock without a battery begins at 1970; sums of years stay dates
LARGEST_ID = 2**63 - 1
AT_A_DOOR = frozenset({MarkSource.CODE, MarkSource.NAME})
UUID_SHAPE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

UNREADABLE = _("This mark cannot be read: mark the person again.")


class NotJson(Refusal):
    def __init__(self) -> None:
        super().__init__(_("What was sent is not JSON. Nothing was taken."))


class TooMuch(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Too much at once: send at most %(marks)s marks. Nothing was taken.")
            % {"marks": MOST_MARKS}
        )


class Malformed(Refusal):
    """`part` names what is wrong, in the words of the protocol."""

    def __init__(self, part: str) -> None:
        super().__init__(
            _("This is not written as agreed: “%(part)s”. Nothing was taken.") % {"part": part}
        )


@dataclass(frozen=True, slots=True)
class Pairing:
    secret: str
    device: UUID
    device_now: datetime


@dataclass(frozen=True, slots=True)
class SentMarks:
    """`unreadable` – ids of marks of which only the id could be read, and why."""

    device_now: datetime
    marks: tuple[SentMark, ...]
    unreadable: tuple[tuple[UUID, str | Promise], ...]


def read_pairing(body: bytes) -> Pairing:
    sent = _object(body)
    secret, device, device_now = sent.get("secret"), sent.get("device"), sent.get("device_now")
    if not isinstance(secret, str) or not secret.isascii() or not 0 < len(secret) <= 200:
        raise Malformed("secret")
    return Pairing(
        secret=secret,
        device=_uuid(device) or _malformed("device"),
        device_now=_moment(device_now) or _malformed("device_now"),
    )


def read_marks(body: bytes) -> SentMarks:
    sent = _object(body)
    device_now = _moment(sent.get("device_now")) or _malformed("device_now")
    rows = sent.get("marks")
    if not isinstance(rows, list):
        raise Malformed("marks")
    if len(rows) > MOST_MARKS:
        raise TooMuch
    marks: list[SentMark] = []
    unreadable: list[tuple[UUID, str | Promise]] = []
    for number, row in enumerate(rows):
        identity = _uuid(row.get("id")) if isinstance(row, dict) else None
        if identity is None:
            raise Malformed(f"marks[{number}].id")
        mark = _mark(identity, row)
        if mark is not None:
            marks.append(mark)
        else:
            unreadable.append((identity, UNREADABLE))
    return SentMarks(device_now, tuple(marks), tuple(unreadable))


def _mark(identity: UUID, row: dict[str, Any]) -> SentMark | None:
    badge, registration = row.get("badge"), row.get("registration")
    said_at = _moment(row.get("said_at"))
    direction, source = row.get("direction"), row.get("source")
    if said_at is None or direction not in Direction.values or source not in AT_A_DOOR:
        return None
    through_badge = isinstance(badge, str) and 0 < len(badge) <= 300 and registration is None
    by_name = badge is None and type(registration) is int and 0 < registration <= LARGEST_ID
    if not through_badge and not by_name:
        return None
    return SentMark(
        id=identity,
        badge=badge or "",
        registration=registration,
        direction=str(direction),
        source=str(source),
        said_at=said_at,
    )


def _object(body: bytes) -> dict[str, Any]:
    if len(body) > MOST_BYTES:
        raise TooMuch
    try:
        sent = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise NotJson from None
    if not isinstance(sent, dict):
        raise Malformed("{}")
    return sent


def _no_constant(name: str) -> NoReturn:
    """NaN and Infinity are no JSON, whatever Python thinks."""
    raise ValueError(name)


def _malformed(part: str) -> NoReturn:
    raise Malformed(part)


def _uuid(value: object) -> UUID | None:
    if not isinstance(value, str) or not UUID_SHAPE.fullmatch(value):
        return None
    return UUID(value)


def _moment(value: object) -> datetime | None:
    """A moment with its zone; None for anything else."""
    if not isinstance(value, str) or len(value) > 40:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.tzinfo is None or moment.year not in YEARS:
        return None
    return moment.astimezone(UTC)
