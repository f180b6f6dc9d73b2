"""Three answers make a draft."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.core.passport import Passport, Result
from rost.directory.models import Municipality, Person
from rost.library.actions.practices import begin_practice
from rost.library.models import Practice, PracticeState
from rost.ui.refusals import Refusal

MOST_DRAFTS = 50  # of one person: a limit against floods, not against zeal
LONGEST_TITLE = 100


class TooManyDrafts(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "You have very many drafts here. Go on with one of them, or remove one you do "
                "not need."
            )
        )


@transaction.atomic
def start_practice(
    *,
    author: Person,
    problem: str,
    solution: str,
    outcome: str,
    municipality: Municipality | None,
    language: str,
    now: datetime,
) -> Practice:
    """A draft at once; pressed twice it is one, for the same words begin nothing new."""
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=author.pk)
    title = title_from(solution)
    passport = Passport(
        title=title,
        territory=municipality.code if municipality is not None else "",
        problem=problem,
        solution=solution,
        results=(Result(outcome),) if outcome else (),
    )
    drafts = Practice.objects.filter(author=author, state=PracticeState.DRAFT)
    for one in drafts.filter(title=title, saving=0):
        stored = one.passport
        if (stored.get("problem"), stored.get("solution")) == (problem, solution):
            return one
    if drafts.count() >= MOST_DRAFTS:
        raise TooManyDrafts
    return begin_practice(
        author=author,
        passport=passport,
        municipality=municipality,
        title=title,
        language=language,
        now=now,
    )


def title_from(solution: str) -> str:
    """The first sentence of what was done, as a name to begin with.

    >>> title_from("Поставили фонари. Провели линию.")
    'Поставили фонари'
    """
    line = solution.strip().partition("\n")[0]
    for mark in (". ", "! ", "? ", "; "):
        line = line.partition(mark)[0]
    line = line.strip().rstrip(".!?;,")
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(None, 1)[0].rstrip(" ,–-:") + "…"
