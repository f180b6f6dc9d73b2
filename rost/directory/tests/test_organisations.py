"""Organisations: entered, checked, approved; they act through named people until a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from rost.core.codes import Fault
from rost.directory.actions.organisations import (
    ApprovedAlready,
    AuthorityMissing,
    CodeWrong,
    NotApproved,
    OgrnTaken,
    add_organisation,
    approve_organisation,
    change_organisation,
    code_faults,
    name_representative,
    space_of,
    withdraw_approval,
)
from rost.directory.models import Organisation, OrganisationKind, Person, Role
from rost.directory.queries import visitor_for
from rost.directory.queries.organisations import (
    find_organisations,
    get_organisation_for,
    organisations_for,
)

pytestmark = pytest.mark.django_db

TODAY = date(2020, 1, 20)
INN, OGRN = "7707083893", "1027700132195"  # a well-known bank: published by itself


def ngo(**changes) -> Organisation:
    told = {"kind": OrganisationKind.NGO, "name": "Фонд «Агидель»", "inn": INN, "ogrn": OGRN}
    return add_organisation(**(told | changes))


def speaks(organisation: Organisation, person: Person, **changes):
    told = {
        "title": "председатель",
        "held_from": TODAY,
        "held_to": date(2020, 12, 31),
        "basis": "устав",
    }
    return name_representative(organisation=organisation, person=person, **(told | changes))


def roles_of(organisation: Organisation, day: date) -> list[Person]:
    roles = Role.objects.filter(space=space_of(organisation)).held_on(day)
    return [role.person for role in roles.select_related("person")]


def test_numbers_are_kept_without_spaces_and_names_are_searchable() -> None:
    fund = ngo(inn=" 7707 083 893 ", short_name="Ағиҙел")

    assert (fund.inn, fund.search_name, fund.approved_at) == (
        INN,
        "агизел фонд агидель",
        None,
    )


@pytest.mark.parametrize(
    ("kind", "inn", "ogrn", "faults"),
    [
        ("ngo", INN, OGRN, []),
        ("ngo", "", "", []),
        ("ngo", "7707083894", OGRN, [("inn", Fault.CONTROL)]),
        ("ngo", INN, "1027700132196", [("ogrn", Fault.CONTROL)]),
        ("ngo", "77070838", "abc", [("inn", Fault.LENGTH), ("ogrn", Fault.NOT_DIGITS)]),
        ("ngo", "500100732259", OGRN, [("inn", Fault.LENGTH)]),
        ("business", "500100732259", "304500116000157", []),
        ("ngo", INN, "304500116000157", [("ogrn", Fault.LENGTH)]),
    ],
)
def test_numbers_are_checked_by_their_control_digits(kind, inn, ogrn, faults) -> None:
    found = code_faults(kind=kind, inn=inn, ogrn=ogrn)

    assert [(one.field, one.fault) for one in found] == faults


def test_an_organisation_with_a_wrong_number_is_not_entered() -> None:
    with pytest.raises(CodeWrong):
        ngo(inn="7707083894")

    assert Organisation.objects.count() == 0


def test_an_ogrn_belongs_to_one_organisation_and_an_empty_one_to_many() -> None:
    ngo()

    with pytest.raises(OgrnTaken):
        ngo(name="Другой фонд")
    assert ngo(name="ТОС «Родник»", ogrn="").pk != ngo(name="ТОС «Заря»", ogrn="").pk


def test_only_an_approved_organisation_acts(cast, now: datetime) -> None:
    fund = ngo()
    speaks(fund, cast.vera)
    assert roles_of(fund, TODAY) == []

    approve_organisation(organisation=fund, by=cast.oleg, now=now)

    role = Role.objects.get(space=space_of(fund))
    assert (role.person, role.name, role.held_to, role.granted_by) == (
        cast.vera,
        "representative",
        date(2020, 12, 31),
        cast.oleg,
    )


def test_a_representative_named_later_acts_at_once(cast, now) -> None:
    fund = approve_organisation(organisation=ngo(), by=cast.oleg, now=now)

    speaks(fund, cast.vera)

    assert roles_of(fund, TODAY) == [cast.vera]
    assert roles_of(fund, date(2021, 1, 1)) == []


def test_a_representative_has_a_document(cast) -> None:
    with pytest.raises(AuthorityMissing):
        speaks(ngo(), cast.vera, basis="")


def test_a_withdrawn_approval_stops_everyone_at_once(cast, now) -> None:
    fund = ngo()
    speaks(fund, cast.vera)
    approve_organisation(organisation=fund, by=cast.oleg, now=now - timedelta(days=3))
    speaks(fund, cast.nina)

    withdraw_approval(organisation=fund, now=now)

    assert roles_of(fund, TODAY) == []
    approve_organisation(organisation=fund, by=cast.oleg, now=now)
    assert set(roles_of(fund, TODAY)) == {cast.vera, cast.nina}


def test_approval_is_given_once_and_withdrawn_once(cast, now) -> None:
    fund = approve_organisation(organisation=ngo(), by=cast.oleg, now=now)

    with pytest.raises(ApprovedAlready):
        approve_organisation(organisation=fund, by=cast.oleg, now=now)
    withdraw_approval(organisation=fund, now=now)
    with pytest.raises(NotApproved):
        withdraw_approval(organisation=fund, now=now)


@pytest.mark.parametrize(("by_moderator", "approved"), [(True, True), (False, False)])
def test_a_new_name_is_checked_again_unless_a_moderator_wrote_it(
    cast, now, by_moderator: bool, approved: bool
) -> None:
    fund = ngo()
    speaks(fund, cast.vera)
    fund = approve_organisation(organisation=fund, by=cast.oleg, now=now)

    change_organisation(
        organisation=fund,
        kind=fund.kind,
        name="Фонд «Уфа»",
        short_name="",
        inn=fund.inn,
        ogrn=fund.ogrn,
        municipality=cast.ufa,
        site="",
        keeps_approval=by_moderator,
        now=now,
    )

    fund.refresh_from_db()
    assert (fund.approved_at is not None) == approved
    assert bool(roles_of(fund, TODAY)) == approved


def test_one_that_waits_is_seen_by_moderators_and_its_own_people(cast, now) -> None:
    fund = ngo()
    speaks(fund, cast.vera)

    def sees(person) -> bool:
        visitor = visitor_for(person, now=now, strong=True)
        return get_organisation_for(visitor, fund.pk, day=TODAY) == fund

    assert {name: sees(getattr(cast, name)) for name in ("oleg", "vera", "ramilya", "azat")} == {
        "oleg": True,
        "vera": True,
        "ramilya": False,
        "azat": False,
    }
    assert not sees(None)


def test_organisations_are_found_by_words_and_numbers(cast, now) -> None:
    fund = approve_organisation(organisation=ngo(), by=cast.oleg, now=now)
    everyone = organisations_for(visitor_for(None, now=now, strong=False), day=TODAY)

    def found(text: str, **filters: str) -> list[Organisation]:
        return list(find_organisations(everyone, text, **filters))

    assert found("ФОНД аги") == found("7707") == found("", kind="ngo") == [fund]
    assert found("бизнес") == found("", kind="business") == []
