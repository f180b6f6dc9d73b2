"""The tab «Расписание»: what is known, what stands in the way, the computations; and the rules."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.forum.actions.scheduling import set_rules
from rost.forum.forms.scheduling import RulesForm, SolvingForm
from rost.forum.messages.scheduling import Names, unplaceable_text
from rost.forum.models import Edition
from rost.forum.queries.scheduling.ground import rules_of
from rost.forum.queries.scheduling.problem import asked_of
from rost.forum.queries.scheduling.solvings import solvings_of, under_way
from rost.forum.queries.scheduling.wishes import wishers
from rost.forum.rules import EDIT_PROGRAMME, SOLVE_PROGRAMME
from rost.forum.rules.scheduling import TICK, weights_with
from rost.forum.views.desk.doors import done, now_of, with_right

from .doors import schedule_page

SHOWN = 20


@require_safe
@with_right(SOLVE_PROGRAMME)
def schedule(request: HttpRequest, edition: Edition) -> HttpResponse:
    return overview(request, edition)


def overview(
    request: HttpRequest,
    edition: Edition,
    *,
    form: SolvingForm | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    asked = asked_of(edition, now=now_of(request))
    names = Names.of(asked.programme, asked.clock)
    standing = sum(code in asked.hint for code in (one.key for one in asked.problem.items))
    context = {
        "form": form or SolvingForm(),
        "replan_form": SolvingForm(initial={"kind": "replan", "seconds": 10}, auto_id="replan_%s"),
        "refusal": refusal,
        "items": len(asked.problem.items),
        "standing": standing,
        "halls": len(asked.programme.halls),
        "people": len(asked.problem.people),
        "wishers": wishers(edition),
        "pairs": len(asked.problem.apart),
        "aside": [names.session(code) for code in asked.aside],
        "unplaceable": [(one, unplaceable_text(one, names)) for one in asked.unplaceable],
        "no_days": not asked.problem.stretches,
        "running": under_way(edition),
        "solvings": solvings_of(edition)[:SHOWN],
        "published": edition.published_id is not None,
    }
    return schedule_page(request, "overview", edition, _("Schedule"), context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_right(EDIT_PROGRAMME)
def rules(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What weighs how much, the grid, when wishes are taken."""
    row = rules_of(edition)
    initial = {
        "tick_minutes": row.tick_minutes or TICK,
        "change_minutes": row.change_minutes,
        "longest_day": row.longest_day,
        "wishes_open_at": row.wishes_open_at,
        "wishes_close_at": row.wishes_close_at,
    }
    form = RulesForm(request.POST or None, initial=initial, weights=weights_with(row.weights))
    if request.method == "POST" and done(form, lambda: set_rules(edition=edition, **form.facts())):
        messages.success(request, _("Saved."))
        return redirect("forum:schedule_rules", edition.slug)
    status = 422 if form.errors else 200
    return schedule_page(
        request, "rules", edition, _("What weighs how much"), {"form": form}, status=status
    )
