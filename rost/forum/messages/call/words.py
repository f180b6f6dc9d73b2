"""Names of what a passport asks of a project, and how much time is left, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from rost.catalogue.messages import FIELD_NAMES as PASSPORT_NAMES
from rost.forum.rules.call import days_left

FIELD_NAMES = PASSPORT_NAMES | {"title": _("Name of the project")}


def names_of(fields: Iterable[str]) -> str:
    """«Название, Шаги»: for a sentence that lists them."""
    return ", ".join(f"«{FIELD_NAMES[name]}»" for name in fields)


def countdown(closes_at: datetime, now: datetime) -> str:
    """«Осталось 3 дня», below two days in hours, below an hour in minutes."""
    days, hours, minutes = days_left(closes_at=closes_at, now=now)
    if days:
        return ngettext("%(number)s day is left", "%(number)s days are left", days) % {
            "number": days
        }
    if hours:
        return ngettext("%(number)s hour is left", "%(number)s hours are left", hours) % {
            "number": hours
        }
    return ngettext("%(number)s minute is left", "%(number)s minutes are left", minutes) % {
        "number": minutes
    }
