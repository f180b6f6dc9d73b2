"""The account as a file: the very content that the page shows."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.documents.actions.handling import note
from rost.documents.models import Act
from rost.documents.queries.papers import paper
from rost.forum.messages.account import account_content
from rost.forum.models import Edition
from rost.forum.queries.account import account_of
from rost.forum.rules import SEE_ACCOUNT
from rost.forum.views.desk.doors import now_of, visitor_of, with_right

KIND = "edition_account"
TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
@never_cache
@with_right(SEE_ACCOUNT)
def account_file(request: HttpRequest, edition: Edition, kind: str) -> HttpResponse:
    """PDF or XLSX; no name of a person in either, so only the log of papers gets its line."""
    if kind not in TYPES:
        raise Http404
    language, now = get_language() or "ru", now_of(request)
    content = account_content(edition, account_of(edition), language=language, now=now)
    made = paper(KIND, [content], language=language, form=kind)
    note(
        kind=KIND,
        act=Act.DOWNLOADED,
        rows=1,
        by=visitor_of(request).person,
        now=now,
        space=edition.space,
        about=kind,
    )
    response = HttpResponse(made, content_type=TYPES[kind])
    name = f"account-{edition.slug}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
