"""The protocol of the telephones at the doors, over HTTP, friendly and hostile."""

from __future__ import annotations

import gzip
import json
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.utils.translation import override

from conftest import Cast
from rost.directory.models import AccessRecord
from rost.forum.actions.attendance import PassUnknown, close_door, revoke_device, revoke_pass
from rost.forum.models import DoorDevice, Mark, Registration
from rost.forum.queries.attendance import code_digest
from rost.forum.tests.door_stage import EVENING, Doors, make_door_stage
from rost.forum.tests.registration_stage import make_people
from rost.forum.tests.stage import at

pytestmark = pytest.mark.django_db
DEVICES, LIST, MARKS = (f"/forum/2020/door/{one}/" for one in ("devices", "list", "marks"))
NINE = at(18, 9)


@pytest.fixture
def doors(cast: Cast) -> Doors:
    return make_door_stage(cast)


class Phone:
    """A telephone with a right clock, wherever the clock of the platform is set."""

    def __init__(self, language: str = "en") -> None:
        self.http = Client(headers={"accept-language": language})
        self.token = ""
        self.etag = ""

    def open(self, secret: str, now: datetime = NINE, path: str = DEVICES, **sent: Any) -> Any:
        facts = {"secret": secret, "device": str(uuid4()), "device_now": now.isoformat()} | sent
        answer = self.post(path, facts, now)
        self.token = answer.json().get("token", self.token)
        return answer

    def post(self, path: str, content: Any, now: datetime = NINE) -> Any:
        body = content if isinstance(content, bytes | str) else json.dumps(content)
        with time_machine.travel(now, tick=False):
            return self.http.post(
                path, body, content_type="application/json", headers=self.headers()
            )

    def list(self, now: datetime = NINE, **headers: str) -> Any:
        with time_machine.travel(now, tick=False):
            return self.http.get(LIST, headers=self.headers() | headers)

    def send(self, *marks: dict[str, Any], now: datetime = NINE, **facts: Any) -> Any:
        content = {"device_now": now.isoformat(), "marks": list(marks)} | facts
        return self.post(MARKS, content, now)

    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"} if self.token else {}


def said(moment: datetime = NINE, **facts: Any) -> dict[str, Any]:
    known = {
        "id": str(uuid4()),
        "badge": None,
        "registration": None,
        "direction": "in",
        "source": "code",
        "said_at": moment.isoformat(),
    }
    return known | facts


@pytest.fixture
def phone(doors: Doors) -> Phone:
    phone = Phone()
    phone.open(doors.pass_for(doors.entrance)[1])
    return phone


def test_a_telephone_opens_a_pass(doors: Doors) -> None:
    answer = Phone().open(doors.pass_for(doors.big)[1])

    told = answer.json()
    assert answer.status_code == 201
    assert told["door"] == {
        "id": doors.big.pk,
        "name": "Большой зал",
        "kind": "hall",
        "capacity": 300,
    }
    assert told["edition"] == {
        "name": "Муниципалитеты – территории роста",
        "timezone": "Asia/Yekaterinburg",
    }
    assert datetime.fromisoformat(told["ends"]) == EVENING
    assert told["token"] not in str(DoorDevice.objects.values_list())
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_opening_again_gives_a_new_token_and_ends_the_old_one(doors: Doors) -> None:
    secret, device, phone, old = doors.pass_for(doors.entrance)[1], str(uuid4()), Phone(), Phone()
    old.open(secret, device=device)

    again = phone.open(secret, device=device)

    assert again.status_code == 201
    assert phone.list().status_code == 200
    assert old.list().json() == {
        "why": "This telephone is not known any more.",
        "wipe": True,
        "ended": False,
    }


def test_passes_that_open_nothing_say_why(doors: Doors) -> None:
    revoked, revoked_secret = doors.pass_for(doors.entrance)
    revoke_pass(door_pass=revoked, now=NINE)
    _pass, secret = doors.pass_for(doors.entrance)

    answers = [
        Phone().open("somebody guesses"),
        Phone().open(revoked_secret),
        Phone().open(secret, now=at(18, 6)),
        Phone().open(secret, now=at(18, 21)),
        Phone().open(secret, path="/forum/2021/door/devices/"),
    ]

    assert [one.status_code for one in answers] == [403] * 5
    assert [one.json()["why"].split(".")[0] for one in answers] == [
        "This pass is not known",
        "This pass has been revoked",
        "This pass does not work yet: open it again on the day itself",
        "The time of this pass is over",
        "This pass belongs to another forum",
    ]
    assert DoorDevice.objects.count() == 0


