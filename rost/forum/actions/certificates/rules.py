"""Who is entitled to a certificate and who signs it; papers issued before stay as they are."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.forum.actions.locking import lock_edition
from rost.forum.models import AttendanceRules, Edition, HoursBasis
from rost.ui.refusals import Refusal


class NoHoursToShare(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "To count by day, first say how many hours of participation the whole forum "
                "has: «The forum», «Hours of training in the certificate»."
            )
        )


@transaction.atomic
def set_certificate_rules(
    *,
    edition: Edition,
    least_hours: int,
    share_percent: int,
    hour_minutes: int,
    signatory_post: str,
    signatory_name: str,
    basis: str = HoursBasis.SESSIONS,
) -> AttendanceRules:
    edition = lock_edition(edition)
    if basis == HoursBasis.DAYS and not edition.participation_hours:
        raise NoHoursToShare
    row, _new = AttendanceRules.objects.update_or_create(
        edition=edition,
        defaults={
            "basis": basis,
            "least_hours": least_hours,
            "share_percent": share_percent,
            "hour_minutes": hour_minutes,
            "signatory_post": signatory_post.strip(),
            "signatory_name": signatory_name.strip(),
        },
    )
    return row
