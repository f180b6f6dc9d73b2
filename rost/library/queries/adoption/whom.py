"""«Whom to call»: the people of the original and of adoptions, as far as they agreed to it."""

from __future__ import annotations

from dataclasses import dataclass

from rost.core.passport import load
from rost.directory.models import Municipality
from rost.library.models import Adoption, Practice

from .doors import all_adoptions

MOST = 50


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who has done it; `adoption` is None for the authors of the practice."""

    place: Municipality | None
    text: str
    language: str
    adoption: Adoption | None = None

    @property
    def changed(self) -> str:
        return self.adoption.changed if self.adoption is not None else ""


def whom_to_call(practice: Practice) -> tuple[Contact, ...]:
    """The authors first, then adopters who agreed to be called; one query."""
    found = []
    version = practice.version
    if version is not None and practice.shows_contact:
        text = load(version.passport).contact
        if text:
            found.append(Contact(version.municipality, text, version.language))
    rows = (
        all_adoptions()
        .filter(practice=practice, contact_agreed_at__isnull=False)
        .exclude(contact="")
        .order_by("-began_at", "-id")[:MOST]
    )
    found += [Contact(one.municipality, one.contact, one.language, one) for one in rows]
    return tuple(found)