def test_one_pass_opens_on_a_few_telephones_only(doors: Doors) -> None:
    _pass, secret = doors.pass_for(doors.entrance)

    statuses = [Phone().open(secret).status_code for _number in range(6)]

    assert statuses == [201] * 5 + [403]


def test_a_telephone_cannot_take_over_the_device_of_another_pass(doors: Doors) -> None:
    device = str(uuid4())
    Phone().open(doors.pass_for(doors.entrance)[1], device=device)

    answer = Phone().open(doors.pass_for(doors.big)[1], device=device)

    assert answer.status_code == 403
    assert DoorDevice.objects.get().door_pass.door == doors.entrance


def test_guessing_is_slowed(doors: Doors) -> None:
    statuses = [Phone().open(f"guess {number}").status_code for number in range(62)]

    assert statuses == [403] * 60 + [429] * 2


def test_the_reason_is_told_in_the_language_of_the_telephone(doors: Doors) -> None:
    russian = Phone("ru").open("somebody guesses").json()["why"]
    english = Phone("en-GB").open("somebody guesses").json()["why"]

    assert english.startswith("This pass is not known")
    with override("ru"):
        assert russian == str(PassUnknown().message)


def test_the_list_of_the_entrance_says_what_the_door_needs(
    cast: Cast, doors: Doors, phone: Phone
) -> None:
    registration = doors.registered(cast.ramilya)
    badge = doors.badge(registration)
    lost = doors.badge(registration, ended_at=NINE, ended_why="lost")
    child = doors.registered(cast.vera, minor=True, parent=registration)
    doors.registered(cast.azat, status="waiting")
    spare = doors.badge()

    told = phone.list().json()

    assert told["people"] == [
        {
            "id": registration.pk,
            "codes": [code_digest(badge.code)],
            "ended": [code_digest(lost.code)],
            "serial": badge.serial,
            "name": "Ахметова Р. А.",
            "place": "Аскаровский сельсовет, Абзелиловский район",
            "colour": "#2a7d3c",
            "category": "Главы",
            "photo": False,
            "minor": False,
            "parent": "",
            "seats": [],
        },
        {
            "id": child.pk,
            "codes": [],
            "ended": [],
            "serial": None,
            "name": "Ёлкина В.",
            "place": "Белорецкий район",
            "colour": "#2a7d3c",
            "category": "Главы",
            "photo": False,
            "minor": True,
            "parent": "Ахметова Р. А.",
            "seats": [],
        },
    ]
    assert told["spares"] == [code_digest(spare.code)]
    assert told["sessions"] == []
    assert told["count"] == {"inside": 0, "came": 0, "capacity": None}


def test_the_list_of_a_bus_names_only_those_who_go_with_it(cast: Cast, doors: Doors) -> None:
    from rost.forum.models import AgendaItem

    visit = doors.stage.session("Родники", start=at(18, 9, 30), route=doors.stage.route)
    ramilya, ildar = doors.registered(cast.ramilya), doors.registered(cast.ildar)
    badge = doors.badge(ildar)
    AgendaItem.objects.create(registration=ramilya, session=visit, status="seat", queued_at=NINE)
    phone = Phone()
    phone.open(doors.pass_for(doors.bus)[1])

    told = phone.list().json()

    assert [(one["name"], one["seats"]) for one in told["people"]] == [
        ("Ахметова Р. А.", [visit.code]),
        ("", []),
    ]
    assert told["people"][1]["codes"] == [code_digest(badge.code)]
    assert told["people"][1]["place"] == ""
    assert [(one["code"], one["title"]) for one in told["sessions"]] == [(visit.code, "Родники")]
    assert told["count"]["capacity"] == 40


def test_a_hall_knows_who_has_a_seat_elsewhere(cast: Cast, doors: Doors) -> None:
    from rost.forum.models import AgendaItem

    stage = doors.stage
    here = stage.session("Бюджет", start=at(18, 10), hall=stage.big)
    elsewhere = stage.session("Земля", start=at(18, 10), hall=stage.small)
    stage.session("Без записи", start=at(18, 12), hall=stage.small)
    ramilya = doors.registered(cast.ramilya)
    AgendaItem.objects.create(
        registration=ramilya, session=elsewhere, status="seat", queued_at=NINE
    )
    phone = Phone()
    phone.open(doors.pass_for(doors.big)[1])

    told = phone.list().json()

    assert [one["seats"] for one in told["people"]] == [[elsewhere.code]]
    assert {one["code"]: one["place"] for one in told["sessions"]} == {
        here.code: doors.big.name,
        elsewhere.code: stage.small.name,
    }


