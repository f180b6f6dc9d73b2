"""Speakers: who takes part from afar, in which hours, how long a day may be."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.directory.models import Person
from rost.forum.actions import scheduling as actions
from rost.forum.forms.scheduling import SpeakerForm
from rost.forum.forms.scheduling.needs import ZONES
from rost.forum.models import Edition, SpeakerNeeds
from rost.forum.queries.sessions import Participant, participants_of
from rost.forum.rules import EDIT_PROGRAMME
from rost.forum.views.desk.doors import done, with_right
from rost.forum.views.desk.people import record_people

from .doors import schedule_page


@require_safe
@with_right(EDIT_PROGRAMME)
def speakers(request: HttpRequest, edition: Edition) -> HttpResponse:
    needs = {one.person_id: one for one in SpeakerNeeds.objects.filter(edition=edition)}
    people = participants_of(edition)
    record_people(request, "forum.people", len(people), edition.slug)
    zones = dict(ZONES)

    def row(one: Participant) -> tuple[Participant, SpeakerNeeds | None, object]:
        own = needs.get(one.person.pk)
        zone = own.timezone if own is not None else ""
        return one, own, zones.get(zone, zone)

    context = {"rows": [row(one) for one in people]}
    return schedule_page(request, "speakers", edition, _("Speakers in the schedule"), context)


def speaker_of(edition: Edition, person: int) -> Person:
    """Somebody with a part in this forum."""
    rows = Person.objects.filter(contributions__session__edition=edition)
    return get_object_or_404(rows.annotate(parts=Count("pk")).distinct(), pk=person)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def speaker(request: HttpRequest, edition: Edition, person: int) -> HttpResponse:
    who = speaker_of(edition, person)
    needs = SpeakerNeeds.objects.filter(edition=edition, person=who).first() or SpeakerNeeds()
    initial = {name: getattr(needs, name) for name in SpeakerForm.base_fields}
    form = SpeakerForm(request.POST or None, initial=initial, zones=[needs.timezone])
    if request.method == "POST" and done(
        form,
        lambda: actions.set_speaker_needs(edition=edition, person=who, facts=form.cleaned_data),
    ):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_speakers", edition.slug)
    context = {"form": form, "person": who, "needs": needs}
    under = (_("Speakers in the schedule"), reverse("forum:schedule_speakers", args=[edition.slug]))
    status = 422 if form.errors else 200
    return schedule_page(
        request, "speaker", edition, who.full_name, context, under=under, status=status
    )
