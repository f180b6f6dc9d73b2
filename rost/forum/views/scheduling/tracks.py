"""Tracks alike, and what a whole track would rather avoid."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rost.forum.actions import scheduling as actions
from rost.forum.forms.scheduling import PenaltyForm, SimilarForm
from rost.forum.models import Edition, Penalty, SimilarTracks, Track
from rost.forum.rules import EDIT_PROGRAMME
from rost.forum.views.desk.doors import back_unless_posted, done, with_right

from .doors import schedule_page
from .sessions import open_halls


@require_safe
@with_right(EDIT_PROGRAMME)
def tracks(request: HttpRequest, edition: Edition) -> HttpResponse:
    return _page(request, edition)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:schedule_tracks")
def similar_new(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = SimilarForm(request.POST, tracks=edition.tracks.all())
    if done(form, lambda: actions.set_similar(**form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_tracks", edition.slug)
    return _page(request, edition, similar=form)


@require_POST
@with_right(EDIT_PROGRAMME)
def similar_removal(request: HttpRequest, edition: Edition, pair: int) -> HttpResponse:
    one = get_object_or_404(SimilarTracks, first__edition=edition, pk=pair)
    actions.remove_similar(pair=one)
    messages.success(request, _("Removed."))
    return redirect("forum:schedule_tracks", edition.slug)


@with_right(EDIT_PROGRAMME)
@back_unless_posted("forum:schedule_tracks")
def track_penalty(request: HttpRequest, edition: Edition, track: int) -> HttpResponse:
    row = get_object_or_404(Track, edition=edition, pk=track)
    form = PenaltyForm(request.POST, halls=open_halls(edition))
    if done(form, lambda: actions.add_penalty(edition=edition, track=row, **form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_tracks", edition.slug)
    return _page(request, edition, penalty=form, of=row)


def _page(
    request: HttpRequest,
    edition: Edition,
    *,
    similar: SimilarForm | None = None,
    penalty: PenaltyForm | None = None,
    of: Track | None = None,
) -> HttpResponse:
    rows = list(edition.tracks.all())
    penalties: dict[int, list[Penalty]] = {one.pk: [] for one in rows}
    for one in Penalty.objects.filter(edition=edition, track__isnull=False).select_related("hall"):
        penalties[one.track_id or 0].append(one)
    asked = str(of.pk) if of is not None else request.GET.get("track", "")
    context = {
        "rows": [(one, penalties[one.pk], str(one.pk) == asked) for one in rows],
        "similar_form": similar or SimilarForm(tracks=edition.tracks.all()),
        "penalty_form": penalty or PenaltyForm(halls=open_halls(edition)),
        "pairs": SimilarTracks.objects.filter(first__edition=edition).select_related(
            "first", "second"
        ),
    }
    wrong = any(form is not None and form.errors for form in (similar, penalty))
    title = _("Tracks in the schedule")
    status = 422 if wrong else 200
    return schedule_page(request, "tracks", edition, title, context, status=status)
