"""What of a text is indexed and compared, the same for every database."""

from __future__ import annotations

from collections.abc import Iterator

from .bashkir import bashkir_bases, bashkir_stem, folded_stem, is_bashkir
from .endings import nearest
from .russian import ending_off, is_russian, latin_stem, russian_stem
from .stops import STOPS_BA, STOPS_EN
from .tokens import Shape, Token, tokens

_SHORTEST_LOAN = 4


def words(text: str, language: str = "ru") -> tuple[str, ...]:
    """The normalised words in their order, stop words gone.

    `language` is the text's; a Bashkir word in a Russian text is known by its letters, and a
    Russian one in a Bashkir text by the dictionary.
    """
    return tuple(word for token in tokens(text) for word in exact_words(token, language))


def loose_words(text: str, language: str = "ru") -> tuple[str, ...]:
    """What the text is found by at a lower weight and by an unfinished word, each once.

    Russian: the form as it stands, and without its ending where that is not the word of `words`
    («людей» is `человек` there, `людей` and `люд` here). Bashkir: the form and its stem as they are
    typed on a Russian keyboard.
    """
    found = (word for token in tokens(text) for word in loose_forms(token, language))
    return tuple(dict.fromkeys(found))


def is_cyrillic(word: str) -> bool:
    return all("\u0400" <= letter <= "\u04ff" for letter in word)


def exact_words(token: Token, language: str) -> Iterator[str]:
    word = token.text
    if token.shape is not Shape.WORD or not (word.isascii() or is_cyrillic(word)):
        yield word
    elif word.isascii():
        if word not in STOPS_EN:
            yield latin_stem(word)
    elif is_bashkir(word) or (language == "ba" and not is_russian(word)):
        yield from _bashkir_words(word)
    else:
        yield from dict.fromkeys(_russian_words(word, language))


def _bashkir_words(word: str) -> Iterator[str]:
    if word in STOPS_BA:
        return
    yield bashkir_stem(word)
    for base in bashkir_bases(word):
        if len(base) >= _SHORTEST_LOAN and not is_bashkir(base) and is_russian(base):
            stem = russian_stem(base)
            if stem and stem != bashkir_stem(word):
                yield stem
            return


def _russian_words(word: str, language: str) -> Iterator[str]:
    if language == "ba":
        if word in STOPS_BA:
            return
        yield bashkir_stem(word)
    stem = russian_stem(word)
    if stem:
        yield stem


def loose_forms(token: Token, language: str) -> Iterator[str]:
    word = token.text
    if token.shape is not Shape.WORD or not (word.isascii() or is_cyrillic(word)):
        return
    if word.isascii():
        if word not in STOPS_EN:
            yield word
    elif is_bashkir(word) or language == "ba":
        if word not in STOPS_BA:
            yield nearest(word)
            yield folded_stem(word)
    else:
        stem, form = russian_stem(word), ending_off(word)
        if stem:
            yield word
            if form != stem:
                yield form
