"""Organisations: the list, one of them, entering, changing and approving it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.directory.actions.organisations import (
    add_organisation,
    approve_organisation,
    change_organisation,
    name_representative,
    withdraw_approval,
)
from rost.directory.forms.organisations import (
    OrganisationForm,
    OwnOrganisationForm,
    RepresentativeForm,
)
from rost.directory.models import Organisation, OrganisationKind
from rost.directory.queries.organisations import (
    find_organisations,
    get_organisation_for,
    may_change,
    may_decide,
    may_name,
    organisation_page,
    organisations_for,
)
from rost.directory.queries.people import people_for
from rost.directory.queries.visitors import local_day
from rost.directory.rules import APPROVE_ORGANISATIONS, EDIT_TERRITORY_PEOPLE, may, reach
from rost.directory.views.answers import attempt, done, form_page
from rost.directory.views.permits import needs, person_of, visitor_of
from rost.directory.views.places import searched

PAGE = 50
FIELDS = ("kind", "name", "short_name", "inn", "ogrn", "municipality", "site")


def crumbs(organisation: Organisation | None = None) -> list[tuple[Any, str]]:
    trail: list[tuple[Any, str]] = [(_("Organisations"), reverse("directory:organisations"))]
    if organisation is not None:
        own = reverse("directory:organisation", args=[organisation.pk])
        trail.append((str(organisation), own))
    return trail


def organisation_or_404(request: HttpRequest, pk: int) -> Organisation:
    visitor = visitor_of(request)
    found = get_organisation_for(visitor, pk, day=local_day(visitor.now))
    if found is None:
        raise Http404
    return found


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Approved organisations; moderators filter those that wait."""
    visitor, words = visitor_of(request), searched(request)
    kind = request.GET.get("kind", "")
    decides = bool(reach(visitor, APPROVE_ORGANISATIONS))
    waiting = decides and request.GET.get("state") == "waiting"
    listed = find_organisations(
        organisations_for(visitor, day=local_day(visitor.now)),
        words,
        kind=kind if kind in OrganisationKind.values else "",
        waiting=waiting,
    )
    context = {
        "page": Paginator(listed, PAGE).get_page(request.GET.get("page")),
        "words": words,
        "kind": kind,
        "kinds": OrganisationKind.choices,
        "waiting": waiting,
        "decides": decides,
    }
    return render(request, "directory/organisations/organisations.html", context)


@require_safe
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation and those who speak for it."""
    found = organisation_or_404(request, pk)
    visitor = visitor_of(request)
    context = {
        "page": organisation_page(visitor, found, day=local_day(visitor.now)),
        "organisation": found,
        "crumbs": [*crumbs(), (str(found), "")],
    }
    return render(request, "directory/organisations/organisation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Staff enter any organisation; others enter one that they speak for."""
    visitor = visitor_of(request)
    day = local_day(visitor.now)
    staff = may(visitor, APPROVE_ORGANISATIONS)
    kind_of_form = OrganisationForm if staff else OwnOrganisationForm
    form = kind_of_form(request.POST or None, day=day)
    if form.is_valid():
        entered = attempt(form, lambda: enter(request, form))
        if entered is not None:
            said = _("The organisation is entered and waits for a moderator.")
            return done(request, said, "directory:organisation", entered.pk)
    return form_page(
        request,
        form,
        title=_("Enter an organisation"),
        submit=_("Enter the organisation"),
        lead=_("A moderator checks it; then it can act through its representatives."),
        crumbs=crumbs(),
    )


@transaction.atomic
def enter(request: HttpRequest, form: OrganisationForm) -> Organisation:
    """The organisation, and with it the person who enters it as its representative."""
    told = form.cleaned_data
    entered = add_organisation(**{name: told[name] for name in FIELDS})
    if isinstance(form, OwnOrganisationForm):
        name_representative(
            organisation=entered,
            person=person_of(request),
            title=told["title"],
            held_from=local_day(visitor_of(request).now),
            held_to=told["held_to"],
            basis=told["basis"],
        )
    return entered


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an organisation: moderators, and its own representatives."""
    found = organisation_or_404(request, pk)
    visitor = visitor_of(request)
    day = local_day(visitor.now)
    if not may_change(visitor, found, day=day):
        raise Http404
    initial = {name: getattr(found, name) for name in FIELDS}
    form = OrganisationForm(request.POST or None, initial=initial, day=day)
    if form.is_valid():
        changed = attempt(
            form,
            lambda: change_organisation(
                organisation=found,
                keeps_approval=may_decide(visitor, found),
                now=visitor.now,
                **form.cleaned_data,
            ),
        )
        if changed is not None:
            return done(request, _("The changes are saved."), "directory:organisation", pk)
    return form_page(
        request,
        form,
        title=_("Change what is known"),
        submit=_("Save"),
        lead=_("A new name or number is checked by a moderator again."),
        crumbs=crumbs(found),
    )


def decided_or_404(request: HttpRequest, pk: int) -> Organisation:
    found = organisation_or_404(request, pk)
    if not may_decide(visitor_of(request), found):
        raise Http404
    return found


@require_POST
@needs(APPROVE_ORGANISATIONS, anywhere=True)
def approval(request: HttpRequest, pk: int) -> HttpResponse:
    """The organisation is checked and may act."""
    found = decided_or_404(request, pk)
    approve_organisation(organisation=found, by=person_of(request), now=visitor_of(request).now)
    return done(request, _("The organisation is approved."), "directory:organisation", pk)


@require_POST
@needs(APPROVE_ORGANISATIONS, anywhere=True)
def approval_withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    """The organisation may not act any more."""
    found = decided_or_404(request, pk)
    withdraw_approval(organisation=found, now=visitor_of(request).now)
    return done(request, _("The approval is withdrawn."), "directory:organisation", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def new_representative(request: HttpRequest, pk: int) -> HttpResponse:
    """Another person speaks for the organisation until a day."""
    found = organisation_or_404(request, pk)
    visitor = visitor_of(request)
    if not may_name(visitor, found):
        raise Http404
    form = RepresentativeForm(
        request.POST or None,
        people=people_for(visitor),
        initial={"held_from": local_day(visitor.now)},
    )
    if form.is_valid():
        post = attempt(
            form,
            lambda: name_representative(
                organisation=found, granted_by=person_of(request), **form.cleaned_data
            ),
        )
        if post is not None:
            said = _("The representative is named.")
            return done(request, said, "directory:organisation", pk)
    return form_page(
        request,
        form,
        title=_("Name a representative"),
        submit=_("Name the representative"),
        crumbs=crumbs(found),
    )
