"""Certificates in the background: issuing, sending, printing – each may be done twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rost.directory.models import Person
from rost.directory.rules import Visitor, may
from rost.documents.actions.batches import open_batch
from rost.documents.models import Batch
from rost.documents.queries.works import Progress, Result, Work
from rost.forum.models import Edition, Registration
from rost.forum.queries.certificates import certificates_of, standings_of
from rost.forum.rules import ISSUE_CERTIFICATES

from .issuing import issue_certificates
from .printing import certificates_to_print
from .renewing import renew_certificates
from .sending import send_certificates

ISSUING, SENDING = "forum.certificates", "forum.certificates.sending"
PRINTING, RENEWING = "forum.certificates.printing", "forum.certificates.renewing"


def open_issuing(
    *,
    edition: Edition,
    registrations: Iterable[int] | None,
    wording: str,
    language: str,
    send: bool,
    by: Person | None,
    interface: str,
    now: datetime,
) -> Batch:
    """Ask for certificates of these registrations; None: of everybody ready by then."""
    chosen = None if registrations is None else sorted(set(registrations))
    return open_batch(
        work=ISSUING,
        space=edition.space,
        language=interface,
        title=_("Certificates: issuing"),
        wanted={"registrations": chosen, "wording": wording, "language": language, "send": send},
        by=by,
        now=now,
    )


def open_sending(
    *,
    edition: Edition,
    documents: Iterable[int],
    why: str,
    by: Person | None,
    interface: str,
    now: datetime,
) -> Batch:
    return open_batch(
        work=SENDING,
        space=edition.space,
        language=interface,
        title=_("Certificates: sending"),
        wanted={"documents": sorted(set(documents)), "why": why},
        by=by,
        now=now,
    )


def open_renewing(
    *,
    edition: Edition,
    registrations: Iterable[int],
    why: str,
    wording: str,
    by: Person | None,
    interface: str,
    now: datetime,
) -> Batch:
    return open_batch(
        work=RENEWING,
        space=edition.space,
        language=interface,
        title=_("Certificates: issuing anew"),
        wanted={"registrations": sorted(set(registrations)), "why": why, "wording": wording},
        by=by,
        now=now,
    )


def open_printing(
    *,
    edition: Edition,
    documents: Iterable[int],
    why: str,
    by: Person | None,
    interface: str,
    now: datetime,
) -> list[Batch]:
    """A file for each language that the certificates are in: the layout has one at a time."""
    rows = certificates_of(edition, documents).values_list("language", "pk")
    found: dict[str, list[int]] = {}
    for language, pk in rows:
        found.setdefault(language, []).append(pk)
    return [
        open_batch(
            work=PRINTING,
            space=edition.space,
            language=interface,
            title=_("Certificates: printing, %(language)s") % {"language": language_name(language)},
            wanted={"documents": own, "language": language, "why": why},
            by=by,
            now=now,
        )
        for language, own in sorted(found.items())
    ]


def language_name(code: str) -> str:
    return {"ru": _("in Russian"), "ba": _("in Bashkir"), "en": _("in English")}.get(code, code)


def run_issuing(batch: Batch, progress: Progress, now: datetime) -> Result:
    edition, wanted = edition_of(batch), batch.wanted
    rows = Registration.objects.filter(edition=edition)
    chosen = wanted["registrations"] is not None
    if chosen:
        rows = rows.filter(pk__in=wanted["registrations"])
    else:
        ready = [pk for pk, one in standings_of(edition).items() if one.ready or one.paper]
        rows = rows.filter(pk__in=ready)
    done = issue_certificates(
        edition=edition,
        registrations=rows.only("pk"),
        by=batch.asked_by,
        now=now,
        progress=progress,
        wording=wanted["wording"],
        language=wanted["language"],
    )
    said = [
        ngettext("%(n)s certificate issued.", "%(n)s certificates issued.", done.made)
        % {"n": done.made}
    ]
    if chosen and done.there:
        said.append(_("Issued before: %(n)s.") % {"n": done.there})
    if chosen and done.refused:
        said.append(_("Not entitled: %(n)s.") % {"n": sum(done.refused.values())})
    if wanted["send"]:
        issued = certificates_of(edition)
        if chosen:
            abouts = [f"forum.registration:{pk}" for pk in wanted["registrations"]]
            issued = issued.filter(about__in=abouts)
        sent = send_certificates(
            edition=edition,
            documents=issued.only("pk"),
            by=batch.asked_by,
            now=now,
            occasion=occasion_of(batch),
            progress=progress,
        )
        said.append(_("Sent: %(n)s.") % {"n": sent.told})
    return Result(rows=done.made, note=" ".join(said))


def run_sending(batch: Batch, progress: Progress, now: datetime) -> Result:
    edition = edition_of(batch)
    done = send_certificates(
        edition=edition,
        documents=certificates_of(edition, batch.wanted["documents"]).only("pk"),
        by=batch.asked_by,
        now=now,
        why=batch.wanted["why"],
        occasion=occasion_of(batch),
        progress=progress,
    )
    said = [_("Sent: %(n)s.") % {"n": done.told}]
    if done.passed:
        said.append(_("Sent before and left alone: %(n)s.") % {"n": done.passed})
    return Result(rows=done.told, note=" ".join(said))


def run_renewing(batch: Batch, progress: Progress, now: datetime) -> Result:
    done = renew_certificates(
        edition=edition_of(batch),
        registrations=batch.wanted["registrations"],
        why=batch.wanted["why"],
        wording=batch.wanted["wording"],
        by=batch.asked_by,
        now=now,
        progress=progress,
    )
    said = [_("Revoked and issued anew: %(n)s.") % {"n": done.made}]
    if done.left:
        said.append(_("Left as they are, presence no longer suffices: %(n)s.") % {"n": done.left})
    return Result(rows=done.made, note=" ".join(said))


def run_printing(batch: Batch, progress: Progress, now: datetime) -> Result:
    edition = edition_of(batch)
    made, number = certificates_to_print(
        edition=edition,
        documents=batch.wanted["documents"],
        language=batch.wanted["language"],
        by=batch.asked_by,
        now=now,
        why=batch.wanted["why"],
        occasion=occasion_of(batch),
        progress=progress,
    )
    name = f"certificates-{edition.slug}-{batch.wanted['language']}.pdf" if made else ""
    note = "" if made else _("None of these certificates is in force any more.")
    return Result(rows=number, note=note, file_name=name, data=made)


def occasion_of(batch: Batch) -> str:
    return f"documents.batch:{batch.pk}"


def edition_of(batch: Batch) -> Edition:
    editions = Edition.objects.select_related("published").defer("published__content")
    return editions.get(pk=int(batch.space.rpartition(":")[2]))


def may_see(visitor: Visitor, batch: Batch) -> bool:
    return may(visitor, ISSUE_CERTIFICATES, space=batch.space)


WORKS = (
    Work(ISSUING, gettext_lazy("Certificates: issuing"), run_issuing, may_see),
    Work(SENDING, gettext_lazy("Certificates: sending"), run_sending, may_see),
    Work(RENEWING, gettext_lazy("Certificates: issuing anew"), run_renewing, may_see),
    Work(PRINTING, gettext_lazy("Certificates: printing"), run_printing, may_see),
)
