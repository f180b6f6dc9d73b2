"""Coming in: code by mail, sign-up, second factor; what strangers cannot learn from it."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from rost.directory.actions.consents import load_consent_texts
from rost.directory.actions.people import enter_person
from rost.directory.models import Person, Purpose

SECRET = "JBSWY3DPEHPK3PXP"
pytestmark = pytest.mark.django_db


def ask_for_code(client: Client, email: str) -> Any:
    return client.post(reverse("account_request_login_code"), {"email": email})


def code_in_letter() -> str:
    found = re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))
    assert found
    return found.group()


def totp_code(secret: str, steps: int = 0) -> str:
    """What an application would show now, or so many half-minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def test_a_code_by_mail_signs_in(client: Client, cast: Any) -> None:
    assert ask_for_code(client, "ramilya@example.org").status_code == 302
    assert mail.outbox[-1].to == ["ramilya@example.org"]

    answer = client.post(reverse("account_confirm_login_code"), {"code": code_in_letter()})

    assert answer.status_code == 302
    assert answer.url == reverse("portal:my_page")
    assert client.session["_auth_user_id"] == str(cast.ramilya.pk)
    assert EmailAddress.objects.get(user=cast.ramilya).verified
    assert len(mail.outbox) == 1  # the code confirmed the address; no second letter


def test_a_code_by_mail_signs_in_whom_a_curator_has_entered(
    client: Client, cast: Any, now: Any
) -> None:
    entered = enter_person(
        surname="Сафиуллин",
        given_name="Рим",
        email="Rim@Example.org",
        registered_by=cast.azat,
        basis="звонок 20 января",
        now=now,
    )
    assert not EmailAddress.objects.filter(user=entered).exists()

    ask_for_code(client, "rim@example.org")
    client.post(reverse("account_confirm_login_code"), {"code": code_in_letter()})

    assert client.session["_auth_user_id"] == str(entered.pk)
    assert EmailAddress.objects.get(user=entered).verified


def test_the_letter_is_in_the_persons_language(client: Client, cast: Any) -> None:
    cast.marat.language = "en"
    cast.marat.save()

    ask_for_code(client, "MARAT@example.org")

    assert "is your code to sign in" in mail.outbox[-1].subject
    assert mail.outbox[-1].subject.startswith(code_in_letter())


def test_three_wrong_codes_end_the_attempt(client: Client, cast: Any) -> None:
    ask_for_code(client, "ramilya@example.org")
    right = code_in_letter()
    wrong = "000000" if right != "000000" else "111111"

    for _ in range(3):
        client.post(reverse("account_confirm_login_code"), {"code": wrong})
    client.post(reverse("account_confirm_login_code"), {"code": right})

    assert "_auth_user_id" not in client.session


def test_a_stranger_cannot_tell_a_known_address_from_an_unknown_one(cast: Any) -> None:
    """Same answers, same pages, one letter each; only the owner of the mailbox reads the rest."""
    seen = []
    for email in ("ramilya@example.org", "nobody@example.org"):
        client, before = Client(), len(mail.outbox)
        asked = ask_for_code(client, email)
        page = client.get(asked.url).content.decode().replace(email, "…")
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
        wrong = client.post(asked.url, {"code": "12"})
        seen.append((asked.status_code, asked.url, page, wrong.status_code))
        assert len(mail.outbox) == before + 1
        assert mail.outbox[-1].to == [email]
    assert seen[0] == seen[1]


def test_sign_up_answers_alike_for_known_and_unknown_addresses(cast: Any) -> None:
    load_consent_texts()
    seen = []
    for email in ("ramilya@example.org", "new@example.org"):
        client, before = Client(), len(mail.outbox)
        form = {"surname": "Новая", "given_name": "Анна", "email": email}
        answer = client.post(reverse("account_signup"), form | {"consent_participation": "on"})
        page = client.get(answer.url).content.decode().replace(email, "…")
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
        seen.append((answer.status_code, answer.url, page))
        assert len(mail.outbox) == before + 1
    assert seen[0] == seen[1]
    assert Person.objects.filter(email="ramilya@example.org").count() == 1


def test_sign_up_keeps_name_and_consent_and_confirms_the_address(client: Client, db: None) -> None:
    load_consent_texts()
    client.post(
        reverse("account_signup"),
        {
            "surname": "Ғәлиева",
            "given_name": "Әлфиә",
            "patronymic": "",
            "email": "Alfiya@Example.org",
            "consent_participation": "on",
        },
    )
    assert "_auth_user_id" not in client.session

    client.post(reverse("account_email_verification_sent"), {"code": code_in_letter()})

    person = Person.objects.get(email="alfiya@example.org")
    assert client.session["_auth_user_id"] == str(person.pk)
    assert person.full_name == "Ғәлиева Әлфиә"
    assert [one.purpose for one in person.consents.all()] == [Purpose.PARTICIPATION]
    assert not person.has_usable_password()


