"""Who is entitled to a certificate, who is not and why; the rules of it and who signs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.documents.models import Batch
from rost.documents.queries.batches import of_space
from rost.forum.actions.certificates import set_certificate_rules
from rost.forum.forms.certificates import CertificateRulesForm, WhyForm, WishForm
from rost.forum.models import Edition, EditionTotals
from rost.forum.queries.attendance import rules_row
from rost.forum.queries.certificates import (
    STATES,
    candidates,
    counts_of,
    maker_of,
    matching,
    standings_of,
)
from rost.forum.rules import ISSUE_CERTIFICATES
from rost.forum.rules.certificates import NAMED_WORDING
from rost.forum.views.desk.doors import done, now_of, page, visitor_of, with_right

PER_PAGE = 100
LATEST = 5
TICKED = ("ready", "revoked", "issued", "unsent", "changed")
REGISTER = "forum.certificates"
RULES = (
    "basis",
    "share_percent",
    "hour_minutes",
    "least_hours",
    "signatory_post",
    "signatory_name",
)


@require_safe
@never_cache
@with_right(ISSUE_CERTIFICATES)
def certificates(request: HttpRequest, edition: Edition) -> HttpResponse:
    standings = standings_of(edition)
    counts = counts_of(standings)
    state = request.GET.get("state", "")
    if state not in STATES and "state" not in request.GET:
        state = next((one for one in STATES if counts[one]), "")
    text = request.GET.get("text", "")[:200]
    rows = matching(edition, standings, state=state, text=text)
    part = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    maker = maker_of(edition, wording=NAMED_WORDING, language="ru")
    write_down(request, edition, rows=len(part.object_list))
    context = {
        "states": [(one, state_names()[one], counts[one]) for one in STATES],
        "state": state,
        "text": text,
        "all": len(standings),
        "counts": counts,
        "page_obj": part,
        "lines": candidates(part.object_list, standings, maker),
        "case": maker.case,
        "rules": maker.rules,
        "frozen": EditionTotals.objects.filter(edition=edition).exists(),
        "ticks": state in TICKED,
        "wish": WishForm(),
        "why": WhyForm(),
        "batches": latest(edition),
    }
    return page(request, "../certificates/table", edition, _("Certificates"), context)


def state_names() -> dict[str, str]:
    """Filters by their names, as the table calls them."""
    return {
        "ready": _("To be issued"),
        "unsent": _("Issued, not sent"),
        "changed": _("Hours changed since"),
        "issued": pgettext("certificates", "Issued"),
        "revoked": pgettext("certificates", "Revoked"),
        "few_hours": _("Too few hours"),
        "no_marks": _("No marks"),
        "cancelled": pgettext("registrations", "Cancelled"),
    }


def latest(edition: Edition) -> list[Batch]:
    """The last works with certificates: what is left is found again here."""
    return list(of_space(edition.space).filter(work__startswith=REGISTER)[:LATEST])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_right(ISSUE_CERTIFICATES)
def certificate_rules(request: HttpRequest, edition: Edition) -> HttpResponse:
    row = rules_row(edition)
    form = CertificateRulesForm(
        request.POST or None, initial={name: getattr(row, name) for name in RULES}
    )
    if request.method == "POST" and done(
        form, lambda: set_certificate_rules(edition=edition, **form.cleaned_data)
    ):
        messages.success(request, _("Saved. Certificates issued before stay as they are."))
        return redirect("forum:certificates", edition.slug)
    status = 422 if form.errors else 200
    title = _("Who is entitled and who signs")
    context: dict[str, Any] = {"form": form, "save": _("Save"), "lead": ""}
    return page(
        request, "form", edition, title, context, under=certificates_step(edition), status=status
    )


def certificates_step(edition: Edition) -> tuple[str, str]:
    return (_("Certificates"), reverse("forum:certificates", args=[edition.slug]))


def write_down(request: HttpRequest, edition: Edition, *, rows: int) -> None:
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.VIEW,
        register=REGISTER,
        rows=rows,
        about=edition.space,
        now=now_of(request),
    )


def signed_in(request: HttpRequest) -> Person:
    person = visitor_of(request).person
    assert person is not None  # the right is nobody's who is not signed in
    return person
