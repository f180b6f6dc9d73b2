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


def sample(language: str) -> Certificate:
    language = language if language in _TEXTS else "ru"
    texts = _TEXTS[language]
    wording = WORDINGS[language]["with_name"].format(
        name=texts["name"], name_dative=texts["name"], event=texts["event"]
    )
    return Certificate(
        **texts,
        number="СУ-2020-0007",
        wording=tuple(wording.split("\n\n")),
        check_address="https://example.org/check/7K4MQ2XWPD9H",
        check_code="7K4M-Q2XW-PD9H",
        demonstration=True,
    )
