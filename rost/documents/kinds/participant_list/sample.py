"""A list of participants as it might be."""

from typing import Any

from rost.documents.kinds.participant_list.content import ParticipantList

_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "event": "Республиканский форум «Муниципалитеты – территории роста»",
        "dates": "18–19 февраля 2020 г.",
        "title": "Участники, пришедшие 18 февраля",
        "columns": ("№", "Фамилия, имя, отчество", "Должность", "Район", "Категория"),
        "rows": (
            ("1", "Ахметова Рамиля Азатовна", "Глава поселения", "Абзелиловский", "Участник"),
            ("2", "Ғәлиев Илдар Рәшит улы", "Глава поселения", "Белорецкий", "Участник"),
        ),
        "totals": (("Всего", "2"),),
        "made_on": "Составлен 20 февраля 2020 г.",
    },
    "ba": {
        "event": "«Муниципалитеттар – үҫеш биләмәләре» республика форумы",
        "dates": "2020 йылдың 18–19 феврале",
        "title": "18 февралдә килгән ҡатнашыусылар",
        "columns": ("№", "Фамилияһы, исеме", "Вазифаһы", "Районы", "Категорияһы"),
        "rows": (
            ("1", "Әхмәтова Рәмилә Азат ҡыҙы", "Биләмә башлығы", "Әбйәлил", "Ҡатнашыусы"),
            ("2", "Ғәлиев Илдар Рәшит улы", "Биләмә башлығы", "Белорет", "Ҡатнашыусы"),
        ),
        "totals": (("Барыһы", "2"),),
        "made_on": "2020 йылдың 20 февралендә төҙөлгән",
    },
    "en": {
        "event": "Republican forum “Municipalities – Territories of Growth”",
        "dates": "18–19 February 2020",
        "title": "Participants who came on 18 February",
        "columns": ("No.", "Name", "Post", "District", "Category"),
        "rows": (
            ("1", "Akhmetova Ramilya", "Head of settlement", "Abzelilovsky", "Participant"),
            ("2", "Galiev Ildar", "Head of settlement", "Beloretsky", "Participant"),
        ),
        "totals": (("Total", "2"),),
        "made_on": "Made on 20 February 2020",
    },
}


def sample(language: str) -> ParticipantList:
    return ParticipantList(**_TEXTS.get(language, _TEXTS["ru"]))
