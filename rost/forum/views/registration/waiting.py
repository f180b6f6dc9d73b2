"""A registration sent by a stranger: kept while they sign in, then sent on by itself."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict

from rost.directory.adapters.waiting_form import (
    WaitingForm,
    forget_waiting_form,
    keep_waiting_form,
    waiting_form,
)
from rost.forum.forms.registration import RegistrationForm
from rost.forum.models import Edition

from .doors import visitor_of

MOST_FIELDS = 100  # of a form that waits for its sender to sign in


def keep_draft(request: HttpRequest, edition: Edition) -> None:
    """What a stranger (or somebody whose session has ended) typed waits for them to sign in."""
    request.session[draft_key(edition)] = {
        name: value
        for name, value in list(request.POST.items())[:MOST_FIELDS]
        if name != "csrfmiddlewaretoken" and isinstance(value, str) and len(value) <= 1000
    }


def draft_of(request: HttpRequest, edition: Edition) -> dict[str, str]:
    """What was typed, for a form to be filled with; consents are ticked anew or not at all."""
    kept = request.session.get(draft_key(edition), {})
    return {name: value for name, value in kept.items() if not name.startswith("consent_")}


def wait_for_sign_in(request: HttpRequest, form: RegistrationForm) -> None:
    """The form is in order: nothing but its sender's address is missing."""
    data = form.cleaned_data
    waiting = WaitingForm(
        path=request.path,
        surname=data["surname"],
        given_name=data["given_name"],
        patronymic=data["patronymic"],
        consents=tuple(text.purpose for text in form.consents),
    )
    keep_waiting_form(request.session, waiting, now=visitor_of(request).now)


def taken_from_waiting(request: HttpRequest, edition: Edition) -> QueryDict | None:
    """The form that its sender has sent before signing in; it is taken once.

    Sent under another name, it stays a draft for whoever signed in to look through and send.
    """
    visitor = visitor_of(request)
    waiting = waiting_form(request.session, now=visitor.now)
    if waiting is None or visitor.person is None or waiting.path != request.path:
        return None
    forget_waiting_form(request.session)
    if not waiting.is_of(visitor.person):
        return None
    typed = QueryDict(mutable=True)
    typed.update(request.session.get(draft_key(edition), {}))
    return typed


def forget_draft(request: HttpRequest, edition: Edition) -> None:
    request.session.pop(draft_key(edition), None)


def draft_key(edition: Edition) -> str:
    return f"forum.registration.draft:{edition.pk}"
