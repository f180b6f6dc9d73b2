"""The page on which a question from the hall is answered in writing."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.forum.views.desk.doors import done
from rost.live.actions.questions import write_answer
from rost.live.forms.desk import AnswerForm
from rost.live.queries.desk import today_in
from rost.live.queries.tasks import get_task_for, is_late

from .doors import WRONG, visitor_of


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, slug: str, question: UUID) -> HttpResponse:
    """For its owner, and for whoever keeps the hall; an answer can be mended later."""
    visitor = visitor_of(request)
    found = get_task_for(visitor, slug, question)
    if found is None:
        raise Http404
    edition = found.floor.session.edition
    form = AnswerForm(request.POST or None, initial={"answer": found.answer})
    if request.method == "POST" and done(
        form,
        lambda: write_answer(question=found, text=form.cleaned_data["answer"], now=visitor.now),
    ):
        messages.success(request, _("Published on the page of the session. Thank you."))
        return redirect("live:answer", slug, question)
    late = is_late(found, today_in(edition, visitor.now))
    context = {"form": form, "question": found, "edition": edition, "late": late}
    with timezone.override(edition.timezone):
        return render(
            request, "live/desk/answer.html", context, status=WRONG if form.errors else 200
        )
