"""The organiser's table of registrations: filters in the address, bulk confirmation, export."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.core.tables import write_xlsx
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.forum.actions.registration import cancel, confirm, confirm_many
from rost.forum.forms.registration_desk import FilterForm
from rost.forum.models import Edition, Registration, RegistrationStatus
from rost.forum.queries.registration import get_registration_for
from rost.forum.queries.registration_page import answers_of, questions_of, standing_of
from rost.forum.queries.registrations_table import (
    categories_of,
    count_by_status,
    districts_registered,
    export_sheet,
    registrations,
)

from .doors import crumbs, desk_page, manager_page, manages, reach_of, registrar_page, visitor_of

PER_PAGE = 50
LONGEST_NUMBER = 18  # digits of a row's number in any database
REGISTER = "forum.registrations"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@registrar_page
def table(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Organisers see everybody, curators those of their territories."""
    visitor = visitor_of(request)
    within = reach_of(visitor, edition)
    form = filter_form(request, edition)
    rows = registrations(edition, form.wanted, within=within)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.VIEW,
        register=REGISTER,
        rows=len(page.object_list),
        about=f"{edition.space} {form.wanted}".strip(),
        now=visitor.now,
    )
    counts = count_by_status(edition, within=within)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "edition": edition,
        "form": form,
        "page_obj": page,
        "counts": [
            (status, RegistrationStatus(status).label, counts[status])
            for status in RegistrationStatus.values
        ],
        "query": query.urlencode(),
        "waits": sum(row.status == RegistrationStatus.REQUESTED for row in page.object_list),
        "manages": manages(visitor, edition),
        "crumbs": crumbs(edition, _("Registrations")),
    }
    return desk_page(request, edition, "table", context)


@require_POST
@manager_page
def confirmations(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Confirm the ticked registrations, or every one on the page that the organiser looked at.

    Those already confirmed stay as they are.
    """
    every = "shown" in request.POST
    number = confirm_many(
        edition=edition,
        registrations=ticked(request, "shown_registration" if every else "registration"),
        now=visitor_of(request).now,
    )
    if number:
        messages.success(
            request,
            ngettext("%(number)s confirmed and told.", "%(number)s confirmed and told.", number)
            % {"number": number},
        )
    else:
        messages.info(request, _("Nobody was confirmed: tick those who wait for confirmation."))
    query = request.POST.get("query", "")
    path = reverse("forum:registrations", args=[edition.slug])
    return redirect(f"{path}?{query}" if query else path)


@require_safe
@registrar_page
def export(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The filtered rows as XLSX; who took it and how many rows is written down."""
    visitor = visitor_of(request)
    wanted = filter_form(request, edition).wanted
    rows = list(registrations(edition, wanted, within=reach_of(visitor, edition)))
    headings = [
        "№",
        _("Surname"),
        _("Given name"),
        _("Patronymic"),
        _("Post"),
        _("District"),
        _("Municipality"),
        _("Municipality code"),
        _("Category"),
        _("Status"),
        _("Telephone"),
        _("E-mail"),
        _("Registered on"),
        _("Basis"),
    ]
    sheet = export_sheet(
        rows,
        questions_of(edition),
        title=_("Registrations"),
        headings=headings,
        zone=ZoneInfo(edition.timezone),
    )
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.EXPORT,
        register=REGISTER,
        rows=len(rows),
        about=f"{edition.space} {wanted}".strip(),
        now=visitor.now,
    )
    return download(write_xlsx([sheet]), f"registrations-{edition.slug}.xlsx", XLSX)


@require_safe
@registrar_page
def one(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    registration = found(request, edition, number)
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.VIEW,
        register=REGISTER,
        rows=1,
        about=edition.space,
        now=visitor_of(request).now,
    )
    context = {
        "edition": edition,
        "registration": registration,
        "standing": standing_of(registration),
        "answers": answers_of(registration),
        "manages": manages(visitor_of(request), edition),
        "crumbs": crumbs(edition, _("Registrations")),
    }
    return desk_page(request, edition, "one", context)


@require_POST
@manager_page
def confirmation(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    confirm(registration=found(request, edition, number), now=visitor_of(request).now)
    messages.success(request, _("Confirmed; the person is told."))
    return redirect("forum:one_registration", edition.slug, number)


@require_http_methods(["POST"])
@registrar_page
def others_cancellation(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """Cancelled on the person's behalf, by whoever may register them."""
    cancel(registration=found(request, edition, number), now=visitor_of(request).now)
    messages.success(request, _("Cancelled; the person is told and the seat goes to the next one."))
    return redirect("forum:one_registration", edition.slug, number)


def filter_form(request: HttpRequest, edition: Edition) -> FilterForm:
    return FilterForm(
        request.GET, categories=categories_of(edition), districts=districts_registered(edition)
    )


def found(request: HttpRequest, edition: Edition, number: int) -> Registration:
    try:
        return get_registration_for(visitor_of(request), edition, number)
    except Registration.DoesNotExist:
        raise Http404 from None


def ticked(request: HttpRequest, name: str) -> list[int]:
    """Numbers of the ticked rows; what is no number of a row is left out."""
    return [
        int(one)
        for one in request.POST.getlist(name)
        if one.isascii() and one.isdecimal() and len(one) <= LONGEST_NUMBER
    ]


def signed_in(request: HttpRequest) -> Person:
    person = visitor_of(request).person
    if person is None:
        raise Http404
    return person


def download(content: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
