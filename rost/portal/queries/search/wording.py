"""Kinds of cards, bands and filters in the reader's words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rost.core.language import money_text, number_text
from rost.directory.queries.reference import issue_name, national_name

ONE: dict[str, str | Promise] = {
    "practice": pgettext_lazy("card kind", "Practice"),
    "adoption": pgettext_lazy("card kind", "Adoption of a practice"),
    "project": pgettext_lazy("card kind", "Project"),
    "session": pgettext_lazy("card kind", "Session"),
    "edition": pgettext_lazy("card kind", "Forum"),
    "commitment": pgettext_lazy("card kind", "Commitment"),
    "place": pgettext_lazy("card kind", "Municipality"),
    "organisation": pgettext_lazy("card kind", "Organisation"),
}
MANY: dict[str, str | Promise] = {
    "practice": pgettext_lazy("card kinds", "Practices"),
    "adoption": pgettext_lazy("card kinds", "Adoptions of practices"),
    "project": pgettext_lazy("card kinds", "Projects"),
    "session": pgettext_lazy("card kinds", "Sessions of forums"),
    "edition": pgettext_lazy("card kinds", "Forums"),
    "commitment": pgettext_lazy("card kinds", "Commitments"),
    "place": pgettext_lazy("card kinds", "Municipalities"),
    "organisation": pgettext_lazy("card kinds", "Organisations"),
}
GROUPS: dict[str, str | Promise] = {
    "kind": pgettext_lazy("search", "What to look for"),
    "place": pgettext_lazy("search", "Where"),
    "issue": _("Local issue"),
    "project": _("National project"),
    "cost": pgettext_lazy("search", "How much it cost"),
    "size": pgettext_lazy("search", "How many people live there"),
    "year": _("Year"),
}
SORTS: dict[str, str | Promise] = {
    "relevance": pgettext_lazy("search", "the most fitting"),
    "new": pgettext_lazy("search", "the newest"),
    "cheap": pgettext_lazy("search", "the cheapest"),
}
# What heads look for most, and a word of Bashkir; each with its language.
EXAMPLES = (
    ("освещение улиц", "ru"),
    ("вывоз мусора", "ru"),
    ("ремонт клуба", "ru"),
    ("балалар майҙансығы", "ba"),
)
KOPECKS = 100


def kind_one(kind: str) -> str:
    return str(ONE.get(kind, kind))


def value_text(name: str, value: str, bands: dict[str, tuple[int, int | None]]) -> str:
    """A value of a filter as people read it; places are named by whoever has their rows."""
    language = get_language() or "ru"
    if name == "kind":
        return str(MANY.get(value, value))
    if name == "issue":
        return issue_name(value, language)
    if name == "project":
        return national_name(value, language)
    if name in ("cost", "size") and value in bands:
        return band_text(name, *bands[value])
    return value


def band_text(name: str, least: int, below: int | None) -> str:
    def said(amount: int) -> str:
        language = get_language() or "ru"
        if name == "cost":
            return money_text(amount // KOPECKS, language)
        return number_text(amount, language)

    if not least and below is not None:
        return pgettext("band", "less than %(most)s") % {"most": said(below)}
    if below is None:
        return pgettext("band", "%(least)s and more") % {"least": said(least)}
    return pgettext("band", "%(least)s – %(most)s") % {"least": said(least), "most": said(below)}
