"""Signing in: a code by mail, a passkey, and the second step of staff."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import Visits
from tests.journeys.forms import code_in, press, send
from tests.journeys.site import Site, served

pytestmark = pytest.mark.browser

SIGNED_IN = "form[action='/account/logout/']"
ADMINISTRATOR, ANOTHER_ADMINISTRATOR = "alsu@rost.example", "azat@rost.example"
MAKE_ADMINISTRATORS = f"""
from datetime import date
from django.utils import timezone
from rost.directory.actions.people import add_person
from rost.directory.actions.roles import grant_role
for email in ("{ADMINISTRATOR}", "{ANOTHER_ADMINISTRATOR}"):
    person = add_person(surname="Галиева", given_name="Алсу", email=email, now=timezone.now())
    grant_role(
        person=person,
        name="administrator",
        scope="platform",
        held_from=date(2019, 10, 1),
        basis="№ 1",
    )
"""


@pytest.fixture(scope="module")
def strict_site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """No demonstration: staff rights sleep until the second step."""
    with served(tmp_path_factory.mktemp("strict"), demonstration=False) as site:
        site.run(MAKE_ADMINISTRATORS)
        yield site


def sign_in_by_letter(page: Page, site: Site, address: str) -> None:
    known = sum(to == address for to, _text in site.letters())
    page.goto("/account/login/")
    send(page, email=address)
    send(page, code=code_in(site.letter_to(address, after=known)))


def test_a_code_by_mail(visit: Visits) -> None:
    page = visit()

    sign_in_by_letter(page, visit.site, "resident@rost.example")

    assert page.url.endswith("/my/")
    assert page.locator(SIGNED_IN).count() == 1


def test_an_unknown_address_looks_the_same(visit: Visits) -> None:
    page = visit()
    page.goto("/account/login/")

    send(page, email="nobody@rost.example")

    assert "/account/login/code/confirm/" in page.url


def test_a_passkey_made_today_opens_the_door_tomorrow(visit: Visits) -> None:
    page = visit("moderator")
    add_virtual_authenticator(page)
    page.goto("/account/2fa/webauthn/add/")
    send(page, name="Телефон")
    page.goto("/account/second-factor/")
    assert page.get_by_text("Телефон").count() == 1
    press(page, page.locator(f"{SIGNED_IN} button"))
    assert page.locator(SIGNED_IN).count() == 0

    page.goto("/account/login/")
    press(page, page.locator("form[data-passkey=login] button"))

    assert page.locator(SIGNED_IN).count() == 1


def add_virtual_authenticator(page: Page) -> None:
    chromium = page.context.new_cdp_session(page)
    chromium.send("WebAuthn.enable")
    chromium.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_staff_rights_wake_with_a_new_passkey(visit: Visits, strict_site: Site) -> None:
    page = visit(site=strict_site)
    add_virtual_authenticator(page)
    sign_in_by_letter(page, strict_site, ANOTHER_ADMINISTRATOR)

    page.goto("/account/2fa/webauthn/add/")
    send(page, name="Телефон")

    page.goto("/directory/records/")
    assert page.url.endswith("/directory/records/")


def test_staff_rights_wake_with_a_code_from_an_application(
    visit: Visits, strict_site: Site
) -> None:
    page = visit(site=strict_site)
    sign_in_by_letter(page, strict_site, ADMINISTRATOR)
    page.goto("/directory/records/")
    assert "/account/second-factor/" in page.url

    page.goto("/account/2fa/totp/activate/")
    application = Application(page.locator("main code").inner_text())
    send(page, code=application.code())
    page.goto("/directory/records/")  # the code that switched it on is the confirmation
    assert page.url.endswith("/directory/records/")

    press(page, page.locator(f"{SIGNED_IN} button"))
    sign_in_by_letter(page, strict_site, ADMINISTRATOR)
    assert page.url.endswith("/account/2fa/authenticate/")
    send(page, code=application.code())
    assert page.locator(SIGNED_IN).count() == 1
    page.goto("/directory/records/")
    assert page.url.endswith("/directory/records/")


class Application:
    """Shows codes of RFC 6238 with its usual parameters: SHA-1, 30 seconds, six digits.

    A code works once, and the server takes those of the step before and of the one after.
    """

    def __init__(self, secret: str) -> None:
        self.key = base64.b32decode(secret + "=" * (-len(secret) % 8))
        self.used: set[int] = set()

    def code(self) -> str:
        now = int(time.time()) // 30
        step = next(one for one in (now, now + 1, now - 1) if one not in self.used)
        self.used.add(step)
        digest = hmac.new(self.key, struct.pack(">Q", step), hashlib.sha1).digest()
        start = digest[-1] & 15
        number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"
