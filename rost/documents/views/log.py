"""The log of printing and sending of a space; acts of destruction on paper."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.directory.models import DestructionAct
from rost.directory.rules import DESTROY_DATA
from rost.directory.views.permits import needs
from rost.documents.forms import LogForm
from rost.documents.kinds.finding import kinds
from rost.documents.queries.acts import act_file as act_as_file
from rost.documents.queries.handling import log_of
from rost.documents.queries.numbers import label_of, title_of_kind
from rost.documents.rules import HANDLE_DOCUMENTS
from rost.documents.views.doors import as_file, in_space

PAGE = 50


@require_safe
@never_cache
@in_space(HANDLE_DOCUMENTS)
def log(request: HttpRequest, space: str, title: str) -> HttpResponse:
    """Who printed, sent, revoked what, and why; names of holders are not in it."""
    form = LogForm(request.GET, kinds={name: kind.title for name, kind in kinds().items()})
    lines = log_of(space)
    if form.is_valid():
        lines = lines.filter(**{name: value for name, value in form.cleaned_data.items() if value})
    page = Paginator(lines, PAGE).get_page(request.GET.get("page"))
    for one in page.object_list:
        one.kind_title = title_of_kind(one.kind)  # type: ignore[attr-defined]
        one.label = label_of(one.document) if one.document else ""  # type: ignore[attr-defined]
    context = {"form": form, "page": page, "space": space, "space_title": title}
    return render(request, "documents/log.html", context)


@require_safe
@never_cache
@needs(DESTROY_DATA)
def act_file(request: HttpRequest, number: int) -> HttpResponse:
    """One act of destruction, to print and sign."""
    return as_file(act_as_file(get_object_or_404(DestructionAct, number=number)))
