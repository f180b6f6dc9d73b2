"""Roles in one edition: an administrator gives them on a person's page, and they hold there."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Cast
from rost.directory.models import Role, RoleName, ScopeKind
from rost.directory.queries.spaces import space_titles, spaces_by_kind
from rost.forum.tests.registration_stage import make_edition

pytestmark = pytest.mark.django_db


def asked(**changes: str) -> dict[str, str]:
    return {
        "name": RoleName.ORGANISER,
        "scope": ScopeKind.SPACE,
        "held_from": "01.01.2020",
        "basis": "приказ № 5",
    } | changes


def test_an_organiser_of_one_edition_is_named_on_the_page_of_the_person(
    cast: Cast, signed_in: Any
) -> None:
    edition, other = make_edition(), make_edition(slug="other")
    person = f"/directory/people/{cast.vera.pk}/"
    administrator = signed_in(cast.alsu)

    offered = administrator.get(f"{person}roles/new/").content.decode()
    administrator.post(f"{person}roles/new/", asked(space=edition.space))

    assert "Муниципалитеты – территории роста, 2020" in offered
    role = Role.objects.get(person=cast.vera)
    assert (role.name, role.scope, role.space, role.territory) == (
        RoleName.ORGANISER,
        ScopeKind.SPACE,
        edition.space,
        None,
    )
    assert "Муниципалитеты – территории роста, 2020" in administrator.get(person).content.decode()
    organiser = signed_in(cast.vera)
    assert organiser.get("/forum/rost-2020/desk/").status_code == 200
    assert organiser.get(f"/forum/{other.slug}/desk/").status_code == 404


@pytest.mark.parametrize("space", ["", "forum.edition:0", "training.course:1"])
def test_a_role_is_granted_in_a_space_that_there_is(cast: Cast, signed_in: Any, space: str) -> None:
    make_edition()

    page = signed_in(cast.alsu).post(
        f"/directory/people/{cast.vera.pk}/roles/new/", asked(space=space)
    )

    assert "space" in page.context["form"].errors
    assert not Role.objects.filter(person=cast.vera).exists()


def test_a_space_left_in_the_form_does_not_narrow_a_role_on_the_platform(
    cast: Cast, signed_in: Any
) -> None:
    edition = make_edition()

    signed_in(cast.alsu).post(
        f"/directory/people/{cast.vera.pk}/roles/new/",
        asked(scope=ScopeKind.PLATFORM, space=edition.space),
    )

    assert Role.objects.get(person=cast.vera).space == ""


def test_editions_are_spaces_with_titles(cast: Cast) -> None:
    edition = make_edition()
    title = "Муниципалитеты – территории роста, 2020"

    assert [spaces for _kind, spaces in spaces_by_kind()] == [[(edition.space, title)]]
    assert space_titles([edition.space, "", "lost:1"]) == {edition.space: title}
