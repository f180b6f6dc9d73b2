"""Out of the library with a reason that everybody reads, and back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.library.actions.reviews import bring_back, withdraw
from rost.library.forms.reviews import WithdrawalForm
from rost.library.models import Practice, PracticeState
from rost.library.queries.practices import is_author
from rost.library.queries.reviews.doors import get_withdrawn_for, may_bring_back
from rost.library.views.doors import LARGEST_NUMBER, WRONG, person_of, visitor_of
from rost.ui.refusals import Refusal


def found(request: HttpRequest, number: int) -> Practice:
    known = number <= LARGEST_NUMBER
    practice = get_withdrawn_for(visitor_of(request), number) if known else None
    if practice is None:
        raise Http404
    return practice


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def withdrawal(request: HttpRequest, number: int) -> HttpResponse:
    """Authors for their own reason; keepers also say on what basis."""
    practice = found(request, number)
    if practice.state == PracticeState.WITHDRAWN:
        return redirect("library:practice", practice.pk)
    person, by_author = person_of(request), is_author(person_of(request), practice)
    form = WithdrawalForm(request.POST or None, by_author=by_author)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw(
                practice=practice,
                by=person,
                by_author=by_author,
                reason=form.cleaned_data["reason"],
                basis=form.cleaned_data.get("basis", ""),
                now=visitor_of(request).now,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("Withdrawn: its title, the day and the reason stay."))
            return redirect("library:practice", practice.pk)
    context = {
        "practice": practice,
        "form": form,
        "by_author": by_author,
        "crumbs": [(practice.title, reverse("library:practice", args=[practice.pk]))],
    }
    status = WRONG if form.errors else 200
    return render(request, "library/review/withdrawal.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def returning(request: HttpRequest, number: int) -> HttpResponse:
    """What a keeper withdrew, a keeper brings back."""
    practice = found(request, number)
    if request.method == "POST":
        if not may_bring_back(visitor_of(request), practice):
            raise Http404
        try:
            bring_back(practice=practice, by=person_of(request), now=visitor_of(request).now)
            messages.success(request, _("The practice stands in the library again."))
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
    return redirect("library:practice", practice.pk)
