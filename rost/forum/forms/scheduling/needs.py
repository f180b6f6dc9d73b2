"""Weights, needs of sessions, penalties, orders, closures, speakers from afar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.core.scheduling import Measure
from rost.forum.forms.desk.fields import ListField, moment_field
from rost.forum.messages.scheduling import MEASURES
from rost.forum.models import Hall, Session, Track
from rost.forum.rules.scheduling import HEAVIEST, LONGEST_DAY, TICKS, WEIGHTS

ZONES = (
    ("Europe/Kaliningrad", _("Kaliningrad, Moscow −1")),
    ("Europe/Moscow", _("Moscow")),
    ("Europe/Samara", _("Samara, Moscow +1")),
    ("Asia/Yekaterinburg", _("Ufa, Yekaterinburg, Moscow +2")),
    ("Asia/Omsk", _("Omsk, Moscow +3")),
    ("Asia/Krasnoyarsk", _("Novosibirsk, Krasnoyarsk, Moscow +4")),
    ("Asia/Irkutsk", _("Irkutsk, Moscow +5")),
    ("Asia/Yakutsk", _("Yakutsk, Moscow +6")),
    ("Asia/Vladivostok", _("Vladivostok, Moscow +7")),
    ("Asia/Magadan", _("Magadan, Moscow +8")),
    ("Asia/Kamchatka", _("Kamchatka, Moscow +9")),
)


def in_order(form: forms.Form, facts: dict[str, Any], first: str, last: str) -> None:
    start, end = facts.get(first), facts.get(last)
    if start is not None and end is not None and end <= start:
        form.add_error(last, _("The end must be later than the beginning. Mend the times."))


class RulesForm(forms.Form):
    """The grid, the changes, the days of speakers, when wishes are taken; and all weights."""

    tick_minutes = forms.TypedChoiceField(
        label=_("Sessions begin every"),
        coerce=int,
        choices=[(one, _("%(minutes)s min") % {"minutes": one}) for one in TICKS],
        help_text=_("A finer grid finds better programmes and takes longer."),
    )
    change_minutes = forms.IntegerField(
        label=_("Minutes to change halls"),
        min_value=0,
        max_value=60,
        required=False,
        help_text=_("Kept free after each session, for its hall and its people."),
    )
    longest_day = forms.IntegerField(
        label=_("Longest day of a speaker, minutes"),
        min_value=30,
        max_value=1440,
        required=False,
        help_text=_("From the first to the last session of a day; empty is eight hours."),
    )
    wishes_open_at = moment_field(_("Wishes are taken from"), required=False)
    wishes_close_at = moment_field(_("Wishes are taken until"), required=False)

    def __init__(self, *args: Any, weights: Mapping[Measure, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for measure in WEIGHTS:
            self.fields[f"weight_{measure}"] = forms.IntegerField(
                label=MEASURES[measure].what,
                min_value=0,
                max_value=HEAVIEST,
                initial=weights[measure],
            )

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        in_order(self, facts, "wishes_open_at", "wishes_close_at")
        return facts

    def facts(self) -> dict[str, Any]:
        """As the action wants them; a weight that is the usual one is not stored."""
        data = self.cleaned_data
        longest = data["longest_day"]
        return {
            "tick_minutes": data["tick_minutes"],
            "change_minutes": data["change_minutes"] or 0,
            "longest_day": None if longest == LONGEST_DAY else longest,
            "wishes_open_at": data["wishes_open_at"],
            "wishes_close_at": data["wishes_close_at"],
            "weights": {
                str(one): data[f"weight_{one}"]
                for one, usual in WEIGHTS.items()
                if data[f"weight_{one}"] != usual
            },
        }

    def weight_rows(self) -> list[tuple[forms.BoundField, Any, int]]:
        return [(self[f"weight_{one}"], MEASURES[one], usual) for one, usual in WEIGHTS.items()]


class NeedsForm(forms.Form):
    expected = forms.IntegerField(
        label=_("People expected"),
        min_value=0,
        max_value=100_000,
        required=False,
        help_text=_("The hall must seat them."),
    )
    equipment = ListField(
        label=_("Equipment"),
        required=False,
        help_text=_("Separated by commas; the hall must have all of it."),
    )
    earliest = moment_field(_("Not earlier than"), required=False)
    latest = moment_field(_("Over by"), required=False)
    stays = forms.BooleanField(
        label=_("Stays where it stands in the draft, whatever is solved"), required=False
    )

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        in_order(self, facts, "earliest", "latest")
        return facts


class PenaltyForm(forms.Form):
    """Of a session or of a track: not in this hall, not in these hours."""

    prefix = "penalty"
    hall = forms.ModelChoiceField(
        Hall.objects.none(), label=_("Hall"), required=False, empty_label=_("Any hall")
    )
    starts_at = moment_field(_("From"), required=False)
    ends_at = moment_field(_("Until"), required=False)
    cost = forms.IntegerField(label=_("How bad, 1 to 10"), min_value=1, max_value=10, initial=3)
    why = forms.CharField(label=_("Why"), max_length=300, required=False)

    def __init__(self, *args: Any, halls: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["hall"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = halls

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        start, end = facts.get("starts_at"), facts.get("ends_at")
        if (start is None) != (end is None):
            self.add_error(None, _("Write both the beginning and the end, or neither."))
        elif start is None and facts.get("hall") is None:
            self.add_error(None, _("Choose a hall, hours, or both."))
        in_order(self, facts, "starts_at", "ends_at")
        return facts


class OrderForm(forms.Form):
    """This session after another one."""

    prefix = "order"
    first = forms.ModelChoiceField(Session.objects.none(), label=_("After the session"))
    at_least = forms.IntegerField(
        label=_("At least so many minutes later"),
        min_value=0,
        max_value=10_000,
        required=False,
    )
    at_most = forms.IntegerField(
        label=_("At most so many minutes later"), min_value=0, max_value=10_000, required=False
    )

    def __init__(self, *args: Any, sessions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["first"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = sessions

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        facts["at_least"] = facts.get("at_least") or 0
        most = facts.get("at_most")
        if most is not None and most < facts["at_least"]:
            self.add_error("at_most", _("“At most” is less than “at least”. Mend one of them."))
        return facts


class SimilarForm(forms.Form):
    """Two tracks for the same people."""

    prefix = "similar"
    first = forms.ModelChoiceField(Track.objects.none(), label=_("Track"))
    second = forms.ModelChoiceField(Track.objects.none(), label=_("and track"))
    cost = forms.IntegerField(
        label=_("How much alike, 1 to 10"), min_value=1, max_value=10, initial=1
    )

    def __init__(self, *args: Any, tracks: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first", "second"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = tracks

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("first") is not None and facts.get("first") == facts.get("second"):
            self.add_error("second", _("Choose two different tracks."))
        return facts


class ClosureForm(forms.Form):
    hall = forms.ModelChoiceField(Hall.objects.none(), label=_("Hall"))
    starts_at = moment_field(_("Closed from"))
    ends_at = moment_field(_("Until"))
    why = forms.CharField(label=_("Why"), max_length=300, required=False)

    def __init__(self, *args: Any, halls: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["hall"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = halls

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        in_order(self, facts, "starts_at", "ends_at")
        return facts


class SpeakerForm(forms.Form):
    timezone = forms.ChoiceField(
        label=_("Takes part from afar: time zone"),
        required=False,
        help_text=_("Empty: comes in person."),
    )
    from_hour = forms.IntegerField(
        label=_("Own day begins at, o'clock"), min_value=0, max_value=23, initial=8
    )
    to_hour = forms.IntegerField(
        label=_("Own day ends at, o'clock"), min_value=1, max_value=24, initial=22
    )
    longest_day = forms.IntegerField(
        label=_("Longest day of this speaker, minutes"),
        min_value=30,
        max_value=1440,
        required=False,
    )

    def __init__(self, *args: Any, zones: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["timezone"]
        assert isinstance(field, forms.ChoiceField)
        known = {zone for zone, _name in ZONES}
        more = [(one, one) for one in zones if one and one not in known]
        field.choices = [("", _("comes in person")), *ZONES, *more]

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        in_order(self, facts, "from_hour", "to_hour")
        return facts
