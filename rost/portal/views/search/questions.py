"""«Nothing found? Ask an expert»: the question, its page, and the experts' desk."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.catalogue.models import Card, SearchQuestion
from rost.catalogue.queries.search import Filters, search
from rost.directory.queries.days_off import term_of
from rost.directory.queries.places import label_of
from rost.directory.queries.visitors import local_day
from rost.directory.rules import Visitor
from rost.directory.views.permits import needs, person_of, visitor_of
from rost.portal.actions import questions as actions
from rost.portal.forms.search import AnswerForm, QuestionForm
from rost.portal.queries.search import questions
from rost.portal.queries.search.page import own_place
from rost.portal.rules import ANSWER_QUESTIONS, WORKING_DAYS
from rost.ui.refusals import Refusal

DRAFT = "portal.question"  # what a stranger has typed waits for them in their session
WRONG = 422
POINTED_AT = 8  # cards offered as answers
LONGEST_QUERY = 150


@require_http_methods(["GET", "HEAD", "POST"])
def new_question(request: HttpRequest) -> HttpResponse:
    """Anybody may write; sending asks to sign in and gives back what was typed."""
    if request.method == "POST":
        return send(request)
    typed = request.session.get(DRAFT, {})
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    initial = {"query": query, "text": query} | typed
    return question_page(request, QuestionForm(initial=initial), given_back=bool(typed))


def send(request: HttpRequest) -> HttpResponse:
    form, visitor = QuestionForm(request.POST), visitor_of(request)
    if not form.is_valid():
        return question_page(request, form, status=WRONG)
    if visitor.person is None:
        request.session[DRAFT] = form.cleaned_data
        return redirect_to_login(reverse("portal:new_question"))
    try:
        question = actions.ask(
            person=visitor.person,
            query=form.cleaned_data["query"],
            text=form.cleaned_data["text"],
            language=get_language() or "ru",
            now=visitor.now,
        )
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return question_page(request, form, status=WRONG)
    request.session.pop(DRAFT, None)
    messages.success(request, _("Your question is with the experts."))
    return redirect("portal:question", question.pk)


def question_page(
    request: HttpRequest, form: QuestionForm, *, status: int = 200, given_back: bool = False
) -> HttpResponse:
    now = visitor_of(request).now
    context = {
        "form": form,
        "given_back": given_back,
        "due_on": term_of(local_day(now), WORKING_DAYS),
        "days": WORKING_DAYS,
        "crumbs": [(_("Search"), reverse("portal:search")), (_("A question to the experts"), "")],
    }
    return render(request, "portal/search/new_question.html", context, status=status)


@require_safe
@login_required
def question(request: HttpRequest, number: int) -> HttpResponse:
    """One's own question and its answer."""
    found = questions.get_question_for(visitor_of(request), number)
    if found is None:
        raise Http404
    context = {
        "question": found,
        "late": questions.is_late(found, local_day(visitor_of(request).now)),
        "crumbs": [
            (_("My page"), reverse("portal:my_page")),
            (_("My questions"), reverse("portal:questions")),
            (_("Question"), ""),
        ],
    }
    return render(request, "portal/search/question.html", context)


@require_safe
@login_required
def own_questions(request: HttpRequest) -> HttpResponse:
    context = {
        "rows": questions.questions_of(person_of(request)),
        "day": local_day(visitor_of(request).now),
        "crumbs": [(_("My page"), reverse("portal:my_page")), (_("My questions"), "")],
    }
    return render(request, "portal/search/questions.html", context)


@require_safe
@needs(ANSWER_QUESTIONS)
def desk(request: HttpRequest) -> HttpResponse:
    context = {
        "waiting": questions.waiting(),
        "answered": questions.answered_lately(),
        "day": local_day(visitor_of(request).now),
        "crumbs": [(_("My page"), reverse("portal:my_page")), (_("Questions to the experts"), "")],
    }
    return render(request, "portal/search/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(ANSWER_QUESTIONS)
def task(request: HttpRequest, number: int) -> HttpResponse:
    """Answer in words, by a card found here, or both."""
    visitor = visitor_of(request)
    found = questions.get_task_for(visitor, number)
    if found is None:
        raise Http404
    words = request.GET.get("q", found.query or found.text).replace("\x00", "")[:LONGEST_QUERY]
    anybody = Visitor(None, (), visitor.now)  # what is pointed at must open for whoever asked
    hits = search(anybody, words, Filters(), per_page=POINTED_AT).hits
    form = AnswerForm(request.POST or None, cards=[offered(hit.card) for hit in hits])
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(
                question=found,
                by=person_of(request),
                text=form.cleaned_data["text"],
                card=chosen(form.cleaned_data["card"], [hit.card for hit in hits]),
                now=visitor.now,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            messages.success(request, _("The answer is sent to whoever asked."))
            return redirect("portal:questions_desk")
    context = task_context(found, form, words, visitor)
    return render(request, "portal/search/task.html", context, status=WRONG if form.errors else 200)


def task_context(
    found: SearchQuestion, form: AnswerForm, words: str, visitor: Visitor
) -> dict[str, object]:
    day = local_day(visitor.now)
    return {
        "question": found,
        "place": own_place(Visitor(found.person, (), visitor.now)),
        "form": form,
        "words": words,
        "late": questions.is_late(found, day),
        "crumbs": [
            (_("Questions to the experts"), reverse("portal:questions_desk")),
            (_("Question"), ""),
        ],
    }


def offered(card: Card) -> tuple[int, str]:
    place = label_of(card.municipality) if card.municipality is not None else ""
    return card.pk, f"{card.title} · {place}" if place else card.title


def chosen(number: int | None, cards: list[Card]) -> Card | None:
    return next((one for one in cards if one.pk == number), None)
