"""When halls cannot be used, and what they have."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.forum.actions import scheduling as actions
from rost.forum.forms.scheduling import ClosureForm
from rost.forum.models import Edition, HallClosure
from rost.forum.rules import EDIT_PROGRAMME
from rost.forum.views.desk.doors import done, with_right

from .doors import schedule_page
from .sessions import open_halls


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def halls(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = ClosureForm(request.POST or None, halls=open_halls(edition))
    if request.method == "POST" and done(form, lambda: actions.close_hall(**form.cleaned_data)):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_halls", edition.slug)
    context = {
        "form": form,
        "halls": open_halls(edition),
        "closures": HallClosure.objects.filter(hall__edition=edition).select_related("hall"),
    }
    status = 422 if form.errors else 200
    return schedule_page(
        request, "halls", edition, _("Halls in the schedule"), context, status=status
    )


@require_POST
@with_right(EDIT_PROGRAMME)
def closure_removal(request: HttpRequest, edition: Edition, closure: int) -> HttpResponse:
    one = get_object_or_404(HallClosure, hall__edition=edition, pk=closure)
    actions.remove_closure(closure=one)
    messages.success(request, _("Removed."))
    return redirect("forum:schedule_halls", edition.slug)
