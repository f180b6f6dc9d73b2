"""Finding a telephone by its token, and what it has said so far."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.crypto import salted_hmac

from rost.forum.models import Edition
from rost.live.models import Device, Floor, HallQuestion, PollAnswer, QuestionVote

_TOKEN = re.compile(r"[A-Za-z0-9_-]{32,100}")


def well_formed(token: str) -> bool:
    """Long enough that nobody meets another's by chance."""
    return _TOKEN.fullmatch(token) is not None


def digest_of(edition: Edition, token: str) -> str:
    """Of one edition: the same telephone is another device at another forum."""
    return salted_hmac("rost.live.device", f"{edition.pk}:{token}", algorithm="sha256").hexdigest()


def line_digest(edition: Edition, kind: str, value: str) -> str:
    """The digest under which an address or a browser is kept: of one edition and one key."""
    text = f"{edition.pk}:{kind}:{value}"
    return salted_hmac("rost.live.line", text, algorithm="sha256").hexdigest()


def device_by_token(edition: Edition, token: str) -> Device | None:
    if not well_formed(token):
        return None
    return Device.objects.filter(digest=digest_of(edition, token)).first()


@dataclass(frozen=True, slots=True)
class Mine:
    """What one telephone has said on one floor; votes of its badge on another one count too."""

    votes: frozenset[UUID]
    answers: Mapping[int, Any]  # value by poll
    questions: tuple[HallQuestion, ...]  # its own, hidden and waiting ones too


def mine_of(floor: Floor, device: Device) -> Mine:
    """Three queries."""
    votes = QuestionVote.objects.filter(owner_of(device), question__floor=floor)
    answers = PollAnswer.objects.filter(owner_of(device), poll__floor=floor)
    return Mine(
        votes=frozenset(votes.order_by().values_list("question_id", flat=True)),
        answers=dict(answers.order_by("answered_at").values_list("poll_id", "value")),
        questions=tuple(HallQuestion.objects.filter(owner_of(device), floor=floor)),
    )


def owner_of(device: Device) -> Q:
    """Rows of this telephone, or of the badge it has shown."""
    if device.registration_id is None:
        return Q(device=device)
    return Q(device=device) | Q(registration=device.registration_id)
