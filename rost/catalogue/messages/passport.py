"""Names of what a passport asks, of its sources of money and partners, and what is wrong in it."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.core.language import money_text
from rost.core.passport import Fault, Why

FIELD_NAMES = {
    "title": pgettext_lazy("passport", "Name"),
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


def roubles(kopecks: int, language: str) -> str:
    """«12 000,50 руб.»"""
    return money_text(Decimal(kopecks) / 100, language)
