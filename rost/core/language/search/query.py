"""What somebody typed into the search, read as words with their alternatives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .bashkir import bashkir_stem, folded_stem, is_bashkir
from .endings import nearest
from .keyboard import reads_better
from .normal import exact_words, is_cyrillic
from .russian import ending_off, is_russian
from .stops import STOPS_BA, STOPS_EN
from .tokens import Shape, Token, plain, tokens

LONGEST_QUERY = 400  # signs; the rest is not read
MOST_WORDS = 24
_SHORTEST_START = 2


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the query. A text has it if it has any of `stems`, `loose` or `starts`.

    `stems` are looked for among `words`; `loose` among `loose_words`, at a lower weight; `starts`
    are beginnings of words of either kind, given for an unfinished word only. A word that is
    `whole` («131фз») stands beside its own parts: a text that has the parts need not have it.
    """

    typed: str
    stems: tuple[str, ...]
    loose: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """`keyboard` is the text as typed in the other layout, if that reads better; else empty."""

    typed: str
    words: tuple[Word, ...]
    keyboard: str = ""


def read_query(
    text: str, *, typing: bool = False, known: Callable[[str], bool] | None = None
) -> Query:
    """`typing`: the last word may be unfinished. `known`: whether the collection has a word.

    Whatever is typed is harmless: signs are no operators, and what is too long is cut.
    """
    text = text[:LONGEST_QUERY]
    found = list(tokens(text))[: MOST_WORDS * 2]
    unfinished = typing and bool(text) and text[-1].isalnum()
    made: dict[str, Word] = {}
    for place, token in enumerate(found):
        last = unfinished and place == len(found) - 1
        word = _unfinished(token) if last else _word(token)
        if word is not None:
            made.setdefault(word.typed, word)
    return Query(text, tuple(made.values())[:MOST_WORDS], reads_better(plain(text), known))


def _word(token: Token) -> Word | None:
    if token.shape is not Shape.WORD or not is_cyrillic(token.text):
        stems = tuple(exact_words(token, "ru"))
        return Word(token.text, stems, whole=token.whole) if stems else None
    if token.text in STOPS_BA:
        return None
    stems = _stems(token)
    return Word(token.text, stems, _loose(token.text, stems)) if stems else None


def _stems(token: Token) -> tuple[str, ...]:
    stems = dict.fromkeys(exact_words(token, "ru"))
    if stems and not is_bashkir(token.text) and not is_russian(token.text):
        stems[bashkir_stem(token.text)] = None
    return tuple(stems)


def _loose(word: str, stems: tuple[str, ...]) -> tuple[str, ...]:
    forms = dict.fromkeys((nearest(word), *stems))
    if not is_bashkir(word):
        forms[ending_off(word)] = None
    for typed in (word, "а" + word[1:]) if word.startswith("э") else (word,):
        forms[folded_stem(typed)] = None
    return tuple(forms)


def _unfinished(token: Token) -> Word | None:
    word = token.text
    starts = dict.fromkeys((word,))
    if token.shape is Shape.WORD and is_cyrillic(word):
        starts[nearest(word)] = None
        starts[ending_off(word)] = None
    whole = _word(token)
    known = tuple(start for start in starts if len(start) >= _SHORTEST_START)
    if whole is None:
        stopped = word in STOPS_BA or word in STOPS_EN or len(word) < _SHORTEST_START
        return None if stopped and not known else Word(word, (), starts=known)
    return Word(word, whole.stems, whole.loose, known, whole.whole)
