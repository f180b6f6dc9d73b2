"""What the demonstration shows: the forum of 18–19 February 2020.

Stated by the public source: the name, the dates, the place, the three organisers, the grant, the
four tasks, that there were open lectures and discussion tracks led by federal and regional
experts, moderators and teachers of the academy, and one guest expert. Everything else here
(halls, hours, titles, every other person) is demonstration data and marked so on the pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

EDITION: Final[dict[str, Any]] = {
    "slug": "2020",
    "name": "Муниципалитеты – территории роста",
    "starts_on": date(2020, 2, 18),
    "ends_on": date(2020, 2, 19),
    "place": "Уфа, Башкирская академия государственной службы и управления",
    "summary": (
        "Республиканский форум: два дня открытых лекций и дискуссионных площадок с федеральными "
        "и региональными экспертами – для глав сельских поселений, впервые избранных в 2019 году, "
        "и для всех, кто вместе с жителями, НКО и бизнесом решает вопросы местного значения.\n\n"
        "Задачи форума:\n\n"
        "1. объединить органы власти, НКО, жителей и бизнес в решении вопросов местного значения "
        "и развитии территорий;\n"
        "2. наладить обмен опытом между муниципалитетами и экспертными организациями;\n"
        "3. показать успешный опыт широкому кругу муниципальных руководителей и специалистов;\n"
        "4. начать программно-целевую поддержку общественных инициатив.\n\n"
        "Проект поддержан грантом Главы Республики Башкортостан на развитие гражданского общества "
        "(номинация «Добрососедская республика», 928 225 рублей)."
    ),
}

ORGANISERS = (
    (
        "ngo",
        "Ассоциация «Совет муниципальных образований Республики Башкортостан»",
        "Совет муниципальных образований РБ",
    ),
    (
        "authority",
        (
            "Управление Главы Республики Башкортостан по вопросам государственной службы "
            "и кадровой политике"
        ),
        "Управление Главы РБ по кадровой политике",
    ),
    (
        "academy",
        "Башкирская академия государственной службы и управления при Главе Республики Башкортостан",
        "БАГСУ",
    ),
)

HALLS = (
    ("aktovyi", "Актовый зал", 400, ("проектор", "трансляция", "микрофоны")),
    ("konferents", "Конференц-зал", 120, ("проектор", "микрофоны")),
    ("auditoria-201", "Аудитория 201", 80, ("проектор",)),
    ("auditoria-305", "Аудитория 305", 60, ("проектор", "флипчарт")),
    ("auditoria-412", "Аудитория 412", 40, ("компьютеры",)),
)

TRACKS = (
    ("vmeste", "Вместе: власть, НКО, жители, бизнес", "#1f5fa8"),
    ("obmen-opytom", "Обмен опытом", "#2e7d4f"),
    ("praktiki", "Успешные практики", "#a05a00"),
    ("initsiativy", "Поддержка инициатив", "#8a2f62"),
    ("shkola-glavy", "Школа главы", "#5a4bb0"),
)

DAYS = ((date(2020, 2, 18), "09:00", "18:00"), (date(2020, 2, 19), "09:00", "17:00"))


@dataclass(frozen=True)
class Person:
    """Somebody of the demonstration; `key` names them in the programme and in sign-in links."""

    key: str
    surname: str
    given_name: str
    patronymic: str
    post: str
    kind: str = "expert"
    place: str = ""  # OKTMO code; empty: the academy
    demonstration: bool = True


GUEST = Person(
    "guest",
    "Щепачев",
    "В.",
    "А.",
    "профессор, председатель Союза муниципальных юристов России, "
    "секретарь совета муниципальных образований Оренбургской области",
    demonstration=False,
)

SPEAKERS = (
    GUEST,
    Person("lawyer", "Гареева", "Лилия", "Фанисовна", "доцент кафедры права", "teacher"),
    Person("finance", "Мурзин", "Тимур", "Ильдарович", "доцент кафедры экономики", "teacher"),
    Person("tos", "Сафиуллина", "Зульфия", "Рауфовна", "эксперт по самоуправлению", "expert"),
    Person("digital", "Ишбулатов", "Айнур", "Вәлит улы", "преподаватель академии", "teacher"),
    Person("moderator", "Кагарманова", "Эльвира", "Салаватовна", "модератор форума", "expert"),
    Person("grants", "Лаптева", "Ирина", "Олеговна", "эксперт по проектам НКО", "expert"),
    Person(
        "head-2", "Байгужин", "Урал", "Мирас улы", "глава сельского поселения", "head", "80604413"
    ),
    Person(
        "head-3",
        "Шаймухаметова",
        "Гөлнара",
        "Илдар ҡыҙы",
        "глава сельского поселения",
        "head",
        "80657405",
    ),
)


@dataclass(frozen=True)
class Slot:
    """One session: day index, start, minutes, place (hall or route), form, track, title, people."""

    day: int
    start: str
    minutes: int
    place: str
    form: str
    track: str
    title: str
    abstract: str = ""
    people: tuple[tuple[str, str, str], ...] = field(default=())  # (person, part, topic)
    broadcast: str = ""


SESSIONS = (
    Slot(0, "09:00", 60, "aktovyi", "break", "", "Встреча участников, кофе"),
    Slot(
        0,
        "10:00",
        90,
        "aktovyi",
        "plenary",
        "vmeste",
        "Открытие форума: муниципалитеты – территории роста",
        "Что изменилось в местном самоуправлении, чего ждут жители и на что могут опереться "
        "главы, избранные впервые.",
        (("moderator", "moderator", ""), ("guest", "expert", ""), ("lawyer", "speaker", "")),
    ),
    Slot(0, "11:30", 30, "aktovyi", "break", "", "Перерыв"),
    Slot(
        0,
        "12:00",
        90,
        "aktovyi",
        "lecture",
        "shkola-glavy",
        "Вопросы местного значения: что обязана и что вправе делать сельская администрация",
        "Перечень вопросов, полномочия района и поселения, передача полномочий по соглашению.",
        (("lawyer", "lecturer", ""),),
    ),
    Slot(
        0,
        "12:00",
        90,
        "konferents",
        "lecture",
        "shkola-glavy",
        "Бюджет поселения за полтора часа: откуда деньги и как не потерять дотацию",
        "Собственные доходы, межбюджетные трансферты, самообложение, типичные нарушения.",
        (("finance", "lecturer", ""),),
    ),
    Slot(
        0,
        "12:00",
        90,
        "auditoria-201",
        "discussion",
        "vmeste",
        "Как администрации и НКО договориться о деле",
        "Кому нужна помощь, кто может её дать и какие документы это закрепляют.",
        (("moderator", "moderator", ""), ("grants", "expert", ""), ("head-2", "speaker", "")),
    ),
    Slot(
        0,
        "12:00",
        90,
        "auditoria-305",
        "master_class",
        "initsiativy",
        "Собрание жителей: подготовить, провести, оформить протокол",
        "Повестка, кворум, голосование, инициативная группа, вклад жителей.",
        (("tos", "expert", ""),),
    ),
    Slot(0, "13:30", 60, "aktovyi", "break", "", "Обед"),
    Slot(
        0,
        "14:30",
        90,
        "aktovyi",
        "discussion",
        "obmen-opytom",
        "Муниципальная правовая практика: вопросы, которые задают чаще всего",
        "Дискуссионная площадка с экспертами: вопросы из зала и присланные заранее.",
        (("lawyer", "moderator", ""), ("guest", "expert", "")),
    ),
    Slot(
        0,
        "14:30",
        90,
        "konferents",
        "presentation",
        "praktiki",
        "Проекты, которые сделали вместе: освещение, вода, детские площадки",
        "Пять проектов по двенадцать минут: сколько стоило, кто помог, что пошло не так.",
        (
            ("moderator", "moderator", ""),
            ("head-2", "speaker", "Освещение улиц силами жителей"),
            ("head-3", "speaker", "Родник в центре аула"),
        ),
    ),
    Slot(
        0,
        "14:30",
        90,
        "auditoria-201",
        "round_table",
        "initsiativy",
        "ТОС и староста: с чего начать и что они меняют",
        "",
        (("tos", "moderator", ""), ("grants", "expert", "")),
    ),
    Slot(
        0,
        "14:30",
        90,
        "auditoria-412",
        "master_class",
        "shkola-glavy",
        "Электронный документооборот и обращения граждан без паники",
        "Практика за компьютерами: сроки, регистрация, ответы.",
        (("digital", "lecturer", ""),),
    ),
    Slot(0, "16:00", 30, "aktovyi", "break", "", "Перерыв"),
    Slot(
        0,
        "16:30",
        90,
        "aktovyi",
        "discussion",
        "vmeste",
        "Жители как союзники: как услышать, ответить и сделать",
        "",
        (("tos", "moderator", ""), ("grants", "expert", ""), ("head-3", "speaker", "")),
    ),
    Slot(
        0,
        "16:30",
        90,
        "konferents",
        "lecture",
        "initsiativy",
        "Программа, показатель, конкурс: как поддерживать инициативы из бюджета",
        "",
        (("finance", "lecturer", ""),),
    ),
    Slot(
        1,
        "09:30",
        90,
        "aktovyi",
        "lecture",
        "praktiki",
        "Национальные проекты в сельском поселении: что доходит до села",
        "",
        (("finance", "lecturer", ""),),
    ),
    Slot(
        1,
        "09:30",
        90,
        "konferents",
        "discussion",
        "obmen-opytom",
        "Земля и имущество: выявить, оформить, использовать",
        "",
        (("lawyer", "moderator", ""), ("head-2", "speaker", "")),
    ),
    Slot(
        1,
        "09:30",
        90,
        "auditoria-305",
        "master_class",
        "initsiativy",
        "Заявка на грант за одно занятие",
        "Проблема, цель, задачи, календарный план и смета: черновик к концу занятия.",
        (("grants", "lecturer", ""),),
    ),
    Slot(
        1,
        "09:30",
        90,
        "auditoria-412",
        "lecture",
        "shkola-glavy",
        "Первые сто дней главы сельского поселения",
        "",
        (("digital", "lecturer", ""),),
    ),
    Slot(
        1,
        "09:30",
        450,
        "route:chishmy",
        "visit",
        "praktiki",
        "Выезд в Чишминский район: благоустройство вместе с жителями",
        "Автобусный маршрут с двумя остановками; за каждой остановкой – практика.",
        (("tos", "expert", ""),),
    ),
    Slot(1, "11:00", 30, "aktovyi", "break", "", "Перерыв"),
    Slot(
        1,
        "11:30",
        90,
        "aktovyi",
        "presentation",
        "praktiki",
        "Презентация проектов муниципалитетов и НКО",
        "",
        (("moderator", "moderator", ""), ("grants", "expert", ""), ("head-2", "speaker", "")),
    ),
    Slot(
        1,
        "11:30",
        90,
        "auditoria-201",
        "round_table",
        "vmeste",
        "Бизнес и село: социальное партнёрство без принуждения",
        "",
        (("finance", "moderator", ""), ("head-3", "expert", "")),
    ),
    Slot(1, "13:00", 60, "aktovyi", "break", "", "Обед"),
    Slot(
        1,
        "14:00",
        90,
        "konferents",
        "round_table",
        "obmen-opytom",
        "Экспертное сообщество муниципалитетов: кто, по каким вопросам, как обратиться",
        "",
        (("lawyer", "moderator", ""), ("guest", "expert", ""), ("grants", "expert", "")),
    ),
    Slot(
        1,
        "15:30",
        60,
        "aktovyi",
        "plenary",
        "vmeste",
        "Итоги форума: что каждый берёт с собой",
        "",
        (("moderator", "moderator", ""), ("grants", "speaker", "")),
    ),
)


@dataclass(frozen=True)
class Trip:
    """An off-site route; each stop is (from, to, place, OKTMO code, practice)."""

    slug: str
    name: str
    bus: str
    seats: int
    host: str
    departs_from: str
    departs: str
    returns: str
    stops: tuple[tuple[str, str, str, str, str], ...]


ROUTE = Trip(
    slug="chishmy",
    name="Автобус в Чишминский район",
    bus="Автобус № 1",
    seats=45,
    host="80657000",
    departs_from="Уфа, главный вход академии",
    departs="09:30",
    returns="17:00",
    stops=(
        ("11:00", "12:30", "Чишмы", "80657000", "Парк, который убирают сами жители"),
        ("13:30", "15:00", "Чишмы, дом культуры", "80657000", "Дом культуры как центр ТОС"),
    ),
)

CATEGORIES = (
    ("Главы сельских поселений, избранные впервые", 150),
    ("Главы муниципальных образований", 80),
    ("Специалисты администраций", 60),
    ("НКО и ТОС", 60),
    ("Гости", 50),
)

QUESTIONS = (
    ("transport", "Как вы доберётесь?", ("Сам(а)", "Автобусом района", "Нужен трансфер"), True),
    ("housing", "Нужно ли проживание?", ("Нет", "Да, на одну ночь", "Да, на две ночи"), True),
    ("food", "Особенности питания", (), False),
    ("special_needs", "Что нам учесть, чтобы вам было удобно?", (), False),
)
