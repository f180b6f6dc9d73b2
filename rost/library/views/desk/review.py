"""One practice on the desk: taken, read beside the checklist, decided upon."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.directory.queries.places import label_of
from rost.directory.queries.visitors import local_day
from rost.library.actions.reviews import assign, decide, give_back, save_draft, take
from rost.library.actions.reviews.deciding import POSSIBLE
from rost.library.actions.reviews.refusals import CLASHES
from rost.library.forms.reviews import ReviewerForm, ReviewForm
from rost.library.messages.passport import fields_shown
from rost.library.models import Practice, PracticeState, Review
from rost.library.queries.practices import passport_of
from rost.library.queries.reviews.checklist import questions_of
from rost.library.queries.reviews.conflicts import conflict_of
from rost.library.queries.reviews.context import decided
from rost.library.queries.reviews.desk import line_of, reviewers
from rost.library.queries.reviews.doors import copy_of, is_mine, keeps, open_review
from rost.library.queries.reviews.seals import levels_for, seal_of
from rost.library.views.doors import WRONG, person_of, visitor_of
from rost.ui.refusals import Refusal

from .doors import reviewed_page

REGISTER = "library.practices"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@reviewed_page
def review(request: HttpRequest, practice: Practice) -> HttpResponse:
    """Read by every reviewer; the checklist is drawn for whoever has taken it."""
    opened = open_review(practice)
    mine = opened if is_mine(opened, visitor_of(request).person) else None
    form = form_of(request, practice, mine) if mine is not None else None
    if request.method == "POST":
        if mine is None or form is None:
            messages.error(request, _("This review is not in your hands: take the practice first."))
            return redirect("library:review", practice.pk)
        if sent(request, mine, form):
            done = "decide" in request.POST
            return redirect("library:desk") if done else back(practice)
    else:
        record_access(
            person=person_of(request),
            act=AccessRecord.Act.VIEW,
            register=REGISTER,
            rows=1,
            about=f"library.practice:{practice.pk}",
            now=visitor_of(request).now,
        )
    status = WRONG if form is not None and form.errors else 200
    context = shown(request, practice, opened, form)
    return render(request, "library/review/review.html", context, status=status)


def form_of(request: HttpRequest, practice: Practice, mine: Review) -> ReviewForm:
    return ReviewForm(
        request.POST if request.method == "POST" else None,
        review=mine,
        questions=questions_of(mine.edition),
        levels=levels_for(practice),
        decisions=POSSIBLE.get(PracticeState(practice.state), ()),
        saving=practice.saving,
        language=get_language() or "ru",
    )


def sent(request: HttpRequest, mine: Review, form: ReviewForm) -> bool:
    """The draft is kept first, whatever is decided and whatever is refused."""
    right = form.is_valid()
    person, now = person_of(request), visitor_of(request).now
    try:
        save_draft(review=mine, by=person, written=form.written)
        if "decide" not in request.POST:
            if right:
                messages.success(request, _("The draft is saved."))
            return right
        if right:
            decide(
                review=mine,
                by=person,
                seen=form.cleaned_data["seen"],
                decision=form.cleaned_data["decision"],
                written=form.written,
                now=now,
            )
            messages.success(request, _("Decided; the authors are told."))
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
        return False
    return right


def shown(
    request: HttpRequest, practice: Practice, opened: Review | None, form: ReviewForm | None
) -> dict[str, object]:
    visitor, language = visitor_of(request), get_language() or "ru"
    person, day = person_of(request), local_day(visitor.now)
    copy = copy_of(practice)
    place = label_of(copy.municipality) if copy.municipality is not None else ""
    clash = conflict_of(practice, person, day)
    fields = fields_shown(passport_of(copy), language, place)
    return {
        "practice": practice,
        "copy": copy,
        "fields": [(one, form[f"field_{one.name}"] if form else None) for one in fields],
        "form": form,
        "opened": opened,
        "line": line_of(practice, opened, "taken", day),
        "waits": practice.state == PracticeState.SENT,
        "possible": practice.state in POSSIBLE,
        "clash": CLASHES[clash] if clash is not None else "",
        "seal": seal_of(practice, day),
        "history": list(decided(practice)[:20]),
        "reviewer_form": ReviewerForm(people=reviewers(day)) if keeps(visitor) else None,
        "crumbs": [
            (_("Review of practices"), reverse("library:desk")),
            (practice.title or _("Practice"), ""),
        ],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@reviewed_page
def review_taking(request: HttpRequest, practice: Practice) -> HttpResponse:
    return acted(
        request,
        practice,
        lambda: take(practice=practice, reviewer=person_of(request), now=visitor_of(request).now),
        _("You have taken this practice. Its authors see your name."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@reviewed_page
def review_giving_back(request: HttpRequest, practice: Practice) -> HttpResponse:
    opened = open_review(practice)
    if opened is None:
        return back(practice)
    return acted(
        request,
        practice,
        lambda: give_back(review=opened, by=person_of(request)),
        _("Given back: the practice waits for another reviewer."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@reviewed_page
def review_assignment(request: HttpRequest, practice: Practice) -> HttpResponse:
    """Only keepers give a practice to somebody; to others the address leads back."""
    visitor = visitor_of(request)
    form = ReviewerForm(request.POST, people=reviewers(local_day(visitor.now)))
    if not keeps(visitor) or not form.is_valid():
        return back(practice)
    return acted(
        request,
        practice,
        lambda: assign(
            practice=practice, reviewer=form.person, by=person_of(request), now=visitor.now
        ),
        _("The reviewer is named and told."),
    )


def acted(
    request: HttpRequest, practice: Practice, act: Callable[[], object], said: str
) -> HttpResponse:
    """A refusal is told on the page; merely opened, the address leads back to it."""
    if request.method == "POST":
        try:
            act()
            messages.success(request, said)
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
    return back(practice)


def back(practice: Practice) -> HttpResponse:
    return redirect("library:review", practice.pk)
