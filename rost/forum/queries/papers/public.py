"""The approved programme as a file for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from rost.documents.queries.papers import forms, paper
from rost.forum.models import Edition

from .programme import programme_content

LANGUAGES = ("ru", "ba", "en")
WORTH_TELLING = 100 * 1024  # bytes: a larger file says its size before it is opened


@dataclass(frozen=True, slots=True)
class PaperLinks:
    """What links to the files need: which language they ask for, how large a large one is."""

    query: str
    pdf: int | None
    docx: int | None


def paper_links(edition: Edition, language: str) -> PaperLinks:
    sizes = edition.published.sizes if edition.published is not None else {}
    large = {form: sizes.get(f"{language}.{form}", 0) for form in ("pdf", "docx")}
    told = {form: size if size > WORTH_TELLING else None for form, size in large.items()}
    query = f"?language={language}" if language != LANGUAGES[0] else ""
    return PaperLinks(query, told["pdf"], told["docx"])


def programme_paper(edition: Edition, language: str, form: str) -> bytes:
    """The file; empty where nothing has been approved or nothing stands in it."""
    content = programme_content(edition, language)
    if content is None:
        return b""
    return paper("programme", [content], language=language, form=form)


def sizes_of(edition: Edition) -> dict[str, int]:
    """Bytes of each file by «language.form»: known to a link before anybody opens it."""
    return {
        f"{language}.{form}": len(programme_paper(edition, language, form))
        for language in LANGUAGES
        for form in forms("programme")
    }
