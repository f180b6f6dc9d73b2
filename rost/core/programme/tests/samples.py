"""Programmes for the tests: random ones of any shape, and one of a given size."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from rost.core.programme.model import (
    Contribution,
    Day,
    Form,
    Hall,
    Material,
    Part,
    Programme,
    Route,
    Session,
    State,
    Stop,
    Track,
    Window,
)

UFA = ZoneInfo("Asia/Yekaterinburg")
OPENING = datetime(2020, 2, 18, 9, 0, tzinfo=UFA)

words = st.text(max_size=12)
hall_slugs = st.sampled_from(["big", "big", "big", "small", "small", "", "gone"])
route_slugs = st.sampled_from(["", "", "", "", "north", "north", "lost"])
states = st.sampled_from([State.ACCEPTED] * 4 + [State.PROPOSED, State.CANCELLED])


def moments(zone: ZoneInfo = UFA) -> st.SearchStrategy[datetime]:
    """Quarter hours, most of them of the first day, some of the night and the second day."""
    day = st.integers(0, 4 * 9)
    both = st.integers(0, 4 * 34)
    return (day | day | both).map(lambda n: OPENING.astimezone(zone) + n * QUARTER)


QUARTER = timedelta(minutes=15)


def contributions() -> st.SearchStrategy[Contribution]:
    return st.builds(
        Contribution,
        person=st.none() | st.integers(1, 4),
        guid=words,
        name=words,
        part=st.sampled_from(Part),
        post=words,
        topic=words,
        minutes=st.none() | st.integers(0, 90),
        territories=st.lists(words, max_size=2).map(tuple),
    )


def sessions(zone: ZoneInfo = UFA) -> st.SearchStrategy[Session]:
    return st.builds(
        Session,
        code=st.integers(0, 36**3).map(base36),
        guid=words,
        number=st.integers(1, 10_000),
        slug=words,
        title=words,
        form=st.sampled_from(Form),
        minutes=st.sampled_from([-15, 0, 10, 30, 60, 90, 90, 240]),
        state=states,
        track=words,
        abstract=words,
        language=st.sampled_from(["ru", "ba", ""]),
        start=st.integers(0, 9).flatmap(lambda n: moments(zone) if n else st.none()),
        hall=hall_slugs,
        route=route_slugs,
        seats=st.none() | st.integers(0, 40),
        contributions=st.lists(contributions(), max_size=3).map(tuple),
        materials=st.lists(
            st.builds(Material, words, words, st.none() | st.integers()), max_size=2
        ).map(tuple),
        broadcast_url=words,
        sequence=st.integers(0, 5),
    )


def routes(zone: ZoneInfo = UFA) -> st.SearchStrategy[tuple[Route, ...]]:
    stop = st.builds(
        Stop,
        at=moments(zone),
        until=moments(zone),
        place=words,
        territory=words,
        practice=words,
        practice_url=words,
    )
    route = st.builds(
        Route,
        slug=st.just("north"),
        name=words,
        bus=words,
        seats=st.integers(0, 50),
        host=words,
        host_name=words,
        departs=moments(zone),
        returns=moments(zone),
        departs_from=words,
        stops=st.lists(stop, max_size=2).map(tuple),
    )
    return st.lists(route, max_size=1).map(tuple)


def halls() -> st.SearchStrategy[tuple[Hall, ...]]:
    hall = st.builds(
        Hall,
        slug=st.sampled_from(["big", "small"]),
        name=words,
        capacity=st.sampled_from([0, 10, 200]),
        equipment=st.lists(words, max_size=2).map(tuple),
        guid=words,
    )
    return st.lists(hall, max_size=2, unique_by=lambda hall: hall.slug).map(tuple)


def days(zone: ZoneInfo = UFA) -> st.SearchStrategy[tuple[Day, ...]]:
    start = OPENING.astimezone(zone)
    both = tuple(
        Day(
            (start + timedelta(days=n)).date(),
            start + timedelta(days=n),
            start + timedelta(n, 9 * 3600),
        )
        for n in range(2)
    )
    return st.sampled_from([(), both[:1], both])


def programmes(
    zone: ZoneInfo = UFA, least: int = 0, most: int = 12
) -> st.SearchStrategy[Programme]:
    return st.builds(
        Programme,
        slug=words,
        title=words,
        timezone=st.just(zone.key),
        place=words,
        version=words,
        start=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
        end=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
        days=days(zone),
        halls=halls(),
        tracks=st.lists(st.builds(Track, words, words, words), max_size=2).map(tuple),
        routes=routes(zone),
        sessions=st.lists(
            sessions(zone), min_size=least, max_size=most, unique_by=lambda one: one.code
        ).map(tuple),
    )


def windows() -> st.SearchStrategy[list[Window]]:
    window = st.builds(
        lambda person, start, quarters: Window(person, start, start + quarters * QUARTER),
        st.integers(1, 4),
        moments(),
        st.integers(0, 60),
    )
    return st.lists(window, max_size=6)


def large(count: int, *, halls: int = 8, days: int = 3) -> Programme:
    """`count` sessions of four people each, hour by hour in every hall."""
    per_day = max(1, -(-count // (halls * days)))
    length = 540 // per_day
    made = []
    for n in range(count):
        day, rest = divmod(n, halls * per_day)
        hour, hall = divmod(rest, halls)
        made.append(
            Session(
                code=base36(n),
                guid=f"00000000-0000-4000-8000-{n:012}",
                number=n + 1,
                slug=f"zasedanie-{n}",
                title=f"Заседание № {n}: инициативное бюджетирование в сельских поселениях",
                form=Form.ROUND_TABLE,
                minutes=length,
                track=f"track-{hall}",
                abstract="Как объединить жителей, бизнес и власть вокруг общего дела. " * 8
                + "Вместе.",
                start=OPENING + timedelta(days=day, minutes=hour * length),
                hall=f"hall-{hall}",
                contributions=tuple(
                    Contribution(
                        person=4 * n + k,
                        guid=f"00000000-0000-4000-9000-{4 * n + k:012}",
                        name=f"Участник Заседания {4 * n + k}",
                        part=Part.SPEAKER if k else Part.MODERATOR,
                        post="глава сельского поселения",
                        topic="Самообложение граждан: опыт района",
                        minutes=15,
                    )
                    for k in range(4)
                ),
            )
        )
    first = OPENING.date()
    return Programme(
        slug="forum-2020",
        title="Муниципалитеты – территории роста",
        timezone="Asia/Yekaterinburg",
        place="Уфа",
        version="1",
        start=first,
        end=first + timedelta(days=days - 1),
        days=tuple(
            Day(
                first + timedelta(days=n),
                OPENING + timedelta(days=n),
                OPENING + timedelta(n, 32400),
            )
            for n in range(days)
        ),
        halls=tuple(Hall(f"hall-{n}", f"Зал № {n}", 200) for n in range(halls)),
        tracks=tuple(Track(f"track-{n}", f"Площадка {n}", "#123456") for n in range(halls)),
        sessions=tuple(made),
    )


def base36(n: int) -> str:
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    text = ""
    for _ in range(6):
        n, rest = divmod(n, 36)
        text = digits[rest] + text
    return text


def crowded(seed: int) -> tuple[Programme, list[Window]]:
    """Two days in which much goes wrong: few halls, few people, short and long sessions."""
    chance = Random(seed)
    made = []
    for n in range(chance.randint(5, 40)):
        rests = [Form.BREAK] * (seed % 3) or [Form.LECTURE] * 60
        form = chance.choice([*Form, *rests])
        people = chance.sample(range(1, 9), chance.randint(0, 3))
        made.append(
            replace(
                large(1).sessions[0],
                code=base36(n),
                form=form,
                state=chance.choice([State.ACCEPTED] * 5 + [State.PROPOSED, State.CANCELLED]),
                start=OPENING + timedelta(minutes=5 * chance.randrange(9 * 12 + seed % 2 * 288)),
                minutes=chance.choice([0, 5, 10, 20, 45, 60, 90]),
                hall=chance.choice(
                    ["", "gone", "small", "small"] + ["big"] * (30 - 12 * (seed % 3))
                ),
                route=chance.choice([""] * 9 + ["north", "south"]),
                seats=chance.choice([None, None, 20]),
                contributions=tuple(
                    Contribution(person, str(person), "", chance.choice([*Part]))
                    for person in people
                ),
            )
        )
    route = Route("north", "", "", 25, "", "", OPENING, OPENING + timedelta(hours=3))
    south = replace(route, slug="south", departs=OPENING + timedelta(hours=2))
    programme = replace(
        large(1, days=2),
        halls=(Hall("big", "", 100), Hall("small", "", 25)),
        routes=(route, replace(south, returns=OPENING + timedelta(hours=8))),
        sessions=tuple(made),
    )
    free = []
    for person in (1, 1, 2, 3, 3, 3):
        start = OPENING + timedelta(minutes=30 * chance.randrange(12))
        free.append(Window(person, start, start + timedelta(hours=chance.randrange(6))))
    return programme, free


EARLY = datetime(2020, 1, 1, tzinfo=UTC)
FIRST = date(2020, 2, 18)
