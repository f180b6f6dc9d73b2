"""What a moderator decides about many votes of one line: count them, leave them, set all aside.

The decision holds for what comes from that line later, too; it can be changed at any time.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rost.directory.models import Person
from rost.live.models import LineRuling, QuestionVote
from rost.live.queries.doors import Hall
from rost.live.queries.lines import Votes, votes_for
from rost.live.rules.limits import Ruling

from .acting import move
from .counting import recount
from .refusals import NoSuchLine


@transaction.atomic
def rule_line(
    *, hall: Hall, subject: str, sample: int, ruling: Ruling, by: Person | None, now: datetime
) -> None:
    """`sample` is a vote of that line; counted are no more than there are people in the hall."""
    move(hall.floor)
    votes = votes_for(hall.floor, subject)
    row = votes.filter(pk=sample, registration=None).select_related("device").first()
    if row is None:
        raise NoSuchLine
    network, browser = row.device.network, row.device.browser
    LineRuling.objects.update_or_create(
        floor=hall.floor,
        subject=subject,
        network=network,
        browser=browser,
        defaults={"counts": ruling is Ruling.COUNT, "decided_at": now, "decided_by": by},
    )
    line = votes.filter(registration=None, device__network=network)
    _apply(line, browser, ruling, people=hall.people)
    if isinstance(row, QuestionVote):
        recount(questions=[row.question_id])


def _apply(line: Votes, browser: str, ruling: Ruling, *, people: int) -> None:
    if ruling is Ruling.ALL_ASIDE:
        _set(line, [one.pk for one in line.filter(device__browser=browser)], aside=True)
    elif ruling is Ruling.COUNT:
        room = max(people - line.filter(set_aside=False).count(), 0)
        kept = line.filter(device__browser=browser, set_aside=True).order_by("pk")
        _set(line, [one.pk for one in kept[:room]], aside=False)


def _set(line: Votes, numbers: list[int], *, aside: bool) -> None:
    line.model._default_manager.filter(pk__in=numbers).update(set_aside=aside)
