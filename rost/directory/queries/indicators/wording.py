"""Figures in words of the reader's language."""

from __future__ import annotations

from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rost.core.language import known_language, number_text
from rost.directory.models import Indicator, Shape

THEMES: dict[str, str | Promise] = {
    "size": _("Size"),
    "people": pgettext_lazy("theme", "Residents"),
    "place": _("Place on the map"),
    "money": _("Money"),
    "utilities": _("Gas, water, roads, communication"),
    "services": _("School, doctor, culture"),
    "economy": _("Economy"),
}
UNITS: dict[str, str | Promise] = {
    "people": _("%(figure)s people"),
    "people_km2": _("%(figure)s people per km²"),
    "percent": _("%(figure)s %%"),
    "km": _("%(figure)s km"),
    "km2": _("%(figure)s km²"),
    "m2": _("%(figure)s m²"),
    "thousand_roubles": _("%(figure)s thousand roubles"),
    "count": "%(figure)s",
    "count_thousand": _("%(figure)s per thousand residents"),
    "head": _("%(figure)s head"),
}
UNIT_NAMES: dict[str, str | Promise] = {
    "people": _("people"),
    "people_km2": _("people per km²"),
    "percent": "%",
    "km": _("km"),
    "km2": _("km²"),
    "m2": _("m²"),
    "thousand_roubles": _("thousand roubles"),
    "count": "",
    "count_thousand": "",
    "head": _("head"),
}
THOUSAND = 1000
HUNDRED = 100


def name_of(indicator: Indicator) -> str:
    return _in_language(indicator, "name")


def short_of(indicator: Indicator) -> str:
    return _in_language(indicator, "short")


def names_of_indicators() -> dict[str, str]:
    return {one.code: name_of(one) for one in Indicator.objects.all()}


def _in_language(indicator: Indicator, what: str) -> str:
    """In the page's language; the Russian one where there is none."""
    found: str = getattr(indicator, f"{what}_{known_language(get_language() or 'ru')}")
    return found or str(getattr(indicator, f"{what}_ru"))


def shown(indicator: Indicator, value: float, people: float | None) -> float | None:
    """The figure as it is compared and told: per head where so compared."""
    if indicator.shape != Shape.PER_HEAD:
        return value
    if not people:
        return None
    return told_per(indicator, value / people)


def told_per(indicator: Indicator, per_head: float) -> float:
    """Small things are told per thousand residents."""
    return per_head * THOUSAND if indicator.unit == "count_thousand" else per_head


def figure_text(indicator: Indicator, value: float) -> str:
    """«1 050 человек», «34 км», «есть»."""
    if indicator.shape == Shape.YES_NO:
        return gettext("yes, there is") if value >= 0.5 else gettext("no, there is none")
    return str(UNITS.get(indicator.unit, "%(figure)s")) % {"figure": plain_text(value)}


def plain_text(value: float) -> str:
    """The number alone, with as many decimals as people read: three digits tell enough."""
    size = abs(value)
    decimals = 0 if size >= HUNDRED or value == int(value) else 1 if size >= 1 else 2
    return number_text(Decimal(repr(value)), get_language() or "ru", decimals=decimals)
