"""How documents are named on paper and where they are checked."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from rost.documents.kinds.finding import kind_named
from rost.documents.kinds.model import Text
from rost.documents.models import Document
from rost.documents.rules import code_in_groups, number_label


@lru_cache(maxsize=64)
def series_of(kind: str) -> str:
    return kind_named(kind).series


@lru_cache(maxsize=64)
def title_of_kind(kind: str) -> Text:
    """The name of the kind; its bare name when its folder is gone."""
    try:
        return kind_named(kind).title
    except KeyError:
        return kind


def label_of(document: Document) -> str:
    """«СУ-2020-0007»."""
    return number_label(series_of(document.kind), document.year, document.number)


def check_address(code: str) -> str:
    """What the square code on the paper holds; without a language: the reader's phone asks."""
    with translation.override(settings.LANGUAGE_CODE):
        try:
            path = reverse("documents:check_code", args=[code_in_groups(code)])
        except NoReverseMatch:
            path = f"/documents/check/{code_in_groups(code)}/"
    return f"{settings.SITE_URL}{path}"
