"""An account of an edition as it might be."""

from typing import Any

from rost.documents.kinds.edition_account.content import EditionAccount, Table

_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "event": "Республиканский форум «Муниципалитеты – территории роста»",
        "dates": "18–19 февраля 2020 г.",
        "place": "г. Уфа",
        "figures": ("Приглашены", "Зарегистрированы", "Пришли", "Часы", "Сертификаты"),
        "title": "По районам",
        "columns": ("Район", "Зарегистрированы", "Пришли"),
        "districts": ("Абзелиловский район", "Белорецкий район", "Город Уфа"),
        "total": "Всего",
        "notes": (
            "Пришедшим считается тот, у кого есть хотя бы одна отметка о приходе.",
            "Часы – целые академические часы по 45 минут.",
        ),
        "made_on": "Составлен 20 февраля 2020 г.",
    },
    "ba": {
        "event": "«Муниципалитеттар – үҫеш биләмәләре» республика форумы",
        "dates": "2020 йылдың 18–19 феврале",
        "place": "Өфө ҡалаһы",
        "figures": ("Саҡырылған", "Теркәлгән", "Килгән", "Сәғәттәр", "Сертификаттар"),
        "title": "Райондар буйынса",
        "columns": ("Район", "Теркәлгән", "Килгән"),
        "districts": ("Әбйәлил районы", "Белорет районы", "Өфө ҡалаһы"),
        "total": "Барыһы",
        "notes": (
            "Килгән тип кәмендә бер килеү тамғаһы булған кеше һанала.",
            "Сәғәттәр – 45 минутлыҡ тулы академик сәғәттәр.",
        ),
        "made_on": "2020 йылдың 20 февралендә төҙөлгән",
    },
    "en": {
        "event": "Republican forum “Municipalities – Territories of Growth”",
        "dates": "18–19 February 2020",
        "place": "Ufa",
        "figures": ("Invited", "Registered", "Came", "Hours", "Certificates"),
        "title": "By district",
        "columns": ("District", "Registered", "Came"),
        "districts": ("Abzelilovsky district", "Beloretsky district", "City of Ufa"),
        "total": "Total",
        "notes": (
            "Somebody came when there is at least one mark of arrival.",
            "Hours are whole academic hours of 45 minutes.",
        ),
        "made_on": "Made on 20 February 2020",
    },
}
_COUNTS = ((40, 36), (25, 19), (435, 412))


def sample(language: str) -> EditionAccount:
    texts = _TEXTS.get(language, _TEXTS["ru"])
    rows = tuple(
        (district, *counts) for district, counts in zip(texts["districts"], _COUNTS, strict=True)
    )
    registered, came = (sum(column) for column in zip(*_COUNTS, strict=True))
    table = Table(
        title=texts["title"],
        columns=tuple(texts["columns"]),
        rows=rows,
        totals=(texts["total"], registered, came),
        bars=(1, 2),
    )
    return EditionAccount(
        event=texts["event"],
        dates=texts["dates"],
        place=texts["place"],
        figures=tuple(zip(texts["figures"], (620, registered, came, 6240, 441), strict=True)),
        tables=(table,),
        notes=tuple(texts["notes"]),
        made_on=texts["made_on"],
    )
