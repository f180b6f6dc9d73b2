"""The desk at the doors: passes on paper, marks by one tap, how full it is."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from conftest import Cast
from rost.directory.models import AccessRecord
from rost.forum.models import Door, DoorPass, Mark
from rost.forum.queries.attendance import pass_by_secret
from rost.forum.tests.door_stage import Doors, make_door_stage, mark, send
from rost.forum.tests.registration_stage import make_people
from rost.forum.tests.stage import at

pytestmark = pytest.mark.django_db
DESK = "/en/forum/2020/desk/"
IDENTITY = re.compile(r'name="identity" value="([^"]+)"')


@pytest.fixture
def doors(cast: Cast) -> Doors:
    return make_door_stage(cast)


@pytest.fixture
def desk(cast: Cast, signed_in: Any) -> Any:
    """The organiser's browser at eleven on the first day."""
    with time_machine.travel(at(18, 11), tick=False):
        yield signed_in(cast.guzel)


def text_of(answer: Any) -> str:
    """The words of a page as a reader sees them, every space one space."""
    body = re.sub(r"<(script|style|head).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).replace("\xa0", " ").split())


def test_the_page_of_the_day_counts_each_door(cast: Cast, doors: Doors, desk: Any) -> None:
    ramilya, ildar = (doors.badge(doors.registered(one)) for one in (cast.ramilya, cast.ildar))
    phone = doors.phone(doors.small)
    send(phone, mark(ramilya, at(18, 9)), mark(ildar, at(18, 9, 5)), now=at(18, 10), ahead=10)

    page = text_of(desk.get(f"{DESK}attendance/"))

    assert "Малый зал Door of a hall 2 38 of 40 free 2 10:00" in page
    assert f"{doors.entrance.name} 2 no limit 2 no telephone yet" in page
    assert "Малый зал Айгуль 2 10:00 10 minutes ahead, reckoned with" in page


def test_the_middle_is_sent_again_only_when_something_changed(
    cast: Cast, doors: Doors, desk: Any
) -> None:
    ramilya, phone = doors.badge(doors.registered(cast.ramilya)), doors.phone(doors.entrance)
    page = desk.get(f"{DESK}attendance/").content.decode()
    again = re.findall(r'hx-get="([^"]+)"', page)[0]

    same = desk.get(again, headers={"hx-request": "true"})
    send(phone, mark(ramilya, at(18, 9)), now=at(18, 10))
    other = desk.get(again, headers={"hx-request": "true"})

    assert (same.status_code, same.content) == (204, b"")
    assert other.status_code == 200
    assert b"<html" not in other.content
    assert "1 no limit 1 10:00" in text_of(other)


def test_after_the_forum_its_last_day_is_shown(cast: Cast, doors: Doors, desk: Any) -> None:
    ramilya = doors.badge(doors.registered(cast.ramilya))
    phone = doors.phone(doors.entrance, now=at(18, 8))
    send(phone, mark(ramilya, at(18, 9)), now=at(18, 10))
    late = doors.registered(cast.vera)
    Mark.objects.update(at=at(19, 9), registration=late)

    with time_machine.travel(at(19, 12) + timedelta(days=30), tick=False):
        page = text_of(desk.get(f"{DESK}attendance/"))

    assert "19 February 2020" in page
    assert f"{doors.entrance.name} 1 no limit 1" in page


def test_the_usual_doors_are_made_with_one_press(cast: Cast, desk: Any, doors: Doors) -> None:
    Door.objects.all().delete()

    for _press in range(2):
        desk.post(f"{DESK}doors/usual/")

    assert [(door.kind, door.name) for door in Door.objects.order_by("id")] == [
        ("entrance", Door.objects.get(kind="entrance").name),
        ("hall", "Большой зал"),
        ("hall", "Малый зал"),
        ("route", "Аскарово и его родники"),
    ]


def test_one_more_door_of_a_hall(doors: Doors, desk: Any) -> None:
    sent = {"behind": f"hall-{doors.stage.big.pk}", "name": "Большой зал, балкон"}

    added, again = (desk.post(f"{DESK}doors/", sent) for _press in range(2))

    assert (added.status_code, again.status_code) == (302, 422)
    assert "There is a door with this name already" in text_of(again)
    assert Door.objects.get(name="Большой зал, балкон").hall == doors.stage.big


def test_passes_are_shown_once_with_their_secret(cast: Cast, doors: Doors, desk: Any) -> None:
    day = doors.stage.edition.days.get(date="2020-02-18")
    sent = {"doors": [doors.entrance.pk, doors.bus.pk], "label": "Айгуль", "when": day.pk}

    answer = desk.post(f"{DESK}doors/passes/", sent)

    addresses = re.findall(r"http://\S+/forum/2020/door/#([\w-]+)", answer.content.decode())
    opened = [pass_by_secret(one) for one in addresses]
    assert [one.door for one in opened if one] == [doors.entrance, doors.bus]
    assert opened[0] is not None
    assert (opened[0].starts_at, opened[0].ends_at) == (at(18, 7), at(18, 21))
    assert "no-store" in answer.headers["Cache-Control"]
    assert addresses[0] not in str(list(DoorPass.objects.values()))
    assert addresses[0] not in desk.get(f"{DESK}doors/").content.decode()
    assert AccessRecord.objects.get(act="issue").rows == 2


def test_passes_without_a_door_or_name_are_not_issued(doors: Doors, desk: Any) -> None:
    answer = desk.post(f"{DESK}doors/passes/", {"when": "now"})

    assert answer.status_code == 422
    assert "Tick at least one door." in text_of(answer)
    assert DoorPass.objects.count() == 0


def test_revoking_a_pass_and_blocking_a_telephone(doors: Doors, desk: Any) -> None:
    first, second = doors.phone(doors.entrance), doors.phone(doors.big)

    desk.post(f"{DESK}doors/passes/{first.door_pass_id}/revocation/")
    desk.post(f"{DESK}doors/devices/{second.pk}/revocation/")

    first.door_pass.refresh_from_db()
    second.refresh_from_db()
    assert first.door_pass.revoked_at == second.revoked_at == at(18, 11)
    page = text_of(desk.get(f"{DESK}doors/"))
    assert "Revoked" in page
    assert "blocked" in page


@pytest.mark.parametrize("words", ["ахмет", "№ 1", "1", "BADGE222222223"])
def test_somebody_is_found_and_marked_with_one_tap(
    cast: Cast, doors: Doors, desk: Any, words: str
) -> None:
    registration = doors.registered(cast.ramilya)
    doors.badge(registration)
    path = f"{DESK}doors/{doors.entrance.pk}/marks/"
    page = desk.get(path, {"q": words})
    assert "Ахметова Рамиля Айратовна" in text_of(page)
    identity = IDENTITY.findall(page.content.decode())[0]
    sent = {"identity": identity, "registration": registration.pk, "direction": "in"}

    for _press in range(2):
        answer = desk.post(path, sent, follow=True)

    assert "Came in: Ахметова Рамиля Айратовна." in text_of(answer)
    row = Mark.objects.get()
    assert (row.registration, row.source, row.by, row.at) == (
        registration,
        "desk",
        cast.guzel,
        at(18, 11),
    )
    assert AccessRecord.objects.get(register="forum.marks").rows == 1


def test_a_spare_badge_is_marked_by_its_number(doors: Doors, desk: Any) -> None:
    spare = doors.badge()
    path = f"{DESK}doors/{doors.entrance.pk}/marks/"
    identity = IDENTITY.findall(desk.get(path, {"q": "1"}).content.decode())[0]

    desk.post(path, {"identity": identity, "badge": spare.pk, "direction": "in"})

    assert Mark.objects.get().badge == spare


@pytest.mark.parametrize(
    "sent", [{}, {"identity": "x"}, {"registration": "999999999999999999999"}, {"badge": "7"}]
)
def test_what_no_button_sends_marks_nobody(doors: Doors, desk: Any, sent: dict[str, str]) -> None:
    identity = "00000000-0000-4000-8000-000000000001"

    answer = desk.post(
        f"{DESK}doors/{doors.entrance.pk}/marks/",
        {"identity": identity, "direction": "in"} | sent,
        follow=True,
    )

    assert answer.status_code == 200
    assert Mark.objects.count() == 0


def test_a_mark_is_taken_back_with_a_reason(cast: Cast, doors: Doors, desk: Any) -> None:
    ramilya = doors.badge(doors.registered(cast.ramilya))
    came = mark(ramilya, at(18, 9))
    send(doors.phone(doors.entrance), came, now=at(18, 9))
    path = f"{DESK}doors/{doors.entrance.pk}/marks/"

    empty = desk.post(f"{path}{came.id}/voiding/", {"why": ""})
    desk.post(f"{path}{came.id}/voiding/", {"why": "взяли чужой бейдж"})

    assert empty.status_code == 422
    assert Mark.objects.get().voided_at == at(18, 11)
    page = text_of(desk.get(path))
    assert "Ахметова Рамиля Айратовна № 1 Came in Square code Айгуль" in page
    assert "taken back: взяли чужой бейдж" in page


def test_whoever_reads_names_is_noted(cast: Cast, doors: Doors, desk: Any) -> None:
    doors.registered(cast.ramilya)
    path = f"{DESK}doors/{doors.entrance.pk}/marks/"

    desk.get(path)
    desk.get(path, {"q": "ахмет"})

    assert list(AccessRecord.objects.values_list("person", "act", "register", "rows")) == [
        (cast.guzel.pk, "view", "forum.doors", 1)
    ]


def test_doors_of_another_edition_are_not_there(cast: Cast, doors: Doors, desk: Any) -> None:
    from rost.forum.tests.registration_stage import make_edition

    make_edition(slug="2021")
    path = f"/en/forum/2021/desk/doors/{doors.entrance.pk}/"
    phone = doors.phone(doors.entrance)

    statuses = [
        desk.get(f"{path}marks/").status_code,
        desk.post(f"{path}closing/").status_code,
        desk.post(f"/en/forum/2021/desk/doors/passes/{phone.door_pass_id}/revocation/").status_code,
        desk.post(f"/en/forum/2021/desk/doors/devices/{phone.pk}/revocation/").status_code,
    ]

    assert statuses == [404] * 4


def test_the_pages_take_the_same_queries_at_any_size(doors: Doors, desk: Any) -> None:
    paths = (f"{DESK}attendance/", f"{DESK}doors/", f"{DESK}doors/{doors.entrance.pk}/marks/?q=уч")
    counts = []
    for people in (make_people(1), make_people(30)):
        for person in people:
            badge = doors.badge(doors.registered(person))
            for door in (doors.entrance, doors.big):
                send(doors.phone(door), mark(badge, at(18, 9)), now=at(18, 10))
        counts.append([queries_of(desk, path) for path in paths])

    assert counts[0] == counts[1]


def queries_of(desk: Any, path: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        assert desk.get(path).status_code == 200
    return len(seen)
