"""A practice as it might be told."""

from typing import Any

from rost.documents.kinds.practice.content import PracticeSheet, Result

_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "title": "Свет на трёх улицах за одно лето",
        "place": "Аскаровский сельсовет, Абзелиловский район",
        "cost": "386 000 руб.",
        "problem": "На улицах Мира, Школьной и Родниковой не было ни одного фонаря. Дети "
        "возвращались из школы в темноте, за две зимы на переходе пострадали трое.",
        "solution": "Жители на сходе решили, где свет нужнее, и собрали свою долю. Совет "
        "поставил светодиодные светильники на опоры сетевой организации.",
        "steps": (
            "Провели сход и выбрали улицы",
            "Договорились с сетевой организацией об опорах",
            "Собрали долю жителей и купили светильники",
            "Поставили свет и приняли работу вместе с жителями",
        ),
        "results": (
            Result("Фонарей на трёх улицах", "0", "24"),
            Result("Плата за свет в месяц", "4 100 руб.", "2 300 руб."),
            Result("Пострадавших на переходе за зиму", "3", "0"),
        ),
        "lesson": "Договор об опорах занял три месяца: начинайте с него, а не с покупки.",
        "needs": "Опоры вдоль улиц, согласие сетевой организации, 400 жителей.",
        "contact": "Администрация сельсовета, 8 (34772) 0-00-00",
    },
    "ba": {
        "title": "Бер йәйҙә өс урамға яҡтылыҡ",
        "place": "Асҡар ауыл биләмәһе, Әбйәлил районы",
        "cost": "386 000 һум",
        "problem": "Тыныслыҡ, Мәктәп һәм Шишмә урамдарында бер фонарь ҙа юҡ ине. Балалар мәктәптән "
        "ҡараңғыла ҡайтты.",
        "solution": "Йәшәүселәр йыйында урамдарҙы һайланы һәм үҙ өлөшөн йыйҙы.",
        "steps": ("Йыйын үткәрҙек", "Бағаналар тураһында килештек", "Яҡтыртҡыстар ҡуйҙыҡ"),
        "results": (Result("Өс урамда фонарҙар", "0", "24"),),
        "lesson": "Бағаналар тураһында килешеү өс ай алды: шунан башлағыҙ.",
        "needs": "Урам буйлап бағаналар.",
        "contact": "Ауыл биләмәһе хакимиәте",
    },
    "en": {
        "title": "Light on three streets in one summer",
        "place": "Askarovo rural settlement, Abzelil district",
        "cost": "386,000 roubles",
        "problem": "Three streets had no lamp at all. Children came home from school in the dark.",
        "solution": "The assembly chose the streets and collected the residents' share.",
        "steps": ("Held an assembly", "Agreed about the poles", "Put up the lamps"),
        "results": (Result("Lamps on three streets", "0", "24"),),
        "lesson": "The agreement about the poles took three months: begin with it.",
        "needs": "Poles along the streets.",
        "contact": "The settlement's administration",
    },
}


def sample(language: str) -> PracticeSheet:
    texts = _TEXTS.get(language, _TEXTS["ru"])
    return PracticeSheet(
        year="2019",
        address="https://example.org/practices/12/",
        address_shown="example.org/practices/12",
        language="",
        demonstration=True,
        **texts,
    )
