"""What each session needs: one table with filters, and one session at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.actions import scheduling as actions
from rost.forum.forms.scheduling import NeedsForm, OrderForm, PenaltyForm
from rost.forum.models import Edition, Hall, Penalty, Session, SessionNeeds, SessionOrder
from rost.forum.models.programme import Form, State
from rost.forum.queries.scheduling.table import Wanted, needs_table
from rost.forum.rules import EDIT_PROGRAMME
from rost.forum.views.desk.doors import back_unless_posted, done, with_right
from rost.forum.views.desk.sessions import session_row

from .doors import schedule_page


@require_safe
@with_right(EDIT_PROGRAMME)
def sessions(request: HttpRequest, edition: Edition) -> HttpResponse:
    tracks = list(edition.tracks.all())
    track, need = request.GET.get("track", ""), request.GET.get("need", "")
    wanted = Wanted(
        words=request.GET.get("words", "")[:100],
        track=track if track in {one.slug for one in tracks} else "",
        need=need if need in ("any", "stays", "wished", "bare") else "",
    )
    context = {
        "rows": needs_table(edition, wanted),
        "wanted": wanted,
        "tracks": tracks,
        "needs": (
            ("", _("All")),
            ("any", _("With needs of their own")),
            ("stays", _("That stay in place")),
            ("wished", _("Wished for")),
            ("bare", _("Without any need")),
        ),
    }
    return schedule_page(request, "sessions", edition, _("Needs of sessions"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def session(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    row = session_row(edition, code)
    form = _needs_form(row, request.POST or None)
    if request.method == "POST" and done(
        form, lambda: actions.set_session_needs(session=row, **form.cleaned_data)
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_session", edition.slug, code)
    return _page(request, edition, row, form=form)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:schedule_session", "code")
def session_penalty(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    row = session_row(edition, code)
    form = PenaltyForm(request.POST, halls=open_halls(edition))
    if done(
        form,
        lambda: actions.add_penalty(edition=edition, session=row, **form.cleaned_data),
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_session", edition.slug, code)
    return _page(request, edition, row, penalty=form)


@require_POST
@with_right(EDIT_PROGRAMME)
def penalty_removal(request: HttpRequest, edition: Edition, penalty: int) -> HttpResponse:
    one = get_object_or_404(Penalty, edition=edition, pk=penalty)
    back = one.session
    actions.remove_penalty(penalty=one)
    messages.success(request, _("Removed."))
    if back is not None:
        return redirect("forum:schedule_session", edition.slug, back.code)
    return redirect("forum:schedule_tracks", edition.slug)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:schedule_session", "code")
def order_new(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    row = session_row(edition, code)
    form = OrderForm(request.POST, sessions=_others(edition, row))
    if done(form, lambda: actions.set_order(then=row, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_session", edition.slug, code)
    return _page(request, edition, row, order=form)


@require_POST
@with_right(EDIT_PROGRAMME)
def order_removal(request: HttpRequest, edition: Edition, order: int) -> HttpResponse:
    rows = SessionOrder.objects.select_related("then")
    one = get_object_or_404(rows, first__edition=edition, pk=order)
    actions.remove_order(order=one)
    messages.success(request, _("Removed."))
    return redirect("forum:schedule_session", edition.slug, one.then.code)


def open_halls(edition: Edition) -> Any:
    return Hall.objects.filter(edition=edition, closed_at__isnull=True)


def _others(edition: Edition, row: Session) -> Any:
    rows = Session.objects.filter(edition=edition).exclude(form=Form.BREAK)
    return rows.exclude(state=State.CANCELLED).exclude(pk=row.pk).order_by("title")


def _needs_form(row: Session, data: Any = None) -> NeedsForm:
    needs = SessionNeeds.objects.filter(session=row).first() or SessionNeeds(session=row)
    initial = {name: getattr(needs, name) for name in NeedsForm.base_fields}
    return NeedsForm(data, initial=initial)


def _page(
    request: HttpRequest,
    edition: Edition,
    row: Session,
    *,
    form: NeedsForm | None = None,
    penalty: PenaltyForm | None = None,
    order: OrderForm | None = None,
) -> HttpResponse:
    context = {
        "session": row,
        "form": form or _needs_form(row),
        "penalty_form": penalty or PenaltyForm(halls=open_halls(edition)),
        "order_form": order or OrderForm(sessions=_others(edition, row)),
        "penalties": Penalty.objects.filter(session=row).select_related("hall"),
        "orders": SessionOrder.objects.filter(then=row).select_related("first"),
        "following": SessionOrder.objects.filter(first=row).select_related("then"),
    }
    under = (_("Needs of sessions"), reverse("forum:schedule_sessions", args=[edition.slug]))
    wrong = any(one is not None and one.errors for one in (form, penalty, order))
    status = 422 if wrong else 200
    return schedule_page(
        request, "session", edition, row.title, context, under=under, status=status
    )
