"""Schedules as other systems write them: what is understood, what is mended, what is refused."""

import json
import os
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from rost.core.programme.model import Form, Material, Part, Programme, Session, State
from rost.core.programme.tests.samples import large
from rost.forum.adapters.frab import Imported, Reason, Refused, Repair, read, write_json, write_xml

from .samples import ADDRESSES

UFA = ZoneInfo("Asia/Yekaterinburg")

# Without guids, dates of events, zone, persons' ids; nights belong to the day before.
OLD = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <conference>
    <title>Слёт сельских старост</title><venue>Дом культуры</venue><city>Уфа</city>
    <start>2020-02-18</start><end>2020-02-19</end><days>2</days>
    <release>0.9</release><day_change>09:00:00</day_change>
    <timeslot_duration>00:05:00</timeslot_duration>
  </conference>
  <day index="1" date="2020-02-18">
    <room name="Большой зал">
      <event id="7">
        <start>09:30</start><duration>01:30:00</duration><room>Большой зал</room>
        <slug>opening_of_all</slug><title>Открытие</title><subtitle/>
        <track>Общее</track><type>keynote</type><language/>
        <abstract>&lt;p&gt;Первое &lt;b&gt;слово&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Второе.&lt;/p&gt;
        &lt;script&gt;alert(1)&lt;/script&gt;</abstract>
        <persons><person>Иванов Иван</person><person id="12">Петрова Анна</person></persons>
        <links><link href="www.example.org/page">Страница</link>
               <link href="javascript:alert(1)">Опасная</link></links>
      </event>
      <event id="7">
        <start>01:00</start><duration>0:45</duration><title>Ночной разговор</title>
        <type>Посиделки</type>
      </event>
    </room>
    <room name="большой  зал">
      <event id="8">
        <start>11:30</start><duration>30</duration><title>Чай</title><type>pause</type>
      </event>
    </room>
  </day>
