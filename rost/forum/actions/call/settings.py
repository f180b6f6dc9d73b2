"""The organiser's side: the term, the text, the criteria."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.forum.actions.locking import lock_edition
from rost.forum.models import Call, Edition, ProjectVote, Review
from rost.forum.rules.call import DEFAULT_CRITERIA, Criterion, stored_criteria
from rost.ui.refusals import Refusal


class Terms(TypedDict):
    opens_at: datetime
    closes_at: datetime
    text: str
    minutes: int
    reviews_wanted: int
    hides_authors: bool
    vote_opens_at: datetime | None
    vote_closes_at: datetime | None
    vote_marks: int


class WrongTerm(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The closing hour comes after the opening one. Mend one of them."))


class VoteBegun(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody has voted already, so the number of marks stays. Nothing was changed: "
                "put the number back and save again."
            )
        )


class CriteriaInUse(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "Reviews have been sent by these criteria, so they stay: marks by different "
                "criteria cannot be compared. Nothing was changed."
            )
        )


@transaction.atomic
def set_call(*, edition: Edition, **terms: Unpack[Terms]) -> Call:
    """Announce the call or change it; a new one begins with the usual criteria."""
    edition = lock_edition(edition)
    check(terms)
    voted = ProjectVote.objects.filter(project__call__edition=edition)
    if voted.exclude(project__call__vote_marks=terms["vote_marks"]).exists():
        raise VoteBegun
    call, _new = Call.objects.update_or_create(
        edition=edition,
        defaults=dict(terms),
        create_defaults={**terms, "criteria": stored_criteria(DEFAULT_CRITERIA)},
    )
    return call


def check(terms: Terms) -> None:
    votes = terms["vote_opens_at"], terms["vote_closes_at"]
    if terms["opens_at"] >= terms["closes_at"]:
        raise WrongTerm
    if (votes[0] is None) != (votes[1] is None):
        raise WrongTerm
    if votes[0] is not None and votes[1] is not None and votes[0] >= votes[1]:
        raise WrongTerm


@transaction.atomic
def set_criteria(*, call: Call, criteria: Sequence[Criterion]) -> Call:
    call = Call.objects.select_for_update(of=("self",), no_key=True).get(pk=call.pk)
    stored = stored_criteria(criteria)
    if stored == call.criteria:
        return call
    if Review.objects.filter(project__call=call, sent_at__isnull=False).exists():
        raise CriteriaInUse
    call.criteria = stored
    call.save(update_fields=["criteria"])
    return call
