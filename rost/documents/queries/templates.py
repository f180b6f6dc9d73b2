"""Versions of wordings: which is in force, what each changed, what a sample says with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from rost.documents.kinds.finding import kind_named, layout_digest
from rost.documents.models import Template


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences in force by their names; `template` is None until a document is issued with
    what comes with the platform: then the version is written down."""

    texts: Mapping[str, str]
    template: Template | None


def wording_in_force(kind: str, language: str, space: str = "") -> Wording:
    """The newest version of the space, else that of everybody, else what is shipped."""
    shipped = shipped_texts(kind, language)
    template = own_version(kind, language, space) or own_version(kind, language, "")
    if template is not None:
        return Wording(shipped | template.texts, template)
    return Wording(shipped, shipped_version(kind, language))


def own_version(kind: str, language: str, space: str) -> Template | None:
    """The newest version that somebody has written for the space."""
    return versions_of(kind, language, space).filter(shipped=False).first()


def shipped_version(kind: str, language: str) -> Template | None:
    """The newest record of what is shipped, if what is shipped now is what it records."""
    newest = versions_of(kind, language, "").filter(shipped=True).first()
    if newest is None or newest.texts != shipped_texts(kind, language):
        return None
    return newest if newest.layout == layout_digest(kind) else None


def versions_of(kind: str, language: str, space: str) -> QuerySet[Template]:
    """Versions of one wording, the newest first."""
    found = Template.objects.filter(kind=kind, language=language, space=space)
    return found.select_related("made_by").order_by("-number")


def shipped_texts(kind: str, language: str) -> dict[str, str]:
    """What the kind says of itself; in Russian where the language has none."""
    wordings = kind_named(kind).wordings
    return dict(wordings.get(language) or wordings.get("ru") or {})
