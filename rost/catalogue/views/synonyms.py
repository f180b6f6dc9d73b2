"""The list of synonyms as editors read and change it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.catalogue.actions.synonyms import add_synonym, switch_synonym
from rost.catalogue.forms.synonyms import SynonymForm
from rost.catalogue.queries.synonyms import Term, terms
from rost.catalogue.rules import EDIT_SYNONYMS
from rost.core.language import fold
from rost.core.tables import Cell, Sheet, write_xlsx
from rost.directory.views.answers import attempt, done, form_page
from rost.directory.views.permits import needs, visitor_of

PAGE = 40
LONGEST_SEARCH = 100
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Group:
    code: str
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        return self.terms[0].words


def groups() -> tuple[Group, ...]:
    listed = sorted(terms(), key=lambda term: term.group)
    return tuple(
        Group(code, tuple(own)) for code, own in groupby(listed, key=lambda term: term.group)
    )


def group_or_404(code: str) -> Group:
    found = next((one for one in groups() if one.code == code), None)
    if found is None:
        raise Http404
    return found


@require_safe
@needs(EDIT_SYNONYMS)
def synonyms(request: HttpRequest) -> HttpResponse:
    """Groups by their first word; a search finds a group by any word of it."""
    asked = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    key = fold(asked)
    found = [one for one in groups() if any(key in fold(term.words) for term in one.terms)]
    found.sort(key=lambda one: fold(one.name))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "asked": asked, "crumbs": [(_("Synonyms"), "")]}
    return render(request, "catalogue/synonyms.html", context)


@require_safe
@needs(EDIT_SYNONYMS)
def synonym_group(request: HttpRequest, group: str) -> HttpResponse:
    found = group_or_404(group)
    crumbs = [(_("Synonyms"), reverse("catalogue:synonyms")), (found.name, "")]
    add_url = f"{reverse('catalogue:new_synonym')}?{urlencode({'same_as': found.name})}"
    context = {"group": found, "add_url": add_url, "crumbs": crumbs}
    return render(request, "catalogue/synonym_group.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(EDIT_SYNONYMS)
def new_synonym(request: HttpRequest) -> HttpResponse:
    initial = {"same_as": request.GET.get("same_as", "")[:LONGEST_SEARCH]}
    form = SynonymForm(request.POST or None, initial=initial)
    if form.is_valid():
        now = visitor_of(request).now
        group = attempt(form, lambda: add_synonym(**form.cleaned_data, now=now))
        if group:
            return done(
                request, _("Added; the search knows it at once."), "catalogue:synonym_group", group
            )
    return form_page(
        request,
        form,
        title=_("New synonym"),
        submit=_("Add"),
        crumbs=[(_("Synonyms"), reverse("catalogue:synonyms"))],
    )


@require_POST
@needs(EDIT_SYNONYMS)
def synonym_switch(request: HttpRequest, group: str) -> HttpResponse:
    """Switch a term off, or on again."""
    said = request.POST.get("words", "")
    found = next((one for one in group_or_404(group).terms if one.words == said), None)
    if found is None:
        return done(request, _("This group has no such words."), "catalogue:synonym_group", group)
    switch_synonym(term=found, off=not found.is_off, now=visitor_of(request).now)
    told = _("Counts again.") if found.is_off else _("Switched off; the search passes it by.")
    return done(request, told, "catalogue:synonym_group", group)


@require_safe
@needs(EDIT_SYNONYMS)
def synonyms_workbook(request: HttpRequest) -> HttpResponse:
    header = [
        _("Group"),
        _("Words"),
        _("Language"),
        _("Which way it works"),
        _("Note"),
        _("Counts"),
    ]
    rows: list[list[Cell]] = [
        [one.group, one.words, one.language, one.way_text, one.note, not one.is_off]
        for one in terms()
    ]
    answer = HttpResponse(write_xlsx([Sheet(_("Synonyms"), header, rows)]), content_type=WORKBOOK)
    answer["Content-Disposition"] = 'attachment; filename="synonyms.xlsx"'
    return answer
