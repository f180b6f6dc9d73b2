"""An application as it might be."""

from typing import Any

from rost.documents.kinds.practice_application.content import (
    Amount,
    Change,
    Fact,
    PracticeApplication,
    Section,
)

_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "title": "Свет на трёх улицах за одно лето",
        "facts": (
            ("Муниципальное образование", "Аскаровский сельсовет, Абзелиловский район"),
            ("Номинация", ""),
            ("Глава муниципального образования", ""),
            ("Год", "2019"),
        ),
        "sections": (
            (
                "Проблема",
                ("На трёх улицах не было ни одного фонаря, дети возвращались в темноте.",),
                (),
            ),
            (
                "Этапы",
                (),
                ("Провели сход и выбрали улицы", "Договорились об опорах", "Поставили свет"),
            ),
        ),
        "amounts": (
            ("Местный бюджет", "286 000 руб.", ""),
            ("Жители", "100 000 руб.", "по решению схода"),
        ),
        "total": "386 000 руб.",
        "changes": (("Фонарей на трёх улицах", "0", "24"),),
        "post": "Глава сельского поселения",
    },
    "ba": {
        "title": "Бер йәйҙә өс урамға яҡтылыҡ",
        "facts": (("Муниципаль берәмек", "Асҡар ауыл биләмәһе, Әбйәлил районы"), ("Йыл", "2019")),
        "sections": (("Проблема", ("Өс урамда бер фонарь ҙа юҡ ине.",), ("Йыйын үткәрҙек",)),),
        "amounts": (("Урындағы бюджет", "386 000 һум", ""),),
        "total": "386 000 һум",
        "changes": (("Фонарҙар", "0", "24"),),
        "post": "Ауыл биләмәһе башлығы",
    },
    "en": {
        "title": "Light on three streets in one summer",
        "facts": (("Municipality", "Askarovo rural settlement, Abzelil district"),),
        "sections": (("Problem", ("Three streets had no lamp at all.",), ("Held an assembly",)),),
        "amounts": (("Local budget", "386,000 roubles", ""),),
        "total": "386,000 roubles",
        "changes": (("Lamps on three streets", "0", "24"),),
        "post": "Head of the rural settlement",
    },
}


def sample(language: str) -> PracticeApplication:
    texts = _TEXTS.get(language, _TEXTS["ru"])
    return PracticeApplication(
        title=texts["title"],
        facts=tuple(Fact(*one) for one in texts["facts"]),
        sections=tuple(
            Section(f"{number}", *one) for number, one in enumerate(texts["sections"], 2)
        ),
        amounts=tuple(Amount(*one) for one in texts["amounts"]),
        total=texts["total"],
        changes=tuple(Change(*one) for one in texts["changes"]),
        address="https://example.org/practices/12/",
        signatory_post=texts["post"],
        signatory_name="",
        language="",
        demonstration=True,
    )
