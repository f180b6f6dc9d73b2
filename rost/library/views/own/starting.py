"""Three answers on a telephone, and a draft is there."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.queries.affiliations import affiliations_of
from rost.directory.queries.visitors import local_day
from rost.library.actions.own.starting import start_practice
from rost.library.forms.own import QuickForm
from rost.library.views.doors import CONFLICT, WRONG, person_of, visitor_of
from rost.ui.refusals import Refusal


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def practice_new(request: HttpRequest) -> HttpResponse:
    person, now = person_of(request), visitor_of(request).now
    places = affiliations_of(person, local_day(now)).places
    form = QuickForm(
        request.POST if request.method == "POST" else None, places=places, day=local_day(now)
    )
    status = 200
    if form.is_valid():
        try:
            practice = start_practice(
                author=person,
                problem=form.cleaned_data["problem"],
                solution=form.cleaned_data["solution"],
                outcome=form.cleaned_data["outcome"],
                municipality=form.municipality,
                language=get_language() or "ru",
                now=now,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
            status = CONFLICT
        else:
            messages.success(request, _("The draft is there. Nobody but you sees it."))
            return redirect("library:draft", practice.pk)
    elif form.errors:
        status = WRONG
    context = {
        "form": form,
        "place": places[0] if len(places) == 1 else None,
        "crumbs": [(_("Practices"), reverse("library:practices")), (_("New practice"), "")],
    }
    return render(request, "library/own/quick.html", context, status=status)
