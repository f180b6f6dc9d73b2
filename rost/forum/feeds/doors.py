"""The protocol of the telephones at the doors: JSON, a token, no cookies, no accounts.

docs/decisions/doors.md tells what each request and answer means.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from rost.directory.actions.records import record_access
from rost.directory.adapters.limits import within_limit
from rost.directory.models import AccessRecord
from rost.forum.actions.attendance import (
    DoorClosed,
    PassRefused,
    Receipt,
    name_of_pass,
    note_list_taken,
    pair_device,
    take_marks,
)
from rost.forum.forms.door import (
    MOST_BYTES,
    Malformed,
    NotJson,
    SentMarks,
    TooMuch,
    read_marks,
    read_pairing,
)
from rost.forum.models import DoorDevice
from rost.forum.queries.attendance import (
    DoorCount,
    DoorList,
    device_by_token,
    door_count,
    door_list,
    pass_by_secret,
)
from rost.forum.rules.attendance import PassState, pass_state
from rost.ui.refusals import Refusal

KEY_BYTES = 32
STATUSES: dict[type[Refusal], int] = {
    NotJson: 400,
    TooMuch: 413,
    Malformed: 422,
    PassRefused: 403,
    DoorClosed: 403,
}
View = Callable[..., HttpResponse]


def spoken(view: View) -> View:
    """Sentences in the language of the telephone; refusals as JSON; nothing is kept anywhere."""

    @csrf_exempt
    @wraps(view)
    def door(request: HttpRequest, slug: str) -> HttpResponse:
        with override(get_language_from_request(request)):
            try:
                response = view(request, slug)
            except Refusal as refusal:
                response = said(refusal.message, status=status_of(refusal))
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return door


def for_device(view: View) -> View:
    """The view gets the telephone behind the token; one that lost its right is told to forget."""

    @wraps(view)
    def door(request: HttpRequest, slug: str) -> HttpResponse:
        scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not token:
            return said(_("This page is for telephones at the doors."), status=401)
        device = device_by_token(token[:200])
        if device is None:
            return said(_("This telephone is not known any more."), status=401, wipe=True)
        if device.door_pass.door.edition.slug != slug:
            return said(_("This telephone belongs to another forum."), status=404)
        if device.revoked_at is not None or device.door_pass.revoked_at is not None:
            return said(_("This pass has been revoked."), status=401, wipe=True)
        now = timezone.now()
        state = pass_state(device.door_pass.starts_at, device.door_pass.ends_at, now)
        if state is PassState.OVER:
            return said(_("The time of this pass is over."), status=401, wipe=True)
        return view(request, device, state, now)

    return door


@require_POST
@spoken
def door_devices(request: HttpRequest, slug: str) -> HttpResponse:
    """A telephone opens a pass: a token, a key for what it keeps, and where it stands."""
    sent = read_pairing(body_of(request))
    if not within_limit(request, "door"):
        return said(_("Too many tries: wait a minute."), status=429)
    found = pass_by_secret(sent.secret)
    if found is not None and found.door.edition.slug != slug:
        return said(_("This pass belongs to another forum."), status=403)
    now = timezone.now()
    device, token = pair_device(
        secret=sent.secret, device=sent.device, device_now=sent.device_now, now=now
    )
    own = device.door_pass
    answer = {
        "token": token,
        "key": base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode(),
        "door": {
            "id": own.door.pk,
            "name": own.door.name,
            "kind": own.door.kind,
            "capacity": door_count(own.door, now).capacity,
        },
        "edition": {"name": own.door.edition.name, "timezone": own.door.edition.timezone},
        "starts": own.starts_at.isoformat(),
        "ends": own.ends_at.isoformat(),
        "now": now.isoformat(),
    }
    return JsonResponse(answer, status=201)


@require_safe
@spoken
@for_device
def door_people(
    request: HttpRequest, device: DoorDevice, state: PassState, now: datetime
) -> HttpResponse:
    """The list of the day while the pass is open; each download has its line in the log."""
    own = device.door_pass
    if state is not PassState.OPEN or own.door.closed_at is not None:
        why = _("The time of this pass is over: the list is not given any more.")
        return said(why, status=401, ended=True)
    found = door_list(own)
    content = listed(found)
    digest = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    etag = f'"{digest[:32]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        note_list_taken(device=device, now=now)
        record_access(
            name=name_of_pass(own),
            act=AccessRecord.Act.EXPORT,
            register="forum.doors",
            rows=found.named,
            about=own.door.edition.space,
            now=now,
        )
        content |= {"now": now.isoformat(), "count": counted(door_count(own.door, now))}
        response = JsonResponse(content, json_dumps_params={"ensure_ascii": False})
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@require_POST
@spoken
@for_device
def door_marks(
    request: HttpRequest, device: DoorDevice, state: PassState, now: datetime
) -> HttpResponse:
    """Marks; none at all is a way to ask for the count."""
    sent = read_marks(body_of(request))
    receipt = take_marks(device=device, marks=sent.marks, device_now=sent.device_now, now=now)
    return JsonResponse(
        {
            "now": now.isoformat(),
            **answered(receipt, sent),
            "count": counted(door_count(device.door_pass.door, now)),
        },
        json_dumps_params={"ensure_ascii": False},
    )


def answered(receipt: Receipt, sent: SentMarks) -> dict[str, Any]:
    refused = [(one.id, one.why) for one in receipt.refused]
    return {
        "taken": [str(one) for one in receipt.taken],
        "refused": [
            {"id": str(identity), "why": str(why)} for identity, why in (*refused, *sent.unreadable)
        ],
    }


def listed(found: DoorList) -> dict[str, Any]:
    return {
        "people": [
            {
                "id": one.id,
                "codes": one.codes,
                "ended": one.ended,
                "serial": one.serial,
                "name": one.name,
                "place": one.place,
                "colour": one.colour,
                "category": one.category,
                "photo": one.photo,
                "minor": one.minor,
                "parent": one.parent,
                "seats": one.seats,
            }
            for one in found.people
        ],
        "spares": found.spares,
        "sessions": [
            {
                "code": one.code,
                "title": one.title,
                "place": one.place,
                "starts": one.starts.isoformat(),
                "ends": one.ends.isoformat(),
            }
            for one in found.sessions
        ],
    }


def counted(count: DoorCount) -> dict[str, int | None]:
    return {"inside": count.inside, "came": count.came, "capacity": count.capacity}


def body_of(request: HttpRequest) -> bytes:
    """The body, unless it says beforehand that it is too large to be read."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES:
        raise TooMuch
    return request.body


def said(
    why: str | Promise, *, status: int, wipe: bool = False, ended: bool = False
) -> HttpResponse:
    """A «no» with its reason; `wipe` – forget everything, `ended` – once nothing waits."""
    answer: dict[str, Any] = {"why": str(why)}
    if status == 401:
        answer |= {"wipe": wipe, "ended": ended}
    return JsonResponse(answer, status=status, json_dumps_params={"ensure_ascii": False})


def status_of(refusal: Refusal) -> int:
    return next((status for kind, status in STATUSES.items() if isinstance(refusal, kind)), 422)
