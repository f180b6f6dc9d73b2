"""A certificate as it might be."""

from rost.documents.kinds.certificate.content import Certificate
from rost.documents.kinds.certificate.wordings import WORDINGS

_TEXTS = {
    "ru": {
        "name": "Ахметовой Рамиле Азатовне",
        "event": "Республиканский форум «Муниципалитеты – территории роста»",
        "dates": "18–19 февраля 2020 г.",
        "place": "г. Уфа",
        "hours": "16 академических часов",
        "signatory_post": "Исполнительный директор Ассоциации",
        "signatory_name": "И.О. Фамилия",
        "issued_on": "20 февраля 2020 г.",
    },
    "ba": {
        "name": "Әхмәтова Рәмилә Азат ҡыҙы",
        "event": "«Муниципалитеттар – үҫеш биләмәләре» республика форумы",
        "dates": "2020 йылдың 18–19 феврале",
        "place": "Өфө ҡалаһы",
        "hours": "16 академик сәғәт",
        "signatory_post": "Ассоциацияның башҡарма директоры",
        "signatory_name": "И.О. Фамилия",
        "issued_on": "2020 йылдың 20 феврале",
    },
    "en": {
        "name": "Ramilya Azatovna Akhmetova",
        "event": "Republican forum “Municipalities – Territories of Growth”",
        "dates": "18–19 February 2020",
        "place": "Ufa",
        "hours": "16 academic hours",
        "signatory_post": "Executive Director of the Association",
        "signatory_name": "N. Surname",
        "issued_on": "20 February 2020",
    },
}


NAMES = {  # as the register has them; the texts above have the case that the wording needs
    "ru": "Ахметова Рамиля Азатовна",
    "ba": "Әхмәтова Рәмилә Азат ҡыҙы",
    "en": "Ramilya Azatovna Akhmetova",
}


def sample(language: str) -> Certificate:
    return with_wording(language, WORDINGS[_known(language)]["with_name"])


def with_wording(language: str, text: str) -> Certificate:
    """The sample with other sentences; it shows the name in the case that they ask for."""
    language = _known(language)
    texts = _TEXTS[language]
    name = texts["name"] if "{name_dative}" in text else NAMES[language]
    values = texts | {"name": NAMES[language], "name_dative": texts["name"]}
    for place, value in values.items():
        text = text.replace(f"{{{place}}}", value)
    return Certificate(
        **texts | {"name": name},
        number="СУ-2020-0007",
        wording=tuple(part.strip() for part in text.split("\n\n") if part.strip()),
        check_address="https://example.org/documents/check/7AKE-M2PX-59TH-C3YA/",
        check_code="7AKE-M2PX-59TH-C3YA",
        demonstration=True,
    )


def _known(language: str) -> str:
    return language if language in _TEXTS else "ru"
