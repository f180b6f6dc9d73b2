"""Entering, changing and approving organisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from rost.core.codes import (
    Fault,
    check_inn,
    check_ogrn,
    check_ogrnip,
    check_organisation_inn,
    clean,
)
from rost.core.language import fold, sort_key
from rost.directory.models import Municipality, Organisation, OrganisationKind, Person
from rost.ui.refusals import Refusal

OGRNIP_DIGITS = 15


@dataclass(frozen=True, slots=True)
class CodeFault:
    """Which code of an organisation is wrong, and what is wrong with it."""

    field: str  # "inn" or "ogrn"
    fault: Fault


class CodeWrong(Refusal):
    """An INN or OGRN does not stand the check; `faults` say which and why."""

    def __init__(self, faults: tuple[CodeFault, ...]) -> None:
        super().__init__(_("The INN or the OGRN is written wrongly: check it by the document."))
        self.faults = faults


class OrganisationNameMissing(Refusal):
    """An organisation needs a name."""


class OgrnTaken(Refusal):
    """Another organisation has this OGRN."""


class ApprovedAlready(Refusal):
    """The organisation is approved."""


class NotApproved(Refusal):
    """The organisation is not approved."""


def add_organisation(
    *,
    kind: str,
    name: str,
    short_name: str = "",
    inn: str = "",
    ogrn: str = "",
    municipality: Municipality | None = None,
    site: str = "",
    valid_from: date | None = None,
    demonstration: bool = False,
) -> Organisation:
    """Enter an organisation; it waits for approval before it can act."""
    organisation = Organisation(valid_from=valid_from, is_demonstration=demonstration)
    _describe(organisation, kind, name, short_name, inn, ogrn)
    organisation.municipality = municipality
    organisation.site = site
    _save(organisation)
    return organisation


def change_organisation(
    organisation: Organisation,
    *,
    kind: str,
    name: str,
    short_name: str,
    inn: str,
    ogrn: str,
    municipality: Municipality | None,
    site: str,
    keeps_approval: bool,
) -> Organisation:
    """Change an organisation; a new name or code awaits approval anew unless a moderator did it."""
    before = (organisation.kind, organisation.name, organisation.inn, organisation.ogrn)
    _describe(organisation, kind, name, short_name, inn, ogrn)
    organisation.municipality = municipality
    organisation.site = site
    after = (organisation.kind, organisation.name, organisation.inn, organisation.ogrn)
    if before != after and not keeps_approval:
        organisation.approved_at = None
        organisation.approved_by = None
    _save(organisation)
    return organisation


@transaction.atomic
def approve_organisation(
    *, organisation: Organisation, by: Person | None, now: datetime
) -> Organisation:
    """A moderator has checked the organisation."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.approved_at is not None:
        raise ApprovedAlready(_("This organisation is approved already."))
    organisation.approved_at = now
    organisation.approved_by = by
    organisation.save(update_fields=["approved_at", "approved_by"])
    return organisation


@transaction.atomic
def withdraw_approval(*, organisation: Organisation) -> Organisation:
    """The organisation may not act until it is approved again."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.approved_at is None:
        raise NotApproved(_("This organisation is not approved."))
    organisation.approved_at = None
    organisation.approved_by = None
    organisation.save(update_fields=["approved_at", "approved_by"])
    return organisation


def code_faults(*, kind: str, inn: str, ogrn: str) -> tuple[CodeFault, ...]:
    """What is wrong with the codes; only a business may carry those of an entrepreneur."""
    inn, ogrn = clean(inn), clean(ogrn)
    business = kind == OrganisationKind.BUSINESS
    found = []
    if inn and (fault := (check_inn if business else check_organisation_inn)(inn)):
        found.append(CodeFault("inn", fault))
    entrepreneur = business and len(ogrn) == OGRNIP_DIGITS
    if ogrn and (fault := (check_ogrnip if entrepreneur else check_ogrn)(ogrn)):
        found.append(CodeFault("ogrn", fault))
    return tuple(found)


def _describe(
    organisation: Organisation, kind: str, name: str, short_name: str, inn: str, ogrn: str
) -> None:
    organisation.kind = kind
    organisation.name = " ".join(name.split())
    organisation.short_name = " ".join(short_name.split())
    if not organisation.name:
        raise OrganisationNameMissing(_("Write the name of the organisation."))
    faults = code_faults(kind=kind, inn=inn, ogrn=ogrn)
    if faults:
        raise CodeWrong(faults)
    organisation.inn = clean(inn)
    organisation.ogrn = clean(ogrn)
    both = " ".join(dict.fromkeys(filter(None, (organisation.short_name, organisation.name))))
    organisation.search_name = fold(both)[:500]
    organisation.sort_key = sort_key(organisation.short_name or organisation.name)[:500]


def _save(organisation: Organisation) -> None:
    """The database decides whether an OGRN is free."""
    try:
        with transaction.atomic():
            organisation.save()
    except IntegrityError as error:
        same = Organisation.objects.filter(ogrn=organisation.ogrn).exclude(pk=organisation.pk)
        if organisation.ogrn and same.exists():
            raise OgrnTaken(
                _("An organisation with this OGRN is in the register already: open that one.")
            ) from error
        raise