def test_sign_up_without_the_consent_is_given_back(client: Client, db: None) -> None:
    load_consent_texts()
    form = {"surname": "Иванова", "given_name": "Анна", "email": "anna@example.org"}

    answer = client.post(reverse("account_signup"), form)

    assert answer.status_code == 200
    assert 'value="Иванова"' in answer.content.decode()
    assert 'name="consent_participation"' in answer.content.decode()
    assert "checked" not in answer.content.decode()
    assert not Person.objects.exists()


def test_codes_are_asked_for_three_times_a_minute_at_most(client: Client, cast: Any) -> None:
    for _ in range(5):
        ask_for_code(Client(), "ramilya@example.org")
    assert len(mail.outbox) == 3


@pytest.mark.parametrize(
    "name",
    [
        "account_change_password",
        "account_set_password",
        "account_reset_password",
        "account_reset_password_done",
        "account_reauthenticate",
    ],
)
def test_password_pages_do_not_exist(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_password_opens_nothing(client: Client, cast: Any) -> None:
    cast.ramilya.set_password("secret")
    cast.ramilya.save()

    form = {"login": "ramilya@example.org", "email": "ramilya@example.org", "password": "secret"}
    client.post(reverse("account_login"), form)

    assert "_auth_user_id" not in client.session


def test_staff_rights_sleep_until_a_second_factor(client: Client, cast: Any) -> None:
    """An administrator with a mailed code alone is led to the second factor, and then let in.

    The code that switches it on is the confirmation: no second one is asked for.
    """
    ask_for_code(client, "alsu@example.org")
    answer = client.post(reverse("account_confirm_login_code"), {"code": code_in_letter()})
    assert answer.url == reverse("account_second_factor")

    refused = client.get(reverse("directory:records"))
    assert refused.url == reverse("account_second_factor") + "?next=%2Fdirectory%2Frecords%2F"

    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    done = client.post(reverse("mfa_activate_totp"), {"code": totp_code(secret)})
    assert done.url == reverse("mfa_view_recovery_codes")
    assert client.get(done.url).status_code == 200
    assert client.get(reverse("directory:records")).status_code == 200


def test_a_wrong_code_switches_nothing_on_and_wakes_nothing(client: Client, cast: Any) -> None:
    ask_for_code(client, "alsu@example.org")
    client.post(reverse("account_confirm_login_code"), {"code": code_in_letter()})
    client.get(reverse("mfa_activate_totp"))

    answer = client.post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert answer.context["form"].errors["code"]
    assert not Authenticator.objects.filter(user=cast.alsu).exists()
    assert client.get(reverse("directory:records")).status_code == 302


def test_a_factor_switched_on_elsewhere_wakes_nothing_here(client: Client, cast: Any) -> None:
    """Another session of the same person, held by somebody who reads the mailbox."""
    ask_for_code(client, "alsu@example.org")
    client.post(reverse("account_confirm_login_code"), {"code": code_in_letter()})
    client.get(reverse("mfa_activate_totp"))
    TOTP.activate(cast.alsu, SECRET)

    client.post(reverse("mfa_activate_totp"), {"code": totp_code(SECRET)})

    assert client.get(reverse("directory:records")).status_code == 302


def test_the_next_sign_in_asks_for_the_second_factor_at_once(client: Client, cast: Any) -> None:
    TOTP.activate(cast.alsu, SECRET)
    ask_for_code(client, "alsu@example.org")

    half = client.post(reverse("account_confirm_login_code"), {"code": code_in_letter()})
    assert half.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session

    assert client.get(half.url).status_code == 200
    client.post(half.url, {"code": totp_code(SECRET)})
    assert client.get(reverse("directory:records")).status_code == 200


def test_what_one_person_confirmed_does_not_count_for_the_next(client: Client, cast: Any) -> None:
    """Authentication records belong to a person: a leftover of another session gives nothing."""
    client.force_login(cast.alsu)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": 1, "type": "totp"}]
    session["account_authentication_methods_user"] = str(cast.vera.pk)
    session.save()

    assert client.get(reverse("directory:records")).url.startswith(reverse("account_second_factor"))


def test_pages_of_signing_in_are_readable_in_three_languages(client: Client, db: None) -> None:
    for name in ("account_login", "account_signup", "account_code"):
        for language in ("ru", "ba", "en"):
            with translation.override(language):
                page = client.get(reverse(name))
            assert page.status_code == 200
            assert f'<html lang="{language}"' in page.content.decode()
            assert "style=" not in page.content.decode()
