"""A sign-in sheet as it might be."""

from typing import Any

from rost.documents.kinds.sign_in_sheet.content import SheetRow, SignInSheet

_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "event": "Республиканский форум «Муниципалитеты – территории роста»",
        "dates": "18–19 февраля 2020 г.",
        "title": "Лекция «Как подготовить инициативный проект»",
        "when": "18 февраля 2020 г., 12:00–13:30",
        "where": "Большой зал",
        "post": "Глава сельского поселения",
        "districts": ("Абзелиловский район", "Белорецкий район"),
        "municipality": "Аскаровский сельсовет",
        "total": "Всего в списке",
    },
    "ba": {
        "event": "«Муниципалитеттар – үҫеш биләмәләре» республика форумы",
        "dates": "2020 йылдың 18–19 феврале",
        "title": "«Башланғыс проектын нисек әҙерләргә» лекцияһы",
        "when": "2020 йылдың 18 феврале, 12:00–13:30",
        "where": "Ҙур зал",
        "post": "Ауыл биләмәһе башлығы",
        "districts": ("Әбйәлил районы", "Белорет районы"),
        "municipality": "Асҡар ауыл советы",
        "total": "Исемлектә барыһы",
    },
    "en": {
        "event": "Republican forum “Municipalities – Territories of Growth”",
        "dates": "18–19 February 2020",
        "title": "Lecture “How to prepare an initiative project”",
        "when": "18 February 2020, 12:00–13:30",
        "where": "Main hall",
        "post": "Head of a rural settlement",
        "districts": ("Abzelilovsky district", "Beloretsky district"),
        "municipality": "Askarovo",
        "total": "In the list",
    },
}
_NAMES = ("Ахметова Рамиля Азатовна", "Ғәлиев Илдар Рәшит улы", "Петрова Анна Сергеевна")


def sample(language: str) -> SignInSheet:
    texts = _TEXTS.get(language, _TEXTS["ru"])
    first, second = texts["districts"]
    rows = tuple(
        SheetRow(number, name, texts["post"], district, texts["municipality"])
        for number, (name, district) in enumerate(
            zip(_NAMES, (first, first, second), strict=True), 1
        )
    )
    about = {name: texts[name] for name in ("event", "dates", "title", "when", "where")}
    totals = ((texts["total"], str(len(rows))),)
    return SignInSheet(
        **about, rows=rows, blank_rows=4, totals=totals, code="Л-7К4М", minimal=False
    )
