import json
import os
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import jsonschema
import pytest
from hypothesis import given, settings
from lxml import etree

from rost.core.programme.model import Form, Programme
from rost.core.programme.tests.samples import large, programmes
from rost.forum.adapters.frab import write_hub, write_json, write_xml

from .samples import ADDRESSES, forum, untidy

REFERENCE = Path(os.environ.get("REFERENCE_DATA", "../shared/reference")) / "frab"

with_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="the schemas of the frab family are not here (REFERENCE_DATA)"
)


@cache
def xml_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(REFERENCE / "schedule.xml.xsd"))


@cache
def json_schema(name: str) -> jsonschema.Draft6Validator:
    rules = json.loads((REFERENCE / name).read_text("utf-8"))
    return jsonschema.Draft6Validator(rules, format_checker=jsonschema.FormatChecker())


def xml_errors(data: bytes) -> list[str]:
    schema = xml_schema()
    schema.validate(etree.fromstring(data))
    return [str(error) for error in schema.error_log]


def json_errors(data: bytes, schema: str) -> list[str]:
    return [error.message for error in json_schema(schema).iter_errors(json.loads(data))]


SHAPES = {"forum": forum(), "untidy": untidy(), "large": large(300), "empty": large(0)}


@with_reference
@pytest.mark.parametrize("programme", SHAPES.values(), ids=SHAPES)
def test_the_schemas_find_no_error_in_russian_programmes(programme: Programme) -> None:
    assert xml_errors(write_xml(programme, **ADDRESSES)) == []
    assert json_errors(write_json(programme, **ADDRESSES), "schema.json") == []
    assert json_errors(write_hub(programme, **ADDRESSES), "schema2.json") == []


@with_reference
@given(programmes(least=1))
@settings(max_examples=40, deadline=None)
def test_the_schemas_find_no_error_in_any_programme(programme: Programme) -> None:
    assert xml_errors(write_xml(programme, **ADDRESSES)) == []
    assert json_errors(write_json(programme, **ADDRESSES), "schema.json") == []
    assert json_errors(write_hub(programme, **ADDRESSES), "schema2.json") == []


def events_of(programme: Programme) -> dict[str, Any]:
    conference = json.loads(write_json(programme, **ADDRESSES))["schedule"]["conference"]
    return {
        event["code"]: event
        for day in conference["days"]
        for events in day["rooms"].values()
        for event in events
    }


def test_only_sessions_that_stand_and_are_placed_are_public() -> None:
    programme = forum()
    first, by_bus, coffee, *_ = programme.sessions
    shown = events_of(programme)
    assert {first.code, by_bus.code, coffee.code} <= shown.keys()
    assert len(shown) == 9
    root = fromstring(write_xml(programme, **ADDRESSES))
    assert {event.get("code") for event in root.iter("event")} == shown.keys()


def test_a_route_is_a_room_and_a_break_for_all_is_at_the_place() -> None:
    _, by_bus, coffee, *_ = forum().sessions
    shown = events_of(forum())
    assert shown[by_bus.code]["room"] == "Северный маршрут: «Живые сёла»"
    assert shown[coffee.code]["room"] == "Уфа"
    assert shown[coffee.code]["type"] == "break"


def test_the_hub_is_told_of_the_cancelled() -> None:
    cancelled = forum().sessions[3]
    events = json.loads(write_hub(forum(), **ADDRESSES))["schedule"]["events"]
    states = {event["code"]: event["state"] for event in events if "code" in event}
    assert states[cancelled.code] == "CANCELED"
    assert [event["title"] for event in events if event["type"] == "BREAK"] == [
        forum().sessions[2].title
    ]


def test_text_stays_as_it_is_but_for_what_xml_forbids() -> None:
    first = fromstring(write_xml(forum(), **ADDRESSES)).find(".//event")
    assert first is not None
    assert first.findtext("title") == "Открытие: «Ҡатнашыусылар» & <гости> – 100 % 😀"
    assert first.findtext("abstract") == "Первый абзац\nвторая строка  конец"
    assert "Открытие: «Ҡатнашыусылар»".encode() in write_xml(forum(), **ADDRESSES)


def test_addresses_are_whole_and_escaped() -> None:
    first = next(iter(events_of(forum()).values()))
    assert first["url"] == f"https://rost.example/forum/2020/session/{first['code']}/"
    assert first["attachments"] == [
        {
            "url": "https://rost.example/media/%D0%B4%D0%BE%D0%BA%D0%BB%D0%B0%D0%B4%201.pdf",
            "title": "Доклад",
        }
    ]
    assert first["links"][0]["url"].startswith("https://xn--")


def test_moments_name_their_zone() -> None:
    first = next(iter(events_of(forum()).values()))
    assert (first["date"], first["start"]) == ("2020-02-18T09:00:00+05:00", "09:00")


def test_no_duration_reaches_a_day() -> None:
    root = fromstring(write_xml(untidy(), **ADDRESSES))
    assert max(event.findtext("duration") or "" for event in root.iter("event")) == "23:59"


def test_types_may_be_in_the_readers_language() -> None:
    labels = {Form.PLENARY: "Пленарное заседание"}
    root = fromstring(write_xml(forum(), **ADDRESSES, labels=labels))
    assert root.findtext(".//event/type") == "Пленарное заседание"


def test_the_same_programme_gives_the_same_bytes() -> None:
    for write in (write_xml, write_json, write_hub):
        assert write(forum(), **ADDRESSES) == write(replace(forum()), **ADDRESSES)
