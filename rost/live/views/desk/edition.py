"""The halls of an edition: which sessions have one, what goes on, which answers are owed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.models import Edition, Session
from rost.forum.models.programme import Form
from rost.forum.views.desk.doors import done
from rost.live.actions.floors import open_floors, set_hall_rules
from rost.live.forms.desk import HallRulesForm
from rost.live.queries.desk import edition_desk, sessions_without_floor, today_in
from rost.live.queries.doors import rules_of
from rost.live.queries.tasks import answers_of, is_late

from .doors import WRONG, edition_desk_page, keepers_only, page, visitor_of


@require_safe
@edition_desk_page
def desk_hall(request: HttpRequest, edition: Edition, own: set[str] | None) -> HttpResponse:
    """Of the whole forum; for a moderator by the programme, of the sessions they moderate."""
    now = visitor_of(request).now
    found = edition_desk(edition, now, only=own)
    today = today_in(edition, now)
    owed = answers_of(edition) if own is None else []
    context = {
        "desk": found,
        "forms": [(form, Form(form).label, number) for form, number in found.forms if number],
        "answers": [(one, is_late(one, today)) for one in owed],
    }
    return page(request, "desk_hall", edition, _("Hall"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@edition_desk_page
@keepers_only
def desk_hall_rules(request: HttpRequest, edition: Edition) -> HttpResponse:
    form = HallRulesForm.of(rules_of(edition), request.POST or None)
    if request.method == "POST" and done(
        form, lambda: set_hall_rules(edition=edition, **form.cleaned_data)
    ):
        messages.success(request, _("Saved: halls opened from now on begin so."))
        return redirect("live:desk_hall", edition.slug)
    status = WRONG if form.errors else 200
    return page(request, "form", edition, _("How halls begin"), {"form": form}, status=status)


@require_POST
@edition_desk_page
@keepers_only
def desk_floors(request: HttpRequest, edition: Edition) -> HttpResponse:
    """A hall for every session of the ticked forms, or for one session by its code."""
    code = request.POST.get("code", "").replace("\0", "")
    if code:
        sessions = list(Session.objects.filter(edition=edition, code=code))
    else:
        sessions = sessions_without_floor(edition, set(request.POST.getlist("form")))
    made = open_floors(edition=edition, sessions=sessions)
    if made:
        said = ngettext(
            "%(number)s session has a hall now.", "%(number)s sessions have a hall now.", made
        )
        messages.success(request, said % {"number": made})
    else:
        messages.warning(request, _("Nothing was chosen, or all of them have a hall already."))
    return redirect("live:desk_hall", edition.slug)
