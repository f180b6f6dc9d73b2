"""How a name is declined: what the rule says, how it reads in a sentence, one's own wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.actions.names import write_declined_names
from rost.directory.forms.names import DeclinedNamesForm
from rost.directory.messages import DOUBTS
from rost.directory.models import NameCase, Person
from rost.directory.queries.people import CaseLine, case_lines
from rost.directory.rules import EDIT_TERRITORY_PEOPLE
from rost.directory.views.answers import Crumbs, attempt, done
from rost.directory.views.people import crumbs, note, person_or_404
from rost.directory.views.permits import needs, person_of, visitor_of

# Words that a document puts before a name; declension is of Russian, so they are Russian.
BEFORE_A_NAME = {
    NameCase.GENITIVE: "сертификат участника",
    NameCase.DATIVE: "выдан",
    NameCase.ACCUSATIVE: "приглашаем",
    NameCase.INSTRUMENTAL: "подписано",
}


QUESTIONS = {
    NameCase.GENITIVE: _("Genitive: of whom?"),
    NameCase.DATIVE: _("Dative: to whom?"),
    NameCase.ACCUSATIVE: _("Accusative: whom?"),
    NameCase.INSTRUMENTAL: _("Instrumental: by whom?"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A case on the page: the rule, the doubts in words, the sentence, the line to write in."""

    line: CaseLine
    question: str | Promise
    doubts: Sequence[str | Promise]
    before: str
    text: str
    field: BoundField


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def declined(request: HttpRequest, pk: int) -> HttpResponse:
    """For those who look after the person; that the page was opened is noted."""
    person = person_or_404(request, pk)
    note(request, 1, "")
    there = reverse("directory:declined_names", args=[pk])
    return _page(request, person, there, [*crumbs(person), (_("Name in cases"), "")])


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """For oneself."""
    trail: Crumbs = [(_("My data"), reverse("directory:my_data")), (_("My name in cases"), "")]
    return _page(request, person_of(request), reverse("directory:own_names"), trail)


def _page(request: HttpRequest, person: Person, there: str, trail: Crumbs) -> HttpResponse:
    lines = case_lines(person)
    form = DeclinedNamesForm(request.POST or None, lines=lines)
    tried = "preview" in request.POST
    if form.is_valid() and not tried:
        # `attempt` tells a refusal by None, so what is done answers something.
        kept = attempt(form, lambda: _keep(request, person, form.cleaned_data))
        if kept:
            return done(request, _("The name is kept: documents made from now on use it."), there)
    typed = form.data if form.is_bound else {}
    context = {
        "person": person,
        "form": form,
        "shown": [_shown(line, typed.get(line.case), form) for line in lines],
        "tried": tried,
        "crumbs": trail,
    }
    return render(
        request, "directory/people/names.html", context, status=422 if form.errors else 200
    )


def _keep(request: HttpRequest, person: Person, texts: dict[str, str]) -> bool:
    by, now = person_of(request), visitor_of(request).now
    write_declined_names(person=person, texts=texts, by=by, now=now)
    return True


def _shown(line: CaseLine, typed: str | None, form: DeclinedNamesForm) -> Shown:
    written = line.written if typed is None else " ".join(typed.split())
    return Shown(
        line=line,
        question=QUESTIONS[line.case],
        doubts=[DOUBTS[doubt] for doubt in line.rule.why],
        before=BEFORE_A_NAME[line.case],
        text=written or line.rule.text,
        field=form[line.case],
    )
