"""Signing in through an outside service that speaks OpenID Connect, against a small one of our own.

The claims are those of OpenID Connect Core 1.0, section 5.1; middle_name carries the patronymic.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from rost.directory.models import Person

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("rost.directory.tests.urls_with_service"),
]
CLAIMS = {
    "sub": "77",
    "family_name": "Ғәлиева",
    "given_name": "Әлфиә",
    "middle_name": "Айҙар ҡыҙы",
    "email": "Alfiya@Example.org",
    "email_verified": True,
}


class Service(BaseHTTPRequestHandler):
    claims: ClassVar[dict[str, Any]] = {}

    def do_GET(self) -> None:
        home = f"http://{self.headers['Host']}"
        self.answer(
            self.claims
            if self.path == "/userinfo"
            else {
                "issuer": home,
                "authorization_endpoint": f"{home}/authorize",
                "token_endpoint": f"{home}/token",
                "userinfo_endpoint": f"{home}/userinfo",
                "jwks_uri": f"{home}/keys",
            }
        )

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer({"access_token": "t", "token_type": "bearer"})

    def answer(self, body: Any) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *args: Any) -> None:
        """Say nothing on the test's output."""


@pytest.fixture
def service(settings: Any) -> Iterator[type[Service]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": "Служба",
                    "client_id": "rost",
                    "secret": "s",
                    "settings": {"server_url": f"http://127.0.0.1:{server.server_port}"},
                }
            ]
        }
    }
    Service.claims = CLAIMS
    yield Service
    server.shutdown()
    server.server_close()


def come_in(client: Client) -> Any:
    away = client.get(reverse("openid_connect_login", args=["oidc"]))
    state = parse_qs(urlsplit(away.url).query)["state"][0]
    back = reverse("openid_connect_callback", args=["oidc"])
    return client.get(back, {"code": "c", "state": state})


def test_a_newcomer_gets_an_account_with_the_name_the_service_tells(
    client: Client, service: type[Service], db: None
) -> None:
    come_in(client)
    person = Person.objects.get()
    assert person.full_name == "Ғәлиева Әлфиә Айҙар ҡыҙы"
    assert person.email == "alfiya@example.org"
    assert person.search_name
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_verified_address_finds_the_person_who_has_it(
    client: Client, service: type[Service], cast: Any
) -> None:
    service.claims = CLAIMS | {"email": "ramilya@example.org"}
    come_in(client)
    assert client.session["_auth_user_id"] == str(cast.ramilya.pk)
    assert Person.objects.count() == 9


def test_an_unverified_address_finds_nobody(
    client: Client, service: type[Service], cast: Any
) -> None:
    service.claims = CLAIMS | {"email": "ramilya@example.org", "email_verified": False}
    come_in(client)
    assert "_auth_user_id" not in client.session


def test_the_service_is_no_second_factor_for_staff(
    client: Client, service: type[Service], cast: Any
) -> None:
    service.claims = CLAIMS | {"email": "alsu@example.org"}
    come_in(client)
    assert client.get(reverse("directory:records")).url.startswith(reverse("account_second_factor"))


def test_a_foreign_answer_without_our_state_is_refused(
    client: Client, service: type[Service], db: None
) -> None:
    back = reverse("openid_connect_callback", args=["oidc"])
    client.get(back, {"code": "c", "state": "made-up"})
    assert "_auth_user_id" not in client.session
    assert not Person.objects.exists()
