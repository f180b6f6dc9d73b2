"""The state of a hall for telephones: JSON, the same for all of them.

`?brief` leaves out the words that a telephone knows already: all but those of the newest questions
and of the redacted ones. Both are kept in front of Django
(rost/config/halls.py); docs/decisions/hall-state.md tells what the fields mean.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from rost.live.queries.doors import floor_for
from rost.live.queries.hall import HallState, ShownPoll, ShownQuestion, hall_state
from rost.live.rules.hours import next_edge
from rost.live.rules.texts import TOLD_APART

NEWEST = 4  # questions that come with their words: as many as are asked between two looks


@require_safe
def state(request: HttpRequest, slug: str, code: str) -> HttpResponse:
    visitor = request.visitor  # type: ignore[attr-defined]
    hall = floor_for(visitor, slug, code)
    if hall is None:
        raise Http404
    found = hall_state(hall)
    make = brief if request.META.get("QUERY_STRING") == "brief" else full
    facts = {"r": found.revision, "s": hall.standing(visitor.now), "t": found.takes_questions}
    body = json.dumps(facts | make(found), ensure_ascii=False, separators=(",", ":")).encode()
    etag = f'"{found.revision}-{hashlib.sha256(body).hexdigest()[:8]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(body, content_type="application/json")
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    if hall.edition.is_public:
        response.kept_floor = (hall.floor.pk, found.revision)  # type: ignore[attr-defined]
        response.kept_until = next_edge(hall.hours, visitor.now)  # type: ignore[attr-defined]
    return response


def full(found: HallState) -> dict[str, Any]:
    questions = [_whole(one) for one in found.questions]
    poll = found.poll
    words: dict[str, Any] = {}
    if poll is not None:
        words = {
            "kind": poll.kind,
            "text": poll.text,
            "options": poll.options,
            "most": poll.most,
        }
    return {
        "q": questions,
        "c": _number(found.current),
        "p": _poll(poll) | words if poll is not None else None,
    }


def brief(found: HallState) -> dict[str, Any]:
    by_time = sorted(found.questions, key=lambda one: one.asked_at)
    with_words = {one.id for one in by_time[-NEWEST:]}
    return {
        "q": [
            _whole(one)
            if one.id in with_words or one.redacted
            else [one.id[:TOLD_APART], one.votes, one.state]
            for one in found.questions
        ],
        "c": _number(found.current),
        "p": _poll(found.poll) if found.poll is not None else None,
    }


def _whole(one: ShownQuestion) -> list[Any]:
    return [one.id, one.votes, one.state, one.text, one.name, one.language]


def _number(one: ShownQuestion | None) -> str | None:
    return one.id[:TOLD_APART] if one is not None else None


def _poll(poll: ShownPoll) -> dict[str, Any]:
    """`n` – answers, `counts` by option, `words` with how many wrote each."""
    facts: dict[str, Any] = {"id": poll.id, "open": poll.open}
    if poll.results is not None:
        facts["n"] = poll.results.answers
        facts["words" if poll.kind == "words" else "counts"] = (
            poll.results.words if poll.kind == "words" else poll.results.counts
        )
    return facts