def test_an_unchanged_list_is_not_sent_again_and_each_download_is_noted(
    cast: Cast, doors: Doors, phone: Phone
) -> None:
    doors.registered(cast.ramilya)
    first = phone.list()
    phone.send(said(registration=Registration.objects.get().pk, source="name"))

    same = phone.list(if_none_match=first.headers["ETag"])
    doors.registered(cast.ildar)
    other = phone.list(if_none_match=first.headers["ETag"])

    assert (first.status_code, same.status_code, other.status_code) == (200, 304, 200)
    noted = AccessRecord.objects.filter(register="forum.doors").order_by("id")
    assert [(one.person, one.act, one.rows) for one in noted] == [
        (None, "export", 1),
        (None, "export", 2),
    ]
    assert noted[0].person_name.startswith("Айгуль, ")
    assert noted[0].about == doors.stage.edition.space


def test_the_list_of_five_hundred_is_light_and_takes_no_more_queries(
    doors: Doors, phone: Phone, cast: Cast, django_assert_num_queries: Any
) -> None:
    doors.badge(doors.registered(cast.ramilya))
    with django_assert_num_queries(7):
        phone.list()
    for person in make_people(499, home=cast.askarovo):
        doors.badge(doors.registered(person))
    with django_assert_num_queries(7):
        answer = phone.list()

    assert len(answer.json()["people"]) == 500
    assert len(gzip.compress(answer.content)) < 60_000


def test_marks_are_answered_for_one_by_one(cast: Cast, doors: Doors, phone: Phone) -> None:
    badge = doors.badge(doors.registered(cast.ramilya))
    good, unknown, odd = said(badge=badge.code), said(badge="ABCDEFGHJKMNPQ"), said(badge=7)

    answer = phone.send(good, unknown, odd)

    assert answer.status_code == 200
    assert answer.json()["taken"] == [good["id"]]
    assert [one["id"] for one in answer.json()["refused"]] == [unknown["id"], odd["id"]]
    assert answer.json()["count"] == {"inside": 1, "came": 1, "capacity": None}


def test_no_marks_at_all_ask_for_the_count(phone: Phone) -> None:
    assert phone.send().json()["count"] == {"inside": 0, "came": 0, "capacity": None}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"\xff\xfe\x00", 400),
        (b"not json", 400),
        (b'{"device_now": NaN, "marks": []}', 400),
        (b'{"a":' * 60_000, 413),
        (b"[" * 30_000, 400),
        (b"9" * 5000, 400),
        (b" " * (10 * 1024 * 1024), 413),
        (b"[]", 422),
        (b"null", 422),
        ({"marks": []}, 422),
        ({"device_now": 1582000000, "marks": []}, 422),
        ({"device_now": "2020-02-18T09:00:00", "marks": []}, 422),
        ({"device_now": "0001-01-01T00:00:00+00:00", "marks": []}, 422),
        ({"device_now": "9999-12-31T23:59:59-12:00", "marks": []}, 422),
        ({"device_now": NINE.isoformat(), "marks": {}}, 422),
        ({"device_now": NINE.isoformat(), "marks": [1]}, 422),
        ({"device_now": NINE.isoformat(), "marks": [{"id": "1"}]}, 422),
        ({"device_now": NINE.isoformat(), "marks": [said(id=["x"])]}, 422),
        ({"device_now": NINE.isoformat(), "marks": [said() for _ in range(501)]}, 413),
    ],
)
def test_hostile_bodies_get_a_sentence(phone: Phone, body: Any, status: int) -> None:
    answer = phone.post(MARKS, body)

    assert answer.status_code == status
    assert answer.json()["why"].endswith("Nothing was taken.")
    assert Mark.objects.count() == 0


