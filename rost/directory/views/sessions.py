"""Where a person is signed in, and signing out elsewhere or everywhere."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from rost.directory.adapters.sessions import end_all_sessions, end_session
from rost.directory.queries.sessions import sessions_shown
from rost.directory.views.permits import person_of


@require_safe
@never_cache
@login_required
def sessions(request: HttpRequest) -> HttpResponse:
    shown = sessions_shown(person_of(request), current=request.session.session_key or "")
    return render(request, "usersessions/usersession_list.html", {"sessions": shown})


@require_POST
@login_required
def closing(request: HttpRequest, number: int) -> HttpResponse:
    key = end_session(person_of(request), number)
    if key is None:
        raise Http404
    if key == request.session.session_key:
        logout(request)
        return redirect("account_login")
    messages.success(request, _("Signed out there."))
    return redirect("usersessions_list")


@require_POST
@login_required
def closing_of_all(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    end_all_sessions(person)
    logout(request)
    messages.success(request, _("You are signed out on all devices."))
    return redirect("account_login")
