"""Our own files read back: equal as far as each format carries."""

from dataclasses import replace

from rost.core.programme.model import Hall, Part, Programme, Session
from rost.core.programme.tests.samples import large
from rost.forum.adapters.frab import Repair, read, write_json, write_xml
from rost.forum.adapters.frab.text import clean, one_line

from .samples import ADDRESSES, forum


def carried_by_json(programme: Programme) -> Programme:
    """Ids of people are not taken from files; routes come back as halls."""
    by_route = {route.slug: route for route in programme.routes}
    halls = [replace(hall, guid="") for hall in programme.halls]
    halls += [Hall(route.slug, route.name, route.seats) for route in by_route.values()]
    return replace(programme, routes=(), halls=tuple(halls), sessions=tuple(
        replace(one, contributions=tuple(replace(part, person=None) for part in one.contributions))
        for one in programme.sessions
    ))  # fmt: skip


def carried_by_xml(programme: Programme) -> Programme:
    """XML has no place of the event, no capacity, and names of people only."""
    programme = carried_by_json(programme)
    return replace(
        programme,
        place="",
        halls=tuple(replace(hall, capacity=0) for hall in programme.halls),
        sessions=tuple(
            replace(
                one,
                contributions=tuple(
                    replace(part, part=Part.SPEAKER, post="", topic="", minutes=None)
                    for part in one.contributions
                ),
            )
            for one in programme.sessions
        ),
    )


def without_what_is_made_anew(programme: Programme) -> Programme:
    """Slugs of halls and tracks are made from names where a format has none; guids of halls are
    given on writing."""
    halls = {hall.slug: hall.name for hall in programme.halls}
    tracks = {track.slug: track.name for track in programme.tracks}
    return replace(
        programme,
        halls=tuple(replace(hall, slug="", guid="") for hall in programme.halls),
        tracks=tuple(replace(track, slug="") for track in programme.tracks),
        sessions=tuple(
            replace(one, hall=halls.get(one.hall, ""), track=tracks.get(one.track, ""))
            for one in sorted(programme.sessions, key=lambda one: (str(one.start), one.code))
        ),
    )


def test_json_brings_back_a_programme() -> None:
    programme = large(60)
    back = read(write_json(programme, **ADDRESSES), "schedule.json")
    assert back.remarks == ()
    assert without_what_is_made_anew(back.programme) == without_what_is_made_anew(
        carried_by_json(programme)
    )


def test_xml_brings_back_a_programme() -> None:
    programme = large(60)
    back = read(write_xml(programme, **ADDRESSES), "schedule.xml")
    assert back.remarks == ()
    assert without_what_is_made_anew(back.programme) == without_what_is_made_anew(
        carried_by_xml(programme)
    )


def test_a_second_reading_gives_the_same() -> None:
    for write in (write_xml, write_json):
        once = read(write(forum(), **ADDRESSES), "schedule").programme
        twice = read(write(once, **ADDRESSES), "schedule").programme
        assert twice.sessions == once.sessions
        assert twice.halls == once.halls


def test_difficult_text_comes_back() -> None:
    first = forum().sessions[0]
    back = session(read(write_xml(forum(), **ADDRESSES), "schedule.xml").programme, first.code)
    assert back.title == one_line(first.title)
    assert back.abstract == clean(first.abstract).strip()
    assert back.start == first.start
    assert [one.title for one in back.materials] == ["Доклад"]


def test_an_outing_comes_back_as_a_session_in_a_hall_of_its_name() -> None:
    by_bus = forum().sessions[1]
    programme = read(write_xml(forum(), **ADDRESSES), "schedule.xml").programme
    halls = {hall.slug: hall.name for hall in programme.halls}
    assert halls[session(programme, by_bus.code).hall] == "Северный маршрут: «Живые сёла»"


def test_a_file_in_another_encoding_is_the_same_programme() -> None:
    text = write_xml(forum(), **ADDRESSES).decode()
    plain = read(text.encode(), "schedule.xml").programme
    declared = text.replace('encoding="UTF-8"', 'encoding="utf-16"', 1)
    assert read(declared.encode("utf-16"), "schedule.xml").programme == plain


def test_russian_in_cp1251_that_says_it_is_utf8_is_understood() -> None:
    text = write_xml(large(5), **ADDRESSES).decode()
    back = read(text.encode("cp1251"), "schedule.xml")
    assert back.programme == read(text.encode(), "schedule.xml").programme
    assert [one.repair for one in back.remarks] == [Repair.ENCODING_GUESSED]


def session(programme: Programme, code: str) -> Session:
    return next(one for one in programme.sessions if one.code == code)
