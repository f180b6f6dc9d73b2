"""What the list of practices is filtered by: everything stands in the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rost.directory.queries.reference import local_issues, national_projects
from rost.library.models import Evidence
from rost.library.queries.public.listing import Wanted

COSTS: tuple[tuple[str, str | Promise], ...] = (
    ("", _("Any cost")),
    ("to-100k", _("up to 100 thousand roubles")),
    ("to-500k", _("100–500 thousand roubles")),
    ("to-1m", _("500 thousand – 1 million roubles")),
    ("to-3m", _("1–3 million roubles")),
    ("from-3m", _("3 million roubles and more")),
)
SIZES: tuple[tuple[str, str | Promise], ...] = (
    ("", _("Any size")),
    ("to-500", _("fewer than 500 residents")),
    ("to-1000", _("500–999 residents")),
    ("to-3000", _("1,000–2,999 residents")),
    ("to-10000", _("3,000–9,999 residents")),
    ("from-10000", _("10,000 residents and more")),
)
SORTED: tuple[tuple[str, str | Promise], ...] = (
    ("new", pgettext_lazy("sort", "newest first")),
    ("cheap", pgettext_lazy("sort", "cheapest first")),
    ("small", pgettext_lazy("sort", "smallest places first")),
)


class ListingForm(forms.Form):
    """Nonsense in an address is left out: a link from a letter still opens a list."""

    issue = forms.ChoiceField(label=_("Local issue"), required=False)
    district = forms.ChoiceField(label=_("District or city"), required=False)
    cost = forms.ChoiceField(label=_("Cost"), choices=COSTS, required=False)
    people = forms.ChoiceField(label=_("Size of the place"), choices=SIZES, required=False)
    national = forms.ChoiceField(label=_("National project"), required=False)
    evidence = forms.ChoiceField(
        label=_("How the result is shown"),
        choices=[("", _("In any way")), *Evidence.choices],
        required=False,
    )
    year = forms.IntegerField(
        label=pgettext_lazy("practice", "Year"), required=False, min_value=1990, max_value=2100
    )
    sort = forms.ChoiceField(label=_("Order"), choices=SORTED, required=False)

    def __init__(
        self, data: Mapping[str, Any], *, districts: Sequence[tuple[str, str]], day: date
    ) -> None:
        super().__init__(data)
        language = get_language() or "ru"
        issues = [(one.code, one.name(language)) for one in local_issues(day)]
        self.choose("issue", [("", _("Any issue")), *issues])
        self.choose("district", [("", _("The whole Republic")), *districts])
        periods: dict[str, list[tuple[str, str]]] = {}
        for one in national_projects(day):
            periods.setdefault(one.group, []).append((one.code, one.name(language)))
        self.choose("national", [("", _("Any or none")), *periods.items()])

    def choose(self, name: str, choices: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def wanted(self) -> Wanted:
        self.is_valid()
        data = self.cleaned_data
        known = {name: data[name] for name in self.fields if data.get(name)}
        return Wanted(**known)

    @property
    def filtered(self) -> int:
        """How many filters are set, the order apart."""
        names = [name for name in self.fields if name != "sort"]
        return sum(1 for name in names if self.cleaned_data.get(name))
