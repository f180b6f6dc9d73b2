"""A person's ways to sign in and up."""

from __future__ import annotations

from typing import cast

from allauth.account import views as library
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.directory.adapters.account import confirmed_in_this_session
from rost.directory.adapters.factors import ActivateTotp, AddPasskey
from rost.directory.adapters.sessions import factors_of
from rost.directory.adapters.waiting_form import WaitingForm, waiting_form
from rost.directory.views.permits import person_of, visitor_of

SERVICES = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])


def entrance(request: HttpRequest) -> HttpResponseBase:
    """The page of signing in; a form that waits for its sender is named, and they may sign up."""
    context = {"services": SERVICES, "waiting": form_behind(request)}
    view = library.RequestLoginCodeView.as_view(extra_context=context)
    return cast("HttpResponseBase", view(request))


def sign_up(request: HttpRequest) -> HttpResponseBase:
    """The page of signing up; what the waiting form has told already is not asked again."""
    waiting = form_behind(request)
    known = told(waiting) if waiting is not None else {}
    view = library.SignupView.as_view(extra_context={"waiting": waiting}, initial=known)
    return cast("HttpResponseBase", view(request))


def form_behind(request: HttpRequest) -> WaitingForm | None:
    """The form that waits, unless the visitor is on the way to another page."""
    waiting = waiting_form(request.session, now=visitor_of(request).now)
    then = request.POST.get("next") or request.GET.get("next")
    return waiting if waiting is not None and then in (None, "", waiting.path) else None


def told(waiting: WaitingForm) -> dict[str, str | bool]:
    names = {name: getattr(waiting, name) for name in ("surname", "given_name", "patronymic")}
    return names | {f"consent_{purpose}": True for purpose in waiting.consents}


def new_totp(request: HttpRequest) -> HttpResponseBase:
    """Switch on codes from an application; the code that does it counts as a confirmation."""
    return cast("HttpResponseBase", ActivateTotp.as_view()(request))


def new_passkey(request: HttpRequest) -> HttpResponseBase:
    """Add a passkey; adding it counts as a confirmation."""
    return cast("HttpResponseBase", AddPasskey.as_view()(request))


@require_safe
@never_cache
@login_required
def second_factor(request: HttpRequest) -> HttpResponse:
    """What stands behind the account besides the mailbox, and what staff still have to do."""
    person = person_of(request)
    then = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(then, allowed_hosts=None):
        then = ""
    return render(
        request,
        "account/second_factor.html",
        {
            "is_staff": visitor_of(request).is_staff,
            "confirmed": confirmed_in_this_session(request),
            "factors": factors_of(person),
            "methods": get_adapter(request).get_reauthentication_methods(person),
            "then": then,
        },
    )
