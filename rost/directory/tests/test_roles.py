"""Roles: granted by a document, for a scope, from a day; one door decides what they allow."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rost.directory.actions.roles import (
    LastAdministrator,
    PostOfAnother,
    RoleBasisMissing,
    RoleDatesOutOfOrder,
    RoleEnded,
    RoleHeld,
    ScopeUnclear,
    end_role,
    grant_role,
)
from rost.directory.models import Role, RoleName, ScopeKind
from rost.directory.queries import visitor_for
from rost.directory.rules import (
    EDIT_TERRITORY_PEOPLE,
    Grant,
    Reach,
    Visitor,
    may_change_address,
    reach,
)

pytestmark = pytest.mark.django_db

TODAY = date(2020, 1, 20)


def granted(person, **changes) -> Role:
    told = {
        "name": RoleName.EXPERT,
        "scope": ScopeKind.PLATFORM,
        "held_from": TODAY,
        "basis": "приказ № 9",
    }
    return grant_role(person=person, **(told | changes))


def test_a_role_is_granted_by_a_document(cast) -> None:
    with pytest.raises(RoleBasisMissing):
        granted(cast.vera, basis=" ")


def test_a_scope_names_what_it_needs_and_nothing_else(cast) -> None:
    for wrong in (
        {"scope": ScopeKind.TERRITORY},
        {"scope": ScopeKind.SPACE},
        {"scope": ScopeKind.PLATFORM, "territory": cast.ufa},
        {"scope": ScopeKind.TERRITORY, "territory": cast.ufa, "space": "forum.edition:1"},
    ):
        with pytest.raises(ScopeUnclear):
            granted(cast.vera, **wrong)


def test_the_same_role_is_not_granted_twice_for_the_same_days(cast) -> None:
    granted(cast.vera, held_to=date(2020, 12, 31))

    with pytest.raises(RoleHeld):
        granted(cast.vera, held_from=date(2020, 6, 1))
    assert granted(cast.vera, held_from=date(2021, 1, 1)).pk


def test_a_role_rests_on_a_post_of_the_same_person_and_within_its_dates(cast) -> None:
    post = cast.ramilya.posts.get()

    role = granted(cast.ramilya, post=post, held_from=date(2010, 1, 1))

    assert (role.held_from, role.held_to) == (post.held_from, None)
    with pytest.raises(PostOfAnother):
        granted(cast.vera, post=post)


def test_a_role_ends_on_its_last_day_and_once(cast) -> None:
    role = granted(cast.vera)

    assert end_role(role=role, on=TODAY).held_to == TODAY
    with pytest.raises(RoleEnded):
        end_role(role=role, on=date(2020, 2, 1))


def test_a_role_does_not_end_before_it_began(cast) -> None:
    with pytest.raises(RoleDatesOutOfOrder):
        end_role(role=granted(cast.vera), on=date(2020, 1, 1))


def test_the_last_administrator_stays(cast) -> None:
    role = cast.alsu.roles.get()

    with pytest.raises(LastAdministrator):
        end_role(role=role, on=TODAY)

    granted(cast.vera, name=RoleName.ADMINISTRATOR)
    assert end_role(role=role, on=TODAY).held_to == TODAY


def test_reach_is_the_whole_of_what_may_allows(cast, now: datetime) -> None:
    def of(person, *, strong: bool = True) -> Reach:
        return reach(visitor_for(person, now=now, strong=strong), EDIT_TERRITORY_PEOPLE)

    assert of(cast.nina) == Reach(everywhere=True)
    assert of(cast.nina, strong=False) == Reach()
    assert of(cast.azat) == Reach(territories=("80601000",))
    assert of(cast.vera) == Reach()
    assert of(cast.azat).covers(cast.askarovo.path)
    assert not of(cast.azat).covers(cast.other_district.path)


def test_an_address_that_opens_rights_is_changed_by_an_administrator_alone(cast, now) -> None:
    curator = visitor_for(cast.azat, now=now, strong=True)
    editor = visitor_for(cast.nina, now=now, strong=True)
    administrator = visitor_for(cast.alsu, now=now, strong=True)

    assert may_change_address(curator, cast.ildar, [])
    assert may_change_address(curator, cast.ildar, [RoleName.RESIDENT])
    assert not may_change_address(editor, cast.oleg, [RoleName.MODERATOR])
    assert may_change_address(administrator, cast.oleg, [RoleName.MODERATOR])


def test_who_has_signed_in_looks_after_the_address_alone(cast, now) -> None:
    cast.ildar.last_login = now

    stranger = Visitor(None, (Grant("editor", "platform"),), now, strong=True)
    assert not may_change_address(stranger, cast.ildar, [])
