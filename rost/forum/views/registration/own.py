"""One's own registration: the page, its answer, and cancelling."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.directory.models import Person
from rost.forum.actions.registration import cancel, change_answers, register_oneself
from rost.forum.forms.registration import AnswersForm, RegistrationForm, initial_of
from rost.forum.models import Edition, Registration, RegistrationStatus
from rost.forum.queries.certificates import own_of
from rost.forum.queries.registration import registration_of
from rost.forum.queries.registration_page import (
    Known,
    answers_of,
    edition_is_full,
    hours_of,
    known_of,
    open_categories,
    questions_of,
    standing_of,
)
from rost.forum.rules.registration import Hours
from rost.ui.refusals import Refusal

from .doors import crumbs, edition_page, participant_page, registers_others, visitor_of
from .waiting import (
    draft_of,
    forget_draft,
    keep_draft,
    taken_from_waiting,
    wait_for_sign_in,
)

CONFLICT, WRONG = 409, 422


@require_http_methods(["GET", "HEAD", "POST"])
@edition_page
def registration(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The form for whoever is not registered, the standing for whoever is."""
    visitor = visitor_of(request)
    mine = registration_of(edition, visitor.person)
    if mine is not None and mine.status != RegistrationStatus.CANCELLED:
        if request.method == "POST":  # a second send of the same form
            return redirect("forum:registration", edition.slug)
        return standing(request, mine)
    typed = typed_in(request, edition)
    if typed is None:
        return page(request, edition, form_for(request, edition, typed=None))
    form = form_for(request, edition, typed=typed)
    if visitor.person is None:
        return sent_by_stranger(request, edition, form)
    return submitted(request, edition, visitor.person, form)


def typed_in(request: HttpRequest, edition: Edition) -> QueryDict | None:
    """What was sent now, or before signing in; nothing when the page is only looked at."""
    if request.method == "POST":
        return request.POST
    return taken_from_waiting(request, edition) if request.method == "GET" else None


def sent_by_stranger(
    request: HttpRequest, edition: Edition, form: RegistrationForm
) -> HttpResponse:
    """Mistakes are told at once; a form in order waits until its sender has signed in."""
    keep_draft(request, edition)
    if not form.is_valid():
        return page(request, edition, form)
    wait_for_sign_in(request, form)
    return redirect_to_login(request.path)


def submitted(
    request: HttpRequest, edition: Edition, person: Person, form: RegistrationForm
) -> HttpResponse:
    if not form.is_valid():
        return page(request, edition, form)
    data = form.cleaned_data
    try:
        mine = register_oneself(
            edition=edition,
            person=person,
            names=form.names,
            category=data["category"],
            municipality=data["place"],
            post=data["post"],
            answers=form.answers,
            consents=form.consents,
            now=visitor_of(request).now,
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return page(request, edition, form, status=CONFLICT)
    forget_draft(request, edition)
    if request.method != "POST":  # sent before signing in
        return standing(request, mine)
    return redirect("forum:registration", edition.slug)


def form_for(
    request: HttpRequest, edition: Edition, *, typed: QueryDict | None
) -> RegistrationForm:
    visitor = visitor_of(request)
    person = visitor.person
    known = known_of(edition, person, visitor.now) if person is not None else Known()
    initial: dict[str, Any] = {}
    if person is not None:
        initial = dict(
            initial_of(person, place=known.place, post=known.post, category=known.category)
        )
    categories = open_categories(edition, known.category)
    if len(categories) == 1:
        initial["category"] = categories[0]
    return RegistrationForm(
        typed,
        edition=edition,
        categories=categories,
        questions=questions_of(edition),
        day=visitor.now.date(),
        person=person,
        initial=initial | draft_of(request, edition),
    )


def page(
    request: HttpRequest, edition: Edition, form: RegistrationForm, status: int = 200
) -> HttpResponse:
    state = hours_of(edition, visitor_of(request).now)
    context = {
        "edition": edition,
        "form": form,
        "state": state,
        "is_open": state is Hours.OPEN,
        "registers_others": registers_others(visitor_of(request), edition),
        "is_full": state is Hours.OPEN and edition_is_full(edition, form.offered),
        "crumbs": crumbs(edition, _("Registration")),
    }
    return render(request, "forum/registration/form.html", context, status=status)


def standing(request: HttpRequest, mine: Registration) -> HttpResponse:
    context = {
        "edition": mine.edition,
        "registration": mine,
        "standing": standing_of(mine),
        "presence": own_of(mine, visitor_of(request).now, language=get_language() or "ru"),
        "answers": answers_of(mine),
        "registers_others": registers_others(visitor_of(request), mine.edition),
        "crumbs": crumbs(mine.edition, _("Registration")),
    }
    return render(request, "forum/registration/standing.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def answers(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Correct one's post and answers without losing the seat."""
    visitor = visitor_of(request)
    mine = registration_of(edition, visitor.person)
    if mine is None or mine.status == RegistrationStatus.CANCELLED:
        return redirect("forum:registration", edition.slug)
    given = {f"question_{number}": text for number, text in mine.answers.items()}
    form = AnswersForm(
        request.POST if request.method == "POST" else None,
        questions=questions_of(edition),
        initial={"post": mine.post} | given,
    )
    if form.is_valid():
        change_answers(
            registration=mine,
            post=form.cleaned_data["post"],
            answers=form.answers,
            now=visitor.now,
        )
        messages.success(request, _("Saved."))
        return redirect("forum:registration", edition.slug)
    context = {"edition": edition, "form": form, "crumbs": crumbs(edition, _("My answers"))}
    status = WRONG if form.is_bound else 200
    return render(request, "forum/registration/answers.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def cancellation(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Asked first, then done: the seat goes to the next person at once."""
    visitor = visitor_of(request)
    mine = registration_of(edition, visitor.person)
    if mine is None or mine.status == RegistrationStatus.CANCELLED:
        return redirect("forum:registration", edition.slug)
    if request.method == "POST":
        cancel(registration=mine, now=visitor.now)
        messages.success(request, _("Your registration is cancelled."))
        return redirect("forum:registration", edition.slug)
    context = {
        "edition": edition,
        "registration": mine,
        "crumbs": crumbs(edition, _("Cancelling")),
    }
    return render(request, "forum/registration/cancellation.html", context)
