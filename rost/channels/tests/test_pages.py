"""Who reads which message, and what the staff see."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from conftest import NOW
from rost.channels.actions import send
from rost.channels.models import DeliveryState, Message
from rost.directory.models import AccessRecord, Role, RoleName, ScopeKind


@pytest.fixture
def letter(cast: Any) -> Message:
    message = send(
        person=cast.ramilya,
        dedupe="x",
        subject="Вы зарегистрированы",
        body="Ждём вас <b>в Уфе</b>.",
        now=NOW,
    )
    assert message is not None
    return message


def test_own_messages_are_listed_and_marked_until_read(
    cast: Any, letter: Message, signed_in: Any
) -> None:
    client = signed_in(cast.ramilya)

    before = client.get("/messages/").content.decode()
    opened = client.get(f"/messages/{letter.pk}/").content.decode()
    after = client.get("/messages/").content.decode()

    assert 'class="unread"' in before
    assert "&lt;b&gt;в Уфе" in opened
    assert 'class="unread"' not in after


def test_message_of_somebody_else_does_not_exist(
    cast: Any, letter: Message, signed_in: Any
) -> None:
    assert signed_in(cast.vera).get(f"/messages/{letter.pk}/").status_code == 404
    assert signed_in(cast.guzel).get(f"/messages/{letter.pk}/").status_code == 404


def test_stranger_is_asked_to_sign_in(client: Client, cast: Any, letter: Message) -> None:
    assert client.get("/messages/").status_code == 302
    assert client.get(f"/messages/{letter.pk}/").status_code == 302
    assert client.get("/messages/outbox/").status_code == 302


def test_outbox_shows_failures_to_the_organiser_and_notes_the_view(
    cast: Any, letter: Message, signed_in: Any
) -> None:
    Message.objects.update(state=DeliveryState.FAILED, error="550 no such user")

    page = signed_in(cast.guzel).get("/messages/outbox/?state=failed").content.decode()

    assert "550 no such user" in page
    record = AccessRecord.objects.get()
    assert (record.person, record.register, record.rows) == (cast.guzel, "channels.outbox", 1)


def test_outbox_is_closed_to_others(cast: Any, letter: Message, signed_in: Any) -> None:
    for person in (cast.vera, cast.ramilya, cast.azat, cast.marat):
        client = signed_in(person)
        assert client.get("/messages/outbox/").status_code == 403
        assert client.post(f"/messages/outbox/{letter.pk}/delivery/").status_code == 404


def test_organiser_of_one_edition_sees_what_that_edition_sent(
    cast: Any, letter: Message, signed_in: Any
) -> None:
    Role.objects.create(
        person=cast.vera,
        name=RoleName.ORGANISER,
        scope=ScopeKind.SPACE,
        space="forum.edition:7",
        held_from=NOW.date(),
        basis="приказ № 2",
    )
    send(
        person=cast.ildar, dedupe="y", subject="Автобус", body="…", now=NOW, space="forum.edition:7"
    )
    client = signed_in(cast.vera)

    page = client.get("/messages/outbox/").content.decode()

    assert "Автобус" in page
    assert "Вы зарегистрированы" not in page
    assert client.post(f"/messages/outbox/{letter.pk}/delivery/").status_code == 404


def test_send_again_is_a_post_of_the_organiser(cast: Any, letter: Message, signed_in: Any) -> None:
    Message.objects.update(state=DeliveryState.FAILED, error="550", due_at=None)
    client = signed_in(cast.guzel)

    assert client.get(f"/messages/outbox/{letter.pk}/delivery/").status_code == 405
    answer = client.post(f"/messages/outbox/{letter.pk}/delivery/", follow=True)

    assert answer.status_code == 200
    assert Message.objects.get().state == DeliveryState.QUEUED


def test_outbox_asks_the_database_no_more_for_many_messages(
    cast: Any, letter: Message, signed_in: Any, django_assert_num_queries: Any
) -> None:
    client = signed_in(cast.guzel)
    client.get("/messages/outbox/")
    for number in range(40):
        send(person=cast.vera, dedupe=f"n{number}", subject="…", body="…", now=NOW)

    with django_assert_num_queries(7):
        client.get("/messages/outbox/")
