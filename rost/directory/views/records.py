"""Who opened or exported personal data; what is past its term; acts of destruction."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.tables import Sheet, write_xlsx
from rost.directory.actions.records import record_access
from rost.directory.actions.retention import destroy_expired
from rost.directory.forms.my_data import RecordsForm
from rost.directory.models import AccessRecord, DestructionAct
from rost.directory.queries.personal_data import title_of
from rost.directory.queries.records import access_records, registers_seen
from rost.directory.queries.retention import REASONS, plan_of, totals_of
from rost.directory.queries.spaces import space_titles
from rost.directory.rules import DESTROY_DATA, SEE_RECORDS
from rost.directory.views.my_data import XLSX, as_file
from rost.directory.views.permits import needs, person_of, visitor_of

PAGE = 50
EXPORTED = 20_000  # lines of one exported file


def filtered(request: HttpRequest) -> tuple[RecordsForm, QuerySet[AccessRecord]]:
    form = RecordsForm(request.GET)
    return form, access_records(form.cleaned_data if form.is_valid() else {})


@require_safe
@never_cache
@needs(SEE_RECORDS)
def records(request: HttpRequest) -> HttpResponse:
    form, found = filtered(request)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    parts = space_titles(one.about for one in page.object_list)
    for one in page.object_list:
        one.title = title_of(one.register)  # type: ignore[attr-defined]
        one.about = parts.get(one.about, one.about)
    registers = [(name, title_of(name)) for name in registers_seen()]
    context = {"form": form, "page": page, "registers": registers}
    return render(request, "directory/records.html", context)


@require_safe
@never_cache
@needs(SEE_RECORDS)
def records_xlsx(request: HttpRequest) -> HttpResponse:
    """The log as a table; taking it away is itself noted."""
    _form, found = filtered(request)
    taken = list(found[:EXPORTED])
    parts = space_titles(one.about for one in taken)
    rows = [
        (one.at, one.person_name, one.get_act_display(), str(title_of(one.register)),
         parts.get(one.about, one.about), one.rows)
        for one in taken
    ]  # fmt: skip
    record_access(
        person=person_of(request),
        act=AccessRecord.Act.EXPORT,
        register="directory.access",
        rows=len(rows),
        now=visitor_of(request).now,
    )
    header = (
        _("When"),
        _("Who"),
        _("What was done"),
        _("Which register"),
        _("Which part"),
        _("Lines"),
    )
    body = write_xlsx([Sheet(_("Access to personal data"), header, rows)])
    return as_file(HttpResponse(body, content_type=XLSX), _("access") + ".xlsx")


@require_safe
@never_cache
@needs(DESTROY_DATA)
def retention(request: HttpRequest) -> HttpResponse:
    """The dry run: which classes, how many rows, under which rule; no names."""
    plan = plan_of(visitor_of(request).now)
    context = {"plan": plan, "total": sum(line.rows for line in plan)}
    return render(request, "directory/retention.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(DESTROY_DATA)
def acts(request: HttpRequest) -> HttpResponse:
    """The list of acts; POST destroys what is past its term and adds one."""
    if request.method == "POST":
        act = destroy_expired(by=person_of(request), now=visitor_of(request).now)
        if act is None:
            messages.info(request, _("Nothing was destroyed: nothing is past its term."))
            return redirect("directory:retention")
        return redirect("directory:destruction_act", act.number)
    page = Paginator(DestructionAct.objects.all(), PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/destruction_acts.html", {"page": page})


@require_safe
@never_cache
@needs(DESTROY_DATA)
def act(request: HttpRequest, number: int) -> HttpResponse:
    """One act, to print and sign."""
    found = get_object_or_404(DestructionAct, number=number)
    totals = totals_of(found)
    context = {
        "act": found,
        "reason": REASONS.get(found.reason, found.reason),
        "totals": totals,
        "total": sum(count for _title, count in totals),
    }
    return render(request, "directory/destruction_act.html", context)
