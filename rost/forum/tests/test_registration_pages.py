"""One's own registration in a browser without scripts: the form, its answer, cancelling, agenda."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from conftest import NOW, Cast
from rost.directory.models import Consent, ConsentText, Kind, Municipality, Purpose
from rost.forum.actions.registration import register
from rost.forum.models import (
    AgendaItem,
    Edition,
    Invitation,
    Question,
    Registration,
    RegistrationStatus,
)
from rost.forum.tests.registration_stage import make_category, make_edition, make_people
from rost.forum.tests.test_agenda import TEN, planned, publish

pytestmark = pytest.mark.django_db
PAGE = "/forum/rost-2020/registration/"
CONFLICT = 409


@pytest.fixture(autouse=True)
def _in_january_2020(db: None):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def texts(db: None) -> dict[str, ConsentText]:
    return {
        purpose: ConsentText.objects.create(
            purpose=purpose,
            language="ru",
            version=99,
            body="Текст согласия",
            valid_from=date(2020, 1, 1),
        )
        for purpose in (Purpose.PARTICIPATION, Purpose.MAILING)
    }


def typed(category: Any, **more: str) -> dict[str, str]:
    return {
        "surname": "Ахметова",
        "given_name": "Рамиля",
        "patronymic": "Айратовна",
        "phone": "+7 917 000-00-01",
        "place": "Аскаровский сельсовет",
        "post": "глава сельского поселения",
        "category": str(category.pk),
        "consent_participation": "on",
    } | more


def test_what_is_known_need_not_be_typed_again(cast: Cast, signed_in: Any) -> None:
    edition = make_edition()
    category = make_category(edition)
    Invitation.objects.create(
        edition=edition, person=cast.ramilya, category=category, issued_at=NOW
    )

    page = signed_in(cast.ramilya).get(PAGE)

    form = page.context["form"]
    assert form["surname"].value() == "Ахметова"
    assert form["place"].value() == "Аскаровский сельсовет, Абзелиловский район"
    assert form["post"].value() == "глава сельского поселения"
    assert form["category"].value() == category.pk


def test_sending_registers_records_consents_and_shows_what_next(
    cast: Cast, signed_in: Any, texts: dict[str, ConsentText]
) -> None:
    edition = make_edition()
    category = make_category(edition, from_municipality=True)
    question = Question.objects.create(
        edition=edition,
        topic="transport",
        text="Как доберётесь?",
        choices=["Своим ходом", "Автобус"],
    )
    client = signed_in(cast.ramilya)

    answer = client.post(PAGE, typed(category, **{f"question_{question.pk}": "Автобус"}))
    again = client.post(PAGE, typed(category))
    page = client.get(PAGE)

    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    assert (again.status_code, again["Location"]) == (302, PAGE)
    mine = Registration.objects.get()
    assert (mine.person, mine.municipality, mine.district) == (
        cast.ramilya,
        cast.askarovo,
        cast.district,
    )
    assert mine.answers == {str(question.pk): "Автобус"}
    assert [one.purpose for one in Consent.objects.filter(person=cast.ramilya)] == ["participation"]
    cast.ramilya.refresh_from_db()
    assert cast.ramilya.phone == "+7 917 000-00-01"
    assert reverse("forum:agenda", args=["rost-2020"]) in page.content.decode()


def test_without_the_consent_nothing_happens_and_nothing_typed_is_lost(
    cast: Cast, signed_in: Any, texts: dict[str, ConsentText]
) -> None:
    edition = make_edition()
    category = make_category(edition)
    sent = typed(category, post="глава и поэт")
    del sent["consent_participation"]

    page = signed_in(cast.ramilya).post(PAGE, sent)

    assert "consent_participation" in page.context["form"].errors
    assert "глава и поэт" in page.content.decode()
    assert Registration.objects.count() == 0
    assert Consent.objects.count() == 0


def test_a_place_with_namesakes_is_chosen_from_a_list(cast: Cast, signed_in: Any) -> None:
    Municipality.objects.create(
        code="80611410",
        kind=Kind.RURAL_SETTLEMENT,
        name="Аскаровский сельсовет",
        parent=cast.other_district,
        path=f"{cast.other_district.path}80611410.",
        search_name="аскаровский сельсовет белорецкий район",
        sort_key="аскаровский",
    )
    edition = make_edition()
    category = make_category(edition, from_municipality=True)
    client = signed_in(cast.ramilya)

    page = client.post(PAGE, typed(category, place="Аскаровский сельсовет"))
    client.post(PAGE, typed(category, place="Аскаровский сельсовет") | {"place-choice": "80611410"})

    assert "Аскаровский сельсовет, Белорецкий район" in page.content.decode()
    assert Registration.objects.get().district == cast.other_district


def test_an_unknown_place_and_a_missing_one_are_told(cast: Cast, signed_in: Any) -> None:
    edition = make_edition()
    category = make_category(edition, from_municipality=True)
    client = signed_in(cast.ramilya)

    for place in ("Китеж", ""):
        page = client.post(PAGE, typed(category, place=place))
        assert "place" in page.context["form"].errors
    assert Registration.objects.count() == 0


def test_before_the_hour_the_form_is_readable_and_says_when(cast: Cast, client: Client) -> None:
    edition = make_edition(registration_opens_at=NOW + timedelta(hours=1))
    make_category(edition, "Главы поселений")

    page = client.get(PAGE).content.decode()

    assert 'datetime="2020-01-20T15:00+05:00"' in page
    assert "Главы поселений" in page
    assert "<fieldset" in page
    assert "disabled" in page


@pytest.mark.parametrize("minutes", [-1, 0])
def test_the_clock_of_the_server_decides(cast: Cast, signed_in: Any, minutes: int) -> None:
    edition = make_edition(registration_opens_at=NOW)
    category = make_category(edition)
    client = signed_in(cast.ramilya)

    with time_machine.travel(NOW + timedelta(minutes=minutes), tick=False):
        answer = client.post(PAGE, typed(category, post="глава и поэт"))

    if minutes < 0:
        assert answer.status_code == CONFLICT
        assert "глава и поэт" in answer.content.decode()
    assert Registration.objects.count() == (0 if minutes < 0 else 1)


def test_who_is_not_signed_in_finds_everything_typed_after_signing_in(
    cast: Cast, client: Client
) -> None:
    edition = make_edition()
    category = make_category(edition)

    answer = client.post(PAGE, typed(category, post="глава и поэт"))
    client.force_login(cast.vera, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(PAGE)

    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?next={PAGE}")
    assert page.context["form"]["post"].value() == "глава и поэт"
    assert page.context["form"]["surname"].value() == "Ахметова"
    assert Registration.objects.count() == 0


def test_who_waits_reads_the_place_and_the_reason(cast: Cast, signed_in: Any) -> None:
    edition = make_edition(capacity=0)
    category = make_category(edition)
    register(edition=edition, person=cast.vera, category=category, now=NOW)
    register(edition=edition, person=cast.ramilya, category=category, now=NOW)

    page = signed_in(cast.ramilya).get(PAGE)

    assert page.context["standing"].place == 2
    assert page.context["standing"].reasons == ("capacity",)


def test_cancelling_asks_first_and_leads_back_to_the_form(cast: Cast, signed_in: Any) -> None:
    edition = make_edition()
    category = make_category(edition)
    mine = register(edition=edition, person=cast.ramilya, category=category, now=NOW)
    client = signed_in(cast.ramilya)

    asked = client.get(f"{PAGE}cancellation/")
    assert asked.status_code == 200
    client.post(f"{PAGE}cancellation/")
    twice = client.post(f"{PAGE}cancellation/")

    mine.refresh_from_db()
    assert mine.status == RegistrationStatus.CANCELLED
    assert twice.status_code == 302
    assert "form" in client.get(PAGE).context


def test_answers_are_corrected_without_losing_the_seat(cast: Cast, signed_in: Any) -> None:
    edition = make_edition()
    question = Question.objects.create(edition=edition, topic="food", text="Что едите?")
    mine = register(
        edition=edition,
        person=cast.ramilya,
        category=make_category(edition),
        answers={str(question.pk): "Всё"},
        now=NOW,
    )
    client = signed_in(cast.ramilya)

    page = client.get(f"{PAGE}answers/")
    client.post(f"{PAGE}answers/", {"post": "глава", f"question_{question.pk}": "Без мяса"})

    assert page.context["form"][f"question_{question.pk}"].value() == "Всё"
    mine.refresh_from_db()
    assert (mine.post, mine.answers, mine.queued_at) == (
        "глава",
        {str(question.pk): "Без мяса"},
        NOW,
    )


def test_a_hidden_edition_has_no_registration(cast: Cast, client: Client) -> None:
    make_edition(is_public=False)

    assert client.get(PAGE).status_code == 404


@pytest.fixture
def agenda(cast: Cast, signed_in: Any) -> tuple[Edition, Client]:
    edition = make_edition()
    publish(
        edition,
        planned("000001", hall="small"),
        planned("000002"),
        planned("000003", TEN + timedelta(hours=2), hall="small"),
    )
    register(edition=edition, person=cast.ramilya, category=make_category(edition), now=NOW)
    return edition, signed_in(cast.ramilya)


def codes() -> list[str]:
    return list(AgendaItem.objects.order_by("id").values_list("session__code", flat=True))


def test_the_agenda_is_filled_swapped_and_emptied_without_scripts(
    agenda: tuple[Edition, Client],
) -> None:
    _edition, client = agenda
    base = "/forum/rost-2020/agenda/"

    empty = client.get(base)
    assert [line.entry.code for line in empty.context["page"].choice] == [
        "000001",
        "000002",
        "000003",
    ]
    client.post(f"{base}000001/", {"day": "2020-02-18"})
    assert codes() == ["000001"]
    clash = client.post(f"{base}000002/")
    assert clash.status_code == CONFLICT
    assert "000001" in clash.context["line"].against_codes
    client.post(f"{base}000002/", {"instead": "000001"})
    assert codes() == ["000002"]
    answer = client.post(f"{base}000002/removal/", {"day": "2020-02-18"})
    assert answer["Location"] == f"{base}?day=2020-02-18#s-000002"
    assert codes() == []


def test_a_full_session_offers_the_queue(agenda: tuple[Edition, Client]) -> None:
    edition, client = agenda
    other = register(
        edition=edition, person=make_people(1)[0], category=make_category(edition, "x"), now=NOW
    )
    session = edition.sessions.get(code="000003")
    AgendaItem.objects.create(registration=other, session=session, status="seat", queued_at=NOW)

    page = client.get("/forum/rost-2020/agenda/000003/")
    client.post("/forum/rost-2020/agenda/000003/")

    assert page.context["line"].full
    assert AgendaItem.objects.exclude(registration=other).get().status == "waiting"


def test_strangers_sign_in_and_the_unregistered_are_shown_the_way(
    cast: Cast, client: Client, signed_in: Any
) -> None:
    make_edition()

    assert client.get("/forum/rost-2020/agenda/").status_code == 302
    page = signed_in(cast.vera).get("/forum/rost-2020/agenda/").content.decode()

    assert PAGE in page


def test_a_session_that_is_not_published_is_not_there(agenda: tuple[Edition, Client]) -> None:
    _edition, client = agenda

    assert client.get("/forum/rost-2020/agenda/NOSUCH/").status_code == 404
    assert client.post("/forum/rost-2020/agenda/NOSUCH/").status_code == 404
    assert client.post("/forum/rost-2020/agenda/%00/removal/").status_code == 404
    assert client.post("/forum/rost-2020/agenda/000001/", {"instead": "\0,’"}).status_code == 302
