"""Keys of one use: the link of a paper invitation and the code a curator dictates."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rost.directory.actions.keys import (
    DemonstrationOnly,
    KeyRefused,
    issue_code,
    issue_key,
    revoke_keys,
    use_key,
)
from rost.directory.models import KeyKind, Role, SignInKey
from rost.directory.queries.keys import CODE_ALPHABET, code_as_issued

pytestmark = pytest.mark.django_db


def link(person: Any, **changes: Any) -> str:
    given = {
        "person": person,
        "kind": KeyKind.LINK,
        "issued_by": None,
        "now": timezone.now(),
        "valid_for": timedelta(days=14),
    }
    return issue_key(**(given | changes))[1]


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_a_link_greets_first_and_signs_in_by_the_button(client: Client, cast: Any) -> None:
    address = reverse("account_key", args=[link(cast.ramilya, leads_to="/forum/")])

    page = client.get(address)
    assert "Рамиля Айратовна!" in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"  # the address is the secret
    assert "no-store" in page["Cache-Control"]
    assert signed_in_as(client) is None  # a preview of the link spends nothing

    answer = client.post(address)
    assert answer.url == "/forum/"
    assert signed_in_as(client) == str(cast.ramilya.pk)


def test_a_person_without_e_mail_comes_in_by_a_link(client: Client, cast: Any) -> None:
    client.post(reverse("account_key", args=[link(cast.ildar)]))
    assert signed_in_as(client) == str(cast.ildar.pk)


def test_used_expired_revoked_and_unknown_links_look_the_same(cast: Any) -> None:
    now = timezone.now()
    used = link(cast.ramilya)
    use_key(secret=used, now=now)
    expired = link(cast.ramilya, now=now - timedelta(days=15))
    revoked = link(cast.ramilya)
    revoke_keys(person=cast.ramilya, now=now)

    pages = set()
    for secret in (used, expired, revoked, "made-up"):
        for method in ("get", "post"):
            address = reverse("account_key", args=[secret])
            answer = getattr(Client(), method)(address)
            assert answer.status_code == 410
            pages.add(answer.content.decode().replace(secret, "…"))
    assert len(pages) == 1
    assert "Рамиля" not in pages.pop()


def test_the_log_holds_no_secret(
    client: Client, cast: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="rost.access")
    secret = link(cast.ramilya)
    client.get(reverse("account_key", args=[secret]))
    logged = [str(vars(record)) for record in caplog.records]
    assert any("/account/key/…/" in line for line in logged)
    assert not any(secret in line for line in logged)


def test_a_key_works_once(cast: Any, now: Any) -> None:
    secret = link(cast.ramilya, now=now)
    assert use_key(secret=secret, now=now).person == cast.ramilya
    with pytest.raises(KeyRefused):
        use_key(secret=secret, now=now)


def test_the_table_holds_no_secret(cast: Any) -> None:
    secret = link(cast.ramilya)
    values = " ".join(str(value) for value in SignInKey.objects.values_list().get())
    assert secret not in values


def test_a_closed_account_is_not_opened_by_a_key(cast: Any, now: Any) -> None:
    secret = link(cast.ramilya, now=now)
    cast.ramilya.is_active = False
    cast.ramilya.save()
    with pytest.raises(KeyRefused):
        use_key(secret=secret, now=now)


def test_a_link_leads_only_inside_the_site(cast: Any) -> None:
    with pytest.raises(ValueError, match="path of this site"):
        link(cast.ramilya, leads_to="//elsewhere.example/")


def test_a_link_does_not_replace_the_second_factor(client: Client, cast: Any) -> None:
    from allauth.mfa.totp.internal.auth import TOTP

    TOTP.activate(cast.alsu, "JBSWY3DPEHPK3PXP")
    answer = client.post(reverse("account_key", args=[link(cast.alsu)]))
    assert answer.url == reverse("mfa_authenticate")
    assert signed_in_as(client) is None


def test_a_link_opened_by_somebody_signed_in_changes_the_person(cast: Any) -> None:
    client = Client()
    client.force_login(cast.vera)
    client.post(reverse("account_key", args=[link(cast.ildar)]))
    assert signed_in_as(client) == str(cast.ildar.pk)


def test_demonstration_links_work_again_and_only_in_demonstration(
    cast: Any, settings: Any, now: Any
) -> None:
    settings.DEMO = True
    secret = link(cast.guzel, kind=KeyKind.DEMONSTRATION, now=now)
    use_key(secret=secret, now=now)
    assert use_key(secret=secret, now=now).person == cast.guzel

    settings.DEMO = False
    with pytest.raises(KeyRefused):
        use_key(secret=secret, now=now)
    with pytest.raises(DemonstrationOnly):
        link(cast.guzel, kind=KeyKind.DEMONSTRATION)


# -- Codes of a curator --------------------------------------------------------------------------


def give_code(client: Client, person: Any) -> Any:
    return client.post(reverse("account_code_for", args=[person.pk]))


def test_a_curator_dictates_a_code_and_the_person_comes_in(signed_in: Any, cast: Any) -> None:
    page = give_code(signed_in(cast.azat), cast.ildar)
    dictated = page.context["code"]
    assert "no-store" in page["Cache-Control"]
    assert len(dictated) == 9

    client = Client()
    client.post(reverse("account_code"), {"code": dictated.lower().replace("-", " ")})

    assert signed_in_as(client) == str(cast.ildar.pk)


def test_the_code_may_be_typed_with_latin_letters(cast: Any) -> None:
    assert code_as_issued("aekm-ptyx") == "АЕКМРТУХ"
    assert set(CODE_ALPHABET).isdisjoint("0О1З8БВН")


def test_a_code_lives_a_day_and_a_new_one_replaces_it(cast: Any, now: Any) -> None:
    _key, first = issue_code(person=cast.ildar, issued_by=cast.azat, now=now)
    _key, second = issue_code(person=cast.ildar, issued_by=cast.azat, now=now)
    with pytest.raises(KeyRefused):
        use_key(secret=first, now=now)
    with pytest.raises(KeyRefused):
        use_key(secret=second, now=now + timedelta(hours=24))
    assert use_key(secret=second, now=now + timedelta(hours=23)).person == cast.ildar


def test_a_curator_gives_no_codes_outside_the_own_territory(signed_in: Any, cast: Any) -> None:
    client = signed_in(cast.azat)
    listed = client.get(reverse("account_codes")).context["page"].object_list
    assert {person.pk for person in listed} == {cast.ramilya.pk, cast.ildar.pk}

    assert give_code(client, cast.vera).status_code == 404
    assert not SignInKey.objects.exists()


def test_a_curator_gives_no_code_to_somebody_with_rights(signed_in: Any, cast: Any) -> None:
    """Otherwise a curator could become an organiser by moving in with one."""
    Role.objects.create(
        person=cast.ramilya,
        name="organiser",
        scope="platform",
        held_from="2019-10-01",
        basis="приказ № 2",
    )
    assert give_code(signed_in(cast.azat), cast.ramilya).status_code == 404
    assert give_code(signed_in(cast.azat), cast.azat).status_code == 404
    assert give_code(signed_in(cast.alsu), cast.ramilya).status_code == 200  # an administrator


@pytest.mark.parametrize("who", ["ramilya", "guzel", "marat", "vera", "nina", "oleg"])
def test_nobody_else_gives_codes(signed_in: Any, cast: Any, who: str) -> None:
    client = signed_in(getattr(cast, who))
    assert client.get(reverse("account_codes")).status_code == 404
    assert give_code(client, cast.ildar).status_code == 404


def test_guessing_codes_is_stopped(client: Client, cast: Any, settings: Any) -> None:
    settings.SIGN_IN_KEY_RATE_LIMITS = {"code": "3/m/ip"}
    _key, secret = issue_code(person=cast.ildar, issued_by=cast.azat, now=timezone.now())
    for _ in range(3):
        client.post(reverse("account_code"), {"code": "2222-2222"})

    answer = client.post(reverse("account_code"), {"code": secret})

    assert answer.context["form"].has_error("code")
    assert signed_in_as(client) is None
