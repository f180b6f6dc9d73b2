"""The organiser's desk: what needs you today; and the levels of the rules."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.forum.actions.editions import set_rule_levels
from rost.forum.forms.desk import LevelsForm
from rost.forum.messages.findings import LEVEL_NAMES
from rost.forum.models import Edition
from rost.forum.queries.commitments import needs_of
from rost.forum.queries.findings import levels_of
from rost.forum.queries.held import held_of
from rost.forum.queries.today import today_of
from rost.forum.rules import EDIT_EDITION, SEE_DRAFT

from .doors import done, now_of, page, with_right


@require_safe
@with_right(SEE_DRAFT)
def edition_desk(request: HttpRequest, edition: Edition) -> HttpResponse:
    today = today_of(edition, now_of(request))
    counts = [
        (str(level), LEVEL_NAMES[level], count) for level, count in today.findings.items() if count
    ]
    now = now_of(request)
    context = {
        "today": today,
        "counts": counts,
        "held": held_of(edition, now),
        "promises": needs_of(edition, now),
        "over": timezone.localdate(now) > edition.ends_on,
    }
    return page(request, "home", edition, _("Desk"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_EDITION)
def rules(request: HttpRequest, edition: Edition) -> HttpResponse:
    """How strictly this forum takes each rule of its programme."""
    form = LevelsForm(request.POST or None, levels=levels_of(edition))
    if request.method == "POST" and done(
        form, lambda: set_rule_levels(edition=edition, levels=form.levels())
    ):
        messages.success(request, _("Saved. The warnings are already computed anew."))
        return redirect("forum:desk_rules", edition.slug)
    status = 422 if form.errors else 200
    title = _("Rules of the programme")
    return page(request, "rules", edition, title, {"form": form}, status=status)
