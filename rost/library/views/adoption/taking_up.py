"""Taking a practice up."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.queries.places import get_place_for
from rost.directory.queries.visitors import local_day
from rost.library.actions.adoption import Adopted, AdoptedAlready
from rost.library.actions.adoption import adopt as take_up
from rost.library.forms.adoption import AdoptForm
from rost.library.models import Practice
from rost.library.queries.adoption.doors import may_adopt_for_others, own_reach
from rost.library.views.doors import CONFLICT, WRONG, visitor_of
from rost.ui.refusals import Refusal

from .doors import address_of, crumbs, practice_page

LONGEST_CODE = 8


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
@practice_page
def adopt(request: HttpRequest, practice: Practice) -> HttpResponse:
    """Whoever may not take anything up reads here who may."""
    visitor = visitor_of(request)
    day, own = local_day(visitor.now), own_reach(visitor)
    for_others = may_adopt_for_others(visitor)
    posted = request.method == "POST"
    code = request.GET.get("place", "")[:LONGEST_CODE]
    asked = get_place_for(visitor, code) if code.isascii() and code.isdigit() else None
    place = asked or (own[0] if own else None)
    initial = {"begins_on": day, "place": place if for_others or place is None else place.code}
    form = AdoptForm(
        request.POST if posted else None, day=day, own=own, for_others=for_others, initial=initial
    )
    status = 200
    if posted and (own or for_others):
        status = WRONG
        if form.is_valid():
            try:
                made = take_up(
                    practice=practice, visitor=visitor, what=Adopted(**form.cleaned_data)
                )
            except AdoptedAlready as refusal:
                messages.info(request, str(refusal.message))
                return redirect(address_of(refusal.adoption))
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
                status = CONFLICT
            else:
                messages.success(
                    request, _("The plan is made from the steps of the practice: make it yours.")
                )
                return redirect(address_of(made, "adoption_plan"))
    context = {
        "practice": practice,
        "form": form,
        "may": bool(own) or for_others,
        "crumbs": crumbs(practice, (_("Repeat it at home"), "")),
    }
    return render(request, "library/adoption/adopt.html", context, status=status)
