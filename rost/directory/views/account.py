"""A person's ways to sign in."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.directory.adapters.account import confirmed_in_this_session
from rost.directory.adapters.sessions import factors_of
from rost.directory.views.permits import person_of, visitor_of


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
