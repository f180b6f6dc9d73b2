"""Pages of one's own account: another address, a second factor, each readable without scripts."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse

import rost.directory
from rost.directory.actions.people import change_person
from rost.directory.adapters.account import confirm_address

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"
TEMPLATES = Path(rost.directory.__file__).parent / "templates"


def code_in_letter() -> str:
    found = re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))
    assert found
    return found.group()


def totp_code(steps: int = 0) -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + steps))


# -- Another address -----------------------------------------------------------------------------


def test_a_new_address_takes_the_place_of_the_old_once_confirmed(signed_in: Any, cast: Any) -> None:
    confirm_address(cast.vera, "vera@example.org")
    client = signed_in(cast.vera)

    client.post(reverse("account_email"), {"email": "Vera@New.example", "action_add": "1"})
    cast.vera.refresh_from_db()
    assert cast.vera.email == "vera@example.org"
    client.post(reverse("account_email_verification_sent"), {"code": code_in_letter()})

    cast.vera.refresh_from_db()
    assert cast.vera.email == "vera@new.example"
    assert [one.email for one in EmailAddress.objects.filter(user=cast.vera)] == [cast.vera.email]


def test_a_person_without_an_address_gets_one(signed_in: Any, cast: Any) -> None:
    client = signed_in(cast.ildar)
    client.post(reverse("account_email"), {"email": "ildar@example.org", "action_add": "1"})
    client.post(reverse("account_email_verification_sent"), {"code": code_in_letter()})
    cast.ildar.refresh_from_db()
    assert cast.ildar.email == "ildar@example.org"


def test_somebody_elses_address_is_refused_without_saying_whose(signed_in: Any, cast: Any) -> None:
    client = signed_in(cast.vera)
    taken = client.post(reverse("account_email"), {"email": "alsu@example.org", "action_add": "1"})
    free = client.post(reverse("account_email"), {"email": "free@example.org", "action_add": "1"})
    assert (taken.status_code, taken.headers.get("Location")) == (
        free.status_code,
        free.headers.get("Location"),
    )
    assert len(mail.outbox) == 2
    cast.alsu.refresh_from_db()
    assert cast.alsu.email == "alsu@example.org"


def test_an_address_changed_by_somebody_else_no_longer_opens_the_account(
    client: Client, cast: Any
) -> None:
    confirm_address(cast.vera, "vera@example.org")
    change_person(
        person=cast.vera,
        surname="Ёлкина",
        given_name="Вера",
        patronymic="",
        email="new@example.org",
        phone="",
        home=None,
        language="ru",
    )
    client.post(reverse("account_request_login_code"), {"email": "vera@example.org"})
    assert not re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))


# -- Pages ---------------------------------------------------------------------------------------

PAGES = [
    "account_email",
    "account_logout",
    "account_second_factor",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_list_webauthn",
    "usersessions_list",
    "directory:my_data",
    "directory:profile",
    "directory:deletion",
]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_account_opens_and_keeps_to_the_policy(
    signed_in: Any, cast: Any, client: Client, name: str
) -> None:
    page = signed_in(cast.vera).get(reverse(name))
    assert page.status_code == 200
    text = page.content.decode()
    assert " style=" not in text
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)
    assert not re.search(r"\son\w+=", text)
    assert client.get(reverse(name)).status_code == 302  # a stranger


def test_pages_of_a_second_factor_open_after_a_confirmation(signed_in: Any, cast: Any) -> None:
    TOTP.activate(cast.vera, SECRET)
    client = signed_in(cast.vera)
    names = ("mfa_generate_recovery_codes", "mfa_deactivate_totp")
    for name in names:
        assert client.get(reverse(name)).url.startswith(reverse("mfa_reauthenticate"))

    assert client.get(reverse("mfa_reauthenticate")).status_code == 200
    client.post(reverse("mfa_reauthenticate"), {"code": totp_code()})
    for name in names:
        assert client.get(reverse(name)).status_code == 200
    client.post(reverse("mfa_generate_recovery_codes"))
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert len(codes) == 10
    assert codes[0] in client.get(reverse("mfa_download_recovery_codes")).content.decode()


def test_a_code_of_the_application_works_once(signed_in: Any, cast: Any) -> None:
    TOTP.activate(cast.vera, SECRET)
    code = totp_code()
    signed_in(cast.vera).post(reverse("mfa_reauthenticate"), {"code": code})
    again = signed_in(cast.vera).post(reverse("mfa_reauthenticate"), {"code": code})
    assert again.context["form"].has_error("code")


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.*")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_every_template_compiles(path: Path) -> None:
    get_template(str(path.relative_to(TEMPLATES)))
