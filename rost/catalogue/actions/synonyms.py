"""What editors do with the list of synonyms."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.catalogue.models import Synonym
from rost.catalogue.queries.synonyms import Term, group_of, is_shipped, terms
from rost.core.language import fold, slug, words
from rost.ui.refusals import Refusal

LONGEST_GROUP = 40


class NothingToFind(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The search does not look for such words: write a word that carries a meaning.")
        )


class AlreadyListed(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("These words stand in this group already. If they are switched off, switch them on.")
        )


@transaction.atomic
def add_synonym(
    *, said: str, same_as: str, language: str, way: str, note: str, now: datetime
) -> str:
    """Put words into the group of `same_as`, into a new one if it stands in none; its code."""
    if not words(said, language) or not words(same_as, language):
        raise NothingToFind
    listed = terms()
    group = group_of(same_as, listed)
    if not group:
        group = _new_group(same_as, listed)
        Synonym.objects.create(group=group, words=same_as, language=language, changed_at=now)
    if any(one.group == group and fold(one.words) == fold(said) for one in terms()):
        raise AlreadyListed
    Synonym.objects.create(
        group=group, words=said, language=language, way=way, note=note, changed_at=now
    )
    return group


def switch_synonym(*, term: Term, off: bool, now: datetime) -> None:
    """Make the term count no more, or again; a shipped one that counts needs no row."""
    if not off and is_shipped(term):
        Synonym.objects.filter(group=term.group, words=term.words).delete()
        return
    facts = {"language": term.language, "way": term.way, "note": term.note}
    Synonym.objects.update_or_create(
        group=term.group,
        words=term.words,
        defaults={**facts, "is_off": off, "changed_at": now},
    )


def _new_group(said: str, listed: tuple[Term, ...]) -> str:
    taken = {one.group for one in listed}
    base = slug(said, maximum=LONGEST_GROUP - 4)
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(one for one in (base, *numbered) if one not in taken)
