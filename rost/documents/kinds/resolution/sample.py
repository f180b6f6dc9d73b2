"""A resolution as it might be."""

from typing import Any

from rost.documents.kinds.resolution.content import Group, Point, Resolution
from rost.documents.kinds.resolution.wordings import WORDINGS

_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "event": "Муниципалитеты – территории роста",
        "dates": "18–19 февраля 2020 г.",
        "date": "«19» февраля 2020 г.",
        "place": "г. Уфа",
        "groups": (
            (
                "Люди и инициативы",
                (
                    (
                        "Аскаровский сельсовет, Абзелиловский район",
                        "провести собрания жителей в шести деревнях и выбрать по одному проекту",
                        "1 июня 2020 г.",
                        "6 протоколов собраний",
                    ),
                    (
                        "Ассоциация «Совет муниципальных образований»",
                        "разослать муниципалитетам образцы документов инициативного проекта",
                        "15 марта 2020 г.",
                        "",
                    ),
                ),
            ),
            (
                "Бюджет поселения",
                (
                    (
                        "Белорецкий район",
                        "обучить бухгалтеров поселений",
                        "1 сентября 2020 г.",
                        "16",
                    ),
                ),
            ),
        ),
        "report": ("город Уфа", "открыть школу старост", "1 декабря 2019 г.", "40 старост"),
        "post": "Председатель организационного комитета",
    },
    "ba": {
        "event": "Муниципалитеттар – үҫеш биләмәләре",
        "dates": "2020 йылдың 18–19 феврале",
        "date": "2020 йылдың «19» феврале",
        "place": "Өфө ҡалаһы",
        "groups": (
            (
                "Кешеләр һәм башланғыстар",
                (
                    (
                        "Асҡар ауыл биләмәһе, Әбйәлил районы",
                        "алты ауылда йыйын үткәреп, берәр проект һайларға",
                        "2020 йылдың 1 июне",
                        "6 беркетмә",
                    ),
                ),
            ),
        ),
        "report": ("Өфө ҡалаһы", "старосталар мәктәбен асырға", "2019 йылдың 1 декабре", "40"),
        "post": "Ойоштороу комитеты рәйесе",
    },
    "en": {
        "event": "Municipalities – Territories of Growth",
        "dates": "18–19 February 2020",
        "date": "19 February 2020",
        "place": "Ufa",
        "groups": (
            (
                "People and initiatives",
                (
                    (
                        "Askarovo rural settlement, Abzelil district",
                        "hold assemblies in six villages and choose a project in each",
                        "1 June 2020",
                        "6 minutes of assemblies",
                    ),
                ),
            ),
        ),
        "report": ("Ufa", "open a school of village elders", "1 December 2019", "40 elders"),
        "post": "Chair of the organising committee",
    },
}


def sample(language: str) -> Resolution:
    return with_wording(language, WORDINGS[_known(language)]["preamble"])


def with_wording(language: str, text: str) -> Resolution:
    """The sample with another preamble."""
    texts = _TEXTS[_known(language)]
    for place in ("event", "dates", "place"):
        text = text.replace(f"{{{place}}}", texts[place])
    groups = tuple(
        Group(
            f"{at}",
            title,
            tuple(Point(f"{at}.{of}", *point) for of, point in enumerate(points, 1)),
        )
        for at, (title, points) in enumerate(texts["groups"], 1)
    )
    last = f"{len(groups) + 1}"
    return Resolution(
        event=texts["event"],
        date=texts["date"],
        place=texts["place"],
        wording=tuple(part.strip() for part in text.split("\n\n") if part.strip()),
        groups=groups,
        reports=(Point(f"{last}.1", *texts["report"]),),
        signatory_post=texts["post"],
        signatory_name="",
        demonstration=True,
    )


def _known(language: str) -> str:
    return language if language in _TEXTS else "ru"
