"""Entering, changing and approving organisations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
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
from rost.directory.models import (
    Municipality,
    Organisation,
    OrganisationKind,
    Person,
    Post,
    PostKind,
    Role,
    RoleName,
    ScopeKind,
)
from rost.directory.queries.visitors import local_day
from rost.ui.refusals import Refusal

from .posts import give_post
from .roles import grant_role

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


class AuthorityMissing(Refusal):
    """A representative acts on the strength of a document."""


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


@transaction.atomic
def change_organisation(
    *,
    organisation: Organisation,
    kind: str,
    name: str,
    short_name: str,
    inn: str,
    ogrn: str,
    municipality: Municipality | None,
    site: str,
    keeps_approval: bool,
    now: datetime,
) -> Organisation:
    """Change an organisation; a new name or code awaits approval anew unless a moderator did it."""
    before = (organisation.kind, organisation.name, organisation.inn, organisation.ogrn)
    _describe(organisation, kind, name, short_name, inn, ogrn)
    organisation.municipality = municipality
    organisation.site = site
    after = (organisation.kind, organisation.name, organisation.inn, organisation.ogrn)
    loses = before != after and not keeps_approval and organisation.approved_at is not None
    if loses:
        organisation.approved_at = organisation.approved_by = None
    _save(organisation)
    if loses:
        _stop_acting(organisation, local_day(now))
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
    day = local_day(now)
    waiting = Post.objects.filter(organisation=organisation, kind=PostKind.REPRESENTATIVE)
    for post in waiting.filter(held_to__gte=day).select_related("person"):
        _let_act(organisation, post, max(day, post.held_from), by)
    return organisation


@transaction.atomic
def withdraw_approval(*, organisation: Organisation, now: datetime) -> Organisation:
    """The organisation may not act until it is approved again: its roles end at once."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.approved_at is None:
        raise NotApproved(_("This organisation is not approved."))
    organisation.approved_at = None
    organisation.approved_by = None
    organisation.save(update_fields=["approved_at", "approved_by"])
    _stop_acting(organisation, local_day(now))
    return organisation


@transaction.atomic
def name_representative(
    *,
    organisation: Organisation,
    person: Person,
    title: str,
    held_from: date,
    held_to: date,
    basis: str,
    granted_by: Person | None = None,
) -> Post:
    """A named person speaks for the organisation until a day; acts for it once it is approved."""
    if not basis.strip():
        raise AuthorityMissing(
            _("Name the document by which the person speaks for the organisation.")
        )
    post = give_post(
        person=person,
        kind=PostKind.REPRESENTATIVE,
        title=title,
        organisation=organisation,
        held_from=held_from,
        held_to=held_to,
        basis=basis,
    )
    if organisation.approved_at is not None:
        _let_act(organisation, post, held_from, granted_by)
    return post


def space_of(organisation: Organisation) -> str:
    """The space in which its representatives' roles hold."""
    return f"directory.organisation:{organisation.pk}"


def _let_act(organisation: Organisation, post: Post, day: date, by: Person | None) -> None:
    held = Role.objects.filter(person=post.person, post=post, space=space_of(organisation))
    if held.held_on(day).exists():
        return
    grant_role(
        person=post.person,
        name=RoleName.REPRESENTATIVE,
        scope=ScopeKind.SPACE,
        space=space_of(organisation),
        post=post,
        held_from=day,
        held_to=post.held_to,
        basis=post.basis or str(PostKind.REPRESENTATIVE.label),
        granted_by=by,
    )


def _stop_acting(organisation: Organisation, day: date) -> None:
    """Roles that began before today end yesterday; those of today or later never were."""
    roles = Role.objects.filter(space=space_of(organisation))
    roles.filter(held_from__gte=day).delete()
    in_force = Q(held_to__isnull=True) | Q(held_to__gte=day)
    roles.filter(in_force).update(held_to=day - timedelta(days=1))


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
