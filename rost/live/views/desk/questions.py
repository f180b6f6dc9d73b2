"""What the moderator does with one question; each is one tap where it can be."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.forum.views.desk.doors import done
from rost.live.actions import questions as actions
from rost.live.forms.desk import HidingForm, RedactionForm, WritingForm
from rost.live.models import HallQuestion
from rost.live.queries.desk import today_in
from rost.live.queries.doors import Hall
from rost.live.queries.tasks import possible_owners

from .doors import WRONG, back, floor_desk_page, of_question, page, visitor_of


@require_POST
@floor_desk_page
@of_question
def desk_question_state(request: HttpRequest, hall: Hall, question: HallQuestion) -> HttpResponse:
    if request.POST.get("to") == "live":
        actions.answered_live(question=question, now=visitor_of(request).now)
    elif request.POST.get("to") == "shown":
        actions.show(question=question)
    return back(hall, question)


@require_POST
@floor_desk_page
@of_question
def desk_shortlist(request: HttpRequest, hall: Hall, question: HallQuestion) -> HttpResponse:
    on = request.POST.get("on") == "1"
    actions.shortlist(question=question, on=on, now=visitor_of(request).now)
    return back(hall, question)


@require_POST
@floor_desk_page
@of_question
def desk_question_screen(request: HttpRequest, hall: Hall, question: HallQuestion) -> HttpResponse:
    if request.POST.get("on") == "1":
        actions.put_on_screen(question=question)
    else:
        actions.take_off_screen(floor=hall.floor)
    return back(hall, question)


@require_http_methods(["GET", "HEAD", "POST"])
@floor_desk_page
@of_question
def desk_hiding(request: HttpRequest, hall: Hall, question: HallQuestion) -> HttpResponse:
    form = HidingForm(request.POST or None, initial={"why": question.why_hidden})
    if request.method == "POST" and done(
        form, lambda: actions.hide(question=question, why=form.cleaned_data["why"])
    ):
        return back(hall)
    status = WRONG if request.method == "POST" else 200
    context = {"form": form, "question": question, "word": _("Hide the question")}
    return page(
        request, "question", hall.edition, _("Hide the question"), context, hall=hall, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@floor_desk_page
@of_question
def desk_redaction(request: HttpRequest, hall: Hall, question: HallQuestion) -> HttpResponse:
    form = RedactionForm(
        request.POST or None, initial={"text": question.text, "name": question.name}
    )
    now = visitor_of(request).now
    if request.method == "POST" and done(
        form, lambda: actions.redact(question=question, now=now, **form.cleaned_data)
    ):
        messages.success(request, _("Changed; the archive says that a moderator changed it."))
        return back(hall, question)
    status = WRONG if request.method == "POST" else 200
    context = {"form": form, "question": question, "word": _("Save")}
    return page(
        request, "question", hall.edition, _("Mend the question"), context, hall=hall, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@floor_desk_page
@of_question
def desk_writing(request: HttpRequest, hall: Hall, question: HallQuestion) -> HttpResponse:
    """Who answers in writing and by when; the first speaker and two weeks unless changed."""
    now = visitor_of(request).now
    people = possible_owners(hall.floor.session)
    me = visitor_of(request).person
    if me is not None and me not in people:
        people.append(me)
    usual = today_in(hall.edition, now) + actions.USUAL_TERM
    form = WritingForm(
        request.POST or None,
        people=people,
        initial=WritingForm.initial_of(question, people, usual),
    )
    if request.method == "POST" and done(
        form, lambda: actions.answer_later(question=question, now=now, **form.cleaned_data)
    ):
        messages.success(request, _("The question has an owner, who has been told."))
        return back(hall, question)
    status = WRONG if request.method == "POST" else 200
    context = {"form": form, "question": question, "word": _("Give the task")}
    title = _("Answer in writing")
    return page(request, "question", hall.edition, title, context, hall=hall, status=status)


@require_POST
@floor_desk_page
@of_question
def desk_device(request: HttpRequest, hall: Hall, question: HallQuestion) -> HttpResponse:
    """The telephone that sent this question is silenced, or may speak again."""
    if question.device is None:
        return back(hall)
    if request.POST.get("on") == "1":
        actions.let_speak(floor=hall.floor, device=question.device)
        messages.success(request, _("This telephone may ask and vote again."))
        return back(hall, question)
    why = _("Its telephone is silenced")
    actions.silence(floor=hall.floor, device=question.device, why=why, now=visitor_of(request).now)
    messages.success(request, _("The telephone is silenced; its open questions are hidden."))
    return back(hall)