@pytest.mark.parametrize(
    "facts",
    [
        {"badge": None, "registration": None},
        {"badge": "\x00", "registration": None},
        {"badge": "\ud800" * 14},
        {"badge": "Ж" * 14},
        {"badge": "x" * 4000},
        {"badge": ["BADGE"]},
        {"registration": True},
        {"registration": -1},
        {"registration": 2**63},
        {"registration": 10**300},
        {"registration": 1.5},
        {"registration": "1"},
        {"registration": 1, "badge": "BADGE222222222"},
        {"registration": 1, "direction": "up"},
        {"registration": 1, "direction": {}},
        {"registration": 1, "source": "desk"},
        {"registration": 1, "said_at": None},
        {"registration": 1, "said_at": "yesterday"},
        {"registration": 1, "said_at": "2020-02-18T09:00"},
        {"registration": 1, "said_at": "0001-01-01T00:00:00+23:59"},
        {"registration": 1, "said_at": "1999-01-01T00:00:00+00:00"},
        {"registration": 1, "said_at": "2200-01-01T00:00:00+00:00"},
    ],
)
def test_one_hostile_mark_is_refused_and_the_others_taken(
    cast: Cast, doors: Doors, phone: Phone, facts: dict[str, Any]
) -> None:
    good = said(registration=doors.registered(cast.ramilya).pk, source="name")
    bad = said(**facts)

    answer = phone.send(bad, good)

    assert answer.status_code == 200
    assert answer.json()["taken"] == [good["id"]]
    assert [one["id"] for one in answer.json()["refused"]] == [bad["id"]]


@pytest.mark.parametrize(
    "facts",
    [
        {"secret": None},
        {"secret": ""},
        {"secret": "x" * 4000},
        {"secret": "\ud800"},
        {"device": "1"},
        {"device": 5},
        {"device_now": None},
        {"device_now": "now"},
    ],
)
def test_hostile_pairings_get_a_sentence(doors: Doors, facts: dict[str, Any]) -> None:
    known = {"secret": doors.pass_for(doors.entrance)[1]}

    answer = Phone().open(**known | facts)

    assert answer.status_code in (403, 422)
    assert answer.json()["why"]


@pytest.mark.parametrize("header", ["", "Basic x", "Bearer", "Bearer ", "Bearer nobody", "Ключ"])
def test_without_a_token_nothing_is_told(doors: Doors, header: str) -> None:
    for path in (LIST, MARKS):
        ask = Client().get if path == LIST else Client().post
        answer = ask(path, headers={"authorization": header})

        assert answer.status_code == 401
        assert set(answer.json()) == {"why", "wipe", "ended"}


def test_another_edition_is_not_there(doors: Doors, phone: Phone) -> None:
    answer = phone.post("/forum/2021/door/marks/", {"device_now": NINE.isoformat(), "marks": []})

    assert answer.status_code == 404


@pytest.mark.parametrize("whole", [True, False])
def test_a_revoked_pass_or_telephone_is_told_to_forget(doors: Doors, whole: bool) -> None:
    own, secret = doors.pass_for(doors.entrance)
    phone = Phone()
    phone.open(secret)
    if whole:
        revoke_pass(door_pass=own, now=NINE)
    else:
        revoke_device(device=own.devices.get(), now=NINE)

    for answer in (phone.list(), phone.send()):
        assert answer.status_code == 401
        assert answer.json() == {"why": "This pass has been revoked.", "wipe": True, "ended": False}


def test_after_the_pass_the_list_is_closed_and_waiting_marks_are_taken_for_two_days(
    cast: Cast, doors: Doors, phone: Phone
) -> None:
    came = said(at(18, 10), registration=doors.registered(cast.ramilya).pk, source="name")
    next_day, too_late = at(19, 19), EVENING + timedelta(hours=49)

    ended, taken, over = (
        phone.list(next_day),
        phone.send(came, now=next_day),
        phone.send(came, now=too_late),
    )

    assert (ended.status_code, ended.json()["wipe"], ended.json()["ended"]) == (401, False, True)
    assert taken.json()["taken"] == [came["id"]]
    assert Mark.objects.get().at == at(18, 10)
    assert (over.status_code, over.json()["wipe"]) == (401, True)


def test_a_closed_door_gives_no_list_and_takes_what_waits(
    cast: Cast, doors: Doors, phone: Phone
) -> None:
    close_door(door=doors.entrance, now=NINE)
    came = said(registration=doors.registered(cast.ramilya).pk, source="name")

    assert phone.list().json()["ended"] is True
    assert phone.send(came).json()["taken"] == [came["id"]]
