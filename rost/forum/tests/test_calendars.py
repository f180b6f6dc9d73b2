"""Calendars: what phones read, again and again, and what they must never read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from conftest import NOW, Cast
from rost.core.programme.consequences import with_sequences
from rost.core.programme.model import Programme, State
from rost.forum.actions.approval import forget_person
from rost.forum.models import (
    AgendaItem,
    Category,
    Edition,
    Registration,
    RegistrationStatus,
    SeatStatus,
    Session,
)
from rost.forum.queries.calendar_tokens import calendar_token
from rost.forum.tests.sample import publish, sample_programme

pytestmark = pytest.mark.django_db
WHOLE = "/forum/forum-2020/programme.ics"


def events(client: Client, path: str = WHOLE) -> dict[str, Any]:
    """Entries of a calendar by title."""
    calendar = Calendar.from_ical(client.get(path).content)
    return {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def changed(programme: Programme, **facts: Any) -> Programme:
    """The next version, in which the first session is changed."""
    first, *rest = programme.sessions
    new = replace(programme, sessions=(replace(first, **facts), *rest))
    return with_sequences(programme, new)


def test_every_session_is_there_in_lines_of_75_octets(client: Client) -> None:
    publish(sample_programme(300))

    body = client.get(WHOLE).content

    assert body.count(b"BEGIN:VEVENT") == 303  # with a lunch a day
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert b"\n" not in body.replace(b"\r\n", b"")


def test_times_are_those_of_ufa(client: Client) -> None:
    programme = sample_programme(1)
    publish(programme)

    (event,) = events(client).values()

    assert event["DTSTART"].params["TZID"] == "Asia/Yekaterinburg"
    assert event["DTSTART"].dt == programme.sessions[0].start


def test_a_change_keeps_the_identity_and_raises_the_revision(client: Client) -> None:
    programme = sample_programme(2)
    title = programme.sessions[0].title
    publish(programme)
    before = events(client)[title]

    start = programme.sessions[0].start
    assert start is not None
    publish(changed(programme, start=start + timedelta(hours=2)), number=2)
    after = events(client)[title]

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTART"].dt == start + timedelta(hours=2)


def test_approving_again_without_a_change_keeps_both(client: Client) -> None:
    programme = sample_programme(2)
    title = programme.sessions[0].title
    publish(programme)
    before = events(client)[title]

    publish(with_sequences(programme, programme), number=2)
    after = events(client)[title]

    assert (after["UID"], after["SEQUENCE"]) == (before["UID"], before["SEQUENCE"])


@pytest.mark.parametrize(
    "facts", [{"state": State.CANCELLED}, {"state": State.PROPOSED}, {"start": None}]
)
def test_what_no_longer_takes_place_is_called_off(client: Client, facts: dict[str, Any]) -> None:
    programme = sample_programme(2)
    title = programme.sessions[0].title
    publish(programme)

    publish(changed(programme, **facts), number=2)
    event = events(client)[title]

    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)


def test_a_session_only_planned_is_nowhere(client: Client) -> None:
    programme = sample_programme(2)
    first, second, *rest = programme.sessions
    secret = replace(first, state=State.PROPOSED, sequence=3)

    publish(replace(programme, sessions=(secret, second, *rest)))

    assert first.title not in events(client)
    assert client.get(f"/forum/forum-2020/sessions/{first.code}.ics").status_code == 404


def test_a_track_a_person_and_a_session_have_calendars_of_their_own(client: Client) -> None:
    programme = sample_programme(40, days=1)
    publish(programme)
    one = programme.sessions[5]
    person = one.contributions[0].person

    def titles(path: str) -> set[str]:
        return set(events(client, f"/forum/forum-2020/{path}.ics"))

    assert titles(f"sessions/{one.code}") == {one.title}
    assert titles(f"tracks/{one.track}") == {
        other.title for other in programme.sessions if other.track == one.track
    }
    assert titles(f"people/{person}") == {
        other.title
        for other in programme.sessions
        if any(who.person == person for who in other.contributions)
    }


def test_a_calendar_already_fetched_is_not_sent_again(client: Client) -> None:
    publish(sample_programme(3))
    first = client.get(WHOLE)

    again = client.get(WHOLE, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Last-Modified"] == "Sat, 01 Feb 2020 07:30:00 GMT"
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"


def test_one_number_of_queries_whatever_the_size(
    client: Client, django_assert_num_queries: Any
) -> None:
    for number, size in ((1, 1), (2, 300)):
        publish(replace(sample_programme(size), title="Запросы"), number=number)
        with django_assert_num_queries(2):
            client.get(WHOLE)


def test_a_name_taken_out_leaves_the_calendar_at_once(client: Client, cast: Cast) -> None:
    programme = sample_programme(1)
    first = programme.sessions[0]
    who = replace(first.contributions[0], person=cast.marat.pk, name=cast.marat.full_name)
    publish(replace(programme, sessions=(replace(first, contributions=(who,)),)))
    before = client.get(WHOLE)

    forget_person(cast.marat, NOW)
    after = client.get(
        WHOLE,
        headers={
            "If-None-Match": before.headers["ETag"],
            "If-Modified-Since": before.headers["Last-Modified"],
        },
    )

    unfolded = after.content.replace(b"\r\n ", b"").decode()
    assert cast.marat.surname in before.content.replace(b"\r\n ", b"").decode()
    assert after.status_code == 200
    assert cast.marat.surname not in unfolded


@pytest.mark.parametrize("hidden", [{"published": None}, {"is_public": False}])
def test_a_draft_has_no_calendar(client: Client, hidden: dict[str, Any]) -> None:
    edition = publish(sample_programme(3))
    Edition.objects.filter(pk=edition.pk).update(**hidden)

    assert client.get(WHOLE).status_code == 404


@pytest.fixture
def ramilyas(cast: Cast) -> Registration:
    """Рамиля's registration, with a seat in the first session and a queue for the second."""
    programme = sample_programme(3)
    edition = publish(programme)
    registration = Registration.objects.create(
        edition=edition,
        person=cast.ramilya,
        category=Category.objects.create(edition=edition, name="Главы"),
        status=RegistrationStatus.CONFIRMED,
        queued_at=NOW,
        changed_at=NOW,
    )
    for place, status in enumerate((SeatStatus.SEAT, SeatStatus.WAITING)):
        one = programme.sessions[place]
        session = Session.objects.create(
            edition=edition,
            code=one.code,
            guid=one.guid,
            number=one.number,
            slug=one.slug,
            title=one.title,
            form=one.form,
            minutes=one.minutes,
            changed_at=NOW,
        )
        AgendaItem.objects.create(
            registration=registration, session=session, status=status, queued_at=NOW
        )
    return registration


