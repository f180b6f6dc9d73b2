"""Cards as they are listed: with the place, the money, and how well a practice is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from rost.catalogue.models import Card
from rost.catalogue.queries.search import Hit, Piece
from rost.core.language import money_text
from rost.directory.models import Municipality
from rost.library.models import Evidence, Practice, Shelved
from rost.library.queries.conditions.marks import fits
from rost.portal.queries.search.wording import kind_one

PRACTICE = "library.practice:"
KOPECKS = 100


@dataclass(frozen=True, slots=True)
class Result:
    """`evidence` is how well the result is shown, `sealed` whether the seal holds on the day;
    `standing` says whether the reader's own municipality can do it, where that is known."""

    card: Card
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    kind: str
    money: str
    evidence: str = ""
    sealed: bool = False
    standing: str = ""


def results_of(
    hits: Iterable[Hit], day: date, own: Municipality | None = None
) -> tuple[Result, ...]:
    """One query for all practices among them, some more where the reader has a place."""
    found = list(hits)
    cards = [hit.card for hit in found]
    seals = seals_of(cards, day)
    standings = standings_of(cards, own, day) if own is not None else {}
    return tuple(
        Result(
            card=hit.card,
            title=hit.title,
            snippet=hit.snippet,
            kind=kind_one(hit.card.kind),
            money=money_of(hit.card),
            evidence=seals.get(hit.card.key, ("", False))[0],
            sealed=seals.get(hit.card.key, ("", False))[1],
            standing=standings.get(hit.card.key, ""),
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
    """By the card's key: the level of evidence in words, and whether the seal holds; one query
    always."""
    shelf = Shelved.objects.filter(practice__in=practices_among(cards) or {0})
    rows = shelf.values_list("practice_id", "evidence", "sealed_until")
    labels = dict(Evidence.choices)
    return {
        f"{PRACTICE}{pk}": (
            str(labels.get(evidence, "")),
            sealed_until is not None and sealed_until >= day,
        )
        for pk, evidence, sealed_until in rows
    }


def standings_of(cards: Iterable[Card], place: Municipality, day: date) -> dict[str, str]:
    """By the card's key: whether the place meets what the practice asks for."""
    numbers = practices_among(cards)
    if not numbers:
        return {}
    rows = Practice.objects.filter(pk__in=numbers).select_related("version")
    marks = fits(place, rows, day=day)
    return {f"{PRACTICE}{number}": str(mark) for number, mark in marks.items()}


def practices_among(cards: Iterable[Card]) -> set[int]:
    return {
        int(number)
        for one in cards
        if one.key.startswith(PRACTICE) and (number := one.key.removeprefix(PRACTICE)).isdecimal()
    }
