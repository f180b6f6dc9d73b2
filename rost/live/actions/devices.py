"""A telephone joins the hall, and shows the badge of whoever holds it."""

from __future__ import annotations

import secrets
from collections import defaultdict
from datetime import datetime

from django.db import transaction

from rost.forum.models import Badge, Edition, Registration
from rost.forum.rules.badges import read_code
from rost.live.models import Device, Floor, HallQuestion, PollAnswer, QuestionVote
from rost.live.queries.devices import digest_of, well_formed

from .acting import move
from .counting import recount
from .refusals import BadgeUnknown, OtherBadge

TOKEN_BYTES = 32


def meet(
    *, edition: Edition, token: str, network: str, browser: str, now: datetime
) -> tuple[Device, str | None]:
    """The telephone of this token, made when it is new; a fresh token where it brought none.

    A telephone makes its token itself before it first sends something: what it sends again after a
    lost answer then comes from the same device.
    """
    fresh = None if well_formed(token) else secrets.token_urlsafe(TOKEN_BYTES)
    device, _made = Device.objects.get_or_create(
        digest=digest_of(edition, fresh or token),
        defaults={"edition": edition, "network": network, "browser": browser, "seen_at": now},
    )
    if (device.network, device.browser) != (network, browser):
        device.network, device.browser = network, browser
        device.save(update_fields=["network", "browser"])
    return device, fresh


@transaction.atomic
def show_badge(*, device: Device, code: str, now: datetime) -> Device:
    """The telephone belongs to this badge now; what it said before is the badge's, once.

    A badge given for a lost one takes the telephones away that may have shown the lost one.
    """
    badge = (
        Badge.objects.select_related("registration")
        .filter(edition=device.edition_id, code=read_code(code), ended_at__isnull=True)
        .first()
    )
    if badge is None or badge.registration is None:
        raise BadgeUnknown
    registration = badge.registration
    if Badge.objects.filter(registration=registration, ended_at__isnull=False).exists():
        Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
        others = Device.objects.filter(registration=registration).exclude(pk=device.pk)
        others.update(registration=None)
    return recognise(device=device, registration=registration, now=now)


@transaction.atomic
def recognise(*, device: Device, registration: Registration, now: datetime) -> Device:
    """By a badge, or because its holder is signed in: one person, however many telephones.

    The registration's row is locked: two telephones of one person come one after another.
    """
    Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
    held = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
    if held.registration_id not in (None, registration.pk):
        raise OtherBadge
    if registration.edition_id != held.edition_id:
        raise BadgeUnknown
    if held.registration_id is None:
        held.registration = registration
        held.save(update_fields=["registration"])
        _lock_floors(held)
        _hand_over_votes(held, registration)
        _hand_over_answers(held, registration)
        HallQuestion.objects.filter(device=held, registration=None).update(
            registration=registration
        )
    return held


def _lock_floors(device: Device) -> None:
    votes = QuestionVote.objects.filter(device=device).values_list("question__floor_id")
    answers = PollAnswer.objects.filter(device=device).values_list("poll__floor_id")
    for number in sorted({row[0] for row in (*votes.order_by(), *answers.order_by())}):
        move(Floor(pk=number))


def _hand_over_votes(device: Device, registration: Registration) -> None:
    """Where the badge has voted on another telephone, the vote of this one goes."""
    own = QuestionVote.objects.filter(device=device, registration=None)
    touched = list(own.order_by().values_list("question_id", flat=True))
    known = QuestionVote.objects.filter(registration=registration).values("question")
    own.filter(question__in=list(known.values_list("question", flat=True))).delete()
    own.update(registration=registration, set_aside=False)
    recount(questions=touched)


def _hand_over_answers(device: Device, registration: Registration) -> None:
    """Of two answers to one poll the later word stays."""
    rows: defaultdict[int, list[PollAnswer]] = defaultdict(list)
    own = PollAnswer.objects.filter(device=device, registration=None)
    others = PollAnswer.objects.filter(registration=registration, poll__in=own.values("poll"))
    for row in (*others, *own):
        rows[row.poll_id].append(row)
    for found in rows.values():
        last = max(found, key=lambda one: (one.answered_at, one.pk))
        PollAnswer.objects.filter(pk__in=[one.pk for one in found if one is not last]).delete()
        PollAnswer.objects.filter(pk=last.pk).update(registration=registration, set_aside=False)
