"""What all answers come to: for organisers by session, for the people of a session their own."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from rost.core.tables import FOR_EXCEL, Cell, Sheet, write_csv, write_xlsx
from rost.directory.actions.records import record_access
from rost.directory.models import AccessRecord
from rost.directory.rules import may
from rost.forum.actions.feedback import invite_to_answer
from rost.forum.messages.feedback import FORUM_AS_A_WHOLE, MARK_WORDS
from rost.forum.models import Edition
from rost.forum.queries.feedback import Line, asked, results_of, words_of
from rost.forum.queries.feedback.results import takes_part
from rost.forum.rules import MANAGE_REGISTRATIONS, SEE_ACCOUNT
from rost.forum.rules.feedback import LEAST_ANSWERS, MARKS
from rost.forum.views.desk.doors import page, with_right
from rost.forum.views.registration.doors import crumbs, edition_page, needing, visitor_of
from rost.forum.views.registration.table import XLSX, download, signed_in
from rost.ui.refusals import Refusal

from .own import session_of

CSV = "text/csv; charset=utf-8"
REGISTER = "forum.feedback"


def sees(visitor: object, edition: Edition) -> bool:
    return may(visitor, SEE_ACCOUNT, space=edition.space)  # type: ignore[arg-type]


account_page = needing(SEE_ACCOUNT, sees)


@require_safe
@account_page
def feedback_results(request: HttpRequest, edition: Edition) -> HttpResponse:
    results = results_of(edition)
    words = words_of(edition).get("", []) if results.forum.tally.shown else []
    note(request, edition, AccessRecord.Act.VIEW, results.answers)
    question = asked(edition, "", visitor_of(request).now)
    invites = may(visitor_of(request), MANAGE_REGISTRATIONS, space=edition.space)
    context = {
        "results": results,
        "words": worded(words),
        "marks": [(mark, MARK_WORDS[mark]) for mark in MARKS],
        "least": LEAST_ANSWERS,
        "invites": invites and question is not None and question.open,
    }
    return page(request, "feedback", edition, _("Feedback"), context)


@require_safe
@login_required
@edition_page
def session_results(request: HttpRequest, edition: Edition, code: str) -> HttpResponse:
    """For whoever sees the account of the forum, and for the people of this session."""
    visitor = visitor_of(request)
    session = session_of(edition, code)
    if not (sees(visitor, edition) or takes_part(signed_in(request).pk, session)):
        raise Http404
    line = results_of(edition).line(code)
    if line is None or line.planned is None:
        raise Http404
    note(request, edition, AccessRecord.Act.VIEW, line.tally.answers, code)
    context = {
        "edition": edition,
        "line": line,
        "marks": [(mark, MARK_WORDS[mark], line.tally.counts[mark]) for mark in MARKS],
        "words": worded(words_of(edition).get(code, [])) if line.tally.shown else [],
        "least": LEAST_ANSWERS,
        "crumbs": [
            *crumbs(edition),
            (line.planned.title, reverse("forum:session", args=[edition.slug, code])),
            (_("Feedback"), ""),
        ],
    }
    return render(request, "forum/feedback/session.html", context)


@require_safe
@account_page
def feedback_export(request: HttpRequest, edition: Edition, kind: str) -> HttpResponse:
    """The figures by session and the words; sessions with few answers give their number alone."""
    results = results_of(edition)
    lines = [results.forum, *results.sessions]
    figures, words = figures_sheet(lines), words_sheet(lines, words_of(edition))
    name = f"feedback-{edition.slug}.{kind}"
    if kind == "xlsx":
        content, form = write_xlsx([figures, words]), XLSX
    elif kind == "csv":
        content, form = write_csv([figures.header, *figures.rows], FOR_EXCEL), CSV
    else:
        raise Http404
    note(request, edition, AccessRecord.Act.EXPORT, results.answers)
    return download(content, name, form)


@require_POST
@with_right(MANAGE_REGISTRATIONS)
def feedback_invitations(request: HttpRequest, edition: Edition) -> HttpResponse:
    try:
        told = invite_to_answer(edition=edition, now=visitor_of(request).now)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect("forum:feedback_results", edition.slug)
    if told:
        said = ngettext("%(number)s person is asked.", "%(number)s people are asked.", told)
        messages.success(request, said % {"number": told})
    else:
        messages.info(request, _("Nobody was asked: everybody has been asked before."))
    return redirect("forum:feedback_results", edition.slug)


def figures_sheet(lines: list[Line]) -> Sheet:
    facts = [_("Title"), _("Answers"), _("Present"), _("Mean"), _("Median")]
    return Sheet(
        title=_("Feedback"),
        header=[*facts, *(str(MARK_WORDS[mark]) for mark in MARKS)],
        rows=[row_of(line) for line in lines],
    )


def words_sheet(lines: list[Line], words: dict[str, list[tuple[int, str]]]) -> Sheet:
    return Sheet(
        title=_("Words"),
        header=[_("Title"), _("Answer"), _("Words")],
        rows=[
            [title_of(line), said, text]
            for line in lines
            if line.tally.shown
            for said, text in worded(words.get(line.planned.code if line.planned else "", []))
        ],
    )


def row_of(line: Line) -> list[Cell]:
    tally = line.tally
    known: list[Cell] = ["", "", *("" for _mark in MARKS)]
    if tally.shown and tally.mean is not None:
        known = [round(tally.mean, 2), tally.median, *(tally.counts[mark] for mark in MARKS)]
    return [title_of(line), tally.answers, line.present, *known]


def title_of(line: Line) -> str:
    return line.planned.title if line.planned is not None else str(FORUM_AS_A_WHOLE)


def worded(words: list[tuple[int, str]]) -> list[tuple[str, str]]:
    return [(str(MARK_WORDS[mark]), text) for mark, text in words]


def note(request: HttpRequest, edition: Edition, act: str, rows: int, code: str = "") -> None:
    visitor = visitor_of(request)
    record_access(
        person=signed_in(request),
        act=act,
        register=REGISTER,
        rows=rows,
        about=f"{edition.space} {code}".strip(),
        now=visitor.now,
    )
