"""Named invitations: the list, inviting one or many, and the paper with the QR."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord, Person
from rost.forum.actions.invitations import invite, invite_first_time_heads, issue_invitation_key
from rost.forum.forms.registration_desk import CategoryChoiceForm, InvitationForm
from rost.forum.models import Edition, Invitation
from rost.forum.queries.invitations import invitations_of

from .doors import crumbs, desk_page, manager_page, visitor_of
from .table import signed_in, ticked

PER_PAGE = 100
REGISTER = "forum.invitations"
QR_MODULE = 4  # pixels of the picture; the style sheet gives it its size on paper
WRONG = 422


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet: whose it is, the address in full, and the same address as a picture."""

    invitation: Invitation
    address: str
    picture: str  # data: URI of an SVG


@require_http_methods(["GET", "HEAD", "POST"])
@manager_page
def invitations(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Who is invited, with the key and what became of it; POST invites one more person."""
    form = InvitationForm(
        request.POST or None, edition=edition, people=Person.objects.filter(is_active=True)
    )
    if form.is_valid():
        person = form.cleaned_data["person"]
        invite(
            edition=edition,
            person=person,
            category=form.cleaned_data["category"],
            now=visitor_of(request).now,
        )
        messages.success(request, _("Invited: %(name)s.") % {"name": person.full_name})
        return redirect("forum:invitations", edition.slug)
    return invitations_page(request, edition, form)


def invitations_page(request: HttpRequest, edition: Edition, form: InvitationForm) -> HttpResponse:
    rows = invitations_of(edition)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.VIEW,
        register=REGISTER,
        rows=len(page.object_list),
        about=edition.space,
        now=visitor_of(request).now,
    )
    context = {
        "edition": edition,
        "form": form,
        "heads": CategoryChoiceForm(edition=edition, prefix="heads"),
        "page_obj": page,
        "part": PER_PAGE,
        "counts": Invitation.objects.filter(edition=edition).aggregate(
            all=Count("pk"),
            printed=Count("pk", filter=Q(printed_at__isnull=False)),
            never=Count("pk", filter=Q(printed_at__isnull=True)),
            used=Count("pk", filter=Q(key__used_at__isnull=False)),
        ),
        "crumbs": [
            *crumbs(edition),
            (_("Registrations"), reverse("forum:registrations", args=[edition.slug])),
            (_("Invitations"), ""),
        ],
    }
    status = WRONG if form.is_bound and form.errors else 200
    return desk_page(request, edition, "invitations", context, status=status)


@require_POST
@manager_page
def invitations_of_heads(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Invite every head elected for the first time, at once."""
    form = CategoryChoiceForm(request.POST, edition=edition, prefix="heads")
    if form.is_valid():
        number = invite_first_time_heads(
            edition=edition, category=form.cleaned_data["category"], now=visitor_of(request).now
        )
        said = ngettext("%(number)s head is invited.", "%(number)s heads are invited.", number)
        messages.success(request, said % {"number": number})
    return redirect("forum:invitations", edition.slug)


@require_POST
@manager_page
def invitation_papers(request: HttpRequest, edition: Edition) -> HttpResponse:
    """A sheet of A4 for each ticked invitation, each of a page, or for those never printed.

    Printing issues a new key, because secrets are not kept: sheets printed before stop working.
    So what was printed before is asked about first.
    """
    visitor = visitor_of(request)
    chosen = list(chosen_of(request, edition)[:PER_PAGE])
    printed = [one for one in chosen if one.printed_at is not None]
    if printed and "again" not in request.POST:
        context = {"chosen": chosen, "printed": printed, "crumbs": steps(edition)}
        return desk_page(request, edition, "reprinting", context)
    papers = [paper(request, one) for one in chosen]
    if not papers:
        messages.info(request, _("Nothing to print: tick somebody first."))
        return redirect("forum:invitations", edition.slug)
    record_access(
        person=signed_in(request),
        act=AccessRecord.Act.EXPORT,
        register=REGISTER,
        rows=len(papers),
        about=edition.space,
        now=visitor.now,
    )
    never = Invitation.objects.filter(edition=edition, printed_at__isnull=True).count()
    context = {"edition": edition, "papers": papers, "never": never, "part": min(never, PER_PAGE)}
    return render(request, "forum/registration/papers.html", context)


def chosen_of(request: HttpRequest, edition: Edition) -> QuerySet[Invitation]:
    """What the pressed button stands for; a page of the list is a part of the printing."""
    chosen = Invitation.objects.filter(edition=edition).order_by("person__sort_key", "id")
    if "unprinted" in request.POST:
        return chosen.filter(printed_at__isnull=True).select_related("person")
    name = "shown_invitation" if "shown" in request.POST else "invitation"
    return chosen.filter(pk__in=ticked(request, name)).select_related("person")


def steps(edition: Edition) -> list[tuple[str, str]]:
    return [
        *crumbs(edition),
        (_("Registrations"), reverse("forum:registrations", args=[edition.slug])),
        (_("Invitations"), reverse("forum:invitations", args=[edition.slug])),
        (_("Printing"), ""),
    ]


def paper(request: HttpRequest, invitation: Invitation) -> Paper:
    visitor = visitor_of(request)
    issued, secret = issue_invitation_key(
        invitation=invitation, issued_by=visitor.person, now=visitor.now
    )
    with translation.override(issued.person.language):
        address = settings.SITE_URL + reverse("account_key", args=[secret])
    code = segno.make(address, error="m", micro=False)
    return Paper(issued, address, code.svg_data_uri(scale=QR_MODULE, border=2))
