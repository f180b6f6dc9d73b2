"""Approving the draft: a frozen version, and a message to exactly those it touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from rost.channels.actions import send
from rost.core.programme import codec
from rost.core.programme.consequences import moved, touched
from rost.core.programme.difference import Difference, SessionChange
from rost.core.programme.findings import Finding
from rost.core.programme.model import Programme
from rost.directory.models import Person
from rost.forum.actions.agenda import fill_session_seats
from rost.forum.actions.cards import shelve_edition
from rost.forum.actions.locking import lock_edition
from rost.forum.messages.findings import finding_text
from rost.forum.messages.notices import notice_of_changes
from rost.forum.models import (
    AgendaItem,
    Availability,
    Contribution,
    Edition,
    RegistrationStatus,
    Version,
)
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.findings import findings_of
from rost.forum.queries.versions import (
    approved_programme,
    draft_digest,
    next_programme,
    since,
)
from rost.forum.rules.programme import stopping_approval
from rost.forum.tasks import measure_papers
from rost.ui.refusals import Refusal


class ApprovalStopped(Refusal):
    def __init__(self, findings: Sequence[Finding], programme: Programme) -> None:
        self.findings = tuple(findings)
        reasons = " ".join(finding_text(finding, programme) for finding in findings)
        super().__init__(
            _("The programme was not approved. Mend this first: %(reasons)s") % {"reasons": reasons}
        )


class NothingToApprove(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nothing has changed since the last approved version."))


class NoSessions(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The programme has no sessions yet. Add some, then approve it."))


class DraftChanged(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The draft changed while you were reading it, nothing was approved. Look at the "
                "changes again and approve once more."
            )
        )


@transaction.atomic
def approve(
    *,
    edition: Edition,
    by: Person | None,
    note: str,
    now: datetime,
    seen: str | None = None,
) -> Version:
    """Freeze the draft as the next version, publish it, tell those it touches.

    `seen` is the `draft_digest` of the draft its approver looked at.
    """
    edition = lock_edition(edition)
    draft = draft_programme(edition)
    if seen is not None and seen != draft_digest(draft):
        raise DraftChanged
    if not draft.sessions:
        raise NoSessions
    if stopping := stopping_approval(findings_of(edition, draft)):
        raise ApprovalStopped(stopping, draft)
    old = approved_programme(edition)
    if old is not None and not since(old, draft):
        raise NothingToApprove
    last = edition.versions.aggregate(last=Max("number"))["last"] or 0
    programme = next_programme(old, draft, last + 1)
    version = Version.objects.create(
        edition=edition,
        number=last + 1,
        content=codec.dump(programme),
        digest=codec.digest(programme),
        note=note,
        approved_at=now,
        approved_by=by,
    )
    edition.published = version
    edition.save(update_fields=["published"])
    tell_those_touched(version, old=old, new=programme, now=now)
    fill_session_seats(edition=edition, now=now)  # a larger hall may seat those who wait
    shelve_edition(edition, now=now)
    measure_papers.enqueue(version.pk)
    return version


def tell_those_touched(
    version: Version, *, old: Programme | None, new: Programme, now: datetime
) -> None:
    """One message a person and version, all their changes in it; nobody else gets anything."""
    changes = changes_by_person(version.edition, since(old, new))
    for person in Person.objects.filter(pk__in=changes):
        notice = notice_of_changes(person, changes[person.pk], old=old, new=new)
        send(
            person=person,
            dedupe=f"forum.version:{version.pk}:{person.pk}",
            subject=notice.subject,
            body=notice.body,
            now=now,
            path=f"/forum/{version.edition.slug}/programme/",
            space=version.edition.space,
        )


def changes_by_person(edition: Edition, found: Difference) -> dict[int, list[SessionChange]]:
    """Changes of a person's own sessions, then of those in their agenda, each change once."""
    told: defaultdict[int, list[SessionChange]] = defaultdict(list)
    for person, changes in touched(found).items():
        told[person].extend(changes)
    by_code = moved(found)
    holders = (
        AgendaItem.objects.filter(session__edition=edition, session__code__in=by_code)
        .exclude(registration__status=RegistrationStatus.CANCELLED)
        .order_by("registration__person_id", "session__starts_at", "session__code")
        .values_list("registration__person_id", "session__code")
    )
    for person, code in holders:
        told[person].extend(one for one in by_code[code] if one not in told[person])
    return dict(told)


FORGOTTEN = UUID("3f3f0c52-8e4a-5b43-8d57-5a7f4f2f9d10")
"""Namespace of the identifiers of contributors whose data were removed."""


@transaction.atomic
def forget_person(person: Person, now: datetime) -> int:
    """Take a person out of the draft and out of every version; the sessions themselves stay.

    The only change an approved version ever sees. Its digest follows, so that kept copies go too.
    """
    gone, _rows = Contribution.objects.filter(person=person).delete()
    windows, _rows = Availability.objects.filter(person=person).delete()
    scrubbed = _scrub_versions(Version.objects.order_by("pk"), person.pk)
    for edition in Edition.objects.filter(published__in=scrubbed).select_related("published"):
        shelve_edition(edition, now=now)  # a topic of theirs was among the words
    return gone + windows + len(scrubbed)


def _scrub_versions(versions: Iterable[Version], person: int) -> list[int]:
    """Keys of the versions that named them."""
    scrubbed = []
    for version in versions:
        programme = codec.load(version.content)
        clean = without_person(programme, person)
        if clean == programme:
            continue
        Version.objects.filter(pk=version.pk).update(
            content=codec.dump(clean), digest=codec.digest(clean)
        )
        scrubbed.append(version.pk)
    return scrubbed


def without_person(programme: Programme, person: int) -> Programme:
    """The programme with the person's name, post, topic, place and identifiers removed."""

    def cleaned(session: Any) -> Any:
        if all(one.person != person for one in session.contributions):
            return session
        return replace(
            session,
            contributions=tuple(
                replace(
                    one,
                    person=None,
                    guid=str(uuid5(FORGOTTEN, f"{session.guid}:{place}")),
                    name="",
                    post="",
                    topic="",
                    territories=(),
                )
                if one.person == person
                else one
                for place, one in enumerate(session.contributions)
            ),
        )

    return replace(programme, sessions=tuple(cleaned(one) for one in programme.sessions))
