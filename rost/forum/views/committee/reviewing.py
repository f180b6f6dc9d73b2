"""A reviewer's list and one review: the conflict first, then the marks."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.passport import Passport
from rost.directory.models import AccessRecord
from rost.directory.queries.visitors import local_day
from rost.forum.actions.committee import begin_review, declare_conflict, save_review
from rost.forum.forms.committee import ConflictForm, ReviewForm, review_initial
from rost.forum.messages.call import passport_view
from rost.forum.models import Advice, Edition, Project, ProjectState, Review
from rost.forum.queries.call import authors_of, passport_of
from rost.forum.queries.committee import get_review_for, others_marks, reviewing_of
from rost.forum.queries.committee.doors import Reading
from rost.forum.queries.committee.worked import worked
from rost.forum.rules.committee import criteria_of, score_text
from rost.forum.views.registration.doors import crumbs, visitor_of
from rost.forum.views.registration.table import signed_in
from rost.ui.refusals import Refusal

from .doors import call_or_404, note, reviewer_page

CONFLICT, WRONG = 409, 422
LAST_RESORT = "ru"


@require_safe
@reviewer_page
def committee(request: HttpRequest, edition: Edition) -> HttpResponse:
    """What waits for me, what I have sent, what I must not mark."""
    call = call_or_404(edition)
    lists = reviewing_of(call, signed_in(request), local_day(visitor_of(request).now))
    context = {
        "edition": edition,
        "call": call,
        "lists": lists,
        "crumbs": crumbs(edition, _("For my review")),
    }
    return render(request, "forum/committee/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_page
def review(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """The question of a conflict, or the passport with the marks; sending a form keeps them."""
    reading = reading_or_404(request, edition, code)
    own = reading.review
    if reading.conflict is not None or own is None:
        return first_question(request, edition, reading, ConflictForm())
    criteria, language = criteria_of(reading.project.call.criteria), get_language() or "ru"
    if request.method != "POST":
        known = {name: getattr(own, name) for name in ("advice", "to_author", "to_committee")}
        initial = review_initial(own.marks, criteria, known)
        form = ReviewForm(initial=initial, criteria=criteria, language=language)
        return review_page(request, edition, reading.project, own, form)
    form = ReviewForm(request.POST, criteria=criteria, language=language)
    if not form.is_valid():
        return review_page(request, edition, reading.project, own, form, status=WRONG)
    try:
        saved = save(request, own, form)
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return review_page(request, edition, reading.project, own, form, status=CONFLICT)
    if "send" in request.POST:
        messages.success(request, _("The review is sent. It can be changed until the decision."))
        return redirect("forum:committee", edition.slug)
    if saved.sent_at is None:
        messages.success(request, _("The draft of the review is saved."))
    else:
        messages.success(request, _("The changed review is saved and counts."))
    return redirect("forum:committee_review", edition.slug, code)


def save(request: HttpRequest, own: Review, form: ReviewForm) -> Review:
    return save_review(
        review=own,
        marks=form.marks,
        advice=form.cleaned_data["advice"],
        to_committee=form.cleaned_data["to_committee"],
        to_author=form.cleaned_data["to_author"],
        send="send" in request.POST,
        now=visitor_of(request).now,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_page
def review_start(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """«I have no conflict»: the marks open."""
    reading = reading_or_404(request, edition, code)
    if request.method == "POST":
        now = visitor_of(request).now
        try:
            begin_review(project=reading.project, reviewer=signed_in(request), now=now)
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
    return redirect("forum:committee_review", edition.slug, code)


@require_http_methods(["GET", "HEAD", "POST"])
@reviewer_page
def conflict(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """Declaring a conflict closes the project for this reviewer."""
    reading = reading_or_404(request, edition, code)
    form = ConflictForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 200 if request.method != "POST" else WRONG
        return first_question(request, edition, reading, form, asked=True, status=status)
    declare_conflict(
        project=reading.project,
        reviewer=signed_in(request),
        kind=form.cleaned_data["kind"],
        words=form.cleaned_data["words"],
        now=visitor_of(request).now,
    )
    messages.success(request, _("The conflict is written down. Thank you for saying so."))
    return redirect("forum:committee", edition.slug)


def reading_or_404(request: HttpRequest, edition: Edition, code: str) -> Reading:
    reading = get_review_for(visitor_of(request), edition, code)
    if reading is None:
        raise Http404
    return reading


def first_question(
    request: HttpRequest,
    edition: Edition,
    reading: Reading,
    form: ConflictForm,
    *,
    asked: bool = False,
    status: int = 200,
) -> HttpResponse:
    """Before anything is read or marked: is there a conflict? With one, nothing more is shown."""
    project = reading.project
    context = {
        "edition": edition,
        "project": project,
        "conflict": reading.conflict,
        "form": form,
        "asked": asked,
        "open": project.state == ProjectState.SENT,
        "authors": () if project.call.hides_authors else authors_of(project),
        "crumbs": way(edition, project),
    }
    return render(request, "forum/committee/question.html", context, status=status)


def review_page(
    request: HttpRequest,
    edition: Edition,
    project: Project,
    own: Review,
    form: ReviewForm,
    *,
    status: int = 200,
) -> HttpResponse:
    language = get_language() or LAST_RESORT
    hidden = project.call.hides_authors
    others = others_marks(own)
    note(request, edition, AccessRecord.Act.VIEW, 1, project.code)
    context = {
        "edition": edition,
        "project": project,
        "review": own,
        "form": form,
        "open": project.state == ProjectState.SENT,
        "hidden": hidden,
        "authors": () if hidden else authors_of(project),
        "files": () if hidden else project.files.all(),
        "passport": passport_view(without_people(passport_of(project), hidden), language),
        "others": others,
        "lines": worked(others.marks, criteria_of(project.call.criteria), language)
        if others
        else (),
        "score": score_text(others.score, language) if others else "",
        "advice": Advice(own.advice).label if own.advice else "",
        "crumbs": way(edition, project),
    }
    return render(request, "forum/committee/review.html", context, status=status)


def without_people(passport: Passport, hidden: bool) -> Passport:
    """Whom to call is no matter of marks where the call hides its authors."""
    return replace(passport, contact="") if hidden else passport


def way(edition: Edition, project: Project) -> list[tuple[str, str]]:
    mine = (_("For my review"), reverse("forum:committee", args=[edition.slug]))
    return [*crumbs(edition), mine, (project.title, "")]
