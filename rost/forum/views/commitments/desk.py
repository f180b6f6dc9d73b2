"""The desk of commitments: what waits, the list, one of them with everything to be done."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.directory.models import Person
from rost.forum.actions import commitments as actions
from rost.forum.actions.commitments.answering import proposal_mark
from rost.forum.forms.commitments import BasisForm, CarryForm, CommitmentForm
from rost.forum.messages.commitments import OUTCOMES, standing_text, standing_tone
from rost.forum.models import Commitment, Edition, Session
from rost.forum.queries.commitments import (
    Filter,
    Row,
    account_of,
    confirmers_of,
    desk_rows,
    needs_of,
    previous_edition,
)
from rost.forum.queries.commitments.listing import came_to, sessions_for
from rost.forum.views.desk.doors import done as filled
from rost.forum.views.desk.doors import now_of

from .doors import VIEW, day_in, keeper_of_one, keeper_page, note_access, page

STATES = ("unasked", "proposed", "noted", "refused", "open", "late", "kept", "kept_late", "dropped")


def filter_of(request: HttpRequest) -> Filter:
    given = {
        name: request.GET.get(name, "")[:100]
        for name in ("state", "track", "district", "session", "words")
    }
    return Filter(**given)


def state_choices() -> list[tuple[str, Any]]:
    return [
        ("unasked", _("Nobody is asked yet")),
        ("proposed", _("Another wording is proposed")),
        ("noted", _("Noted, not confirmed yet")),
        ("refused", _("Not confirmed by the one named")),
        *((str(one), text) for one, text in OUTCOMES.items()),
    ]


@require_safe
@keeper_page
def commitments_desk(request: HttpRequest, edition: Edition) -> HttpResponse:
    now, wanted = now_of(request), filter_of(request)
    rows = desk_rows(edition, wanted, now)
    earlier = previous_edition(edition)
    note_access(request, edition, VIEW, len(rows))
    context = {
        "rows": [worded(row) for row in rows],
        "wanted": wanted,
        "filtered": wanted != Filter(),
        "needs": needs_of(edition, now),
        "tracks": edition.tracks.all(),
        "states": state_choices(),
        "account": account_of(edition, now),
        "earlier": account_of(earlier, now) if earlier is not None else None,
        "carried": edition.carried.select_related("edition", "report_at").order_by("edition", "pk"),
    }
    return page(request, edition, "desk", _("Commitments"), context)


def worded(row: Row) -> tuple[Row, str, str]:
    one = row.commitment
    return row, standing_text(one, row.outcome), standing_tone(one, row.outcome)


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_of_one
def commitment_desk(request: HttpRequest, edition: Edition, row: Commitment) -> HttpResponse:
    form = CommitmentForm(
        request.POST or None,
        initial=facts_of(row),
        sessions=sessions_for(edition),
        people=people_of(edition),
        day=day_in(edition, request),
    )
    if request.method == "POST" and filled(
        form,
        lambda: actions.change(
            commitment=row, entry=entry_of(edition, row, form.cleaned_data), now=now_of(request)
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:commitment_desk", edition.slug, row.number)
    status = 422 if form.errors else 200
    return one_page(request, edition, row, form=form, status=status)


def one_page(
    request: HttpRequest,
    edition: Edition,
    row: Commitment,
    *,
    form: CommitmentForm,
    basis: BasisForm | None = None,
    status: int = 200,
) -> HttpResponse:
    came = came_to(row, day_in(edition, request))
    context = {
        "row": row,
        "seen": proposal_mark(row),
        "standing": standing_text(row, came),
        "tone": standing_tone(row, came),
        "late": came == "late",
        "form": form,
        "confirmers": confirmers_of(row, day_in(edition, request)),
        "basis": basis or BasisForm(),
        "reminders": row.reminders.all(),
        "carry": CarryForm(offered=offered_forums(row)) if offered_forums(row) else None,
    }
    note_access(request, edition, VIEW, 1)
    title = _("Commitment № %(number)s") % {"number": row.number}
    return page(request, edition, "one", title, context, status=status)


def facts_of(row: Commitment) -> dict[str, Any]:
    names = ("text", "promiser", "person", "municipality", "organisation", "due_on")
    known = {name: getattr(row, name) for name in (*names, "kind", "indicator", "evidence_wanted")}
    return known | {"session": row.session.code if row.session else ""}


def entry_of(edition: Edition, row: Commitment, data: dict[str, Any]) -> actions.Entry:
    facts = dict(data)
    facts["session"] = Session.objects.filter(edition=edition, code=data["session"]).first()
    facts["kind"] = data["kind"] or row.kind
    return actions.Entry(guid=row.guid, **facts)


def people_of(edition: Edition):  # type: ignore[no-untyped-def]
    """Whom the secretary may name: speakers and participants of this forum."""
    return Person.objects.filter(
        Q(contributions__session__edition=edition) | Q(registrations__edition=edition)
    ).distinct()


def offered_forums(row: Commitment) -> list[tuple[str, str]]:
    """Later forums of the same organisers, and the sessions of each."""
    later = Edition.objects.filter(
        starts_on__gt=row.edition.starts_on, organisers__in=row.edition.organisers.all()
    )
    offered = []
    for one in later.distinct().order_by("starts_on", "pk")[:3]:
        year = one.starts_on.year
        offered.append((str(one.pk), _("%(name)s, %(year)s") % {"name": one.name, "year": year}))
        for session in sessions_for(one):
            offered.append((f"{one.pk}:{session.code}", f"{year}: {session.title}"))
    return offered
