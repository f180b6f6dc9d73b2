"""Forms of commitments: the secretary's lines, the answer, closing, the next forum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from rost.core.language import size_text
from rost.directory.forms.people import OrganisationField, PersonField
from rost.directory.models import Organisation
from rost.forum.models import CommitmentKind, Session

from .desk.fields import PlaceField, date_field

ROWS, MORE, MOST = 6, 5, 60
WHO = pgettext_lazy("commitment", "Who")
WHAT = pgettext_lazy("commitment", "What was promised")
BY = pgettext_lazy("commitment", "By")


class LineForm(forms.Form):
    """One line of the sitting; an empty one is passed over."""

    guid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    who = forms.CharField(label=WHO, max_length=300, required=False)
    text = forms.CharField(
        label=WHAT, max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    due_on = date_field(BY, required=False)
    indicator = forms.CharField(
        label=pgettext_lazy("commitment", "Indicator"), max_length=300, required=False
    )
    materials = forms.BooleanField(label=gettext_lazy("Materials"), required=False)

    @property
    def filled(self) -> bool:
        data = getattr(self, "cleaned_data", {})
        return any(data.get(name) for name in ("who", "text", "indicator")) or bool(self.errors)

    def complete(self, due_on: date | None, *, with_session: bool) -> None:
        """What a filled line must have besides what was typed well."""
        data = self.cleaned_data
        if not data.get("text"):
            self.add_error("text", _("Write what was promised."))
        if not data.get("who"):
            self.add_error("who", _("Write who promised it."))
        data["due_on"] = data.get("due_on") or due_on
        if data["due_on"] is None and "due_on" not in self.errors:
            self.add_error("due_on", _("Write the day, here or for all lines above."))
        if data.get("materials") and not with_session:
            self.add_error("materials", _("Materials belong to a session: choose the session."))


class SittingForm(forms.Form):
    """What the lines of one sitting have in common."""

    session = forms.ChoiceField(label=pgettext_lazy("programme", "Session"), required=False)
    due_on = date_field(
        gettext_lazy("Day for lines without one"),
        required=False,
    )
    count = forms.IntegerField(
        required=False, min_value=1, max_value=MOST, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, sessions: Sequence[Session], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["session"]
        assert isinstance(field, forms.ChoiceField)
        offered = [(one.code, f"{one.title} · {one.code}") for one in sessions]
        field.choices = [("", _("No session")), *offered]


class Sitting:
    """The whole page of the secretary: common facts and lines; nothing typed is ever lost."""

    def __init__(
        self,
        data: MultiValueDict[str, str] | None,
        *,
        sessions: Sequence[Session],
        session: str = "",
    ) -> None:
        self.head = SittingForm(data, sessions=sessions, initial={"session": session})
        asked = data.get("count", "") if data is not None else ""
        number = int(asked) if asked.isdecimal() and len(asked) < 4 else ROWS
        self.number = min(max(number, 1), MOST)
        if data is not None and "more" in data:
            self.number = min(self.number + MORE, MOST)
        self.lines = [
            LineForm(data, prefix=f"line{at}", initial={"guid": uuid4()})
            for at in range(self.number)
        ]

    def is_valid(self, *, with_session: bool = False) -> bool:
        good = self.head.is_valid()
        common = self.head.cleaned_data.get("due_on") if good else None
        session = with_session or bool(good and self.head.cleaned_data.get("session"))
        for line in self.lines:
            line.is_valid()
            if line.filled:
                line.complete(common, with_session=session)
            good = good and not line.errors
        return good

    def filled(self) -> Iterator[tuple[UUID, dict[str, Any]]]:
        for line in self.lines:
            if line.filled:
                yield line.cleaned_data.get("guid") or uuid4(), line.cleaned_data

    @property
    def wrong(self) -> list[forms.Form]:
        return [one for one in (self.head, *self.lines) if one.errors]


class OptionalPerson(PersonField):
    def clean(self, value: Any) -> Any:
        return super().clean(value) if (value or "").strip() else None


class OptionalOrganisation(OrganisationField):
    def clean(self, value: Any) -> Any:
        return super().clean(value) if (value or "").strip() else None


class CommitmentForm(forms.Form):
    """Every fact of one commitment, and whom of the directory it names."""

    text = forms.CharField(label=WHAT, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    promiser = forms.CharField(
        label=gettext_lazy("Who promised, as the record names them"),
        max_length=300,
        required=False,
    )
    person = OptionalPerson(
        label=gettext_lazy("Person of this forum"),
        required=False,
        help_text=gettext_lazy("A part of the name. The question goes to them."),
    )
    municipality = PlaceField(
        label=gettext_lazy("Municipality"),
        required=False,
        help_text=gettext_lazy("Without a person its head is asked."),
    )
    organisation = OptionalOrganisation(
        label=gettext_lazy("Organisation"),
        required=False,
        help_text=gettext_lazy("Without a person its representatives are asked."),
    )
    due_on = date_field(BY)
    session = forms.ChoiceField(label=pgettext_lazy("programme", "Session"), required=False)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=CommitmentKind.choices, required=False
    )
    indicator = forms.CharField(
        label=pgettext_lazy("commitment", "Indicator"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("How it will be seen that it is done: 12 yards, 40 people taught"),
    )
    evidence_wanted = forms.CharField(
        label=gettext_lazy("What will show it"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("A decision, photographs, a page on the site"),
    )

    def __init__(
        self, *args: Any, sessions: Sequence[Session], people: Any, day: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        session, place = self.fields["session"], self.fields["municipality"]
        person, body = self.fields["person"], self.fields["organisation"]
        assert isinstance(session, forms.ChoiceField)
        assert isinstance(place, PlaceField)
        assert isinstance(person, OptionalPerson)
        assert isinstance(body, OptionalOrganisation)
        offered = [(one.code, f"{one.title} · {one.code}") for one in sessions]
        session.choices = [("", _("No session")), *offered]
        place.day, person.people = day, people
        body.organisations = Organisation.objects.all()


class AnswerForm(forms.Form):
    """Yes, not so, or otherwise: which button was pressed says which."""

    wording = forms.IntegerField(min_value=1, max_value=30_000, widget=forms.HiddenInput)
    words = forms.CharField(
        label=gettext_lazy("A few words"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    text = forms.CharField(
        label=gettext_lazy("I promised it in these words"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = date_field(gettext_lazy("I promised it by"), required=False)


class EvidenceForm(forms.Form):
    """What shows that it is done."""

    on = date_field(gettext_lazy("Done on"))
    result = forms.CharField(
        label=gettext_lazy("What was reached"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The value of the indicator, if one was named"),
    )
    title = forms.CharField(label=gettext_lazy("Title of the material"), max_length=300)
    url = forms.URLField(label=gettext_lazy("Link"), required=False, assume_scheme="https")
    file = forms.FileField(label=gettext_lazy("File"), required=False)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("result" if kind == CommitmentKind.MATERIALS else "title")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(
                _("The file is larger than %(limit)s. Make it smaller or give a link to it."),
                params={"limit": size_text(settings.UPLOAD_LIMIT)},
            )
        return file


class ReasonForm(forms.Form):
    on = date_field(gettext_lazy("Decided on"))
    reason = forms.CharField(
        label=gettext_lazy("Why it will not be done"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Everybody sees the reason."),
    )


class BasisForm(forms.Form):
    basis = forms.CharField(
        label=gettext_lazy("Basis"),
        max_length=300,
        help_text=gettext_lazy("Letter № 12 of 25 February, a call, a signed list"),
    )


class CarryForm(forms.Form):
    """A later forum, and if wished one of its sessions."""

    where = forms.ChoiceField(label=gettext_lazy("To the next forum"))

    def __init__(self, *args: Any, offered: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["where"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(offered)


class TableForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Table"),
        help_text=gettext_lazy("An Excel sheet or a CSV text: who, what, by when"),
    )
