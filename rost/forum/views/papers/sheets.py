"""Entry from paper: the sheet by its code, the signed rows, a preview, then the marks."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.forum.actions.sheets import REGISTER, Entered, enter_sheet
from rost.forum.forms.badges import ParticipantField
from rost.forum.forms.papers import RowsForm, SheetCodeForm, wrong_rows
from rost.forum.models import Edition, Registration, Sheet
from rost.forum.queries.papers.entry import SheetRows, printed_sheets, rows_of, sheet_by_serial
from rost.forum.queries.papers.sheets import title_of, when_of
from rost.forum.rules.sheets import read_rows, read_serial, rows_text
from rost.forum.views.registration.doors import visitor_of
from rost.forum.views.registration.table import signed_in, ticked
from rost.ui.refusals import Refusal

from .doors import CONFLICT, WRONG, keeper_page, note_view, page


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def sheets(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Sheets that were printed; a code opens the one that lies on the desk."""
    form = SheetCodeForm(request.POST or None)
    if form.is_valid():
        serial = read_serial(form.cleaned_data["code"])
        found = sheet_by_serial(edition, serial) if serial is not None else None
        if found is not None:
            return redirect("forum:sheet", edition.slug, found.pk)
        form.add_error(
            "code", _("No sheet of this forum has this code: compare the digits with the paper.")
        )
    language = get_language() or "ru"
    lines = [
        (one, title_of(one, language), when_of(edition, one, language))
        for one in printed_sheets(edition)
    ]
    status = WRONG if form.errors else 200
    title = _("Entry from paper")
    return page(request, edition, "sheets", title, {"form": form, "lines": lines}, status=status)


@dataclass
class Entry:
    """What the page was sent: rows typed and ticked, together in order."""

    form: RowsForm
    numbers: tuple[int, ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def sheet(request: HttpRequest, edition: Edition, sheet: int) -> HttpResponse:
    """Rows are typed or ticked, looked at by name, then marked together."""
    found = sheet_of(edition, sheet)
    entry = entry_of(request, found)
    guests: dict[int, Registration] = {}
    faults: dict[int, str] = {}
    if entry.numbers and not entry.form.errors and "apply" in request.POST:
        guests, faults = named_guests(request, edition, found, entry.numbers)
        if not faults:
            try:
                entered = enter_sheet(
                    sheet=found,
                    rows=entry.numbers,
                    guests=guests,
                    by=signed_in(request),
                    now=visitor_of(request).now,
                )
            except Refusal as refusal:
                entry.form.add_error(None, str(refusal.message))
                return sheet_page(request, edition, found, entry, faults, status=CONFLICT)
            tell(request, entered)
            return redirect("forum:sheets", edition.slug)
    status = WRONG if entry.form.errors or faults else 200
    return sheet_page(request, edition, found, entry, faults, status=status)


def sheet_page(
    request: HttpRequest,
    edition: Edition,
    sheet: Sheet,
    entry: Entry,
    faults: dict[int, str],
    *,
    status: int,
) -> HttpResponse:
    language = get_language() or "ru"
    rows: SheetRows = rows_of(sheet)
    note_view(request, edition, REGISTER, len(sheet.people) + len(rows.guests))
    chosen = set(entry.numbers)
    blank = [number for number in entry.numbers if number > len(sheet.people)]
    context = {
        "sheet": sheet,
        "what": title_of(sheet, language),
        "when": when_of(edition, sheet, language),
        "form": entry.form,
        "rows": rows.lines,
        "chosen": chosen,
        "rows_text": rows_text(entry.numbers),
        "preview": [one for one in rows.lines if one.number in chosen],
        "blank": [
            (
                number,
                request.POST.get(f"guest_{number}", ""),
                faults.get(number, ""),
                rows.guests.get(number, ""),
            )
            for number in blank
        ],
        "previewing": bool(entry.numbers) and not entry.form.errors,
    }
    under = (_("Entry from paper"), reverse("forum:sheets", args=[edition.slug]))
    title = _("Sheet %(code)s") % {"code": sheet.code}
    return page(request, edition, "sheet", title, context, under=under, status=status)


def entry_of(request: HttpRequest, sheet: Sheet) -> Entry:
    if request.method != "POST":
        return Entry(RowsForm())
    form = RowsForm(request.POST)
    chosen = tuple(one for one in ticked(request, "row") if 1 <= one <= len(sheet.people))
    if not form.is_valid():
        return Entry(form)
    found = read_rows(form.cleaned_data["rows"], printed=len(sheet.people), blank=sheet.blank_rows)
    if found.faults:
        form.add_error("rows", wrong_rows(found.faults))
    numbers = tuple(sorted({*found.numbers, *chosen}))
    if not numbers and not found.faults:
        form.add_error("rows", _("Type or tick the rows that are signed."))
    return Entry(form, numbers)


def named_guests(
    request: HttpRequest, edition: Edition, sheet: Sheet, numbers: tuple[int, ...]
) -> tuple[dict[int, Registration], dict[int, str]]:
    """Whoever wrote themselves into blank rows; a name that fits nobody stops the entry."""
    field = ParticipantField(required=False)
    field.edition = edition
    guests: dict[int, Registration] = {}
    faults: dict[int, str] = {}
    for number in numbers:
        text = request.POST.get(f"guest_{number}", "")[:200]
        if number <= len(sheet.people) or not text.strip():
            continue
        try:
            guests[number] = field.clean(text)
        except ValidationError as error:
            faults[number] = " ".join(error.messages)
    return guests, faults


def tell(request: HttpRequest, entered: Entered) -> None:
    made = len(entered.marked)
    said = ngettext("%(number)s person is marked.", "%(number)s people are marked.", made)
    messages.success(request, said % {"number": made})
    if entered.before:
        rows = {"rows": rows_text(entered.before)}
        messages.info(request, _("Marked before, not twice: rows %(rows)s.") % rows)
    if entered.taken_back:
        rows = {"rows": rows_text(entered.taken_back)}
        said = _("Their mark was taken back by hand and stays so: rows %(rows)s.")
        messages.warning(request, said % rows)


def sheet_of(edition: Edition, identity: int) -> Sheet:
    found = Sheet.objects.filter(edition=edition, pk=identity)
    one = found.select_related("session__hall", "session__route", "day", "route").first()
    if one is None:
        raise Http404
    return one
