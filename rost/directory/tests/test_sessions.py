"""Where a person is signed in, and signing out elsewhere or everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from rost.directory.queries.sessions import device_of

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Linux; Android 12; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"


def sign_in(person: Any, agent: str = PHONE) -> Client:
    """Sign in the way a person does, so that the device is noted."""
    from datetime import timedelta

    from django.utils import timezone

    from rost.directory.actions.keys import issue_key

    client = Client(HTTP_USER_AGENT=agent)
    _key, secret = issue_key(
        person=person,
        kind="link",
        issued_by=None,
        now=timezone.now(),
        valid_for=timedelta(days=1),
    )
    client.post(reverse("account_key", args=[secret]))
    return client


def is_signed_in(client: Client) -> bool:
    return client.get(reverse("directory:my_data")).status_code == 200


def test_devices_are_listed_with_this_one_first(cast: Any) -> None:
    here, there = sign_in(cast.vera), sign_in(cast.vera, "Mozilla/5.0 (Windows NT 10.0)")
    shown = here.get(reverse("usersessions_list")).context["sessions"]
    assert [one.is_current for one in shown] == [True, False]
    assert [str(one.device) for one in shown] == [str(device_of(PHONE)), str(device_of("Windows"))]
    assert is_signed_in(there)


def test_one_device_is_signed_out_and_only_by_its_owner(cast: Any) -> None:
    here, there = sign_in(cast.vera), sign_in(cast.vera)
    other = UserSession.objects.get(session_key=there.session.session_key)
    address = reverse("account_session_closing", args=[other.pk])

    assert sign_in(cast.nina).post(address).status_code == 404
    assert is_signed_in(there)
    here.post(address)
    assert (is_signed_in(here), is_signed_in(there)) == (True, False)


def test_signing_out_everywhere_ends_this_session_too(cast: Any) -> None:
    here, there = sign_in(cast.vera), sign_in(cast.vera)
    here.post(reverse("account_sessions_closing"))
    assert (is_signed_in(here), is_signed_in(there)) == (False, False)


def test_a_session_is_not_closed_by_a_link(cast: Any) -> None:
    here = sign_in(cast.vera)
    assert here.get(reverse("account_sessions_closing")).status_code == 405
    assert is_signed_in(here)
