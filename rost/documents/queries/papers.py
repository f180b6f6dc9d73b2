"""Papers as bytes: a kind by its name and what each paper says.

    paper("badge", badges, language="ba", variant="86x54", title="Бейджтар")

One file holds them all. Whoever shows or sends a paper with personal data in it writes the log.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import translation

from rost.documents.adapters.typesetting import typeset
from rost.documents.kinds import values
from rost.documents.kinds.finding import kind_named, layout_of
from rost.documents.kinds.model import Job, Kind

PDF = "pdf"


def paper(
    kind: str,
    contents: Sequence[Any],
    *,
    language: str,
    form: str = PDF,
    variant: str = "",
    title: str = "",
) -> bytes:
    """One file with all the papers; a form or variant the kind does not know is a ValueError."""
    chosen = kind_named(kind)
    if not contents:
        raise ValueError("nothing to print")
    if form not in forms(kind):
        raise ValueError(f"{kind} is not made as {form}")
    if variant and variant not in chosen.variants:
        raise ValueError(f"{kind} has no variant {variant}")
    job = _job(chosen, contents, language, variant, title)
    if form != PDF:
        return chosen.builders[form](job)
    return typeset(layout_of(kind), job, coded=chosen.square_codes, running=chosen.running)


def forms(kind: str) -> tuple[str, ...]:
    """The forms a kind is made in, PDF first."""
    return (PDF, *kind_named(kind).builders)


def data_of(content: Any) -> dict[str, Any]:
    """What a paper says as plain data, to be stored beside its number."""
    data: dict[str, Any] = values.data_of(content)
    return data


def content_of(kind: str, data: dict[str, Any]) -> Any:
    """The stored data as the kind's content again."""
    return values.value_of(kind_named(kind).content, data)


def _job(kind: Kind, contents: Sequence[Any], language: str, variant: str, title: str) -> Job:
    with translation.override(language):
        words = {name: str(text) for name, text in kind.words.items()}
        title = title or str(kind.title)
    return Job(contents, words, language, title, variant or next(iter(kind.variants), ""))
