"""Versions of wordings: which is in force, what each changed, what a sample says with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.conf import settings
from django.db.models import QuerySet

from rost.documents.kinds.finding import kind_named, kinds, layout_digest
from rost.documents.kinds.model import Kind
from rost.documents.models import Template
from rost.documents.queries.documents import File
from rost.documents.queries.papers import paper
from rost.documents.rules import shown_places


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


@dataclass(frozen=True, slots=True)
class Offer:
    """A wording that can be changed: of which kind, in which language, whose is in force."""

    kind: Kind
    language: str
    language_name: str
    template: Template | None
    own: bool


def wordings_of(space: str) -> list[Offer]:
    """Everything that the organisers of a space may word: one query."""
    newest: dict[tuple[str, str, str], Template] = {}
    written = Template.objects.filter(space__in={space, ""}, shipped=False)
    for one in written.select_related("made_by").order_by("number"):
        newest[one.kind, one.language, one.space] = one
    offers = []
    for kind in kinds().values():
        for language, name in settings.LANGUAGES:
            if language not in kind.wordings:
                continue
            own = newest.get((kind.name, language, space))
            common = newest.get((kind.name, language, ""))
            offers.append(Offer(kind, language, name, own or common, own is not None))
    return offers


@dataclass(frozen=True, slots=True)
class Version:
    """A version in the history, with what it changed: (name of the text, pieces) pairs."""

    template: Template
    changes: tuple[tuple[object, list[tuple[str, str]]], ...]


def history_of(kind: str, language: str, space: str) -> list[Version]:
    """Versions of the space, the newest first, each against the one before it."""
    titles = kind_named(kind).wording_titles
    places = {name: str(title) for name, title in kind_named(kind).placeholders.items()}
    versions = list(versions_of(kind, language, space).filter(shipped=False))
    before = [one.texts for one in versions[1:]]
    before.append(wording_in_force(kind, language, "").texts)
    return [
        Version(
            one,
            tuple(
                (
                    titles.get(name, name),
                    [
                        (how, shown_places(part, places))
                        for how, part in pieces(old.get(name, ""), text)
                    ],
                )
                for name, text in one.texts.items()
                if old.get(name, "") != text
            ),
        )
        for one, old in zip(versions, before, strict=False)
    ]


def pieces(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The new text in pieces: «same», «gone» and «new», by words.

    >>> list(pieces("a b", "a c"))
    [('same', 'a '), ('gone', 'b'), ('new', 'c')]
    """
    left, right = (re.findall(r"\S+|\s+", text) for text in (old, new))
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", "".join(right[k:m])
            continue
        if i < j:
            yield "gone", "".join(left[i:j])
        if k < m:
            yield "new", "".join(right[k:m])


def sample_text(kind: Kind, language: str, text: str) -> tuple[str, ...]:
    """The paragraphs of a wording on the kind's sample."""
    if kind.with_wording is None:
        return (text,)
    return tuple(kind.with_wording(language, text).wording)


def sample_file(kind: Kind, language: str, text: str) -> File:
    """The kind's sample on paper, saying this."""
    content = kind.with_wording(language, text) if kind.with_wording else kind.sample(language)
    return File(f"{kind.name}.pdf", paper(kind.name, [content], language=language))
