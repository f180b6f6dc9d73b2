"""A stranger registers: the form, an address, the code from the letter; nothing typed twice."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.directory.actions.people import add_person
from rost.directory.models import Consent, ConsentText, Person, Purpose
from rost.forum.models import Category, Edition, Question, Registration
from rost.forum.tests.registration_stage import make_category, make_edition

pytestmark = pytest.mark.django_db
PAGE = "/forum/rost-2020/registration/"
CONSENTS = (Purpose.PARTICIPATION, Purpose.MAILING, Purpose.PHOTO_VIDEO)


@pytest.fixture(autouse=True)
def _in_january_2020(db: None):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def edition(cast: Cast) -> Edition:
    for purpose in CONSENTS:
        ConsentText.objects.create(
            purpose=purpose, language="ru", version=99, body="Текст", valid_from=date(2020, 1, 1)
        )
    edition = make_edition()
    make_category(edition)
    return edition


def typed(**more: str) -> dict[str, str]:
    return {
        "surname": "Ғәлиева",
        "given_name": "Әлфиә",
        "patronymic": "Марат ҡыҙы",
        "phone": "+7 917 000-00-07",
        "place": "Аскаровский сельсовет",
        "post": "заместитель главы",
        "category": str(Category.objects.get().pk),
        "consent_participation": "on",
        "consent_photo_video": "on",
    } | more


def hidden_in(page: str) -> dict[str, str]:
    """What the first form of the page sends by itself, besides what is typed in it."""
    form = page[page.index('<form class="stack"') :]
    form = form[: form.index("</form>")]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: unescape(value) for name, value in found}


def code_in_letter() -> str:
    found = re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))
    assert found
    return found.group()


def send_form(client: Client, **more: str) -> str:
    """Send the form as a stranger; the page of signing in that follows."""
    answer = client.post(PAGE, typed(**more))
    assert answer.status_code == 302
    return client.get(answer["Location"]).content.decode()


def sign_up(client: Client, page: str, email: str) -> Any:
    """Press «for the first time», then type the code; the page one arrives at."""
    assert f'formaction="{reverse("account_signup")}"' in page
    client.post(reverse("account_signup"), hidden_in(page) | {"email": email})
    return client.post(
        reverse("account_email_verification_sent"), {"code": code_in_letter()}, follow=True
    )


def sign_in(client: Client, page: str, email: str) -> Any:
    answer = client.post(reverse("account_request_login_code"), hidden_in(page) | {"email": email})
    told = hidden_in(client.get(answer["Location"]).content.decode())
    return client.post(
        reverse("account_confirm_login_code"), told | {"code": code_in_letter()}, follow=True
    )


def test_form_address_code_and_the_seat_is_kept(edition: Edition, client: Client) -> None:
    question = Question.objects.create(edition=edition, topic="food", text="Что едите?")

    page = send_form(client, **{f"question_{question.pk}": "Без мяса"})
    arrived = sign_up(client, page, "alfiya@example.org")

    assert arrived.redirect_chain == [(PAGE, 302)]
    assert arrived.context["standing"]
    mine = Registration.objects.get()
    assert mine.person.full_name == "Ғәлиева Әлфиә Марат ҡыҙы"
    assert (mine.person.email, mine.person.phone) == ("alfiya@example.org", "+7 917 000-00-07")
    assert (mine.post, mine.answers) == ("заместитель главы", {str(question.pk): "Без мяса"})
    assert sorted(Consent.objects.values_list("purpose", flat=True)) == [
        Purpose.PARTICIPATION,
        Purpose.PHOTO_VIDEO,
    ]


def test_a_known_person_signs_in_and_is_registered_at_once(
    edition: Edition, client: Client
) -> None:
    person = add_person(surname="Ғәлиева", given_name="Әлфиә", email="alfiya@example.org", now=NOW)

    sign_in(client, send_form(client), "alfiya@example.org")

    assert Registration.objects.get().person == person


def test_somebody_else_who_signs_in_looks_through_the_form_first(
    edition: Edition, cast: Cast, client: Client
) -> None:
    arrived = sign_in(client, send_form(client), "vera@example.org")

    assert arrived.context["form"]["post"].value() == "заместитель главы"
    assert Registration.objects.count() == 0
    cast.vera.refresh_from_db()
    assert cast.vera.surname == "Ёлкина"


def test_mistakes_are_told_before_any_address_is_asked_for(
    edition: Edition, client: Client
) -> None:
    answer = client.post(PAGE, typed(phone="нет", consent_participation=""))

    assert set(answer.context["form"].errors) == {"phone", "consent_participation"}
    assert "заместитель главы" in answer.content.decode()


def test_a_wrong_address_gives_the_sign_up_page_with_all_that_was_told(
    edition: Edition, client: Client
) -> None:
    page = send_form(client)

    answer = client.post(reverse("account_signup"), hidden_in(page) | {"email": "нет"})

    shown = answer.context["form"]
    assert set(shown.errors) == {"email"}
    assert (shown["surname"].value(), shown["consent_participation"].value()) == ("Ғәлиева", True)
    assert hidden_in(answer.content.decode())["next"] == PAGE


def test_the_way_is_found_again_after_another_address(edition: Edition, client: Client) -> None:
    page = send_form(client)
    client.post(reverse("account_signup"), hidden_in(page) | {"email": "mistyped@example.org"})
    client.post(reverse("account_logout"), {"next": reverse("account_login")})

    again = client.get(reverse("account_login")).content.decode()
    sign_up(client, again, "alfiya@example.org")

    assert Registration.objects.get().person.email == "alfiya@example.org"


def test_after_an_hour_the_form_is_nobodys(edition: Edition, client: Client) -> None:
    send_form(client)

    with time_machine.travel(NOW + timedelta(hours=1, minutes=1), tick=False):
        page = client.get(f"{reverse('account_login')}?next={PAGE}").content.decode()

    assert "Ғәлиева" not in page


def test_no_form_is_spoken_of_on_the_way_to_another_page(edition: Edition, client: Client) -> None:
    send_form(client)

    page = client.get(f"{reverse('account_login')}?next=/my/").content.decode()

    assert "Ғәлиева" not in page


def test_known_and_unknown_addresses_are_answered_alike(edition: Edition, cast: Cast) -> None:
    for name in ("account_signup", "account_request_login_code"):
        seen = []
        for email in ("ramilya@example.org", f"new-{name}@example.org"):
            client, before = Client(), len(mail.outbox)
            page = send_form(client)
            answer = client.post(reverse(name), hidden_in(page) | {"email": email})
            next_page = client.get(answer["Location"]).content.decode().replace(email, "…")
            next_page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", next_page)
            seen.append((answer["Location"], next_page, len(mail.outbox) - before))
        assert seen[0] == seen[1]
    assert Person.objects.filter(email="ramilya@example.org").count() == 1
