"""Cards as they are listed: with the place, the money, and how well a practice is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from rost.catalogue.models import Card
from rost.catalogue.queries.search import Hit, Piece
from rost.core.language import money_text
from rost.library.models import Evidence, Shelved
from rost.portal.queries.search.wording import kind_one

PRACTICE = "library.practice:"
KOPECKS = 100


@dataclass(frozen=True, slots=True)
class Result:
    """`evidence` is how well the result is shown, `sealed` whether the seal holds on the day."""

    card: Card
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    kind: str
    money: str
    evidence: str = ""
    sealed: bool = False


def results_of(hits: Iterable[Hit], day: date) -> tuple[Result, ...]:
    """One query for all practices among them."""
    found = list(hits)
    seals = seals_of((hit.card for hit in found), day)
    return tuple(
        Result(
            card=hit.card,
            title=hit.title,
            snippet=hit.snippet,
            kind=kind_one(hit.card.kind),
            money=money_of(hit.card),
            evidence=seals.get(hit.card.key, ("", False))[0],
            sealed=seals.get(hit.card.key, ("", False))[1],
        )
        for hit in found
    )


def money_of(card: Card) -> str:
    if not card.kopecks:
        return ""
    return money_text(card.kopecks // KOPECKS, get_language() or "ru")


def listed(cards: Iterable[Card], day: date) -> tuple[Result, ...]:
    """Cards that nobody searched for by words."""
    return results_of((Hit(one, (Piece(one.title),), summary_of(one)) for one in cards), day)


def summary_of(card: Card, longest: int = 180) -> tuple[Piece, ...]:
    if len(card.summary) <= longest:
        return (Piece(card.summary),) if card.summary else ()
    return (Piece(card.summary[:longest].rsplit(" ", 1)[0].rstrip(".,;:–—") + "…"),)


def seals_of(cards: Iterable[Card], day: date) -> dict[str, tuple[str, bool]]:
    """By the card's key: the level of evidence in words, and whether the seal holds."""
    numbers = {
        int(number)
        for one in cards
        if one.key.startswith(PRACTICE) and (number := one.key.removeprefix(PRACTICE)).isdecimal()
    }
    if not numbers:
        return {}
    shelf = Shelved.objects.filter(practice__in=numbers)
    rows = shelf.values_list("practice_id", "evidence", "sealed_until")
    labels = dict(Evidence.choices)
    return {
        f"{PRACTICE}{pk}": (
            str(labels.get(evidence, "")),
            sealed_until is not None and sealed_until >= day,
        )
        for pk, evidence, sealed_until in rows
    }
