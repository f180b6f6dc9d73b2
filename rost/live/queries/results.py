"""What polls came to: one query for any number of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rost.live.models import Poll, PollAnswer
from rost.live.rules.polls import Results, results


def results_of(polls: Iterable[Poll]) -> dict[int, Results]:
    """Answers that are neither set aside nor hidden."""
    rows = list(polls)
    values: dict[int, list[Any]] = {one.pk: [] for one in rows}
    answers = PollAnswer.objects.filter(poll__in=list(values), set_aside=False, hidden=False)
    for poll, value in answers.order_by("id").values_list("poll_id", "value"):
        values[poll].append(value)
    return {one.pk: results(one.kind, values[one.pk], options=len(one.options)) for one in rows}
