"""A message is written once, leaves by mail, and a failure stays in sight."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django_tasks_db.models import DBTaskResult

from conftest import NOW
from rost.channels import tasks
from rost.channels.actions import AlreadySent, NoAddress, send, send_again
from rost.channels.models import DeliveryState, Message
from rost.channels.rules import ATTEMPTS, LEASE


class RefusingBackend(EmailBackend):
    """A mail server that takes no letter."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPRecipientsRefused({"ramilya@example.org": (550, b"no such user")})


@pytest.fixture
def refusing(settings: Any) -> Any:
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    return settings


def work() -> None:
    """Do what waits in the queue, as a worker would (a real one closes the test's connection)."""
    while (row := DBTaskResult.objects.ready().first()) is not None:
        row.claim("test")
        row.set_successful(row.task.call(*row.task_result.args, **row.task_result.kwargs))


def write(person: Any, dedupe: str = "changed:1", **more: Any) -> Message:
    message = send(
        person=person,
        dedupe=dedupe,
        subject="Секция перенесена",
        body="Теперь она в 14:00.",
        now=NOW,
        path="/ba/forum/rost-2020/",
        **more,
    )
    assert message is not None
    return message


def test_message_goes_to_the_page_and_into_the_mail_once(cast: Any) -> None:
    write(cast.ramilya)
    second = send(person=cast.ramilya, dedupe="changed:1", subject="Ещё раз", body="…", now=NOW)

    work()

    assert second is None
    assert [letter.subject for letter in mail.outbox] == ["Секция перенесена"]
    assert Message.objects.get().state == DeliveryState.SENT


def test_letter_is_plain_complete_and_says_where_to_go(cast: Any, settings: Any) -> None:
    settings.SITE_URL = "https://rost.example"
    message = write(cast.ramilya)

    tasks.attempt(message.pk, now=NOW)

    letter = mail.outbox[0]
    assert letter.to == ["ramilya@example.org"]
    assert "Теперь она в 14:00." in letter.body
    assert "https://rost.example/forum/rost-2020/" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert letter.extra_headers["Message-ID"].endswith("@rost.example>")
    assert "List-Unsubscribe" not in letter.extra_headers


def test_link_and_text_are_in_the_persons_own_language(cast: Any) -> None:
    cast.ramilya.language = "en"
    cast.ramilya.save()

    message = send(
        person=cast.ramilya,
        dedupe="x",
        subject=gettext_lazy("Confirmed"),
        body="…",
        now=NOW,
        path="/forum/",
    )
    assert message is not None
    tasks.attempt(message.pk, now=NOW)

    assert message.subject == "Confirmed"
    assert "/en/forum/" in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["Content-Language"] == "en"


def test_line_breaks_in_a_subject_cannot_add_headers(cast: Any) -> None:
    message = send(
        person=cast.ramilya, dedupe="x", subject="Тема\nBcc: all@example.org", body="…", now=NOW
    )
    assert message is not None

    tasks.attempt(message.pk, now=NOW)

    assert mail.outbox[0].subject == "Тема Bcc: all@example.org"
    assert mail.outbox[0].recipients() == ["ramilya@example.org"]


def test_person_without_address_reads_it_on_the_page(cast: Any) -> None:
    message = write(cast.ildar)

    assert message.state == DeliveryState.ON_PAGE
    assert not DBTaskResult.objects.exists()
    with pytest.raises(NoAddress):
        send_again(message=message, now=NOW)


def test_failed_letter_is_tried_again_after_growing_pauses(cast: Any, refusing: Any) -> None:
    message = write(cast.ramilya)
    now, pauses = NOW, []

    for _ in range(ATTEMPTS - 1):
        tasks.attempt(message.pk, now=now)
        message.refresh_from_db()
        assert message.due_at is not None
        pauses.append(message.due_at - now)
        now = message.due_at
    tasks.attempt(message.pk, now=now)

    message.refresh_from_db()
    assert pauses == sorted(set(pauses))
    assert message.state == DeliveryState.FAILED
    assert message.attempts == ATTEMPTS
    assert "550" in message.error
    assert mail.outbox == []


def test_nothing_is_sent_before_its_pause_is_over(cast: Any, refusing: Any) -> None:
    message = write(cast.ramilya)
    tasks.attempt(message.pk, now=NOW)

    assert tasks.attempt(message.pk, now=NOW + timedelta(seconds=30)) == "passed"


def test_letter_in_hand_of_one_worker_is_not_taken_by_another(cast: Any) -> None:
    message = write(cast.ramilya)
    Message.objects.update(attempts=1, due_at=NOW + LEASE)

    assert tasks.attempt(message.pk, now=NOW) == "passed"
    assert mail.outbox == []


def test_letter_of_a_worker_that_died_is_sent_after_all(cast: Any) -> None:
    lost = write(cast.ramilya)
    Message.objects.update(attempts=1, due_at=timezone.now() - timedelta(hours=1))
    DBTaskResult.objects.all().delete()
    write(cast.vera, dedupe="changed:2")

    work()

    lost.refresh_from_db()
    assert lost.state == DeliveryState.SENT
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "ramilya@example.org",
        "vera@example.org",
    ]


def test_failed_letter_goes_again_to_the_mended_address(cast: Any) -> None:
    message = write(cast.ramilya)
    Message.objects.update(state=DeliveryState.FAILED, attempts=5, error="550", due_at=None)
    cast.ramilya.email = "mended@example.org"
    cast.ramilya.save()

    send_again(message=message, now=NOW)
    tasks.attempt(message.pk, now=NOW)

    assert mail.outbox[0].to == ["mended@example.org"]
    with pytest.raises(AlreadySent):
        send_again(message=message, now=NOW)
