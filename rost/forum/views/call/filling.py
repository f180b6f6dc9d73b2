"""The form of a project: one page, a group of questions on a telephone's screen, saved all along.

The same address takes a saving by a button (a redirect follows) and one by the script, which asks
with `X-Saving` and gets a few facts back as JSON. What cannot be saved comes back as it was typed.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.catalogue.messages import roubles
from rost.core.language import time_text
from rost.core.passport import dump, missing, total
from rost.directory.queries.affiliations import affiliations_of
from rost.forum.actions.call import NotADraft, SavedElsewhere, save_draft
from rost.forum.forms.call import GROUPS, PassportForm
from rost.forum.messages.call import FIELD_NAMES, countdown
from rost.forum.models import Project, ProjectState
from rost.forum.queries.call import passport_of, stage_of
from rost.forum.queries.call.table import tracks_of
from rost.forum.rules.call import CallStage
from rost.forum.views.registration.doors import visitor_of

from .doors import CONFLICT, WRONG, person_of, project_crumbs, project_page

KEYS = [one.key for one in GROUPS]
SAVING = "X-Saving"  # how the script says that it is not a person who presses a button


@require_http_methods(["GET", "HEAD", "POST"])
@project_page
def project_form(request: HttpRequest, project: Project) -> HttpResponse:
    if request.method == "POST":
        return saved(request, project)
    if project.state != ProjectState.DRAFT:
        return redirect("forum:own_project", project.call.edition.slug, project.code)
    return page(request, project, form_of(request, project))


def form_of(request: HttpRequest, project: Project, sent: Any = None) -> PassportForm:
    """Organisations are the author's, whoever of the makers fills the form in."""
    day = visitor_of(request).now.astimezone(ZoneInfo(project.call.edition.timezone)).date()
    bodies = affiliations_of(project.author, day).organisations
    if project.organisation is not None and project.organisation not in bodies:
        bodies = (*bodies, project.organisation)
    return PassportForm(
        sent, project=project, tracks=tracks_of(project.call), organisations=bodies, day=day
    )


def saved(request: HttpRequest, project: Project) -> HttpResponse:
    form = form_of(request, project, request.POST)
    form.is_valid()
    try:
        project = save_draft(
            project=project,
            saved=form.saved,
            seen=number_of(request.POST.get("saving", "")),
            window=request.POST.get("window", "").replace("\0", ""),
            by=person_of(request),
            now=visitor_of(request).now,
        )
    except SavedElsewhere as refusal:
        if SAVING in request.headers:
            return JsonResponse({"state": "elsewhere"}, status=CONFLICT)
        return page(request, refusal.project, form, refusal=refusal)
    except NotADraft as refusal:
        if SAVING in request.headers:
            return JsonResponse({"state": "sent"}, status=CONFLICT)
        return page(request, project, form, refusal=refusal)
    if SAVING in request.headers:
        return JsonResponse(facts_of(project, form))
    if form.errors:
        return page(request, project, form)
    return onward(request, project)


def onward(request: HttpRequest, project: Project) -> HttpResponse:
    """Where the pressed button leads: another group, one more row, or the end of the form."""
    slug = project.call.edition.slug
    group = request.POST.get("to", "")
    if group not in KEYS:
        return redirect("forum:own_project", slug, project.code)
    path = reverse("forum:project_form", args=[slug, project.code])
    return redirect(f"{path}?saved={project.saving}#{group}")


def facts_of(project: Project, form: PassportForm) -> dict[str, Any]:
    """What the script shows: saved when, what money comes to, which answers were not taken."""
    passport, zone = passport_of(project), ZoneInfo(project.call.edition.timezone)
    return {
        "state": "saved",
        "saving": project.saving,
        "at": time_text(project.saved_at.astimezone(zone)),
        "total": roubles(total(passport), get_language() or "ru"),
        "missing": len(missing(passport)),
        "wrong": {name: " ".join(map(str, errors)) for name, errors in form.errors.items()},
    }


def number_of(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else -1


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that stands saved otherwise than it was typed here."""

    title: str | Promise
    there: str


def differences(project: Project, form: PassportForm) -> Iterator[Difference]:
    there, here = dump(passport_of(project)), dump(form.saved["passport"])
    for name, title in FIELD_NAMES.items():
        if there[name] != here[name]:
            yield Difference(title, as_text(name, there[name], project))


def as_text(name: str, value: Any, project: Project) -> str:
    if name == "territory":
        return str(project.municipality or "–")
    if isinstance(value, list):
        return "\n".join(
            "; ".join(str(part) for part in one.values() if part not in ("", None))
            if isinstance(one, dict)
            else str(one)
            for one in value
        )
    return str(value if value not in ("", None) else "–")


def page(
    request: HttpRequest,
    project: Project,
    form: PassportForm,
    refusal: SavedElsewhere | NotADraft | None = None,
) -> HttpResponse:
    """A conflict draws the saving that stands now: pressed again, it is this text that stays."""
    visitor, language = visitor_of(request), get_language() or "ru"
    call, passport = project.call, passport_of(project)
    wanted = missing(passport)
    context = {
        "edition": call.edition,
        "call": call,
        "project": project,
        "form": form,
        "groups": list(form.groups()),
        "window": secrets.token_urlsafe(12),
        "refusal": refusal.message if refusal is not None else "",
        "differences": list(differences(project, form)) if refusal is not None else [],
        "saved": "saved" in request.GET,
        "total": roubles(total(passport), language),
        "missing": [(anchor_of(name), FIELD_NAMES[name]) for name in wanted],
        "stage": (stage := stage_of(call, visitor.now)),
        "left": countdown(call.closes_at, visitor.now) if stage is CallStage.OPEN else "",
        "crumbs": project_crumbs(project, _("Filling in")),
    }
    status = CONFLICT if refusal is not None else WRONG if form.errors else 200
    return render(request, "forum/call/form.html", context, status=status)


def anchor_of(name: str) -> str:
    """The group that asks for it."""
    return next(one.key for one in GROUPS if name in (*one.fields, one.rows, *one.after))
