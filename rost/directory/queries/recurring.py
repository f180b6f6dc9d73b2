"""The registry of work that comes round by itself, and how it went.

A room declares its works in `AppConfig.ready()`:

    register_recurring(
        Recurring(
            name="forum.reminders",
            every=timedelta(hours=1),
            run=actions.commitments.remind_all,   # (now) → how many things it did
            title=_("Reminders of commitments"),
        )
    )

At least once: work is done again when its worker died before the end, and a run that takes
longer than a lease may meet a second one. So `run` must do no harm when done twice: what must
happen once has its own row with a constraint. It picks its own hour of the day where that matters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.functional import Promise
from django.utils.translation import ngettext

from rost.directory.models import RecurringWork

DAY = 24 * 60  # minutes
OVERDUE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Recurring:
    name: str
    every: timedelta
    run: Callable[[datetime], int]
    title: str | Promise = ""


_registry: dict[str, Recurring] = {}


def register_recurring(work: Recurring) -> None:
    """Declare a work once; declaring another under the same name is a mistake."""
    if _registry.get(work.name, work).every != work.every:
        raise ValueError(f"{work.name} is declared twice")
    _registry[work.name] = work


def recurring_works() -> list[Recurring]:
    return list(_registry.values())


@dataclass(frozen=True, slots=True)
class Standing:
    """One declared work and its row; none before the first round."""

    work: Recurring
    row: RecurringWork | None

    @property
    def often(self) -> str:
        minutes = int(self.work.every.total_seconds() // 60)
        if minutes % DAY == 0:
            days = minutes // DAY
            said = ngettext("every day", "every %(number)s days", days)
            return said % {"number": days}
        if minutes % 60 == 0:
            hours = minutes // 60
            said = ngettext("every hour", "every %(number)s hours", hours)
            return said % {"number": hours}
        return ngettext("every minute", "every %(number)s minutes", minutes) % {"number": minutes}


def standings() -> list[Standing]:
    """Every declared work as it went last, for whoever looks after the platform."""
    rows = {row.name: row for row in RecurringWork.objects.all()}
    return [Standing(work, rows.get(work.name)) for work in recurring_works()]


def is_running(found: list[Standing], now: datetime) -> bool:
    """Whether somebody did something at its time: no work is overdue by more than an hour."""
    return all(one.row is not None and one.row.due_at > now - OVERDUE for one in found)
