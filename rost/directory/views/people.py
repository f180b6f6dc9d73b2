"""People, for those who look after them: the list, a person, entering and changing one."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rost.directory.actions.people import change_person, enter_person
from rost.directory.actions.records import record_access
from rost.directory.forms.people import NewPersonForm, PersonForm
from rost.directory.models import AccessRecord, Person
from rost.directory.queries.people import (
    find_people,
    get_person_for,
    movable_posts,
    people_for,
    person_lines,
    person_page,
    person_role_names,
)
from rost.directory.queries.visitors import local_day
from rost.directory.rules import (
    EDIT_TERRITORY_PEOPLE,
    GRANT_ROLES,
    ISSUE_CODES,
    may,
    may_change_address,
    reach,
)
from rost.directory.views.answers import attempt, done, form_page, safe_path
from rost.directory.views.permits import needs, person_of, visitor_of
from rost.directory.views.places import asked_code, searched

PAGE = 50


def crumbs(person: Person | None = None) -> list[tuple[Any, str]]:
    trail: list[tuple[Any, str]] = [(_("People"), reverse("directory:people"))]
    if person is not None:
        trail.append((person.full_name, reverse("directory:person", args=[person.pk])))
    return trail


def within_of(request: HttpRequest) -> tuple[str, ...]:
    """Territories the visitor is bound to when entering people; none for the whole platform."""
    own = reach(visitor_of(request), EDIT_TERRITORY_PEOPLE)
    return () if own.everywhere else own.territories


def person_or_404(request: HttpRequest, pk: int) -> Person:
    person = get_person_for(visitor_of(request), pk)
    if person is None:
        raise Http404
    return person


@require_safe
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def people(request: HttpRequest) -> HttpResponse:
    """People within reach, by name and territory; that the list was opened is noted."""
    visitor, words = visitor_of(request), searched(request)
    territory = asked_code(request, "territory")
    listed = find_people(people_for(visitor), words, territory=territory)
    page = Paginator(listed, PAGE).get_page(request.GET.get("page"))
    lines = person_lines(page.object_list, day=local_day(visitor.now))
    note(request, len(lines), " ".join(filter(None, (territory, "q" if words else ""))))
    context = {"page": page, "lines": lines, "words": words, "territory": territory}
    return render(request, "directory/people/people.html", context)


def note(request: HttpRequest, rows: int, about: str) -> None:
    record_access(
        person=person_of(request),
        act=AccessRecord.Act.VIEW,
        register="directory.people",
        rows=rows,
        now=visitor_of(request).now,
        about=about,
    )


@require_safe
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known about a person; that the page was opened is noted."""
    found = person_or_404(request, pk)
    visitor = visitor_of(request)
    note(request, 1, "")
    page = person_page(found, day=local_day(visitor.now))
    context = {
        "page": page,
        "person": found,
        "may_grant": may(visitor, GRANT_ROLES),
        "may_issue": bool(reach(visitor, ISSUE_CODES)),
        "movable": movable_posts(visitor, page.posts),
        "crumbs": [*crumbs(), (found.full_name, "")],
    }
    return render(request, "directory/people/person.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def new(request: HttpRequest) -> HttpResponse:
    """Enter a person by proxy, with the basis of that person's consent."""
    now = visitor_of(request).now
    form = NewPersonForm(request.POST or None, day=local_day(now), within=within_of(request))
    if form.is_valid():
        entered = attempt(
            form,
            lambda: enter_person(registered_by=person_of(request), now=now, **form.cleaned_data),
        )
        if entered is not None:
            onward = safe_path(request, "next")
            if onward:
                return redirect(f"{onward}?{urlencode({'successor': f'#{entered.pk}'})}")
            return done(request, _("The person is entered."), "directory:person", entered.pk)
    return form_page(
        request,
        form,
        title=_("Enter a person"),
        submit=_("Enter the person"),
        lead=_("For people who cannot do it themselves: a village head without e-mail, a caller."),
        crumbs=crumbs(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is known about a person."""
    found = person_or_404(request, pk)
    visitor = visitor_of(request)
    day = local_day(visitor.now)
    names = ("surname", "given_name", "patronymic", "home", "phone", "email", "language")
    free = may_change_address(visitor, found, person_role_names(found, day=day))
    form = PersonForm(
        request.POST or None,
        initial={name: getattr(found, name) for name in names},
        day=day,
        within=within_of(request),
        address_fixed=not free,
    )
    if form.is_valid():
        changed = attempt(form, lambda: change_person(person=found, **form.cleaned_data))
        if changed is not None:
            return done(request, _("The changes are saved."), "directory:person", found.pk)
    return form_page(
        request,
        form,
        title=_("Change what is known"),
        submit=_("Save"),
        crumbs=crumbs(found),
    )
