from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from rost.core.programme.model import Form, Part, Programme, Route, State
from rost.core.programme.tests.samples import OPENING, large, programmes
from rost.forum.adapters.icalendar import write
from rost.forum.adapters.icalendar.lines import folded, text
from rost.forum.adapters.icalendar.zones import vtimezone

APPROVED = datetime(2020, 2, 10, 12, 30, tzinfo=UTC)
PROGRAMME = large(4)
FIRST = PROGRAMME.sessions[0]

LONG = (
    "Ауыл биләмәһе башлыҡтары өсөн оҫталыҡ дәресе: «Үҙара килешеү – үҫеш нигеҙе»; "
    "сельские старосты, НКО и бизнес: как договориться? \\ 100 % "
) * 6


def calendar(programme: Programme = PROGRAMME, **more: Any) -> bytes:
    given = {
        "sessions": programme.sessions,
        "url_of": lambda one: f"https://rost.example/forum/2020/session/{one.code}/",
        "name": "Муниципалитеты – территории роста",
        "stamp": APPROVED,
        "domain": "rost.example",
    } | more
    return write(programme, **given)


def entries(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def changed(**changes: Any) -> Programme:
    return replace(PROGRAMME, sessions=(replace(FIRST, **changes),))


def faults_of(data: bytes) -> list[bytes]:
    """Lines over 75 octets, not ended by CR LF, or cut inside a letter."""
    assert data.endswith(b"\r\n")
    faults = []
    for line in data.removesuffix(b"\r\n").split(b"\r\n"):
        whole = line.decode("utf-8", "replace")
        if len(line) > 75 or b"\r" in line or b"\n" in line or "\ufffd" in whole or not line:
            faults.append(line)
    return faults


def test_an_entry_says_all_a_calendar_shows() -> None:
    (entry, *_) = entries(calendar())
    assert str(entry["UID"]) == f"{FIRST.guid}@rost.example"
    assert entry["DTSTAMP"].dt == entry["LAST-MODIFIED"].dt == APPROVED
    assert entry["DTSTART"].dt == FIRST.start
    assert entry["DTEND"].dt == FIRST.end
    assert str(entry["SUMMARY"]) == FIRST.title
    assert str(entry["LOCATION"]) == "Зал № 0, Уфа"
    assert str(entry["URL"]) == "https://rost.example/forum/2020/session/000000/"
    assert (entry["SEQUENCE"], str(entry["STATUS"])) == (0, "CONFIRMED")
    assert entry["CATEGORIES"].cats == ["Площадка 0"]


def test_times_are_those_of_ufa_with_its_own_zone() -> None:
    data = calendar()
    assert b"DTSTART;TZID=Asia/Yekaterinburg:20200218T090000\r\n" in data
    zones = list(Calendar.from_ical(data).walk("VTIMEZONE"))
    assert [str(zone["TZID"]) for zone in zones] == ["Asia/Yekaterinburg"]
    offsets = {rule["TZOFFSETTO"].td for rule in zones[0].subcomponents}
    assert offsets == {timedelta(hours=5)}
    assert zones[0].to_tz().utcoffset(datetime(2020, 2, 18, 9)) == timedelta(hours=5)


@pytest.mark.parametrize(
    "name", ["Asia/Yekaterinburg", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe"]
)
def test_a_zone_changes_its_clocks_when_the_zone_itself_does(name: str) -> None:
    zone = ZoneInfo(name)
    start = datetime(2025, 7, 1, 10, tzinfo=zone)
    data = calendar(replace(changed(start=start), timezone=name))
    assert faults_of(data) == []
    (written,) = Calendar.from_ical(data).walk("VTIMEZONE")
    read = written.to_tz()
    for hours in range(0, 24 * 720, 5):
        wall = (datetime(2024, 2, 1, tzinfo=UTC) + timedelta(hours=hours)).astimezone(zone)
        if wall.fold == 0:
            assert wall.replace(tzinfo=read).utcoffset() == wall.utcoffset()


def test_the_onset_of_summer_time_is_a_wall_time_of_winter() -> None:
    zone = vtimezone("Europe/Berlin", 2025, 2025).decode()
    assert "BEGIN:DAYLIGHT\r\nDTSTART:20250330T020000\r\n" in zone
    assert "BEGIN:STANDARD\r\nDTSTART:20251026T030000\r\n" in zone


def test_a_programme_in_utc_needs_no_zone() -> None:
    data = calendar(replace(PROGRAMME, timezone="UTC"))
    assert b"VTIMEZONE" not in data
    assert b"DTSTART:20200218T040000Z\r\n" in data


def test_the_calendar_names_itself_and_when_to_come_again() -> None:
    whole = Calendar.from_ical(calendar())
    assert str(whole["X-WR-CALNAME"]) == str(whole["NAME"]) == "Муниципалитеты – территории роста"
    assert str(whole["METHOD"]) == "PUBLISH"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n" in calendar()
    assert b"X-PUBLISHED-TTL:PT60M\r\n" in calendar()


def test_people_with_their_parts_stand_in_the_description() -> None:
    (entry, *_) = entries(calendar(parts={Part.MODERATOR: "Модератор"}))
    lines = str(entry["DESCRIPTION"]).split("\n")
    assert (
        "Модератор: Участник Заседания 0, глава сельского поселения – "
        "Самообложение граждан: опыт района"
    ) in lines


def test_a_cancelled_session_is_told_to_calendars_that_hold_it() -> None:
    (entry,) = entries(calendar(changed(state=State.CANCELLED, sequence=3)))
    assert (str(entry["STATUS"]), entry["SEQUENCE"]) == ("CANCELLED", 3)


def test_a_session_that_left_the_programme_is_told_with_a_higher_number() -> None:
    gone = replace(FIRST, sequence=3)
    (entry,) = entries(calendar(PROGRAMME, sessions=(), cancelled=(gone,)))
    assert (str(entry["STATUS"]), entry["SEQUENCE"]) == ("CANCELLED", 4)
    assert str(entry["UID"]) == f"{FIRST.guid}@rost.example"


def test_an_outing_starts_where_the_bus_stands() -> None:
    bus = Route("north", "Северный маршрут", "", 40, "", "", OPENING, OPENING, "площадь Ленина")
    programme = replace(changed(form=Form.VISIT, hall="", route="north"), routes=(bus,))
    (entry,) = entries(calendar(programme))
    assert str(entry["LOCATION"]) == "Северный маршрут, площадь Ленина"


def test_a_session_without_start_is_left_out() -> None:
    assert entries(calendar(changed(start=None))) == []


def test_no_line_is_over_75_octets_in_russian_and_bashkir() -> None:
    programme = changed(
        title=LONG, abstract=f"{LONG}\r\n\r\n{LONG}", broadcast_url="https://a/" + "b" * 300
    )
    data = calendar(programme)
    assert faults_of(data) == []
    (entry,) = entries(data)
    assert str(entry["SUMMARY"]) == LONG
    assert str(entry["DESCRIPTION"]).startswith(f"{LONG}\n\n{LONG.strip()}")


def test_nobody_can_write_a_property_of_their_own() -> None:
    programme = changed(
        title="А\r\nATTENDEE:mailto:x@example.org\u2028B\x85C",
        broadcast_url="https://a/\r\nX-EVIL:1",
    )
    data = calendar(programme, name="Б\nMETHOD:CANCEL")
    assert b"\r\nATTENDEE" not in data
    assert b"\r\nX-EVIL" not in data
    assert data.count(b"\r\nMETHOD:") == 1
    (entry,) = entries(data)
    assert str(entry["SUMMARY"]) == "А\nATTENDEE:mailto:x@example.org\nB\nC"


@given(st.text())
@settings(deadline=None)
def test_folding_can_be_undone(value: str) -> None:
    data = folded(f"SUMMARY:{text(value)}")
    assert faults_of(data) == []
    assert data.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode() == f"SUMMARY:{text(value)}"


@given(programmes(least=1))
@settings(max_examples=60, deadline=None)
def test_the_library_reads_any_calendar_we_write(programme: Programme) -> None:
    data = calendar(programme)
    assert faults_of(data) == []
    placed = sorted(
        (one for one in programme.sessions if one.start), key=lambda one: (one.start, one.code)
    )
    read = entries(data)
    assert [entry["DTSTART"].dt for entry in read] == [one.start for one in placed]
    assert [entry["SEQUENCE"] for entry in read] == [one.sequence for one in placed]


def test_the_same_programme_gives_the_same_bytes() -> None:
    again = tuple(reversed(PROGRAMME.sessions))
    assert calendar(PROGRAMME, sessions=again) == calendar()


def test_300_sessions_are_written_whole() -> None:
    data = calendar(large(300))
    assert len(entries(data)) == 300
    assert faults_of(data) == []
