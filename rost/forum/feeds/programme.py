"""The approved programme on paper, as PDF and DOCX: made once a version and language."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from rost.documents.queries.papers import forms as forms_of_kind
from rost.forum.models import Edition
from rost.forum.queries.papers.public import LANGUAGES, programme_paper
from rost.forum.queries.published import Published
from rost.forum.views.public.doors import approved_programme

from .answers import Feed, answer

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@approved_programme
def programme_pdf(request: HttpRequest, edition: Edition, published: Published) -> HttpResponse:
    return _paper(request, edition, published, "pdf")


@approved_programme
def programme_docx(request: HttpRequest, edition: Edition, published: Published) -> HttpResponse:
    return _paper(request, edition, published, "docx")


def _paper(request: HttpRequest, edition: Edition, published: Published, form: str) -> HttpResponse:
    """In Russian unless `?language=` asks for another; an unknown language is Russian too."""
    language = request.GET.get("language", "")
    language = language if language in LANGUAGES else LANGUAGES[0]
    version = edition.published
    if (
        version is None
        or form not in forms_of_kind("programme")
        or not any(published.days.values())
    ):
        raise Http404
    inputs = (published.digest, str(version.pk), edition.name, edition.place, edition.timezone)
    return answer(
        request,
        Feed(
            inputs=(*inputs, str(edition.starts_on), str(edition.ends_on), form, language),
            content_type=TYPES[form],
            file_name=f"{edition.slug}-programme.{form}",
            changed_at=version.approved_at,
            make=lambda: programme_paper(edition, language, form),
            for_everyone=edition.is_public,
        ),
    )
