"""An act of destruction as it might be."""

from typing import Any

from rost.documents.kinds.destruction_act.content import ActLine, DestructionAct

_TEXTS: dict[str, dict[str, Any]] = {
    "ru": {
        "date": "«20» февраля 2025 г.",
        "time": "20 февраля 2025 г., 03:15",
        "place": "г. Уфа",
        "by": "Автоматическая очистка платформы",
        "reason": "Истёк срок хранения",
        "lines": (
            ("Отметки о приходе", "Согласие на участие; 5 лет после форума", 3120),
            ("Отзывы о занятиях", "Согласие на участие; 1 год после форума", 840),
        ),
        "total": "3 960",
    },
    "ba": {
        "date": "2025 йылдың «20» феврале",
        "time": "2025 йылдың 20 феврале, 03:15",
        "place": "Өфө ҡалаһы",
        "by": "Платформаның автоматик таҙартыуы",
        "reason": "Һаҡлау ваҡыты үткән",
        "lines": (
            ("Килеү тамғалары", "Ҡатнашыуға ризалыҡ; форумдан һуң 5 йыл", 3120),
            ("Дәрестәр тураһында фекерҙәр", "Ҡатнашыуға ризалыҡ; форумдан һуң 1 йыл", 840),
        ),
        "total": "3 960",
    },
    "en": {
        "date": "20 February 2025",
        "time": "20 February 2025, 03:15",
        "place": "Ufa",
        "by": "Automatic cleaning of the platform",
        "reason": "The term of keeping is over",
        "lines": (
            ("Marks at the door", "Consent to participation; 5 years after the forum", 3120),
            ("Feedback on sessions", "Consent to participation; 1 year after the forum", 840),
        ),
        "total": "3,960",
    },
}


def sample(language: str) -> DestructionAct:
    texts = _TEXTS.get(language, _TEXTS["ru"])
    about = {name: texts[name] for name in ("date", "time", "place", "by", "reason", "total")}
    return DestructionAct(
        **about, number="4", lines=tuple(ActLine(*line) for line in texts["lines"])
    )
