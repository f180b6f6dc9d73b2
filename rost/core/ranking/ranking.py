"""Texts in the order in which they answer a query.

score = Σ rarity · tf / (tf + K) · (k1 + 1)          BM25F, Robertson, Zaragoza and Taylor (2004),
                                                     Robertson and Zaragoza (2009), 3.6
      + typed · Σ rarity of words found as typed
      + pairs · Σ min(rarities) · n / (n + k1)       neighbours of the query near each other:
                                                     Metzler and Croft (2005), unordered windows
      + dense · the most rarity in one window        Hawking and Thistlewaite (1995)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .model import MIN_KIN, Measures, Scored, Sought, Text, are_kin

Places = list[list[int]]  # of one field: for each sought word, where it stands


def rank(sought: Sequence[Sought], texts: Iterable[Text], measures: Measures) -> tuple[Scored, ...]:
    """The best first; of equal ones the smaller key. Texts with nothing of the query are left out.

    >>> one = Sought("дорога", (("дорог", 1.0),))
    >>> texts = [Text(1, (("мост",),)), Text(2, (("ремонт", "дорог"),))]
    >>> [found.key for found in rank([one], texts, Measures(lengths=(1.5,)))]
    [2]
    """
    reader = Reader(sought, measures)
    scored = [one for text in texts if (one := reader.score(text)).found]
    return tuple(sorted(scored, key=lambda one: (-one.score, one.key)))


class Reader:
    """A query made ready for reading many texts: words are found by their first letters."""

    def __init__(self, sought: Sequence[Sought], measures: Measures) -> None:
        self.sought = tuple(sought)
        self.measures = measures
        self.by_start: dict[str, list[tuple[int, str, float]]] = {}
        for place, one in enumerate(self.sought):
            for form, weight in one.forms:
                start = form[:MIN_KIN]
                self.by_start.setdefault(start, []).append((place, form, weight))

    def score(self, text: Text) -> Scored:
        weighed, placed = self.read(text)
        total, found = 0.0, []
        for place, one in enumerate(self.sought):
            occurrences = weighed[place] or self.loosely(one, text)
            if not occurrences:
                continue
            found.append(place)
            total += one.rarity * self.saturated(occurrences)
            if one.typed in text.typed:
                total += self.measures.typed * one.rarity
        for places in placed:
            total += self.near(places) + self.densest(places)
        return Scored(text.key, total, tuple(found))

    def read(self, text: Text) -> tuple[list[float], list[Places]]:
        """Weighed occurrences over all fields, evened by length, and places in each field."""
        exact, kin = [0.0] * len(self.sought), [0.0] * len(self.sought)
        all_places = []
        for number, words in enumerate(text.fields):
            share = self.share(number, len(words))
            places: tuple[Places, Places] = ([[] for _ in self.sought], [[] for _ in self.sought])
            for at, word in enumerate(words):
                for place, form, weight in self.by_start.get(word[:MIN_KIN], ()):
                    if word == form:
                        exact[place] += share * weight
                        places[0][place].append(at)
                    elif are_kin(word, form):
                        kin[place] += share * weight * self.measures.kin
                        places[1][place].append(at)
            all_places.append(places)
        weighed = [one or other for one, other in zip(exact, kin, strict=True)]
        return weighed, [
            [own if exact[at] else other for at, (own, other) in enumerate(zip(*both, strict=True))]
            for both in all_places
        ]

    def share(self, number: int, length: int) -> float:
        usual = self.measures.lengths[number]
        evening = self.measures.evening[number]
        ratio = length / usual if usual else 1.0
        return self.measures.fields[number] / (1 - evening + evening * ratio)

    def saturated(self, occurrences: float) -> float:
        k1 = self.measures.saturation
        return occurrences * (k1 + 1) / (occurrences + k1)

    def loosely(self, one: Sought, text: Text) -> float:
        weights = [weight for form, weight in one.loose if form in text.loose]
        return self.measures.loose * max(weights, default=0.0)

    def near(self, places: Places) -> float:
        """Words that are neighbours among those found, standing near each other in the text."""
        present = [(at, own) for at, own in enumerate(places) if own]
        total = 0.0
        for (first, here), (second, there) in pairwise(present):
            met = meetings(here, there, self.measures.pair_span)
            least = min(self.sought[first].rarity, self.sought[second].rarity)
            total += least * met / (met + self.measures.saturation)
        return self.measures.pairs * total

    def densest(self, places: Places) -> float:
        """The most rarity of different words that stand within one window."""
        standing = sorted((at, place) for place, own in enumerate(places) for at in own)
        held: dict[int, int] = {}
        best = now = 0.0
        first = 0
        for at, place in standing:
            now += 0.0 if held.get(place) else self.sought[place].rarity
            held[place] = held.get(place, 0) + 1
            while standing[first][0] < at - self.measures.dense_span:
                gone = standing[first][1]
                held[gone] -= 1
                now -= 0.0 if held[gone] else self.sought[gone].rarity
                first += 1
            best = max(best, now)
        return self.measures.dense * best


def meetings(here: Sequence[int], there: Sequence[int], span: int) -> int:
    """How many places of the first list have one of the second within the span (both in order)."""
    return sum(bisect_left(there, at - span) < bisect_right(there, at + span) for at in here)
