"""Names of what a passport asks, and how much time is left, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from rost.core.passport import Fault, Why
from rost.forum.rules.call import days_left

FIELD_NAMES = {
    "title": _("Name of the project"),
    "territory": _("Municipality"),
    "year": pgettext_lazy("project", "Year"),
    "local_issues": _("Local issues"),
    "national_project": _("National project"),
    "problem": _("What the problem was"),
    "solution": _("What you did"),
    "steps": _("Steps"),
    "resources": _("What was needed"),
    "money": _("Money"),
    "partners": _("Who helped"),
    "legal_acts": _("Legal acts"),
    "results": _("Results"),
    "mistakes": _("Risks and mistakes"),
    "conditions": _("What others need to repeat it"),
    "contact": _("Whom to ask"),
}
SOURCE_NAMES = {
    "federal": _("Federal budget"),
    "republican": _("Budget of the Republic"),
    "local": _("Local budget"),
    "business": pgettext_lazy("money", "Business"),
    "residents": pgettext_lazy("money", "Residents"),
    "grant": pgettext_lazy("money", "Grant"),
    "other": pgettext_lazy("money", "Other"),
}
PARTNER_NAMES = {
    "authority": _("Public authority"),
    "ngo": _("NGO"),
    "business": _("Business"),
    "residents": pgettext_lazy("partner", "Residents"),
    "other": pgettext_lazy("partner", "Other"),
}
FAULT_WORDS = {
    Why.TOO_LONG: _("too long: at most %(most)s characters"),
    Why.TOO_MANY: _("too many: at most %(most)s"),
    Why.UNKNOWN: _("not in the list"),
    Why.NOT_IN_RANGE: _("not a possible value"),
}


def fault_text(fault: Fault) -> str:
    return f"{FIELD_NAMES[fault.field]}: {FAULT_WORDS[fault.why] % {'most': fault.most}}"


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
