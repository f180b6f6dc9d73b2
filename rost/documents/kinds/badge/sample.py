"""A badge as it might be."""

from rost.documents.kinds.badge.content import Badge

_TEXTS = {
    "ru": {
        "surname": "Ахметова",
        "given_names": "Рамиля Азатовна",
        "post": "Глава сельского поселения",
        "place": "Аскаровский сельсовет, Абзелиловский район",
        "category": "Участник",
        "event": "Муниципалитеты – территории роста",
        "dates": "18–19 февраля 2020 г.",
    },
    "ba": {
        "surname": "Әхмәтова",
        "given_names": "Рәмилә Азат ҡыҙы",
        "post": "Ауыл биләмәһе башлығы",
        "place": "Асҡар ауыл советы, Әбйәлил районы",
        "category": "Ҡатнашыусы",
        "event": "Муниципалитеттар – үҫеш биләмәләре",
        "dates": "2020 йылдың 18–19 феврале",
    },
    "en": {
        "surname": "Akhmetova",
        "given_names": "Ramilya Azatovna",
        "post": "Head of a rural settlement",
        "place": "Askarovo, Abzelilovsky district",
        "category": "Participant",
        "event": "Municipalities – Territories of Growth",
        "dates": "18–19 February 2020",
    },
}


def sample(language: str) -> Badge:
    return Badge(
        **_TEXTS.get(language, _TEXTS["ru"]),
        colour="#0d4a8b",
        address="https://example.org/b/7K4MQ2XWPD9H",
        serial="№ 12",
        photo=True,
        minor=False,
    )
