"""Writing a new version of a wording; versions are never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.documents.kinds.finding import kind_named, layout_digest
from rost.documents.models import Template
from rost.documents.queries.templates import shipped_texts, versions_of, wording_in_force
from rost.documents.rules import wrong_places
from rost.ui.refusals import Refusal


class ChangedMeanwhile(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Somebody has saved a version in this very moment. Look at it and save yours again.")
        )


class UnknownPlaces(Refusal):
    def __init__(self, wrong: Iterable[str], allowed: Iterable[str]) -> None:
        text = _(
            "Nothing can be put in place of %(wrong)s. In braces may stand: %(allowed)s. "
            "What you typed is below."
        )
        places = ", ".join(f"{{{name}}}" for name in allowed)
        super().__init__(text % {"wrong": ", ".join(wrong), "allowed": places})


class NothingChanged(Refusal):
    def __init__(self) -> None:
        super().__init__(_("No version was saved: these words are in force already."))


def write_version(
    *,
    kind: str,
    language: str,
    space: str,
    texts: Mapping[str, str],
    note: str,
    by: Person,
    now: datetime,
) -> Template:
    """A space's own version of the sentences, from now on in force there."""
    check_places(kind=kind, texts=texts)
    if dict(wording_in_force(kind, language, space).texts) == dict(texts):
        raise NothingChanged
    return add_version(
        kind=kind, language=language, space=space, texts=texts, note=note, by=by, now=now
    )


def check_places(*, kind: str, texts: Mapping[str, str]) -> None:
    """Only values that the kind has may stand in braces."""
    allowed = kind_named(kind).placeholders
    wrong = [one for text in texts.values() for one in wrong_places(text, allowed)]
    if wrong:
        raise UnknownPlaces(dict.fromkeys(wrong), map(str, allowed.values()))


def return_to(*, version: Template, space: str, by: Person, now: datetime) -> Template:
    """An earlier version once more, as a new one: history is never rewritten."""
    note = _("As in version %(number)s") % {"number": version.number}
    return write_version(
        kind=version.kind,
        language=version.language,
        space=space,
        texts=version.texts,
        note=str(note),
        by=by,
        now=now,
    )


def template_in_force(*, kind: str, language: str, space: str, now: datetime) -> Template:
    """The version that a document issued now is made by; written down when it is not yet.

    A layout that has come with a new version of the platform makes a version of its own.
    """
    found = wording_in_force(kind, language, space).template
    if found is not None and found.layout == layout_digest(kind):
        return found
    try:
        return add_version(
            kind=kind,
            language=language,
            space=found.space if found else "",
            texts=found.texts if found else shipped_texts(kind, language),
            shipped=found is None,
            note="",
            by=None,
            now=now,
        )
    except ChangedMeanwhile:  # the same version, written by another in this very moment
        found = wording_in_force(kind, language, space).template
        if found is None:
            raise
        return found


@transaction.atomic
def add_version(
    *,
    kind: str,
    language: str,
    space: str,
    texts: Mapping[str, str],
    note: str,
    by: Person | None,
    now: datetime,
    shipped: bool = False,
) -> Template:
    """The next version; of two at the same moment the second is refused by the constraint."""
    newest = versions_of(kind, language, space).first()
    try:
        with transaction.atomic():
            return Template.objects.create(
                kind=kind,
                language=language,
                space=space,
                number=newest.number + 1 if newest else 1,
                texts=dict(texts),
                layout=layout_digest(kind),
                shipped=shipped,
                note=note[:300],
                made_at=now,
                made_by=by,
            )
    except IntegrityError as error:
        raise ChangedMeanwhile from error
