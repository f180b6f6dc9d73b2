"""Programmes for the tests: random ones of any shape, and one of a given size."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
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
hall_slugs = st.sampled_from(["", "big", "small", "gone"])
route_slugs = st.sampled_from(["", "north", "lost"])


def moments(zone: ZoneInfo = UFA) -> st.SearchStrategy[datetime]:
    """Quarter hours of two days and the night between them."""
    return st.integers(0, 4 * 34).map(lambda n: OPENING.astimezone(zone) + n * QUARTER)


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
        code=st.from_regex(r"[0-9A-Z]{6}", fullmatch=True),
        guid=words,
        number=st.integers(1, 10_000),
        slug=words,
        title=words,
        form=st.sampled_from(Form),
        minutes=st.sampled_from([-15, 0, 5, 15, 45, 90, 240]),
        state=st.sampled_from(State),
        track=words,
        abstract=words,
        language=st.sampled_from(["ru", "ba", ""]),
        start=st.none() | moments(zone),
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


def programmes(zone: ZoneInfo = UFA, most: int = 12) -> st.SearchStrategy[Programme]:
    return st.builds(
        Programme,
        slug=words,
        title=words,
        timezone=st.just(zone.key),
        place=words,
        version=words,
        start=st.dates(),
        end=st.dates(),
        days=days(zone),
        halls=halls(),
        tracks=st.lists(st.builds(Track, words, words, words), max_size=2).map(tuple),
        routes=routes(zone),
        sessions=st.lists(sessions(zone), max_size=most, unique_by=lambda one: one.code).map(tuple),
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
    per_day = -(-count // (halls * days))
    length = 540 // per_day
    made = []
    for n in range(count):
        day, rest = divmod(n, halls * per_day)
        hour, hall = divmod(rest, halls)
        made.append(
            Session(
                code=_base36(n),
                guid=f"00000000-0000-4000-8000-{n:012}",
                number=n + 1,
                slug=f"zasedanie-{n}",
                title=f"Заседание № {n}: инициативное бюджетирование в сельских поселениях",
                form=Form.ROUND_TABLE,
                minutes=length,
                track=f"track-{hall}",
                abstract="Как объединить жителей, бизнес и власть вокруг общего дела. " * 8,
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


def _base36(n: int) -> str:
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    text = ""
    for _ in range(6):
        n, rest = divmod(n, 36)
        text = digits[rest] + text
    return text


EARLY = datetime(2020, 1, 1, tzinfo=UTC)
FIRST = date(2020, 2, 18)
