"""The approved programme in the two schedule formats of the frab family."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from rost.core.programme.model import Form, Session
from rost.forum.adapters.frab.json_writer import write_json
from rost.forum.adapters.frab.xml_writer import write_xml
from rost.forum.models import Edition
from rost.forum.models.programme import Form as Words
from rost.forum.queries.published import Published
from rost.forum.views.public.doors import approved_programme

from .answers import Feed, answer, base_url

Write = Callable[..., bytes]


@approved_programme
def schedule_xml(request: HttpRequest, edition: Edition, published: Published) -> HttpResponse:
    own = reverse("forum_feeds:schedule_xml", args=[edition.slug])
    return answer(request, _feed(edition, published, "schedule.xml", "xml", own, write_xml))


@approved_programme
def schedule_json(request: HttpRequest, edition: Edition, published: Published) -> HttpResponse:
    with override(settings.LANGUAGE_CODE):
        about = reverse("forum:edition", args=[edition.slug])
    return answer(request, _feed(edition, published, "schedule.json", "json", about, write_json))


def _feed(
    edition: Edition, published: Published, name: str, kind: str, url: str, write: Write
) -> Feed:
    version = edition.published
    assert version is not None
    return Feed(
        inputs=(published.digest, str(version.pk), name),
        content_type=f"application/{kind}; charset=utf-8",
        file_name=f"{edition.slug}-{name}",
        changed_at=version.approved_at,
        make=lambda: _written(edition, published, url, write),
        for_everyone=edition.is_public,
    )


def _written(edition: Edition, published: Published, url: str, write: Write) -> bytes:
    """In Russian whoever asks: an address that names no language gives one answer."""
    with override(settings.LANGUAGE_CODE):
        return write(
            published.programme,
            base_url=base_url(),
            url=url,
            url_of=_addresses(edition),
            labels=labels(),
            release=settings.VERSION,
        )


def _addresses(edition: Edition) -> Callable[[Session], str]:
    """Addresses of session pages; one reverse, not one a session."""
    pattern = reverse("forum:session", args=[edition.slug, "-"])
    start = pattern.removesuffix("-/")
    return lambda session: f"{start}{session.code}/"


def labels() -> dict[Form, str]:
    return {form: str(Words(form).label) for form in Form}
