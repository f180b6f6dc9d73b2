"""People of the programme: parts in sessions, and when each can come."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.directory.actions.people import add_person
from rost.directory.actions.records import record_access
from rost.directory.models import Person
from rost.forum.actions import programme as actions
from rost.forum.forms.desk import AvailabilityForm, ContributionForm, NewPersonForm
from rost.forum.models import Availability, Contribution, Edition, Session
from rost.forum.queries.posts import held_post, post_line
from rost.forum.queries.sessions import participants_of, people_found
from rost.forum.rules import EDIT_PROGRAMME

from .doors import back_unless_posted, done, form_page, now_of, page, visitor_of, with_right
from .sessions import session_row


@require_http_methods(["GET", "HEAD"])
@with_right(EDIT_PROGRAMME)
def contributor_search(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """First whom: somebody of the directory, or somebody new."""
    row = session_row(edition, code)
    words = request.GET.get("words", "")[:100]
    found = people_found(words)
    if words:
        record_people(request, "forum.people.search", len(found), f"{edition.slug}: {row.code}")
    surname, _space, rest = words.strip().partition(" ")
    given, _space, patronymic = rest.strip().partition(" ")
    new = NewPersonForm(initial={"surname": surname, "given_name": given, "patronymic": patronymic})
    context = {"session": row, "words": words, "found": found, "new": new}
    return page(
        request, "contributor_search", edition, _("Whom to add"), context, under=_under(row)
    )


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:desk_contributor_search", "code")
def contributor_new(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """Somebody new: entered with the basis of their consent, then given a part."""
    row = session_row(edition, code)
    form = NewPersonForm(request.POST)
    made: list[Person] = []

    def enter() -> None:
        facts = {**form.cleaned_data, "email": form.cleaned_data["email"] or None}
        with transaction.atomic():
            made.append(
                add_person(
                    now=now_of(request),
                    registered_by=visitor_of(request).person,
                    **facts,
                )
            )

    if done(form, enter):
        return redirect("forum:desk_contribution_new", edition.slug, row.code, made[0].pk)
    context = {"session": row, "words": "", "found": [], "new": form}
    return page(
        request,
        "contributor_search",
        edition,
        _("Whom to add"),
        context,
        under=_under(row),
        status=422,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def contribution_new(
    request: HttpRequest, edition: Edition, code: str, person: int
) -> HttpResponse:
    """Then as what: the post the person holds on that day is already written in."""
    row, who = session_row(edition, code), get_object_or_404(Person, pk=person, is_active=True)
    moment = row.starts_at or now_of(request)
    form = _form(request, edition, row, initial=_held(who, moment, edition))
    if request.method == "POST" and done(
        form,
        lambda: actions.set_contribution(
            session=row, person=who, now=now_of(request), **form.cleaned_data
        ),
    ):
        messages.success(request, _("%(name)s is in the session.") % {"name": who.full_name})
        return redirect("forum:desk_session", edition.slug, row.code)
    return form_page(request, edition, who.full_name, form, under=_under(row), save=_("Add"))


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def contribution(
    request: HttpRequest, edition: Edition, code: str, contribution: int
) -> HttpResponse:
    row, one = session_row(edition, code), _contribution(edition, code, contribution)
    initial = {name: getattr(one, name) for name in ContributionForm.base_fields}
    form = _form(request, edition, row, initial=initial)
    if request.method == "POST" and done(
        form,
        lambda: actions.set_contribution(
            session=row,
            person=one.person,
            contribution=one,
            now=now_of(request),
            **form.cleaned_data,
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:desk_session", edition.slug, row.code)
    return form_page(request, edition, one.person.full_name, form, under=_under(row))


@require_POST
@with_right(EDIT_PROGRAMME)
def contribution_removal(
    request: HttpRequest, edition: Edition, code: str, contribution: int
) -> HttpResponse:
    one = _contribution(edition, code, contribution)
    actions.remove_contribution(contribution=one, now=now_of(request))
    messages.success(
        request, _("%(name)s is no longer in the session.") % {"name": one.person.full_name}
    )
    return redirect("forum:desk_session", edition.slug, code)


@require_safe
@with_right(EDIT_PROGRAMME)
def people(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Everybody in the draft, and when they can come."""
    participants = participants_of(edition)
    record_people(request, "forum.people", len(participants), edition.slug)
    context = {"participants": participants}
    return page(request, "people", edition, _("People of the programme"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def availability(request: HttpRequest, edition: Edition, person: int) -> HttpResponse:
    """When somebody can come; no windows at all means at any time."""
    known = Q(contributions__session__edition=edition) | Q(availabilities__edition=edition)
    who = get_object_or_404(Person.objects.filter(known).distinct(), pk=person)
    form = AvailabilityForm(request.POST or None)
    if request.method == "POST" and done(
        form,
        lambda: actions.add_availability(edition=edition, person=who, **form.cleaned_data),
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:desk_availability", edition.slug, who.pk)
    context = {
        "person": who,
        "form": form,
        "windows": Availability.objects.filter(edition=edition, person=who),
    }
    under = (_("People of the programme"), reverse("forum:desk_people", args=[edition.slug]))
    status = 422 if form.errors else 200
    return page(
        request, "availability", edition, who.full_name, context, under=under, status=status
    )


@require_POST
@with_right(EDIT_PROGRAMME)
def availability_removal(
    request: HttpRequest, edition: Edition, person: int, window: int
) -> HttpResponse:
    row = get_object_or_404(Availability, edition=edition, person=person, pk=window)
    actions.remove_availability(availability=row)
    messages.success(request, _("Removed."))
    return redirect("forum:desk_availability", edition.slug, person)


def _under(row: Session) -> tuple[str, str]:
    return row.title, reverse("forum:desk_session", args=[row.edition.slug, row.code])


def _contribution(edition: Edition, code: str, pk: int) -> Contribution:
    rows = Contribution.objects.select_related("person", "session__edition", "territory__parent")
    return get_object_or_404(rows, session__edition=edition, session__code=code, pk=pk)


def _form(
    request: HttpRequest, edition: Edition, row: Session, *, initial: dict[str, Any]
) -> forms.Form:
    return ContributionForm(request.POST or None, initial=initial, day=edition.starts_on)


def _held(who: Person, moment: datetime, edition: Edition) -> dict[str, Any]:
    post = held_post(who, moment, ZoneInfo(edition.timezone))
    if post is None:
        return {}
    return {"post": post_line(post), "territory": post.municipality}


def record_people(request: HttpRequest, register: str, rows: int, about: str) -> None:
    visitor = visitor_of(request)
    if visitor.person is not None:
        record_access(
            person=visitor.person,
            act="view",
            register=register,
            rows=rows,
            now=visitor.now,
            about=about,
        )
