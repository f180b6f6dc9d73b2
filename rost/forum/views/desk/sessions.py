"""Sessions: the list, a new one, what it is, its materials."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.actions import programme as actions
from rost.forum.forms.desk import MaterialForm, SessionForm, keep_unique
from rost.forum.models import CommitmentKind, Edition, Material, Session
from rost.forum.models.programme import Form, State
from rost.forum.queries.draft import material_url
from rost.forum.queries.sessions import Filter, sessions_of
from rost.forum.rules import EDIT_PROGRAMME
from rost.ui.refusals import Refusal

from .doors import (
    back_unless_posted,
    done,
    form_page,
    now_of,
    page,
    parse_seen,
    seen_of,
    with_right,
)

FACTS = tuple(name for name in SessionForm.base_fields if name not in {"seen", "guid"})


@require_safe
@with_right(EDIT_PROGRAMME)
def sessions(request: HttpRequest, edition: Edition) -> HttpResponse:
    tracks = list(edition.tracks.all())
    wanted = Filter(
        words=request.GET.get("words", "")[:100],
        state=_chosen(request, "state", State.values),
        form=_chosen(request, "form", Form.values),
        track=_chosen(request, "track", [track.slug for track in tracks]),
    )
    context = {
        "sessions": sessions_of(edition, wanted),
        "wanted": wanted,
        "states": State.choices,
        "forms": Form.choices,
        "tracks": tracks,
    }
    return page(request, "sessions", edition, _("Programme sessions"), context)


def _chosen(request: HttpRequest, name: str, known: Collection[str]) -> str:
    value = request.GET.get(name, "")
    return value if value in known else ""


def _under(edition: Edition) -> tuple[str, str]:
    return _("Programme sessions"), reverse("forum:desk_sessions", args=[edition.slug])


def session_row(edition: Edition, code: str) -> Session:
    rows = Session.objects.select_related("edition", "hall", "route", "track")
    return get_object_or_404(rows, edition=edition, code=code)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def session_new(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = SessionForm(request.POST or None, initial={"guid": uuid4()}, edition=edition)
    made: list[Session] = []

    def add() -> None:
        facts = {name: form.cleaned_data[name] for name in FACTS}
        guid = form.cleaned_data["guid"] or uuid4()
        made.extend(Session.objects.filter(edition=edition, guid=guid))  # the form sent twice
        if not made:
            made.append(
                actions.add_session(edition=edition, now=now_of(request), guid=guid, **facts)
            )

    if request.method == "POST" and done(form, add):
        messages.success(request, _("The session is added. Now its people and its place."))
        return redirect("forum:desk_session", edition.slug, made[0].code)
    return form_page(request, edition, _("New session"), form, under=_under(edition))


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def session(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    row = session_row(edition, code)
    initial = {name: getattr(row, name) for name in FACTS} | {"seen": row.changed_at.isoformat()}
    form = SessionForm(request.POST or None, initial=initial, edition=edition)

    def change() -> None:
        facts: Any = {name: form.cleaned_data[name] for name in FACTS}
        actions.change_session(session=row, now=now_of(request), seen=seen_of(form), **facts)

    if request.method == "POST" and done(form, change):
        messages.success(request, _("Saved."))
        return redirect("forum:desk_session", edition.slug, row.code)
    return session_page(request, edition, row, form, MaterialForm())


def session_page(
    request: HttpRequest,
    edition: Edition,
    row: Session,
    form: forms.Form,
    material_form: forms.Form,
) -> HttpResponse:
    materials = [
        (one, material_url(edition, one)) for one in row.materials.filter(removed_at__isnull=True)
    ]
    context = {
        "session": row,
        "form": form,
        "material_form": material_form,
        "materials": materials,
        "promised": row.commitments.filter(kind=CommitmentKind.MATERIALS).select_related(
            "material"
        ),
        "contributions": row.contributions.select_related("person", "territory__parent"),
        "seen": row.changed_at.isoformat(),
    }
    status = 422 if form.errors or material_form.errors else 200
    return page(
        request, "session", edition, row.title, context, under=_under(edition), status=status
    )


@require_POST
@with_right(EDIT_PROGRAMME)
def session_removal(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """A session nobody knows of goes; one that was approved is cancelled and stays visible."""
    row = session_row(edition, code)
    try:
        actions.remove_session(
            session=row, now=now_of(request), seen=parse_seen(request.POST.get("seen", ""))
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect("forum:desk_session", edition.slug, row.code)
    if Session.objects.filter(edition=edition, code=code).exists():
        messages.success(
            request, _("The session is cancelled. It stays in the programme, marked so.")
        )
    else:
        messages.success(request, _("The session is removed."))
    return redirect("forum:desk_sessions", edition.slug)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:desk_session", "code")
def material_new(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    row = session_row(edition, code)
    form = MaterialForm(request.POST, request.FILES)
    shown = row.materials.filter(removed_at__isnull=True)
    keep_unique(form, shown.values_list("title", flat=True))
    if done(
        form, lambda: actions.add_material(session=row, now=now_of(request), **form.cleaned_data)
    ):
        messages.success(request, _("The material is added."))
        return redirect("forum:desk_session", edition.slug, row.code)
    initial = {name: getattr(row, name) for name in FACTS} | {"seen": row.changed_at.isoformat()}
    return session_page(request, edition, row, SessionForm(initial=initial, edition=edition), form)


@require_POST
@with_right(EDIT_PROGRAMME)
def material_removal(
    request: HttpRequest, edition: Edition, code: str, material: int
) -> HttpResponse:
    row = session_row(edition, code)
    one = get_object_or_404(Material, session=row, pk=material, removed_at__isnull=True)
    actions.remove_material(material=one, now=now_of(request))
    messages.success(request, _("The material is taken off."))
    return redirect("forum:desk_session", edition.slug, row.code)