</schedule>
"""


def understood(text: str | bytes, name: str = "file.xml") -> Imported:
    return read(text.encode() if isinstance(text, str) else text, name)


def repairs(imported: Imported) -> set[Repair]:
    return {remark.repair for remark in imported.remarks}


def session(programme: Programme, title: str) -> Session:
    return next(one for one in programme.sessions if one.title == title)


def event(inside: str, *, conference: str = "", day: str = 'date="2020-02-18"') -> Imported:
    return understood(
        f"<schedule><conference><title>Форум</title>{conference}</conference>"
        f'<day {day}><room name="Зал"><event id="1" {inside}</event></room></day></schedule>'
    )


def only(imported: Imported) -> Session:
    (one,) = imported.programme.sessions
    return one


def test_an_old_schedule_is_understood() -> None:
    programme = understood(OLD).programme

    assert (programme.title, programme.place) == ("Слёт сельских старост", "Дом культуры, Уфа")
    assert (programme.start, programme.end) == (date(2020, 2, 18), date(2020, 2, 19))
    assert (programme.version, programme.timezone) == ("0.9", "Asia/Yekaterinburg")
    opening = session(programme, "Открытие")
    assert opening.start == datetime(2020, 2, 18, 9, 30, tzinfo=UFA)
    assert (opening.minutes, opening.form, opening.slug) == (90, Form.PLENARY, "opening-of-all")
    assert opening.abstract == "Первое слово.\n\nВторое."
    assert [one.name for one in opening.contributions] == ["Иванов Иван", "Петрова Анна"]
    assert opening.materials == (Material("Страница", "https://www.example.org/page"),)


def test_each_repair_is_remarked() -> None:
    assert repairs(understood(OLD)) == {
        Repair.TIMEZONE_ASSUMED,
        Repair.DATE_DERIVED,
        Repair.DAY_HOURS_DERIVED,
        Repair.ROOM_MERGED,
        Repair.GUID_MADE,
        Repair.NUMBER_MADE,
        Repair.CODE_MADE,
        Repair.SLUG_MADE,
        Repair.MARKUP_REMOVED,
        Repair.LINK_DROPPED,
        Repair.TYPE_UNKNOWN,
    }
    made = [one for one in understood(OLD).remarks if one.repair is Repair.NUMBER_MADE]
    assert [(one.event, one.title, one.value) for one in made] == [("7", "Ночной разговор", "7")]


def test_a_clock_before_the_change_of_day_is_the_night_after() -> None:
    night = session(understood(OLD).programme, "Ночной разговор")
    assert night.start == datetime(2020, 2, 19, 1, 0, tzinfo=UFA)


def test_one_hall_spelled_twice_is_one_hall() -> None:
    programme = understood(OLD).programme
    assert [hall.name for hall in programme.halls] == ["Большой зал"]
    assert {one.hall for one in programme.sessions} == {programme.halls[0].slug}


def test_reading_twice_gives_the_same() -> None:
    assert understood(OLD) == understood(OLD)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [
        ("1:30", 90),
        ("01:30", 90),
        ("01:30:00", 90),
        ("1:01:30:00", 1530),
        ("90", 90),
        ("PT1H30M", 90),
        ("PT90M", 90),
        ("P1D", 1440),
        ("", 30),
        ("00:00", 30),
        ("-0:30", 30),
        ("скоро", 30),
    ],
)
def test_durations_in_all_their_forms(written: str, minutes: int) -> None:
    imported = event(f"><title>А</title><start>10:00</start><duration>{written}</duration>")
    assert only(imported).minutes == minutes
    assert (Repair.DURATION_ASSUMED in repairs(imported)) == (minutes == 30)


def test_a_length_may_come_from_the_end() -> None:
    moments = "<date>2020-02-18T10:00:00+05:00</date><end>2020-02-18T10:40:00+05:00</end>"
    assert only(event(f"><title>А</title>{moments}")).minutes == 40


@pytest.mark.parametrize(
    "written",
    [
        "<date>2020-02-18T10:00:00+05:00</date>",
        "<date>2020-02-18T05:00:00Z</date>",
        "<date>2020-02-18T10:00:00+0500</date>",
        "<date>2020-02-18T10:00:00</date>",
        "<date>2020-02-18 10:00</date>",
        "<date>2020-02-18</date><start>10:00</start>",
        "<date>18.02.2020</date><start>10.00</start>",
        "<start>10:00:00</start>",
        "<start>1000</start>",
    ],
)
def test_starts_in_all_their_forms(written: str) -> None:
    zone = "<time_zone_name>Asia/Yekaterinburg</time_zone_name>"
    start = only(event(f"><title>А</title>{written}", conference=zone)).start
    assert start == datetime(2020, 2, 18, 10, 0, tzinfo=UFA)
    assert start.tzinfo == UFA


def test_a_zone_may_be_told_by_the_offset() -> None:
    moscow = event("><title>А</title><date>2020-02-18T10:00:00+03:00</date>")
    assert moscow.programme.timezone == "Etc/GMT-3"
    assert only(moscow).start == datetime(2020, 2, 18, 12, 0, tzinfo=UFA)
    ufa = event("><title>А</title><date>2020-02-18T10:00:00+05:00</date>")
    assert ufa.programme.timezone == "Asia/Yekaterinburg"


@pytest.mark.parametrize("name", ["Middle/Earth", "../../etc/passwd", "/", "Europe"])
def test_a_zone_nobody_knows_is_not_believed(name: str) -> None:
    imported = event(
        "><title>А</title><start>10:00</start>",
        conference=f"<time_zone_name>{name}</time_zone_name>",
    )
    assert imported.programme.timezone == "Asia/Yekaterinburg"
    assert Repair.TIMEZONE_ASSUMED in repairs(imported)


@pytest.mark.parametrize(
    ("written", "guid"),
    [
        ("29aecfd7-2e44-4f49-ab86-29b5e0877325", "29aecfd7-2e44-4f49-ab86-29b5e0877325"),
        ("29AECFD72E444F49AB8629B5E0877325", "29aecfd7-2e44-4f49-ab86-29b5e0877325"),
        ("{29aecfd7-2e44-4f49-ab86-29b5e0877325}", "29aecfd7-2e44-4f49-ab86-29b5e0877325"),
        ("HOqeNIb6G7M4hYFKFRkCmQ", "1cea9e34-86fa-1bb3-3885-814a15190299"),
    ],
)
def test_guids_in_all_their_forms(written: str, guid: str) -> None:
    assert only(event(f'guid="{written}"><title>А</title>')).guid == guid


def test_a_session_without_time_is_kept_unplaced() -> None:
    imported = event("><title>А</title>")
    assert only(imported).start is None
    assert Repair.START_MISSING in repairs(imported)


def test_names_joined_by_commas_are_people() -> None:
    imported = event("><title>А</title><person>Анна Петрова, Иван Иванов</person>")
    assert [one.name for one in only(imported).contributions] == ["Анна Петрова", "Иван Иванов"]
    assert Repair.PERSONS_SPLIT in repairs(imported)


def test_the_same_person_without_an_id_is_the_same_in_every_session() -> None:
    first = only(event("><title>А</title><persons><person>Анна</person></persons>"))
    second = only(event("><title>Б</title><persons><person>анна</person></persons>"))
    assert first.contributions[0].guid == second.contributions[0].guid


def test_a_title_too_long_is_cut_and_one_missing_is_made() -> None:
    long = event(f"><title>{'очень ' * 100}</title>")
    assert len(only(long).title) <= 300
    assert Repair.TEXT_CUT in repairs(long)
    assert only(event("><start>10:00</start>")).title == "№ 1"


def test_ampersands_and_entities_of_html_are_mended() -> None:
    imported = event("><title>Вопросы & ответы&nbsp;&mdash; &#7;все</title>")
    assert only(imported).title == "Вопросы & ответы — все"
    assert Repair.MARKUP_MENDED in repairs(imported)


@pytest.mark.parametrize("sign", ["<!--", "<!", "<a ", "</", "<script>", "<p>", "&#"])
def test_markup_that_never_closes_is_read_to_its_end(sign: str) -> None:
    imported = event(f"><title>А</title><abstract><![CDATA[{sign * 12_000}]]></abstract>")
    assert only(imported).title == "А"


def test_comments_are_no_words() -> None:
    text = "<![CDATA[<p>Раз<!-- <b>два</b> --> и <!-- --> три</p><!-- четыре]]>"
    assert only(event(f"><title>А</title><abstract>{text}</abstract>")).abstract == "Раз и  три"


def test_control_characters_are_removed() -> None:
    imported = event("><title>Тихий\x07 звонок</title>")
    assert only(imported).title == "Тихий звонок"
    assert Repair.CHARACTERS_REMOVED in repairs(imported)


def test_latin_1_that_says_it_is_utf_8() -> None:
    text = OLD.replace("Чай", "Caf\xe9").encode("cp1251", "ignore")
    assert understood(text).programme.sessions != ()
    german = OLD.replace("Слёт сельских старост", "Für Köln").encode("latin-1", "ignore")
    assert understood(german).programme.title == "Für Köln"


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = write_xml(large(20), **ADDRESSES)
    imported = understood(whole[: len(whole) // 2])
    assert 5 < len(imported.programme.sessions) < 20
    assert Repair.FILE_CUT_OFF in repairs(imported)


def test_a_schedule_without_sessions_is_a_schedule() -> None:
    start = "<start>2020-02-18</start>"
    text = f"<schedule><conference><title>Форум</title>{start}</conference></schedule>"
    imported = understood(text)
    assert imported.programme.sessions == ()
    assert Repair.NO_SESSIONS in repairs(imported)


GUID = "b379c473-93b9-4eae-9a09-d482e86cede3"

PRETALX = {
    "schedule": {
        "version": "0.3",
        "conference": {
            "acronym": "forum",
            "title": {"en": "Forum", "ru": "Форум"},
            "time_zone_name": "Asia/Yekaterinburg",
            "rooms": [
                {
                    "name": "Серый зал",
                    "guid": GUID,
                    "capacity": 90,
                },
                {"name": "Белый зал", "guid": GUID},
            ],
            "tracks": [{"name": "Опыт", "slug": "opyt", "color": "red"}],
            "days": [
                {
                    "index": 0,
                    "date": "2020-02-18",
                    "rooms": {
                        "Серый зал": [
                            {
                                "id": "4",
                                "title": "Круглый стол",
                                "type": {"ru": "Круглый стол"},
                                "date": "2020-02-18T10:00:00+05:00",
                                "duration": "01:00",
                                "track": {"ru": "Опыт"},
                                "persons": [{"code": "ABC", "public_name": "Анна"}, "Иван", None],
                                "links": [{"url": "https://example.org/", "title": None}],
                                "do_not_record": False,
                            },
                            "не событие",
                        ]
                    },
                }
            ],
        },
    }
}


def test_json_of_any_types_is_understood() -> None:
    imported = read(json.dumps(PRETALX).encode(), "schedule.json")
    one = only(imported)
    assert imported.programme.title == "Форум"
    assert (one.title, one.form, one.number) == ("Круглый стол", Form.ROUND_TABLE, 4)
    assert [part.name for part in one.contributions] == ["Анна", "Иван"]
    assert [track.slug for track in imported.programme.tracks] == ["opyt"]
    assert {Repair.ROOM_GUID_REPLACED, Repair.TRACK_COLOUR_DROPPED} <= repairs(imported)
    assert len({hall.guid for hall in imported.programme.halls}) == 2
    assert imported.programme.halls[0].capacity == 90


def test_json_in_utf_16_is_understood() -> None:
    data = json.dumps(PRETALX, ensure_ascii=False).encode("utf-16")
    assert read(data, "schedule.json") == read(json.dumps(PRETALX).encode(), "schedule.json")


def test_the_hub_tells_who_moderates_and_what_is_cancelled() -> None:
    event = {
        "title": "Площадка",
        "start": "2020-02-18T10:00:00+05:00",
        "end": "2020-02-18T11:00:00+05:00",
        "room": {"guid": GUID},
        "state": "CANCELED",
        "participants": [{"name": "Анна", "role": "MODERATOR"}],
    }
    data = {"schedule": {"conference": PRETALX["schedule"]["conference"] | {"days": []}}}
    data["schedule"]["events"] = [event, 5]  # type: ignore[assignment]
    imported = read(json.dumps(data).encode(), "schedule.json")
    one = only(imported)
    assert (one.state, one.minutes, one.contributions[0].part) == (
        State.CANCELLED,
        60,
        Part.MODERATOR,
    )
    assert Repair.EVENTS_SKIPPED in repairs(imported)


BOMB = (
    '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<schedule><conference><title>&b;</title></conference></schedule>"
)
OUTSIDE = (
    '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<schedule><conference><title>&x;</title></conference></schedule>"
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n ", Reason.EMPTY),
        (b"\xef\xbb\xbf", Reason.EMPTY),
        (b"BEGIN:VCALENDAR", Reason.UNREADABLE),
        (b"PK\x03\x04\x14\x00", Reason.UNREADABLE),
        (b"\x00\x00\x00\x00", Reason.UNREADABLE),
        (b"<html><body><p>404</p></body></html>", Reason.NOT_A_SCHEDULE),
        (b"<rss><channel/></rss>", Reason.NOT_A_SCHEDULE),
        (b"<<<", Reason.UNREADABLE),
        (b'{"a": 1}', Reason.NOT_A_SCHEDULE),
        (b"[1, 2]", Reason.NOT_A_SCHEDULE),
        (b'{"schedule": {"conference"', Reason.UNREADABLE),
        (b"[" * 100_000, Reason.UNREADABLE),
        (b'{"schedule": {"conference": {"title": "A"}}}', Reason.NO_DATES),
        (BOMB.encode(), Reason.HOSTILE),
        (OUTSIDE.encode(), Reason.HOSTILE),
        (b"<" + b"a" * (21 * 1024 * 1024), Reason.TOO_LARGE),
    ],
    ids=lambda value: str(value)[:30] if isinstance(value, Reason) else repr(value[:20]),
)
def test_what_is_not_a_schedule_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        read(data, "file")
    assert refused.value.reason is reason


@pytest.mark.parametrize("seed", range(60))
def test_a_spoiled_file_is_understood_or_refused_but_never_breaks(seed: int) -> None:
    chance = Random(seed)
    write = write_xml if seed % 2 else write_json
    data = bytearray(write(large(4), **ADDRESSES))
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(data))
        length = chance.choice([1, 1, 2, 40])
        how = chance.randrange(3)
        if how == 0:
            del data[place : place + length]
        elif how == 1:
            data[place : place + length] = chance.randbytes(length)
        else:
            data[place:place] = data[place - length : place + 3 * length]
    try:
        imported = read(bytes(data), "spoiled")
    except Refused:
        return
    write_xml(imported.programme, **ADDRESSES)
    write_json(imported.programme, **ADDRESSES)


@pytest.mark.parametrize("seed", range(120))
def test_json_with_values_of_any_kind_never_breaks(seed: int) -> None:
    chance = Random(seed)
    odd = [
        None,
        True,
        0,
        -1,
        1e300,
        "",
        "x",
        "9" * 40,
        [],
        {},
        [None],
        {"ru": 1},
        "0001-01-01T00:00:00Z",
    ]

    def spoil(value: object, depth: int = 0) -> object:
        if depth > 2 and chance.random() < 0.06:
            return chance.choice(odd)
        if isinstance(value, dict):
            return {key: spoil(one, depth + 1) for key, one in value.items()}
        if isinstance(value, list):
            return [spoil(one, depth + 1) for one in value]
        return value

    whole = json.loads(write_json(large(6), **ADDRESSES))
    try:
        imported = read(json.dumps(spoil(whole)).encode(), "odd")
    except Refused:
        return
    again = read(write_json(imported.programme, **ADDRESSES), "again")
    assert len(again.programme.sessions) <= len(imported.programme.sessions)


def test_a_day_of_other_hours_holds_its_night() -> None:
    hours = 'date="2020-02-18" start="2020-02-18T10:00:00+05:00" end="2020-02-19T03:00:00+05:00"'
    imported = event("><title>А</title><start>01:30</start>", day=hours)
    (day,) = imported.programme.days
    assert day.end - day.start == timedelta(hours=17)
    assert only(imported).start == datetime(2020, 2, 19, 1, 30, tzinfo=UFA)


REAL = Path(os.environ.get("FRAB_FILES", "."))


@pytest.mark.skipif("FRAB_FILES" not in os.environ, reason="no real schedules here (FRAB_FILES)")
def test_real_schedules_are_understood() -> None:
    files = [file for kind in ("*.xml", "*.json") for file in sorted(REAL.glob(kind))]
    for file in files:
        programme = read(file.read_bytes(), file.name).programme
        again = read(write_json(programme, **ADDRESSES), file.name).programme
        placed = [one for one in programme.sessions if one.placed]
        assert [one.code for one in again.sessions] == [one.code for one in placed]
