"""«Докладчик не приедет»: what becomes of each of their sessions, and the programme after it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.directory.models import Person
from rost.forum.actions import scheduling as actions
from rost.forum.forms.scheduling import DropoutForm
from rost.forum.models import Edition, Session, SolvingKind, SpeakerNeeds
from rost.forum.models.programme import State
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.scheduling.ground import now_for
from rost.forum.rules import EDIT_PROGRAMME
from rost.forum.views.desk.doors import done, now_of, visitor_of, with_right
from rost.ui.refusals import Refusal

from .doors import schedule_page

QUICK = 6  # seconds: people are standing in front of the hall


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def dropout(request: HttpRequest, edition: Edition, person: int) -> HttpResponse:
    who = get_object_or_404(Person, pk=person)
    needs = SpeakerNeeds.objects.filter(edition=edition, person=who).first()
    rows = _sessions(edition, who, now_of(request))
    if not rows and (needs is None or needs.dropped_at is None):
        raise Http404
    form = DropoutForm(request.POST or None, sessions=rows)
    outcomes: list[actions.Outcome] = []
    if request.method == "POST" and done(
        form,
        lambda: outcomes.append(
            actions.drop_out(
                edition=edition,
                person=who,
                choices=form.choices(),
                comes_at=form.cleaned_data["comes_at"],
                now=now_of(request),
            )
        ),
    ):
        return _after(request, edition, outcomes[0])
    begun = {one.pk for one, _others, has_begun in rows if has_begun}
    context = {
        "person": who,
        "form": form,
        "rows": [(one, field, one.pk in begun) for one, field in form.rows()],
        "needs": needs,
        "published": edition.published_id is not None,
    }
    under = (_("People of the programme"), reverse("forum:desk_people", args=[edition.slug]))
    title = _("%(name)s does not come") % {"name": who.full_name}
    status = 422 if form.errors else 200
    return schedule_page(request, "dropout", edition, title, context, under=under, status=status)


@require_POST
@with_right(EDIT_PROGRAMME)
def dropout_removal(request: HttpRequest, edition: Edition, person: int) -> HttpResponse:
    who = get_object_or_404(Person, pk=person)
    actions.comes_after_all(edition=edition, person=who)
    messages.success(
        request, _("The mark is taken back. Give the parts in sessions again by hand.")
    )
    return redirect("forum:desk_people", edition.slug)


def _sessions(edition: Edition, who: Person, now: datetime) -> list[tuple[Session, bool, bool]]:
    """Theirs that are not over, with whether others take part in it and whether it has begun.

    Of a forum that is over nothing has begun, as everywhere in the schedule.
    """
    rows = Session.objects.filter(edition=edition, contributions__person=who)
    rows = rows.exclude(state=State.CANCELLED).distinct().select_related("hall", "route")
    now = now_for(draft_programme(edition), now)
    return [
        (
            one,
            any(part.person_id != who.pk for part in one.contributions.all()),
            one.starts_at is not None and one.starts_at <= now,
        )
        for one in rows.prefetch_related("contributions")
        if one.starts_at is None or one.starts_at + timedelta(minutes=one.minutes) > now
    ]


def _after(request: HttpRequest, edition: Edition, outcome: actions.Outcome) -> HttpResponse:
    """With something to move the programme is solved at once; else the draft is to be approved."""
    if not outcome.later:
        messages.success(
            request, _("Done. The draft is changed; approve it, and those it touches are told.")
        )
        return redirect("forum:desk_approval", edition.slug)
    kind = SolvingKind.REPLAN if edition.published_id else SolvingKind.ANEW
    try:
        solving = actions.begin_solving(
            edition=edition,
            kind=kind,
            seconds=QUICK,
            by=visitor_of(request).person,
            language=get_language() or "ru",
            now=now_of(request),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect("forum:desk_schedule", edition.slug)
    return redirect("forum:solving", edition.slug, solving.pk)
