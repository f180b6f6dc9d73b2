import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings

from rost.core.programme.codec import digest, dump, load
from rost.core.programme.model import Programme

from . import samples

BERLIN = ZoneInfo("Europe/Berlin")


def through_json(programme: Programme) -> Programme:
    return load(json.loads(json.dumps(dump(programme), ensure_ascii=False)))


@given(samples.programmes())
@settings(max_examples=150, deadline=None)
def test_a_programme_comes_back_equal(programme: Programme) -> None:
    assert through_json(programme) == programme
    assert digest(through_json(programme)) == digest(programme)


def test_both_hours_of_an_autumn_night_come_back_as_they_were() -> None:
    for fold in (0, 1):
        start = datetime(2025, 10, 26, 2, 30, tzinfo=BERLIN, fold=fold)
        programme = replace(samples.large(1), timezone="Europe/Berlin")
        programme = replace(programme, sessions=(replace(programme.sessions[0], start=start),))

        back = through_json(programme).sessions[0].start

        assert back is not None
        assert back.astimezone(UTC) == start.astimezone(UTC)
        assert back.tzinfo is BERLIN


def test_moments_of_another_zone_come_back_in_the_programmes_own() -> None:
    programme = samples.large(1)
    start = programme.sessions[0].start
    assert start is not None
    elsewhere = replace(programme.sessions[0], start=start.astimezone(UTC))

    back = through_json(replace(programme, sessions=(elsewhere,))).sessions[0].start

    assert back == start
    assert str(back) == str(start)


def test_keys_of_a_later_release_are_ignored() -> None:
    programme = samples.large(2)
    data: dict[str, Any] = dump(programme)
    data["weather"] = "snow"
    data["sessions"][0]["mood"] = "warm"
    data["sessions"][0]["contributions"][0]["shoe"] = 42

    assert load(data) == programme


def test_keys_that_an_earlier_release_did_not_write_take_their_defaults() -> None:
    programme = samples.large(1)
    data = dump(programme)
    del data["sessions"][0]["sequence"], data["routes"], data["tracks"][0]["colour"]

    back = load(data)

    assert back.sessions == programme.sessions
    assert back.routes == ()
    assert back.tracks[0].colour == ""


def test_the_order_of_keys_is_the_order_of_fields() -> None:
    assert list(dump(samples.large(1)))[:3] == ["slug", "title", "timezone"]
    assert list(dump(samples.large(1))["halls"][0]) == [
        "slug", "name", "capacity", "equipment", "guid",
    ]  # fmt: skip


def test_digests_tell_programmes_apart() -> None:
    programme = samples.large(3)
    assert digest(programme) != digest(replace(programme, place="Стерлитамак"))