def agenda_path(registration: Registration) -> str:
    return reverse("forum_feeds:agenda_calendar", args=[calendar_token(registration)])


def test_the_own_calendar_has_the_sessions_with_a_seat(
    client: Client, ramilyas: Registration
) -> None:
    found = events(client, agenda_path(ramilyas))

    assert list(found) == [sample_programme(3).sessions[0].title]


def test_the_own_calendar_tells_of_a_change(client: Client, ramilyas: Registration) -> None:
    programme = sample_programme(3)
    etag = client.get(agenda_path(ramilyas)).headers["ETag"]

    publish(changed(programme, state=State.CANCELLED), number=2)
    again = client.get(agenda_path(ramilyas), headers={"If-None-Match": etag})

    assert again.status_code == 200
    assert b"STATUS:CANCELLED" in again.content


def test_the_own_calendar_follows_the_agenda(client: Client, ramilyas: Registration) -> None:
    etag = client.get(agenda_path(ramilyas)).headers["ETag"]

    ramilyas.agenda.all().delete()
    again = client.get(agenda_path(ramilyas), headers={"If-None-Match": etag})

    assert again.status_code == 200
    assert b"BEGIN:VEVENT" not in again.content


def test_cancelling_a_registration_revokes_its_address_for_good(
    client: Client, ramilyas: Registration
) -> None:
    path = agenda_path(ramilyas)
    ramilyas.status = RegistrationStatus.CANCELLED
    ramilyas.save()
    cancelled = client.get(path).status_code

    ramilyas.status = RegistrationStatus.CONFIRMED
    ramilyas.queued_at = NOW + timedelta(days=1)  # registered again
    ramilyas.save()

    assert (cancelled, client.get(path).status_code) == (404, 404)
    assert client.get(agenda_path(ramilyas)).status_code == 200


@pytest.mark.parametrize("token", ["1", "1-0~x", "x", "1-1579510800000~" + "A" * 43])
def test_a_made_up_address_opens_nothing(
    client: Client, ramilyas: Registration, token: str
) -> None:
    assert client.get(f"/forum/calendar/{token}.ics").status_code == 404


def test_the_address_is_given_to_its_owner(signed_in: Any, ramilyas: Registration) -> None:
    page = signed_in(ramilyas.person).get("/forum/forum-2020/calendar/")

    assert calendar_token(ramilyas) in page.content.decode()


def test_who_is_not_registered_is_led_to_registration(
    signed_in: Any, cast: Cast, ramilyas: Registration
) -> None:
    answer = signed_in(cast.vera).get("/forum/forum-2020/calendar/")

    assert answer.headers["Location"] == "/forum/forum-2020/registration/"
