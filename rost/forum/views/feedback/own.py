"""One tap about a session or the forum, then words; changing and taking back."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rost.forum.actions.feedback import OnlyParticipants, give_mark, take_back, write_words
from rost.forum.forms.feedback import MarkForm, WordsForm
from rost.forum.messages.feedback import FORUM_AS_A_WHOLE, MARK_WORDS
from rost.forum.models import Edition, Registration, Session
from rost.forum.queries.feedback import answer_of, asked, may_answer, unanswered
from rost.forum.queries.registration import registration_of
from rost.forum.rules.feedback import MARKS
from rost.forum.views.registration.doors import crumbs, participant_page, visitor_of
from rost.ui.refusals import Refusal

CONFLICT, WRONG = 409, 422
Act = Callable[[Registration], object]


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def feedback(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The forum as a whole, and one's sessions still without an answer."""
    return tap_or_page(request, edition, None)


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def session_feedback(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    return tap_or_page(request, edition, session_of(edition, code))


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def feedback_words(request: HttpRequest, edition: Edition) -> HttpResponse:
    return words(request, edition, None)


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def session_feedback_words(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    return words(request, edition, session_of(edition, code))


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def feedback_removal(request: HttpRequest, edition: Edition) -> HttpResponse:
    return removal(request, edition, None)


@require_http_methods(["GET", "HEAD", "POST"])
@participant_page
def session_feedback_removal(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    return removal(request, edition, session_of(edition, code))


def session_of(edition: Edition, code: str) -> Session:
    """By its code, which is letters and digits; where nothing is asked there is no page."""
    session = None
    if code.isalnum():
        session = Session.objects.filter(edition=edition, code=code).first()
    if session is None:
        raise Http404
    return session


def tap_or_page(request: HttpRequest, edition: Edition, session: Session | None) -> HttpResponse:
    if request.method != "POST":
        return page(request, edition, session)
    form = MarkForm(request.POST)
    mark = form.cleaned_data["mark"] if form.is_valid() else 0
    now = visitor_of(request).now
    return done(
        request,
        edition,
        session,
        lambda mine: give_mark(registration=mine, session=session, mark=mark, now=now),
        _("Thank you! Your answer is saved."),
    )


def words(request: HttpRequest, edition: Edition, session: Session | None) -> HttpResponse:
    if request.method != "POST":
        return redirect(address_of(edition, session))
    form = WordsForm(request.POST)
    if not form.is_valid():
        return page(request, edition, session, form=form, status=WRONG)
    now, text = visitor_of(request).now, form.cleaned_data["words"]
    said = _("Thank you! Your words are saved.") if text else _("Your words are taken back.")
    return done(
        request,
        edition,
        session,
        lambda mine: write_words(registration=mine, session=session, words=text, now=now),
        said,
        form=form,
    )


def removal(request: HttpRequest, edition: Edition, session: Session | None) -> HttpResponse:
    if request.method != "POST":
        return redirect(address_of(edition, session))
    now = visitor_of(request).now
    return done(
        request,
        edition,
        session,
        lambda mine: take_back(registration=mine, session=session, now=now),
        _("Your answer is taken back."),
    )


def done(
    request: HttpRequest,
    edition: Edition,
    session: Session | None,
    act: Act,
    said: str,
    form: WordsForm | None = None,
) -> HttpResponse:
    """Do it and come back to the page; a refusal is told there and what was typed stays."""
    mine = registration_of(edition, visitor_of(request).person)
    try:
        if mine is None:
            raise OnlyParticipants
        act(mine)
    except Refusal as refusal:
        return page(
            request, edition, session, form=form, refusal=str(refusal.message), status=CONFLICT
        )
    messages.success(request, said)
    return redirect(address_of(edition, session))


def page(
    request: HttpRequest,
    edition: Edition,
    session: Session | None,
    *,
    form: WordsForm | None = None,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    now = visitor_of(request).now
    question = asked(edition, session.code if session is not None else "", now)
    if question is None:
        raise Http404
    mine = registration_of(edition, visitor_of(request).person)
    answering = mine is not None and may_answer(mine)
    answer = answer_of(mine, session) if mine is not None and answering else None
    context = {
        "edition": edition,
        "question": question,
        "answering": answering,
        "answer": answer,
        "answer_words": MARK_WORDS[answer.mark] if answer is not None else "",
        "marks": [(mark, MARK_WORDS[mark]) for mark in MARKS],
        "form": form or WordsForm(initial={"words": answer.words if answer is not None else ""}),
        "refusal": refusal,
        "address": address_of(edition, session),
        "left": unanswered(mine, now) if mine is not None and answering else [],
        "crumbs": steps(edition, session, question.planned),
    }
    return render(request, "forum/feedback/answer.html", context, status=status)


def steps(edition: Edition, session: Session | None, planned: object) -> list[tuple[str, str]]:
    if session is None:
        return crumbs(edition, str(FORUM_AS_A_WHOLE))
    title = str(getattr(planned, "title", session.title))
    where = reverse("forum:session", args=[edition.slug, session.code])
    return [*crumbs(edition), (title, where), (_("Feedback"), "")]


def address_of(edition: Edition, session: Session | None) -> str:
    if session is None:
        return reverse("forum:feedback", args=[edition.slug])
    return reverse("forum:session_feedback", args=[edition.slug, session.code])
