"""Words that stand for each other: the shipped list with what editors changed in it.

The list is read once and kept, normalised; a search costs one small query for the editors' table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rost.catalogue.models import Synonym, Way
from rost.core.language import Word, fold, folded_stem, read_query, words

DATA = Path(__file__).resolve().parents[1] / "data" / "synonyms.csv"
LONGEST_TERM = 6  # words


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the list; `number` is that of the editors' row, if it is theirs."""

    group: str
    words: str
    language: str
    way: str
    note: str = ""
    number: int | None = None
    is_off: bool = False

    @property
    def way_text(self) -> str:
        return str(Way(self.way).label)


@dataclass(frozen=True, slots=True)
class Alternative:
    """What may stand in the text instead of some words of the query.

    `places` are those words' places in the query; `stems` are normalised words, and when there are
    several, a text has the alternative only if they stand there side by side.
    """

    places: tuple[int, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    group: str
    way: str
    stems: tuple[str, ...]
    typed: tuple[tuple[str, ...], ...]  # forms by which the term is recognised in a query


Changed = tuple[int, str, str, str, str, str, bool]


def synonyms_of(sought: Sequence[Word]) -> tuple[Alternative, ...]:
    """The alternatives to words of a query and to terms of several words in it."""
    groups, starts = _table(_changed())
    begins = range(len(sought))
    read = [one for begin in begins for one in _terms_at(sought, begin, starts)]
    found: dict[Alternative, None] = {}
    for term, places in read:
        if any(set(places) < set(wider) for _term, wider in read):
            continue  # «культура» within «дом культуры»
        for other in groups[term.group]:
            if other.way != Way.TYPED and not _contains(other.stems, term.stems):
                found[Alternative(places, other.stems)] = None
    return tuple(found)


def terms() -> tuple[Term, ...]:
    """The whole list as editors see it, what is switched off too."""
    changed = {
        (group, said): Term(group, said, language, way, note, number, is_off)
        for number, group, said, language, way, note, is_off in _changed()
    }
    shipped = [changed.pop((term.group, term.words), term) for term in _shipped()]
    return (*shipped, *changed.values())


def group_of(said: str, listed: Sequence[Term]) -> str:
    """The first group in which these words stand, or nothing."""
    key = fold(said)
    return next((one.group for one in listed if fold(one.words) == key), "")


def is_shipped(term: Term) -> bool:
    return any((one.group, one.words) == (term.group, term.words) for one in _shipped())


def warm() -> None:
    """Read the list before the server forks."""
    _table(_changed())


def _changed() -> tuple[Changed, ...]:
    return tuple(
        Synonym.objects.order_by("id").values_list(
            "id", "group", "words", "language", "way", "note", "is_off"
        )
    )


@lru_cache(maxsize=1)
def _shipped() -> tuple[Term, ...]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(
            Term(row["group"], row["words"], row["language"], row["way"], row["note"])
            for row in csv.DictReader(file, delimiter=";")
        )


@lru_cache(maxsize=2)
def _table(
    changed: tuple[Changed, ...],
) -> tuple[dict[str, tuple[_Read, ...]], dict[str, tuple[_Read, ...]]]:
    """Terms by group, and by the first word that they are recognised by."""
    groups: dict[str, dict[_Read, None]] = {}
    starts: dict[str, dict[_Read, None]] = {}
    for term in _in_force(changed):
        read = _read(term)
        if read.stems and len(read.stems) <= LONGEST_TERM:
            groups.setdefault(term.group, {})[read] = None
            for form in read.typed if term.way != Way.FOUND else ():
                starts.setdefault(form[0], {})[read] = None
    return (
        {group: tuple(found) for group, found in groups.items()},
        {start: tuple(found) for start, found in starts.items()},
    )


def _in_force(changed: tuple[Changed, ...]) -> Iterator[Term]:
    own = {(group, said) for _number, group, said, *_rest in changed}
    yield from (term for term in _shipped() if (term.group, term.words) not in own)
    for number, group, said, language, way, note, is_off in changed:
        if not is_off:
            yield Term(group, said, language, way, note, number)


def _read(term: Term) -> _Read:
    """A law or a date is one word, «131фз»; what else is hyphenated is found by its parts."""
    read = read_query(term.words).words
    numbered = [word.stems[0] for word in read if word.whole and word.stems[0][0].isdigit()]
    if numbered:
        return _Read(term.group, term.way, tuple(numbered), (tuple(numbered),))
    parts = [word for word in read if not word.whole]
    if term.language == "ba":
        stems = tuple(_first(words(word.typed, "ba")) for word in parts)
        folded = tuple(folded_stem(word.typed) for word in parts)
        return _Read(term.group, term.way, tuple(filter(None, stems)), (stems, folded))
    stems = tuple(word.stems[0] for word in parts if word.stems)
    return _Read(term.group, term.way, stems, (stems,))


def _first(found: Iterable[str]) -> str:
    return next(iter(found), "")


def _terms_at(
    sought: Sequence[Word], begin: int, starts: dict[str, tuple[_Read, ...]]
) -> Iterator[tuple[_Read, tuple[int, ...]]]:
    for start in _forms(sought[begin]):
        for term in starts.get(start, ()):
            for typed in dict.fromkeys(term.typed):
                places = _places(sought, begin, typed) if typed[0] == start else ()
                if places:
                    yield term, places


def _places(sought: Sequence[Word], begin: int, typed: tuple[str, ...]) -> tuple[int, ...]:
    """Places of the words of a term that begins at `begin`; wholes between them are passed by."""
    places: list[int] = []
    at = begin
    for stem in typed:
        while places and at < len(sought) and sought[at].whole:
            at += 1
        if at >= len(sought) or stem not in _forms(sought[at]):
            return ()
        places.append(at)
        at += 1
    return tuple(places)


def _forms(word: Word) -> tuple[str, ...]:
    return (*word.stems, *word.loose)


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """A text that has the longer term has the shorter one anyway."""
    return set(shorter) <= set(longer)
