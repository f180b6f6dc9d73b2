"""Lists of participants from a spreadsheet: sent, looked at line by line, then registered."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.core.tables import Reason, Sheet, TableRefused, write_xlsx
from rost.directory.actions.imports import give_up_batch
from rost.directory.messages import refused_text
from rost.directory.models import ImportBatch
from rost.directory.queries.imports import Reading
from rost.forum.actions.lists import PARTICIPANTS, apply_list, open_list
from rost.forum.forms.registration_desk import ListForm
from rost.forum.messages.lists import participant_fault
from rost.forum.models import Edition
from rost.forum.queries.participants import read_participants
from rost.forum.queries.registrations_table import categories_of

from .doors import crumbs, desk_page, manages, reach_of, registrar_page, visitor_of
from .table import XLSX, download, signed_in

RECENT = 20
SHOWN = 50
UNREADABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@registrar_page
def lists(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Send a list: it is read and shown, and nobody is registered yet."""
    form = ListForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        reading = read(request, edition, form)
        if reading is not None:
            batch = open_list(
                edition=edition,
                reading=reading,
                file_name=form.cleaned_data["file"].name,
                uploaded_by=signed_in(request),
                basis=form.cleaned_data["basis"],
                now=visitor_of(request).now,
            )
            return redirect("forum:one_list", edition.slug, batch.pk)
    context = {
        "edition": edition,
        "form": form,
        "recent": own_lists(request, edition).defer("rows", "faults")[:RECENT],
        "crumbs": crumbs(edition, _("Lists of participants")),
    }
    status = UNREADABLE if form.is_bound and form.errors else 200
    return desk_page(request, edition, "lists", context, status=status)


def read(request: HttpRequest, edition: Edition, form: ListForm) -> Reading | None:
    """What the file holds; a file that is no table becomes an error of the form."""
    visitor = visitor_of(request)
    sent = form.cleaned_data["file"]
    try:
        if sent.size > settings.UPLOAD_LIMIT:
            raise TableRefused(Reason.TOO_LARGE)
        return read_participants(
            sent.read(),
            sent.name,
            edition=edition,
            within=reach_of(visitor, edition),
            day=visitor.now.date(),
        )
    except TableRefused as refused:
        form.add_error("file", refused_text(refused))
        return None


def own_lists(request: HttpRequest, edition: Edition):  # type: ignore[no-untyped-def]
    """Curators see the lists they sent, organisers all of the edition."""
    found = ImportBatch.objects.filter(kind=PARTICIPANTS, about=edition.space)
    if manages(visitor_of(request), edition):
        return found
    return found.filter(uploaded_by=visitor_of(request).person)


def batch_or_404(request: HttpRequest, edition: Edition, number: int) -> ImportBatch:
    batch: ImportBatch | None = own_lists(request, edition).filter(pk=number).first()
    if batch is None:
        raise Http404
    return batch


@require_safe
@registrar_page
def one_list(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """What was read: faults line by line, the rows, and the two ways on."""
    batch = batch_or_404(request, edition, number)
    page = Paginator(batch.faults, SHOWN).get_page(request.GET.get("page"))
    context = {
        "edition": edition,
        "batch": batch,
        "page_obj": page,
        "faults": [(one, participant_fault(one)) for one in page],
        "rows": batch.rows[:SHOWN],
        "crumbs": [
            *crumbs(edition),
            (_("Lists of participants"), reverse("forum:lists", args=[edition.slug])),
            (batch.file_name, ""),
        ],
    }
    return desk_page(request, edition, "one_list", context)


@require_POST
@registrar_page
def list_application(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """Register everybody in the list, all of them or nobody."""
    visitor = visitor_of(request)
    apply_list(
        edition=edition,
        batch=batch_or_404(request, edition, number),
        by=signed_in(request),
        within=reach_of(visitor, edition),
        now=visitor.now,
        at_any_hour=manages(visitor, edition),
    )
    messages.success(request, _("The people of the list are registered."))
    return redirect("forum:one_list", edition.slug, number)


@require_POST
@registrar_page
def list_withdrawal(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """Give the list up: nobody of it is registered."""
    give_up_batch(batch=batch_or_404(request, edition, number), now=visitor_of(request).now)
    messages.success(request, _("The list is given up; nobody was registered."))
    return redirect("forum:lists", edition.slug)


@require_safe
@registrar_page
def list_template(request: HttpRequest, edition: Edition) -> HttpResponse:
    """An empty list with the headings that are understood, and a sheet with the categories."""
    headings = ["ФИО", "Должность", "ОКТМО", "Муниципалитет", "Район", "Электронная почта"]
    people = Sheet(
        title="Участники",
        header=[*headings, "Телефон", "Категория"],
        rows=[],
        widths=[34, 34, 12, 30, 26, 28, 18, 30],
    )
    categories = Sheet(
        title="Категории",
        header=["Категория"],
        rows=[[one.name] for one in categories_of(edition)],
    )
    return download(write_xlsx([people, categories]), f"participants-{edition.slug}.xlsx", XLSX)
