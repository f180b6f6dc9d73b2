"""Posts and the roles that rest on them: given, ended, handed over."""

from __future__ import annotations

from datetime import date

import pytest

from rost.directory.actions.posts import (
    DatesOutOfOrder,
    EndMissing,
    HeadInOffice,
    PlaceClosed,
    PlaceMissing,
    PostEnded,
    end_post,
    give_post,
    hand_over,
)
from rost.directory.actions.roles import grant_role
from rost.directory.models import Municipality, Post, Role, RoleName, ScopeKind
from rost.directory.queries import visitor_for
from rost.directory.rules import EDIT_TERRITORY_PEOPLE, may

pytestmark = pytest.mark.django_db

SPRING = date(2020, 3, 1)


@pytest.fixture
def headship(cast) -> Post:
    """Рамиля's post of head, with the role of a curator of her own settlement resting on it."""
    post = cast.ramilya.posts.get()
    grant_role(
        person=cast.ramilya,
        name=RoleName.CURATOR,
        scope=ScopeKind.TERRITORY,
        territory=cast.askarovo,
        post=post,
        held_from=date(2019, 10, 1),
        basis="распоряжение № 4",
    )
    return post


def test_a_municipality_has_one_head_at_a_time(cast) -> None:
    with pytest.raises(HeadInOffice):
        give_post(
            person=cast.vera,
            kind="head",
            title="глава",
            municipality=cast.askarovo,
            held_from=SPRING,
        )


def test_a_past_head_stands_beside_the_present_one(cast) -> None:
    past = give_post(
        person=cast.vera,
        kind="head",
        title="глава",
        municipality=cast.askarovo,
        held_from=date(2014, 9, 20),
        held_to=date(2019, 9, 19),
    )

    assert past.pk is not None


def test_a_post_is_in_a_municipality_or_in_an_organisation(cast) -> None:
    with pytest.raises(PlaceMissing):
        give_post(person=cast.vera, kind="expert", title="", held_from=SPRING)


def test_a_representative_acts_until_a_named_day(cast) -> None:
    with pytest.raises(EndMissing):
        give_post(
            person=cast.vera,
            kind="representative",
            title="председатель",
            municipality=cast.ufa,
            held_from=SPRING,
        )


def test_dates_stand_in_order(cast) -> None:
    with pytest.raises(DatesOutOfOrder):
        give_post(
            person=cast.vera,
            kind="expert",
            title="",
            municipality=cast.ufa,
            held_from=SPRING,
            held_to=date(2020, 2, 29),
        )


def test_nobody_takes_a_post_in_a_municipality_that_is_not_in_force(cast) -> None:
    Municipality.objects.filter(pk=cast.ufa.pk).update(valid_to=date(2019, 12, 31))

    with pytest.raises(PlaceClosed):
        give_post(
            person=cast.vera, kind="expert", title="", municipality=cast.ufa, held_from=SPRING
        )


def test_a_post_does_not_outlive_its_municipality(cast) -> None:
    Municipality.objects.filter(pk=cast.ufa.pk).update(valid_to=date(2020, 12, 31))
    told = {"person": cast.vera, "kind": "expert", "title": "", "municipality": cast.ufa}

    with pytest.raises(PlaceClosed):
        give_post(held_from=SPRING, **told)
    assert give_post(held_from=SPRING, held_to=date(2020, 12, 31), **told).pk


def test_rights_end_together_with_the_post(cast, headship, now) -> None:
    end_post(post=headship, on=date(2020, 1, 19))

    visitor = visitor_for(cast.ramilya, now=now, strong=True)  # 20 January
    role = Role.objects.get(post=headship)
    assert role.held_to == date(2020, 1, 19)
    assert not may(visitor, EDIT_TERRITORY_PEOPLE, territory=cast.askarovo.path)


def test_rights_last_through_the_last_day(cast, headship, now) -> None:
    end_post(post=headship, on=date(2020, 1, 20))

    visitor = visitor_for(cast.ramilya, now=now, strong=True)
    assert may(visitor, EDIT_TERRITORY_PEOPLE, territory=cast.askarovo.path)


def test_a_role_that_had_not_begun_never_comes_into_force(cast, headship) -> None:
    later = grant_role(
        person=cast.ramilya,
        name=RoleName.EXPERT,
        scope=ScopeKind.PLATFORM,
        post=headship,
        held_from=date(2020, 6, 1),
        basis="распоряжение № 5",
    )

    end_post(post=headship, on=SPRING)

    assert not Role.objects.held_on(date(2020, 6, 1)).filter(pk=later.pk).exists()


def test_a_post_ends_once(cast, headship) -> None:
    end_post(post=headship, on=SPRING)

    with pytest.raises(PostEnded):
        end_post(post=headship, on=date(2020, 4, 1))


def test_a_successor_gets_the_post_and_its_roles_from_the_first_day(cast, headship, now) -> None:
    taken = hand_over(
        post=headship, successor=cast.vera, on=SPRING, basis="решение Совета № 7", now=now
    )

    headship.refresh_from_db()
    assert (headship.held_to, headship.succeeded_by) == (date(2020, 2, 29), taken)
    assert (taken.person, taken.kind, taken.title, taken.municipality, taken.held_from) == (
        cast.vera,
        "head",
        headship.title,
        cast.askarovo,
        SPRING,
    )
    roles = Role.objects.order_by("held_from").filter(post__in=[headship, taken])
    assert [(r.person, r.name, r.territory, r.held_from, r.held_to, r.basis) for r in roles] == [
        (
            cast.ramilya,
            RoleName.CURATOR,
            cast.askarovo,
            date(2019, 10, 1),
            date(2020, 2, 29),
            "распоряжение № 4",
        ),
        (cast.vera, RoleName.CURATOR, cast.askarovo, SPRING, None, "решение Совета № 7"),
    ]


def test_a_post_that_has_ended_can_still_be_handed_over_with_its_roles_closed(
    cast, headship, now
) -> None:
    end_post(post=headship, on=date(2020, 2, 10))

    taken = hand_over(post=headship, successor=cast.vera, on=SPRING, basis="решение № 7", now=now)

    headship.refresh_from_db()
    assert headship.held_to == date(2020, 2, 10)
    assert taken.roles.count() == 0


def test_a_post_is_handed_over_once(cast, headship, now) -> None:
    hand_over(post=headship, successor=cast.vera, on=SPRING, basis="решение № 7", now=now)

    with pytest.raises(PostEnded):
        hand_over(post=headship, successor=cast.nina, on=SPRING, basis="решение № 8", now=now)


def test_a_handover_that_fails_leaves_everything_as_it_was(cast, headship, now) -> None:
    with pytest.raises(DatesOutOfOrder):
        hand_over(
            post=headship,
            successor=cast.vera,
            on=SPRING,
            held_to=date(2020, 2, 1),
            basis="решение № 7",
            now=now,
        )

    headship.refresh_from_db()
    assert (headship.held_to, headship.roles.get().held_to) == (None, None)


def test_nobody_takes_over_before_the_post_began(cast, headship, now) -> None:
    with pytest.raises(DatesOutOfOrder):
        hand_over(
            post=headship, successor=cast.vera, on=date(2019, 9, 20), basis="решение", now=now
        )
