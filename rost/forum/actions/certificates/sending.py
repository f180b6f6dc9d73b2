"""Sending certificates to their holders: once by itself, again only with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.models import AccessRecord, Person
from rost.documents.actions.handling import note_many
from rost.documents.models import Act, Document, Handling
from rost.documents.queries.handling import SENDINGS
from rost.forum.messages.certificates import tell_certificate
from rost.forum.models import Edition
from rost.forum.queries.certificates import certificates_of
from rost.ui.refusals import Refusal

from .issuing import log_access, parts

Progress = Callable[[int, int], None]


class WhyAgain(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("These certificates have been sent before. Say why they are sent again.")
        )


@dataclass
class Sent:
    """`passed`: sent before, and no reason was given to do it again."""

    told: int = 0
    passed: int = 0


def send_certificates(
    *,
    edition: Edition,
    documents: Iterable[Document],
    by: Person | None,
    now: datetime,
    why: str = "",
    occasion: str = "",
    progress: Progress | None = None,
) -> Sent:
    """Tell the holders of certificates in force; those sent before only with a reason.

    `occasion` names this sending («documents.batch:7»): done twice, it tells nobody twice.
    """
    wanted, done = [one.pk for one in documents], Sent()
    occasion = occasion or f"{now:%Y-%m-%dT%H:%M:%S.%f}"
    for part in parts(wanted):
        with transaction.atomic():
            papers = list(  # locked: whoever revokes one meanwhile waits, or is seen here
                certificates_of(edition, part)
                .select_related("holder")
                .select_for_update(of=("self",))
            )
            earlier = set(
                Handling.objects.filter(document__in=papers, act__in=SENDINGS)
                .exclude(about=occasion)
                .values_list("document_id", flat=True)
            )
            again = why.strip()
            chosen = [one for one in papers if again or one.pk not in earlier]
            told = [
                one
                for one in chosen
                if tell_certificate(
                    one, edition, occasion=occasion if one.pk in earlier else "", now=now
                )
            ]
            note_many(act=Act.SENT, documents=told, by=by, now=now, about=occasion, reason=again)
            log_access(AccessRecord.Act.SEND, edition, rows=len(told), by=by, now=now)
            done.told += len(told)
            done.passed += len(papers) - len(chosen)
        if progress is not None:
            progress(done.told + done.passed, len(wanted))
    return done
