"""Roles: granting one, ending it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.actions.roles import end_role, grant_role
from rost.directory.forms.people import EndForm, RoleForm
from rost.directory.queries.people import get_role_for
from rost.directory.queries.visitors import local_day
from rost.directory.rules import GRANT_ROLES
from rost.directory.views.answers import attempt, done, form_page
from rost.directory.views.people import crumbs, person_or_404
from rost.directory.views.permits import needs, person_of, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(GRANT_ROLES)
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """A role for a person, from a document."""
    person = person_or_404(request, pk)
    day = local_day(visitor_of(request).now)
    form = RoleForm(request.POST or None, initial={"held_from": day}, day=day, person=person)
    if form.is_valid():
        role = attempt(
            form,
            lambda: grant_role(person=person, granted_by=person_of(request), **form.cleaned_data),
        )
        if role is not None:
            return done(request, _("The role is granted."), "directory:person", person.pk)
    return form_page(
        request, form, title=_("Grant a role"), submit=_("Grant the role"), crumbs=crumbs(person)
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(GRANT_ROLES)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The role ends."""
    role = get_role_for(visitor_of(request), pk)
    if role is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"on": local_day(visitor_of(request).now)})
    if form.is_valid():
        ended = attempt(form, lambda: end_role(role=role, on=form.cleaned_data["on"]))
        if ended is not None:
            return done(request, _("The role is ended."), "directory:person", role.person_id)
    return form_page(
        request,
        form,
        title=_("End the role"),
        submit=_("End the role"),
        danger=True,
        crumbs=crumbs(role.person),
    )
