"""Two days of a programme as they might be."""

from typing import Any

from rost.documents.kinds.programme.content import Day, Part, Programme, Session

_PARTS = {
    "ru": ("модератор", "докладчик", "Глава сельского поселения", "15 мин"),
    "ba": ("модератор", "докладсы", "Ауыл биләмәһе башлығы", "15 мин"),
    "en": ("moderator", "speaker", "Head of a rural settlement", "15 min"),
}
_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "event": "Республиканский форум «Муниципалитеты – территории роста»",
        "dates": "18–19 февраля 2020 г.",
        "place": "г. Уфа",
        "timezone": "время уфимское, МСК+2",
        "version": "утверждена 10 февраля 2020 г., версия 3",
        "days": ("18 февраля 2020 г., вторник", "19 февраля 2020 г., среда"),
        "plenary": ("Открытие форума. Местное самоуправление и национальные проекты", "пленарное"),
        "pause": "Кофе-пауза",
        "lecture": ("Как сельскому поселению подготовить инициативный проект", "лекция"),
        "trip": ("Практика благоустройства: парк, построенный с жителями", "выезд"),
        "hall": "Большой зал",
        "route": "Маршрут 2, сбор у главного входа",
        "track": "Люди и инициативы",
        "topic": "Что можно сделать за 300 тысяч рублей",
    },
    "ba": {
        "event": "«Муниципалитеттар – үҫеш биләмәләре» республика форумы",
        "dates": "2020 йылдың 18–19 феврале",
        "place": "Өфө ҡалаһы",
        "timezone": "Өфө ваҡыты, МСК+2",
        "version": "2020 йылдың 10 февралендә раҫланған, 3-сө версия",
        "days": ("2020 йылдың 18 феврале, шишәмбе", "2020 йылдың 19 феврале, шаршамбы"),
        "plenary": ("Форумды асыу. Урындағы үҙидара һәм милли проекттар", "пленар ултырыш"),
        "pause": "Кофе-пауза",
        "lecture": ("Ауыл биләмәһенә башланғыс проектын нисек әҙерләргә", "лекция"),
        "trip": ("Төҙөкләндереү тәжрибәһе: халыҡ менән төҙөлгән парк", "сығыу"),
        "hall": "Ҙур зал",
        "route": "2-се маршрут, төп ишек алдында йыйылыу",
        "track": "Кешеләр һәм башланғыстар",
        "topic": "300 мең һумға нимә эшләп була",
    },
    "en": {
        "event": "Republican forum “Municipalities – Territories of Growth”",
        "dates": "18–19 February 2020",
        "place": "Ufa",
        "timezone": "Ufa time, UTC+5",
        "version": "approved on 10 February 2020, version 3",
        "days": ("18 February 2020, Tuesday", "19 February 2020, Wednesday"),
        "plenary": ("Opening. Local self-government and national projects", "plenary"),
        "pause": "Coffee break",
        "lecture": ("How a rural settlement prepares an initiative project", "lecture"),
        "trip": ("Improvement in practice: a park built with residents", "off-site"),
        "hall": "Main hall",
        "route": "Route 2, meeting at the main entrance",
        "track": "People and initiatives",
        "topic": "What 300 thousand roubles can do",
    },
}


def sample(language: str) -> Programme:
    language = language if language in _TEXTS else "ru"
    texts = _TEXTS[language]
    moderator, speaker, post, minutes = _PARTS[language]
    parts = (
        Part(moderator, "Имашева Г. Р.", post, "", ""),
        Part(speaker, "Петров С. В.", post, texts["topic"], minutes),
    )
    hall, route, track = texts["hall"], texts["route"], texts["track"]
    first = (
        _session("10:00–11:30", texts["plenary"], hall, "", parts, "https://example.org/live"),
        Session("11:30–12:00", texts["pause"], "", hall, "", "", (), "", True, ""),
        _session("12:00–13:30", texts["lecture"], hall, track, parts, ""),
    )
    second = (_session("9:00–13:00", texts["trip"], route, track, parts, ""),)
    days = tuple(Day(*day) for day in zip(texts["days"], (first, second), strict=True))
    about = {name: texts[name] for name in ("event", "dates", "place", "timezone", "version")}
    return Programme(**about, days=days)


def _session(
    time: str,
    titled: tuple[str, str],
    where: str,
    track: str,
    parts: tuple[Part, ...],
    broadcast: str,
) -> Session:
    title, form = titled
    colour = "#1d7a48" if track else ""
    return Session(time, title, form, where, track, colour, parts, broadcast, False, "")
