"""Whether the vote stands open, and whether to this person."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.forum.models import Call, Edition, Mark, Registration, RegistrationStatus
from rost.forum.rules.vote import Standing, standing

COMING = (RegistrationStatus.CONFIRMED, RegistrationStatus.REQUESTED)


def standing_of(call: Call, now: datetime) -> Standing:
    return standing(
        opens_at=call.vote_opens_at,
        closes_at=call.vote_closes_at,
        announced_at=call.vote_result_at,
        now=now,
    )


def vote_is_open(edition: Edition, now: datetime) -> bool:
    call = Call.objects.filter(edition=edition).first()
    return call is not None and standing_of(call, now) is Standing.OPEN


def marks_at(edition: Edition) -> Q:
    return Q(door__edition=edition, voided_at__isnull=True)


def has_doors(edition: Edition) -> bool:
    """Whether any mark of presence was taken: then only those who came vote."""
    return Mark.objects.filter(marks_at(edition)).exists()


def those_who_came(edition: Edition) -> set[int]:
    """Registrations with a mark, their own or of a badge of theirs; one query."""
    rows = Mark.objects.filter(marks_at(edition)).order_by()
    pairs = rows.values_list("registration_id", "badge__registration_id").distinct()
    return {one for pair in pairs for one in pair if one is not None}


def electorate_of(edition: Edition) -> set[int]:
    """Everybody who may vote, by the number of the registration; three queries."""
    rows = Registration.objects.filter(edition=edition)
    if has_doors(edition):
        came = those_who_came(edition)
        going = rows.filter(status__in=COMING)
        return came & set(going.values_list("pk", flat=True))
    confirmed = rows.filter(status=RegistrationStatus.CONFIRMED)
    return set(confirmed.values_list("pk", flat=True))


def closed_for(registration: Registration) -> str | Promise:
    """Why this participant may not vote; empty when they may."""
    if registration.status not in COMING:
        return _("Your registration to this forum is not in force, so you cannot vote.")
    if has_doors(registration.edition):
        own = Q(registration=registration) | Q(badge__registration=registration)
        if not Mark.objects.filter(marks_at(registration.edition) & own).exists():
            return _(
                "Those who came vote, and no door has marked you yet. Have your badge marked at "
                "the entrance, then open this page again."
            )
        return ""
    if registration.status != RegistrationStatus.CONFIRMED:
        return _("Your registration waits for confirmation: only confirmed participants vote.")
    return ""
