"""Forms of the page of papers: what to print, in which language and shape."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.directory.models import Municipality
from rost.directory.models.people import Language
from rost.documents.queries.papers import forms as forms_of_kind
from rost.forum.actions.papers import Choice
from rost.forum.models import Category

VARIANTS = (("a6", _("A6, four on a sheet")), ("86x54", _("86 × 54 mm, ten on a sheet")))
FORM_NAMES = {
    "pdf": _("PDF to print"),
    "docx": _("DOCX to edit"),
    "xlsx": _("XLSX spreadsheet"),
}
MOST_BLANK = 100
MOST_TICKED = 5000


class PaperForm(forms.Form):
    """The language that papers speak."""

    language = forms.ChoiceField(
        label=_("Language"), choices=Language.choices, initial=Language.RUSSIAN
    )


class PartForm(PaperForm):
    """A part of the participants: one category, one district."""

    category = forms.ChoiceField(label=_("Category"), required=False)
    district = forms.ChoiceField(label=_("District"), required=False)

    def __init__(
        self,
        *args: Any,
        categories: Sequence[Category],
        districts: Sequence[Municipality],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        every = ("", _("All"))
        offer(self, "category", [every, *((str(one.pk), one.name) for one in categories)])
        offer(self, "district", [every, *((one.code, one.name) for one in districts)])

    def clean_category(self) -> int | None:
        value: str = self.cleaned_data["category"]
        return int(value) if value else None


class BadgesForm(PartForm):
    """Which badges, how large, and why again."""

    choice = forms.ChoiceField(
        label=pgettext_lazy("papers", "Which ones"), choices=Choice.choices, initial=Choice.NEW
    )
    variant = forms.ChoiceField(label=pgettext_lazy("papers", "Size"), choices=VARIANTS)
    reason = forms.CharField(
        label=_("Why again"),
        max_length=300,
        required=False,
        help_text=_("Needed when some of them were printed before; it goes into the log."),
    )
    field_order = ("choice", "category", "district", "variant", "language", "reason")


class TickedBadgesForm(PaperForm):
    """Badges ticked in the table; what is no number of a badge is left out."""

    variant = forms.ChoiceField(label=pgettext_lazy("papers", "Size"), choices=VARIANTS)
    reason = forms.CharField(label=_("Why again"), max_length=300, required=False)
    field_order = ("variant", "language", "reason")


class SheetsForm(PaperForm):
    """Of what to print sheets, with how many rows to write in by hand."""

    targets = forms.MultipleChoiceField(
        label=pgettext_lazy("papers", "Sheets of"),
        error_messages={"required": _("Tick at least one day, route or session.")},
    )
    blank_rows = forms.IntegerField(
        label=_("Blank rows"),
        min_value=0,
        max_value=MOST_BLANK,
        initial=10,
        help_text=_("For guests who write themselves in."),
    )
    minimal = forms.BooleanField(
        label=_("Names and signatures only"),
        required=False,
        help_text=_("The least of personal data: no post, district or municipality."),
    )
    everybody = forms.BooleanField(
        label=_("Everybody confirmed"),
        required=False,
        help_text=_("Otherwise a session lists those who have it in their agenda."),
    )
    form = forms.ChoiceField(label=pgettext_lazy("papers", "File"))
    field_order = ("targets", "blank_rows", "minimal", "everybody", "form", "language")

    def __init__(self, *args: Any, targets: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "targets", [(one, one) for one in targets])
        offer(self, "form", forms_offered("sign_in_sheet"))


class ListForm(PartForm):
    """Which part of the participants, and in which shape."""

    form = forms.ChoiceField(label=pgettext_lazy("papers", "File"))
    field_order = ("category", "district", "form", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "form", forms_offered("participant_list"))


class RowsForm(forms.Form):
    """Signed rows as a clerk types them."""

    rows = forms.CharField(
        label=_("Signed rows"),
        max_length=2000,
        required=False,
        help_text=_("For example: 1-15, 18, 20, +2. “+2” are the first two rows below the list."),
    )


class SheetCodeForm(forms.Form):
    """The code in the corner of a sheet."""

    code = forms.CharField(
        label=_("Code of the sheet"),
        max_length=40,
        help_text=_("It stands in the corner of the paper, for example 12-62."),
    )


def forms_offered(kind: str) -> list[tuple[str, Any]]:
    return [(one, FORM_NAMES[one]) for one in forms_of_kind(kind)]


def offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def wrong_rows(faults: Sequence[str]) -> ValidationError:
    return ValidationError(
        _("This sheet has no such rows: %(rows)s. Nothing was marked; the rest is kept."),
        params={"rows": ", ".join(faults[:10])},
    )
