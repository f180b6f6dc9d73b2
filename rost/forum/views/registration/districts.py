"""«Who has sent nobody»: districts with their people, reminders, export."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from rost.core.tables import FOR_EXCEL, Sheet, write_csv, write_xlsx
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.forum.actions.reminders import remind_districts
from rost.forum.models import Edition
from rost.forum.queries.districts import DistrictLine, district_lines

from .doors import crumbs, desk_page, manager_page, visitor_of
from .table import XLSX, download, signed_in

CSV = "text/csv; charset=utf-8"
KINDS = ("xlsx", "csv")


@require_safe
@manager_page
def districts(request: HttpRequest, edition: Edition) -> HttpResponse:
    every = district_lines(edition, day=visitor_of(request).now.date())
    lines = chosen(request, every)
    context = {
        "edition": edition,
        "lines": lines,
        "only_nobody": "nobody" in request.GET,
        "all": len(every),
        "nobody": sum(line.nobody for line in every),
        "crumbs": [
            *crumbs(edition),
            (_("Registrations"), reverse("forum:registrations", args=[edition.slug])),
            (_("By district"), ""),
        ],
    }
    return desk_page(request, edition, "districts", context)


@require_POST
@manager_page
def district_reminders(request: HttpRequest, edition: Edition) -> HttpResponse:
    done = remind_districts(
        edition=edition, codes=request.POST.getlist("district"), now=visitor_of(request).now
    )
    if done.told:
        said = ngettext("%(number)s person is told.", "%(number)s people are told.", done.told)
        messages.success(request, said % {"number": done.told})
    else:
        messages.info(request, _("Nobody was told: they have been today, or nobody was ticked."))
    if done.nobody_to_tell:
        names = ", ".join(done.nobody_to_tell)
        messages.warning(
            request, _("No curator or head is known in: %(names)s.") % {"names": names}
        )
    return redirect(f"{reverse('forum:districts', args=[edition.slug])}?nobody")


@require_safe
@manager_page
def districts_export(request: HttpRequest, edition: Edition, kind: str) -> HttpResponse:
    """The same lines as a file; no names in it, yet who took it is written down."""
    if kind not in KINDS:
        raise Http404
    visitor = visitor_of(request)
    lines = chosen(request, district_lines(edition, day=visitor.now.date()))
    sheet = Sheet(
        title=_("By district"),
        header=[
            _("Municipality code"),
            _("District"),
            _("Invited"),
            _("Registered"),
            _("Confirmed"),
            _("Waiting"),
            _("Quota"),
        ],
        rows=[
            [
                line.place.code,
                line.place.name,
                line.invited,
                line.registered,
                line.confirmed,
                line.waiting,
                line.quota,
            ]
            for line in lines
        ],
    )
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.EXPORT,
        register="forum.districts",
        rows=len(lines),
        about=edition.space,
        now=visitor.now,
    )
    name = f"districts-{edition.slug}.{kind}"
    if kind == "xlsx":
        return download(write_xlsx([sheet]), name, XLSX)
    return download(write_csv([sheet.header, *sheet.rows], FOR_EXCEL), name, CSV)


def chosen(request: HttpRequest, lines: list[DistrictLine]) -> list[DistrictLine]:
    return [line for line in lines if line.nobody] if "nobody" in request.GET else lines
