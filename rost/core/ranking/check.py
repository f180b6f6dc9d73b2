"""An independent look at a ranking: every score again, straight from the formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import isclose

from .model import Measures, Scored, Sought, Text, are_kin


def verify(
    sought: Sequence[Sought],
    texts: Iterable[Text],
    measures: Measures,
    ranked: Sequence[Scored],
) -> tuple[str, ...]:
    """What is wrong with the ranking; nothing if all is well."""
    by_key = {text.key: text for text in texts}
    faults = []
    if [one.key for one in ranked] != [*dict.fromkeys(one.key for one in ranked)]:
        faults.append("a text is ranked twice")
    for one in ranked:
        if one.key not in by_key:
            faults.append(f"{one.key} was not given")
        elif not isclose(one.score, plain_score(sought, by_key[one.key], measures), abs_tol=1e-9):
            faults.append(f"the score of {one.key} is another")
    for before, after in pairwise(ranked):
        if (-before.score, before.key) > (-after.score, after.key):
            faults.append(f"{after.key} stands below {before.key}")
    left_out = by_key.keys() - {one.key for one in ranked}
    faults += [
        f"{key} was left out"
        for key in sorted(left_out)
        if plain_score(sought, by_key[key], measures) > 0
    ]
    return tuple(faults)


def plain_score(sought: Sequence[Sought], text: Text, measures: Measures) -> float:
    held = [Held(one, text, measures) for one in sought]
    return (
        sum(one.bm25f() + one.as_typed() for one in held)
        + sum(pairs(held, number, measures) for number in range(len(text.fields)))
        + sum(densest(held, number, measures) for number in range(len(text.fields)))
    )


class Held:
    """What one text holds of one sought word."""

    def __init__(self, sought: Sought, text: Text, measures: Measures) -> None:
        self.sought, self.text, self.measures = sought, text, measures
        forms = dict(sought.forms)
        self.exact = any(word in forms for words in text.fields for word in words)

    def weight(self, word: str) -> float:
        """Of one occurrence; a kindred word counts only where the word itself is absent."""
        if self.exact:
            return dict(self.sought.forms).get(word, 0.0)
        return sum(
            weight * self.measures.kin for form, weight in self.sought.forms if are_kin(word, form)
        )

    def places(self, number: int) -> list[int]:
        return [at for at, word in enumerate(self.text.fields[number]) if self.weight(word)]

    def occurrences(self) -> float:
        total = 0.0
        for number, words in enumerate(self.text.fields):
            usual, b = self.measures.lengths[number], self.measures.evening[number]
            length = (1 - b) + b * (len(words) / usual if usual else 1.0)
            heard = sum(self.weight(word) for word in words)
            total += self.measures.fields[number] * heard / length
        if total:
            return total
        loose = [weight for form, weight in self.sought.loose if form in self.text.loose]
        return self.measures.loose * max(loose, default=0.0)

    def bm25f(self) -> float:
        tf, k1 = self.occurrences(), self.measures.saturation
        return self.sought.rarity * tf * (k1 + 1) / (tf + k1)

    def as_typed(self) -> float:
        stands = self.occurrences() > 0 and self.sought.typed in self.text.typed
        return self.measures.typed * self.sought.rarity if stands else 0.0


def pairs(held: Sequence[Held], number: int, measures: Measures) -> float:
    present = [(one, one.places(number)) for one in held]
    present = [(one, places) for one, places in present if places]
    total = 0.0
    for (one, here), (other, there) in pairwise(present):
        near = [at for at in here if any(abs(at - to) <= measures.pair_span for to in there)]
        least = min(one.sought.rarity, other.sought.rarity)
        total += least * len(near) / (len(near) + measures.saturation)
    return measures.pairs * total


def densest(held: Sequence[Held], number: int, measures: Measures) -> float:
    standing = [(at, one) for one in held for at in one.places(number)]
    windows = [
        sum({id(one): one.sought.rarity for at, one in standing if 0 <= end - at <= span}.values())
        for end, _one in standing
        for span in (measures.dense_span,)
    ]
    return measures.dense * max(windows, default=0.0)
