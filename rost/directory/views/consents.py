"""Texts that people agree to; giving and withdrawing one's own consents."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rost.directory.actions.consents import give_consent, withdraw_consent
from rost.directory.queries.consents import consent_for, current_text, text_of, versions_of
from rost.directory.views.permits import person_of, visitor_of


@require_safe
def current(request: HttpRequest, purpose: str) -> HttpResponse:
    text = current_text(purpose, get_language() or "ru")
    if text is None:
        raise Http404
    return redirect("directory:consent_text", text.purpose, text.language, text.version)


@require_safe
def text(request: HttpRequest, purpose: str, language: str, version: int) -> HttpResponse:
    """One version in one language, for good: this is what somebody agreed to."""
    found = text_of(purpose, language, version)
    if found is None:
        raise Http404
    context = {"text": found, "versions": versions_of(purpose)}
    return render(request, "directory/consent_text.html", context)


@require_POST
@login_required
def giving(request: HttpRequest) -> HttpResponse:
    """Agree to the text that was shown; a text that has changed meanwhile is shown again."""
    purpose, field = request.POST.get("purpose", ""), request.POST.get("field", "")
    shown = current_text(purpose, get_language() or "ru")
    if shown is None:
        raise Http404
    if request.POST.get("text") != str(shown.pk):
        messages.warning(request, _("The text has changed: read the new one and agree again."))
        return redirect("directory:my_data")
    now = visitor_of(request).now
    give_consent(person=person_of(request), purpose=purpose, text=shown, field=field, now=now)
    messages.success(request, _("The consent is noted."))
    return redirect("directory:my_data")


@require_POST
@login_required
def withdrawal(request: HttpRequest, number: int) -> HttpResponse:
    consent = consent_for(person_of(request), number)
    if consent is None:
        raise Http404
    withdraw_consent(consent=consent, now=visitor_of(request).now)
    messages.success(request, _("The consent is withdrawn."))
    return redirect("directory:my_data")
