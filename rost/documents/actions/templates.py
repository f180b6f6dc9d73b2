"""Writing a new version of a wording; versions are never changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import Person
from rost.documents.kinds.finding import layout_digest
from rost.documents.models import Template
from rost.documents.queries.templates import shipped_texts, versions_of, wording_in_force
from rost.ui.refusals import Refusal


class ChangedMeanwhile(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Somebody has saved a version in this very moment. Look at it and save yours again.")
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
