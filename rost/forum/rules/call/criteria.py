"""Criteria of the call: what the committee marks, how high, and how much each weighs.

The ones offered at first ask what a spectator from another village asks: is it a real issue, what
came of it, could we do it too. The weights add up to 100, so a weight is a share in per cent; the
reasons stand in docs/decisions/call.md. An edition changes them as it likes until the first
review is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

LANGUAGES = ("ru", "ba", "en")
MOST_CRITERIA = 12


@dataclass(frozen=True, slots=True)
class Criterion:
    """`most` is the highest mark; `names` are by language and the Russian one is never empty."""

    key: str
    names: Mapping[str, str]
    explanation: str
    weight: int
    most: int

    def name(self, language: str) -> str:
        return self.names.get(language) or self.names["ru"]


def stored_criteria(criteria: Iterable[Criterion]) -> list[dict[str, Any]]:
    return [
        {
            "key": one.key,
            "name": {language: one.names.get(language, "") for language in LANGUAGES},
            "explanation": one.explanation,
            "weight": one.weight,
            "most": one.most,
        }
        for one in criteria
    ]


def criteria_from(stored: Iterable[Mapping[str, Any]]) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(one["key"], one["name"], one["explanation"], one["weight"], one["most"])
        for one in stored
    )


DEFAULT_CRITERIA = (
    Criterion(
        "issue",
        {"ru": "Насущность", "ba": "Мөһимлеге", "en": "Need"},
        "Вопрос местного значения назван, видно, кому и чем он мешал.",
        20,
        5,
    ),
    Criterion(
        "result",
        {"ru": "Результат", "ba": "Һөҙөмтә", "en": "Result"},
        "Показатели до и после, их можно проверить.",
        30,
        5,
    ),
    Criterion(
        "together",
        {"ru": "Вместе с людьми", "ba": "Халыҡ менән бергә", "en": "Together with people"},
        "Что сделали жители, НКО и бизнес, а не одна администрация.",
        20,
        5,
    ),
    Criterion(
        "repeat",
        {"ru": "Можно повторить", "ba": "Ҡабатлап була", "en": "Can be repeated"},
        "Шаги, деньги и условия описаны так, что другое поселение сможет так же.",
        20,
        5,
    ),
    Criterion(
        "honesty",
        {
            "ru": "Честность об ошибках",
            "ba": "Хаталар тураһында асыҡлыҡ",
            "en": "Open about mistakes",
        },
        "Названо, что не получилось и чего стоит избегать.",
        10,
        5,
    ),
)
