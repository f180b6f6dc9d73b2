"""Preparing a poll, opening and closing it, and what of it stands on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from rost.core.language import fold
from rost.live.actions.acting import move
from rost.live.actions.refusals import AnotherPollOpen, PollHasAnswers, PollUnready
from rost.live.models import Floor, Poll, PollAnswer, PollKind, PollState
from rost.live.rules.polls import LONGEST_OPTION, MOST_OPTIONS
from rost.live.rules.texts import clean_line

WITH_OPTIONS = (PollKind.ONE, PollKind.MANY)
LONGEST_TEXT = 300


@transaction.atomic
def write_poll(
    *,
    floor: Floor,
    poll: Poll | None,
    kind: str,
    text: str,
    options: Sequence[str],
    most: int,
    results_at_once: bool,
) -> Poll:
    """A draft, new or changed; once opened a poll is not changed under those who answer."""
    move(floor)
    if poll is not None:
        held = Poll.objects.get(pk=poll.pk, floor=floor)
        if held.state != PollState.DRAFT:
            raise PollHasAnswers
    else:
        last = Poll.objects.filter(floor=floor).aggregate(last=Max("position"))["last"]
        held = Poll(floor=floor, position=(last or 0) + 1)
    held.kind, held.text = PollKind(kind), clean_line(text)[:LONGEST_TEXT]
    held.options = _options(options) if kind in WITH_OPTIONS else []
    if not held.text or (kind in WITH_OPTIONS and len(held.options) < 2):
        raise PollUnready
    held.most = min(max(most, 1), len(held.options)) if kind == PollKind.MANY else 1
    held.results_at_once = results_at_once
    held.save()
    return held


@transaction.atomic
def open_poll(*, poll: Poll, now: datetime) -> Poll:
    """One open at a time on a floor; a closed one goes on where it stopped."""
    move(Floor(pk=poll.floor_id))
    if Poll.objects.filter(floor=poll.floor_id, state=PollState.OPEN).exclude(pk=poll.pk).exists():
        raise AnotherPollOpen
    held = Poll.objects.get(pk=poll.pk)
    held.state, held.closed_at = PollState.OPEN, None
    held.opened_at = held.opened_at or now
    held.on_screen = True
    held.save(update_fields=["state", "opened_at", "closed_at", "on_screen"])
    Poll.objects.filter(floor=poll.floor_id).exclude(pk=poll.pk).update(on_screen=False)
    return held


@transaction.atomic
def close_poll(*, poll: Poll, now: datetime) -> Poll:
    """Its results stay on the screen until they are taken off or another poll opens."""
    move(Floor(pk=poll.floor_id))
    Poll.objects.filter(pk=poll.pk, state=PollState.OPEN).update(
        state=PollState.CLOSED, closed_at=now
    )
    return Poll.objects.get(pk=poll.pk)


@transaction.atomic
def show_results(*, poll: Poll, on: bool) -> None:
    move(Floor(pk=poll.floor_id))
    if on:
        Poll.objects.filter(floor=poll.floor_id).update(on_screen=False)
    Poll.objects.filter(pk=poll.pk).update(on_screen=on)


@transaction.atomic
def remove_draft(*, poll: Poll) -> None:
    move(Floor(pk=poll.floor_id))
    gone, _by_model = Poll.objects.filter(pk=poll.pk, state=PollState.DRAFT).delete()
    if not gone:
        raise PollHasAnswers


@transaction.atomic
def hide_word(*, poll: Poll, word: str, hidden: bool) -> int:
    """Off the screen, however it was typed; how many answers."""
    move(Floor(pk=poll.floor_id))
    wanted = fold(word)
    rows = PollAnswer.objects.filter(poll=poll).values_list("pk", "value")
    same = [number for number, value in rows if isinstance(value, str) and fold(value) == wanted]
    return PollAnswer.objects.filter(pk__in=same).update(hidden=hidden)


def _options(options: Sequence[str]) -> list[str]:
    kept = [clean_line(one)[:LONGEST_OPTION] for one in options]
    return list(dict.fromkeys(one for one in kept if one))[:MOST_OPTIONS]
