"""A seeded programme of any size in Russian, for tests of weight and for the benchmarks.

All people and topics are invented; the words are of the length and variety of real programmes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from rost.core.programme import codec
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
)
from rost.forum.models import Edition, Version

UFA = ZoneInfo("Asia/Yekaterinburg")
FIRST = date(2020, 2, 18)
MORNING = 210  # minutes from 9:30 to lunch
APPROVED_AT = datetime(2020, 2, 1, 7, 30, tzinfo=UTC)
SUBJECTS = (
    "Инициативное бюджетирование",
    "Благоустройство сёл",
    "Самообложение граждан",
    "Старосты сельских населённых пунктов",
    "Территориальное общественное самоуправление",
    "Школьные музеи и память места",
    "Раздельный сбор отходов",
    "Родники и малые реки",
    "Ремонт улично-дорожной сети",
    "Сельские библиотеки",
    "Пожарная безопасность поселений",
    "Муниципальный контроль",
    "Малый бизнес на селе",
    "Бюджет поселения на трёх страницах",
    "Поддержка социально ориентированных организаций",
    "Народные промыслы",
    "Сельский туризм",
    "Градостроительные документы",
    "Земельный учёт",
    "Обращения граждан",
    "Открытые данные",
    "Молодёжные советы",
    "Спортивные площадки",
    "Сходы и собрания жителей",
    "Водоснабжение",
    "Межмуниципальное сотрудничество",
    "Кадровый резерв",
    "Национальные проекты",
)
ANGLES = (
    "с чего начать новому главе",
    "опыт трёх районов",
    "ошибки первого года",
    "разбор документов",
    "как договориться с жителями",
    "где взять деньги",
    "что проверяет прокуратура",
    "пошаговый план на год",
    "итоги и уроки",
    "взгляд эксперта",
    "роль общественных организаций",
    "что меняется в законе",
    "простые решения для малых поселений",
    "работа с подрядчиком",
    "как измерить результат",
    "истории успеха и неудач",
    "вопросы и ответы",
)
SURNAMES = (
    "Абдуллин",
    "Байрамов",
    "Валиев",
    "Габитов",
    "Давлетов",
    "Ерёмин",
    "Зарипов",
    "Исаев",
    "Каримов",
    "Латыпов",
    "Мухаметов",
    "Нуриев",
    "Осипов",
    "Платонов",
    "Рахимов",
    "Сагитов",
    "Тимашев",
    "Усманов",
    "Файзуллин",
    "Хисамов",
    "Шарипов",
    "Юнусов",
    "Якупов",
    "Ҡарамышев",
)
GIVEN = (
    "Айдар",
    "Булат",
    "Вадим",
    "Григорий",
    "Дамир",
    "Ильнур",
    "Кирилл",
    "Марсель",
    "Наиль",
    "Олег",
    "Рустам",
    "Салават",
    "Тимур",
    "Урал",
    "Фёдор",
    "Юлай",
)
PATRONYMICS = (
    "Азатович",
    "Борисович",
    "Венерович",
    "Дмитриевич",
    "Закирович",
    "Маратович",
    "Николаевич",
    "Радикович",
    "Сергеевич",
    "Уралович",
    "Һиҙиәт улы",
)
HALLS = (
    "Большой зал",
    "Малый зал",
    "Конференц-зал",
    "Аудитория 201",
    "Аудитория 305",
    "Библиотека академии",
    "Мастерская",
    "Круглый зал",
    "Учебный класс",
    "Фойе",
)
TRACKS = (
    ("Власть и жители", "#1f4e9c"),
    ("Бюджет и финансы", "#2e7d32"),
    ("Правовая среда", "#8e24aa"),
    ("Село и земля", "#b26a00"),
    ("Люди и кадры", "#c2185b"),
    ("Общественные проекты", "#00838f"),
    ("Благоустройство", "#5d4037"),
    ("Цифровая среда", "#ffd54f"),
)
FORMS = (
    Form.LECTURE,
    Form.DISCUSSION,
    Form.ROUND_TABLE,
    Form.MASTER_CLASS,
    Form.PRESENTATION,
)
DISTRICTS = ("80601000", "80601410", "80611000", "80701000")
ABSTRACT = (
    "Разберём, как это устроено в поселениях с населением до тысячи человек. "
    "Участники получат образцы документов и смогут задать вопросы. "
)


def sample_programme(
    sessions: int = 300, *, days: int = 3, halls: int = 8, seed: int = 20200218
) -> Programme:
    """`sessions` sessions side by side in the halls, with a common break every day at noon."""
    chance = Random(seed)
    per_day = -(-sessions // days)
    rounds = -(-per_day // halls)
    length = max(10, min(90, 480 // max(1, rounds) // 5 * 5))
    made = []
    for number in range(sessions):
        day, rest = divmod(number, per_day)
        turn, hall = divmod(rest, halls)
        before_lunch = MORNING // length
        start = _moment(day, 9, 30) + timedelta(minutes=turn * length)
        if turn >= before_lunch:
            start = _moment(day, 14) + timedelta(minutes=(turn - before_lunch) * length)
        made.append(_session(chance, number, start, length, hall))
    for day in range(days if sessions > 1 else 0):
        made.append(_lunch(sessions + day, _moment(day, 13)))
    return Programme(
        slug="forum-2020",
        title="Муниципалитеты – территории роста",
        timezone="Asia/Yekaterinburg",
        place="Уфа, Башкирская академия государственной службы",
        version="1",
        start=FIRST,
        end=FIRST + timedelta(days=days - 1),
        days=tuple(
            Day(FIRST + timedelta(days=one), _moment(one, 9), _moment(one, 20))
            for one in range(days)
        ),
        halls=tuple(
            Hall(f"hall-{n}", HALLS[n % len(HALLS)], 40 * (n + 1), guid=_guid(7000 + n))
            for n in range(halls)
        ),
        tracks=tuple(Track(f"track-{n}", name, colour) for n, (name, colour) in enumerate(TRACKS)),
        sessions=tuple(made),
    )


def publish(programme: Programme, *, number: int = 1, at: datetime = APPROVED_AT) -> Edition:
    """An edition the public sees, with this programme as its approved version."""
    edition, _ = Edition.objects.get_or_create(
        slug=programme.slug,
        defaults={
            "name": programme.title,
            "starts_on": programme.start,
            "ends_on": programme.end,
            "place": programme.place,
            "timezone": programme.timezone,
            "is_public": True,
            "is_demonstration": True,
        },
    )
    programme = replace(programme, version=str(number))
    edition.published = Version.objects.create(
        edition=edition,
        number=number,
        content=codec.dump(programme),
        digest=codec.digest(programme),
        approved_at=at,
    )
    edition.save()
    return edition


def sample_route() -> Route:
    return Route(
        slug="severnyi",
        name="Северный маршрут",
        bus="Автобус № 1",
        seats=40,
        host="80601000",
        host_name="Абзелиловский район",
        departs=_moment(0, 8),
        returns=_moment(0, 19),
        departs_from="площадь у академии",
        stops=(
            Stop(
                _moment(0, 11),
                _moment(0, 12, 30),
                "Дом культуры",
                "80601410",
                "Сельский клуб, который построили всем миром",
            ),
        ),
    )


def _moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(FIRST.year, FIRST.month, FIRST.day + day, hour, minute, tzinfo=UFA)


def _guid(number: int) -> str:
    return str(UUID(int=0x6F1D_0000_0000_4000_8000_0000_0000_0000 + number))


def _code(number: int) -> str:
    # A multiplication that is its own permutation of six base-36 digits: codes look random.
    digits, value, text = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", (number + 1) * 1_640_531_527, ""
    for _ in range(6):
        value, rest = divmod(value, 36)
        text += digits[rest]
    return text


def _session(chance: Random, number: int, start: datetime, length: int, hall: int) -> Session:
    subject, angle = chance.choice(SUBJECTS), chance.choice(ANGLES)
    form = chance.choice(FORMS)
    people = chance.sample(range(400), chance.randint(1, 5))
    code = _code(number)
    return Session(
        code=code,
        guid=_guid(number),
        number=number + 1,
        slug=f"forum-2020-{number + 1}-zasedanie",
        title=f"{subject}: {angle}",
        form=form,
        minutes=length,
        state=State.CANCELLED if number % 97 == 96 else State.ACCEPTED,
        track=f"track-{chance.randrange(len(TRACKS))}",
        abstract=ABSTRACT * chance.randint(1, 4),
        start=start,
        hall=f"hall-{hall}",
        seats=None,
        contributions=tuple(
            _contribution(chance, person, place, length) for place, person in enumerate(people)
        ),
        materials=(Material("Презентация", f"https://example.org/files/{number}.pdf", 1_250_000),)
        if number % 3 == 0
        else (),
        broadcast_url="https://example.org/live" if hall == 0 else "",
    )


def _contribution(chance: Random, person: int, place: int, length: int) -> Contribution:
    name = (
        f"{SURNAMES[person % len(SURNAMES)]} {GIVEN[person // 3 % len(GIVEN)]} "
        f"{PATRONYMICS[person % len(PATRONYMICS)]}"
    )
    return Contribution(
        person=10_000 + person,
        guid=_guid(100_000 + person),
        name=name,
        part=Part.SPEAKER if place else Part.MODERATOR,
        post="глава сельского поселения",
        topic=f"{chance.choice(SUBJECTS)}: {chance.choice(ANGLES)}" if place else "",
        minutes=max(5, length // 5) if place else None,
        territories=(DISTRICTS[person % len(DISTRICTS)],),
    )


def _lunch(number: int, start: datetime) -> Session:
    return Session(
        code=_code(number),
        guid=_guid(number),
        number=number + 1,
        slug=f"forum-2020-{number + 1}-obed",
        title="Обед",
        form=Form.BREAK,
        minutes=60,
        start=start,
    )
