"""Forms of the desk at the doors: a door, passes, why a mark is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.forum.models import Day, Door, Edition, Hall, Route
from rost.forum.rules.attendance import pass_hours

BEFORE, AFTER = timedelta(hours=2), timedelta(hours=3)
FROM_NOW = timedelta(hours=12)
ENTRANCE = "entrance"


class DoorForm(forms.Form):
    """One more door: the choice says what is behind it."""

    behind = forms.ChoiceField(label=_("What is behind it"))
    name = forms.CharField(label=pgettext_lazy("door", "Name"), max_length=120)

    def __init__(self, *args: Any, edition: Edition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        halls, routes = Hall.objects.filter(edition=edition), Route.objects.filter(edition=edition)
        self.halls = {f"hall-{one.pk}": one for one in halls}
        self.routes = {f"route-{one.pk}": one for one in routes}
        names = [(key, one.name) for key, one in self.halls.items()]
        names += [(key, one.name) for key, one in self.routes.items()]
        field = self.fields["behind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(ENTRANCE, _("The whole forum")), *names]

    @property
    def facts(self) -> dict[str, Any]:
        """What `add_door` wants to know."""
        behind = self.cleaned_data["behind"]
        return {
            "name": self.cleaned_data["name"],
            "hall": self.halls.get(behind),
            "route": self.routes.get(behind),
        }


class PassForm(forms.Form):
    """Passes for the ticked doors: whom they are for, and when they work."""

    doors = forms.MultipleChoiceField(
        label=_("At which doors"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one door.")},
    )
    label = forms.CharField(
        label=_("For whom"),
        max_length=100,
        help_text=_("A name that you will know in the log: “Aigul, volunteer of the college”."),
    )
    when = forms.ChoiceField(label=_("When it works"))

    def __init__(
        self, *args: Any, doors: Sequence[Door], days: Sequence[Day], now: datetime, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.open_doors = {str(one.pk): one for one in doors if one.closed_at is None}
        self.days = {str(one.pk): one for one in days}
        self.now = now
        self._offer("doors", [(key, one.name) for key, one in self.open_doors.items()])
        ahead = [(key, one) for key, one in self.days.items() if one.ends_at + AFTER > now]
        self._offer(
            "when",
            [
                *((key, date_format(one.date, "j E Y")) for key, one in ahead),
                ("now", _("From now on, for twelve hours")),
            ],
        )

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def wanted(self) -> list[tuple[Door, datetime, datetime]]:
        """The chosen doors with the hours of their passes: a bus by its own departure and
        return where it goes on that day."""
        day = self.days.get(self.cleaned_data["when"])
        return [
            (door, *self._hours(door, day))
            for door in (self.open_doors[key] for key in self.cleaned_data["doors"])
        ]

    def _hours(self, door: Door, day: Day | None) -> tuple[datetime, datetime]:
        if day is None:
            return self.now, self.now + FROM_NOW
        starts, ends = day.starts_at, day.ends_at
        if door.route is not None and door.route.departs_at < ends < door.route.returns_at:
            ends = door.route.returns_at
        return pass_hours(starts, ends, before=BEFORE, after=AFTER)


class VoidForm(forms.Form):
    why = forms.CharField(label=_("Why it is taken back"), max_length=200)


class MarkForm(forms.Form):
    """One press of a button beside a person or a spare badge; `identity` stops a second press."""

    identity = forms.UUIDField(widget=forms.HiddenInput)
    registration = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    badge = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    direction = forms.ChoiceField(choices=[("in", "in"), ("out", "out")])
