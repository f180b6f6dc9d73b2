"""A person's own page: only what is theirs, always a next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from conftest import NOW
from rost.channels.actions import send
from rost.core.programme.model import Form, Part
from rost.directory.actions.retention import load_retention_rules
from rost.forum.models import (
    AgendaItem,
    Edition,
    Registration,
    RegistrationStatus,
    SeatStatus,
    Session,
)
from rost.forum.tests.registration_stage import make_category, make_edition
from rost.forum.tests.sample import publish, sample_programme


def register(edition: Edition, person: Any, status: str) -> Registration:
    return Registration.objects.create(
        edition=edition,
        person=person,
        category=make_category(edition),
        status=status,
        queued_at=NOW,
        changed_at=NOW,
    )


def page(client: Client) -> str:
    with time_machine.travel(NOW, tick=False):
        return client.get("/my/").content.decode()


def test_stranger_is_asked_to_sign_in(client: Client, db: None) -> None:
    answer = client.get("/my/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/account/login/?next=/my/")


def test_person_is_greeted_by_name_and_post(cast: Any, signed_in: Any) -> None:
    seen = page(signed_in(cast.ramilya))

    assert "<h1>Рамиля Айратовна</h1>" in seen
    assert "глава сельского поселения, Аскаровский сельсовет, Абзелиловский район" in seen


def test_open_registration_is_offered_to_who_has_none(cast: Any, signed_in: Any) -> None:
    make_edition()

    seen = page(signed_in(cast.ramilya))

    assert '<a class="button primary" href="/forum/rost-2020/registration/">' in seen


@pytest.mark.parametrize(
    ("status", "leads_to"),
    [
        (RegistrationStatus.WAITING, "/forum/rost-2020/registration/"),
        (RegistrationStatus.CONFIRMED, "/forum/rost-2020/programme/"),
    ],
)
def test_each_state_has_its_next_step(
    cast: Any, signed_in: Any, status: str, leads_to: str
) -> None:
    register(make_edition(), cast.ramilya, status)

    seen = page(signed_in(cast.ramilya))

    step = seen.index('<p class="next">')
    assert f'href="{leads_to}"' in seen[step : step + 200]


def test_cancelled_registration_is_none(cast: Any, signed_in: Any) -> None:
    register(make_edition(), cast.ramilya, RegistrationStatus.CANCELLED)

    assert '<a class="button primary" href="/forum/rost-2020/registration/">' in page(
        signed_in(cast.ramilya)
    )


def test_agenda_reads_as_a_timetable_of_the_published_programme(cast: Any, signed_in: Any) -> None:
    programme = sample_programme(sessions=6)
    registration = register(publish(programme), cast.ramilya, RegistrationStatus.CONFIRMED)
    planned = [one for one in programme.sessions if one.form is not Form.BREAK][:2]
    for one in reversed(planned):
        row = Session.objects.create(
            edition=registration.edition,
            code=one.code,
            guid=one.guid,
            number=one.number,
            slug=one.slug,
            title="черновое название",
            form=one.form,
            minutes=one.minutes,
            changed_at=NOW,
        )
        AgendaItem.objects.create(
            registration=registration, session=row, status=SeatStatus.SEAT, queued_at=NOW
        )

    seen = page(signed_in(cast.ramilya))

    agenda = seen[seen.index('<ol class="agenda">') :]
    assert agenda.index(planned[0].title) < agenda.index(planned[1].title)
    assert "черновое название" not in seen


def test_messages_of_others_are_not_there(cast: Any, signed_in: Any) -> None:
    send(person=cast.ramilya, dedupe="a", subject="Ваше место", body="…", now=NOW)
    send(person=cast.vera, dedupe="b", subject="Чужое место", body="…", now=NOW)

    seen = page(signed_in(cast.ramilya))

    assert "Ваше место" in seen
    assert "Чужое место" not in seen


def test_duties_are_shown_to_whoever_has_them(cast: Any, signed_in: Any) -> None:
    make_edition()

    assert "/forum/desk/" in page(signed_in(cast.guzel))
    assert "/account/codes/" in page(signed_in(cast.azat))
    assert "/messages/outbox/" not in page(signed_in(cast.vera))
    assert "/forum/desk/" not in page(signed_in(cast.vera))


def test_a_curator_finds_the_ways_to_register_others(cast: Any, signed_in: Any) -> None:
    make_edition()
    make_edition(slug="hidden", is_public=False)
    ways = ("registrations/new/", "lists/", "registrations/")

    curators = page(signed_in(cast.azat))
    residents = page(signed_in(cast.vera))

    assert [f'href="/forum/rost-2020/{way}"' in curators for way in ways] == [True] * 3
    assert [f'href="/forum/rost-2020/{way}"' in residents for way in ways] == [False] * 3
    assert "/forum/hidden/" not in curators


def test_a_speaker_reads_when_and_where_to_speak(cast: Any, signed_in: Any) -> None:
    programme = sample_programme(sessions=6)
    first = next(one for one in programme.sessions if one.contributions)
    own = replace(first.contributions[0], person=cast.marat.pk, part=Part.LECTURER)
    mine = replace(first, contributions=(own,), hall=programme.halls[0].slug)
    publish(
        replace(
            programme,
            sessions=tuple(mine if one is first else one for one in programme.sessions),
        )
    )

    seen = page(signed_in(cast.marat))
    others = page(signed_in(cast.vera))

    session = f'href="/forum/{programme.slug}/sessions/{mine.code}/"'
    for part in (session, mine.title, "Лектор", programme.halls[0].name):
        assert part in seen
    assert f'href="/forum/{programme.slug}/people/{cast.marat.pk}.ics"' in seen
    assert session not in others


def test_page_asks_no_more_for_much_than_for_little(
    cast: Any, signed_in: Any, django_assert_max_num_queries: Any
) -> None:
    register(make_edition(), cast.ramilya, RegistrationStatus.CONFIRMED)
    client = signed_in(cast.ramilya)
    for number in range(30):
        send(person=cast.ramilya, dedupe=f"n{number}", subject="…", body="…", now=NOW)

    with django_assert_max_num_queries(17):
        page(client)


def test_an_administrator_is_told_what_has_outlived_its_term(cast: Any, signed_in: Any) -> None:
    load_retention_rules()
    edition = make_edition()
    register(edition, cast.vera, RegistrationStatus.CONFIRMED)
    ten_years_on = NOW + timedelta(days=3660)

    with time_machine.travel(ten_years_on, tick=False):
        duty = signed_in(cast.alsu).get("/en/my/").content.decode()
        nobodys = signed_in(cast.guzel).get("/en/my/").content.decode()

    assert "destroy them with an act" in duty
    assert "with an act" not in nobodys
