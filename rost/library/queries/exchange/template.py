"""The workbook to fill in: an example row, a sheet of hints with every word of the closed lists."""

from __future__ import annotations

from datetime import date

from rost.core.conditions import Condition, Conditions, Need, Variant
from rost.core.passport import LONGEST, MOST_ROWS, Money, Partner, Passport, Result
from rost.core.tables import Cell, Sheet
from rost.directory.queries.reference import local_issues, national_projects
from rost.library.rules.exchange import Entry
from rost.library.rules.exchange.book import HINTS_TITLE, MAIN, SHEETS
from rost.library.rules.exchange.words import NEEDS, PARTNERS, SOURCES

from .taken import LANGUAGE, workbook

EXAMPLE = Entry(
    passport=Passport(
        title="ПРИМЕР. Свет на трёх улицах своими силами",
        year=2023,
        local_issues=("131-14-19",),
        problem="Три улицы без света: 64 двора, зимой темно с пяти вечера.",
        solution="Купили светильники со схода, повесили вместе с жителями за два выходных.",
        steps=("Сход граждан", "Закупка светильников", "Монтаж", "Приёмка"),
        resources="Автовышка на два дня, электромонтёр, 12 добровольцев.",
        money=(
            Money("local", 12000050, "светильники и провод"),
            Money("residents", 4000000, "сбор со дворов"),
        ),
        partners=(Partner("residents", "Жители трёх улиц", "копали и поднимали опоры"),),
        results=(Result("Улиц со светом", "0", "3", "улиц"),),
        mistakes="Первую партию взяли без гарантии: две лампы перегорели через месяц.",
        conditions="Опоры должны стоять на балансе поселения.",
        contact="администрация поселения, 8 900 000-00-00",
    ),
    conditions=Conditions(
        needs=(
            Condition(Need.PEOPLE, least=100),
            Condition(Need.POWER, code="131-14-19"),
            Condition(Need.TERM, least=3),
        ),
        variants=(Variant("Только одна улица", 6000000, "двенадцать светильников"),),
    ),
    place="Аскаровский сельсовет, Абзелиловский район",
    district="Абзелиловский район",
)


def template(day: date) -> list[Sheet]:
    """The hints come last: the sheet of practices is the first that a reader opens."""
    sheets = workbook([EXAMPLE])
    return [*sheets, Sheet(HINTS_TITLE, ["Где", "Что писать"], hints(day), widths=(34, 100))]


def hints(day: date) -> list[list[Cell]]:
    main, names = "Практики", SHEETS
    rows: list[list[Cell]] = [
        [main, "Одна строка – одна практика. Строку с примером удалите."],
        [f"{main}: №", "Любой номер, свой у каждой практики: по нему строки других листов."],
        [
            f"{main}: {MAIN['number'][0]}",
            "Оставьте пустым. В выгрузке здесь номер практики: по нему она узнаётся.",
        ],
        [
            f"{main}: {MAIN['code'][0]}",
            "Код территории, 8 или 11 цифр. Если кода нет, напишите название и район.",
        ],
        [
            f"{main}: {MAIN['place'][0]}",
            "Сорок девять названий поселений повторяются: без района они не различаются.",
        ],
        [f"{main}: {MAIN['issues'][0]}", "Коды, каждый с новой строки; список ниже."],
        [f"{main}: {MAIN['shows_contact'][0]}", "да или нет: спросите того, кто указан."],
        [names["money"], f"Источник: {joined(SOURCES)}."],
        [names["partners"], f"Кто: {joined(PARTNERS)}."],
        [
            names["needs"],
            f"Что нужно: {joined(NEEDS)}. Деньги в рублях, срок в месяцах.",
        ],
        [
            names["needs"],
            "Колонка «Вместо общего в варианте» пуста, если условие общее.",
        ],
    ]
    rows += [
        [f"{main}: {MAIN[name][0]}", f"Не больше {most} знаков."] for name, most in LONGEST.items()
    ]
    rows += [
        [names[name], f"Не больше {most} строк у одной практики."]
        for name, most in MOST_ROWS.items()
        if name in names
    ]
    rows += [
        ["Вопрос местного значения", f"{one.code} {one.name(LANGUAGE)}"]
        for one in local_issues(day)
    ]
    rows += [
        ["Национальный проект", f"{one.code} {one.name(LANGUAGE)}, {one.group}"]
        for one in national_projects(day)
    ]
    return rows


def joined(words: object) -> str:
    assert hasattr(words, "values")
    return ", ".join(names[0] for names in words.values())
