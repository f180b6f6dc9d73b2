"""The form of a practice: one page, a group of questions on a telephone's screen, saved all along.

The same address takes a saving by a button (a redirect follows) and one by the script, which asks
with `X-Saving` and gets a few facts back as JSON. What cannot be saved comes back as it was typed.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.catalogue.messages import roubles
from rost.core.language import time_text
from rost.core.passport import missing, total
from rost.directory.queries.visitors import local_day
from rost.library.actions.own.drafts import WRITTEN, NotWritten, SavedElsewhere, save_draft
from rost.library.forms.own import GROUPS, PracticeForm
from rost.library.models import Practice
from rost.library.queries.own.gaps import gaps_of
from rost.library.queries.practices import passport_of
from rost.library.queries.reviews.context import remarks_for
from rost.library.views.doors import CONFLICT, WRONG, visitor_of

from .doors import author_page, crumbs
from .texts import differences

KEYS = [one.key for one in GROUPS]
SAVING = "X-Saving"  # how the script says that it is not a person who presses a button


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def draft_form(request: HttpRequest, practice: Practice) -> HttpResponse:
    if request.method == "POST":
        return saved(request, practice)
    if practice.state not in WRITTEN:
        return redirect("library:draft", practice.pk)
    return page(request, practice, form_of(request, practice))


def form_of(request: HttpRequest, practice: Practice, sent: Any = None) -> PracticeForm:
    return PracticeForm(sent, practice=practice, day=local_day(visitor_of(request).now))


def saved(request: HttpRequest, practice: Practice) -> HttpResponse:
    form = form_of(request, practice, request.POST)
    form.is_valid()
    by_script = SAVING in request.headers
    try:
        practice = save_draft(
            practice=practice,
            saved=form.saved,
            seen=number_of(request.POST.get("saving", "")),
            window=request.POST.get("window", "").replace("\0", ""),
            settled=not by_script,
            now=visitor_of(request).now,
        )
    except SavedElsewhere as refusal:
        if by_script:
            return JsonResponse({"state": "elsewhere"}, status=CONFLICT)
        return page(request, refusal.practice, form, refusal=refusal)
    except NotWritten as refusal:
        if by_script:
            return JsonResponse({"state": "sent"}, status=CONFLICT)
        return page(request, practice, form, refusal=refusal)
    if by_script:
        return JsonResponse(facts_of(practice, form))
    if form.errors:
        return page(request, practice, form)
    return onward(request, practice)


def onward(request: HttpRequest, practice: Practice) -> HttpResponse:
    """Where the pressed button leads: another group, one more row, photographs, or the end."""
    group = request.POST.get("to", "")
    if group == "photos":
        return redirect("library:draft_photos", practice.pk)
    if group not in KEYS:
        return redirect("library:draft", practice.pk)
    path = reverse("library:draft_form", args=[practice.pk])
    return redirect(f"{path}?saved={practice.saving}#{group}")


def facts_of(practice: Practice, form: PracticeForm) -> dict[str, Any]:
    """What the script shows: saved when, what money comes to, which answers were not taken."""
    passport = passport_of(practice)
    return {
        "state": "saved",
        "saving": practice.saving,
        "at": time_text(localtime(practice.saved_at)),
        "total": roubles(total(passport), get_language() or "ru"),
        "missing": len(missing(passport)),
        "wrong": {name: " ".join(map(str, errors)) for name, errors in form.errors.items()},
    }


def number_of(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else -1


def page(
    request: HttpRequest,
    practice: Practice,
    form: PracticeForm,
    refusal: SavedElsewhere | NotWritten | None = None,
) -> HttpResponse:
    """A conflict draws the saving that stands now: pressed again, it is this text that stays."""
    passport = passport_of(practice)
    context = {
        "practice": practice,
        "form": form,
        "groups": list(form.groups()),
        "window": secrets.token_urlsafe(12),
        "refusal": refusal.message if refusal is not None else "",
        "differences": list(differences(practice, form)) if refusal is not None else [],
        "saved": "saved" in request.GET,
        "total": roubles(total(passport), get_language() or "ru"),
        "gaps": gaps_of(passport),
        "remarks": remarks_for(practice),
        "crumbs": crumbs(practice, _("Filling in")),
    }
    status = CONFLICT if refusal is not None else WRONG if form.errors else 200
    return render(request, "library/own/form.html", context, status=status)
