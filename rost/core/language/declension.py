"""Russian names in oblique cases, and whether we are sure: docs/algorithms/declension.md.

Endings that grammars agree on are certain. Everything else comes with the reasons for doubt, so
that somebody who knows the bearer looks at it: a name declined wrongly on a certificate hurts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pytrovich
from pytrovich import NamePart

from rost.core.language.names import full_name


class Case(StrEnum):
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


class Doubt(StrEnum):
    """Why a declined name should be looked at."""

    GENDER = "gender"  # not told by patronymic or surname; guessed or, if that fails, not declined
    CONFLICT = "conflict"  # parts of the name tell different genders; nothing is declined
    BASHKIR = "bashkir"
    LATIN = "latin"
    PATRONYMIC = "patronymic"  # unlike any patronymic
    COMPOUND = "compound"  # of several parts
    SOFT_SIGN = "soft_sign"  # Гузель, Айгуль: dictionaries disagree
    STRESS = "stress"  # the ending depends on it
    SURNAME = "surname"  # of a rare kind
    UNCHANGED = "unchanged"  # a change was expected


@dataclass(frozen=True, slots=True)
class Declined:
    """A whole name in a case; `why` is empty when it is certain."""

    text: str
    certain: bool
    why: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    doubts: frozenset[Doubt] = frozenset()


_VOWELS_UNCHANGED = tuple("оеиуыюэё")
_SIBILANTS = tuple("жшчщц")
_BASHKIR = re.compile("[ғҙҡңөҫүһә]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\w\.[\s-]*)+")

_SON_OF = frozenset({"улы", "оглы", "углы", "уулу"})
_DAUGHTER_OF = frozenset({"кызы", "ҡыҙы", "гызы"})
_MALE_SURNAMES = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ой")
_FEMALE_SURNAMES = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая")
_COULD_BE_NOUNS = ("ина", "ына")  # «Калина» may be a man
_RARE_SURNAMES = ("ый", "ий", "их", "ец", "ок", "ек", "ёк", "яц", "ень", "ел", "ёл", "а", "я")

# Women's names on -ь that all dictionaries decline (Калакуцкая 1994, Суперанская 2013).
_THIRD_DECLENSION = frozenset(
    {"любовь", "агарь", "рахиль", "руфь", "суламифь", "эсфирь", "юдифь", "рашель"}
)
# Names on -ия with a stem that is stressed in Russian; the others may be stressed at the end.
_STRESSED_BEFORE_IYA = frozenset(
    {
        "анастасия",
        "виктория",
        "валерия",
        "евгения",
        "ксения",
        "лидия",
        "лилия",
        "мария",
        "наталия",
        "юлия",
        "эмилия",
        "клавдия",
        "антония",
        "таисия",
        "корнелия",
    }
)


def decline(surname: str, given_name: str, patronymic: str, case: Case) -> Declined:
    """«Фамилия Имя Отчество» in a case, every part that has one in its right form."""
    gender, doubts = _gender(surname, given_name, patronymic)
    if gender is None or Doubt.CONFLICT in doubts:
        return Declined(full_name(surname, given_name, patronymic), False, tuple(sorted(doubts)))
    words = [
        _several(surname, lambda one: _surname(one, gender, case)),
        _several(given_name, lambda one: _given_name(one, gender, case)),
        _patronymic(patronymic, gender, case),
    ]
    doubts = doubts.union(*(word.doubts for word in words))
    return Declined(full_name(*(word.text for word in words)), not doubts, tuple(sorted(doubts)))


def _gender(surname: str, given_name: str, patronymic: str) -> tuple[Gender | None, set[Doubt]]:
    by_patronymic = _patronymic_gender(patronymic)
    by_surname = _surname_gender(surname)
    if by_patronymic is not None:
        conflict = by_surname not in (None, by_patronymic)
        return by_patronymic, {Doubt.CONFLICT} if conflict else set()
    by_name = _given_name_gender(given_name)
    if by_surname is None:
        return by_name, {Doubt.GENDER}
    return by_surname, {Doubt.GENDER} if _strange(surname, given_name, by_name) else set()


def _strange(surname: str, given_name: str, by_name: Gender | None) -> bool:
    """Whether a name goes ill with its surname: «Сафин Гузель», «Калина Иван», not «Сафин Муса»."""
    if _is_usual(surname, Gender.FEMALE):
        return by_name is Gender.MALE and surname.lower().endswith(_COULD_BE_NOUNS)
    return by_name is Gender.FEMALE and not given_name.lower().endswith(("а", "я"))


def _patronymic_gender(patronymic: str) -> Gender | None:
    last = patronymic.lower().replace("-", " ").split()[-1:] or [""]
    if last[0] in _SON_OF or last[0].endswith(("ич", "ыч")):
        return Gender.MALE
    if last[0] in _DAUGHTER_OF or last[0].endswith(("вна", "чна", "шна")):
        return Gender.FEMALE
    return None


def _surname_gender(surname: str) -> Gender | None:
    if _is_usual(surname, Gender.MALE):
        return Gender.MALE
    return Gender.FEMALE if _is_usual(surname, Gender.FEMALE) else None


def _is_usual(surname: str, gender: Gender) -> bool:
    """A surname of the kinds that are declined like adjectives: «Сафин», but not «Лев»."""
    if gender is Gender.MALE:
        return len(surname) > 3 and surname.lower().endswith(_MALE_SURNAMES)
    return len(surname) > 4 and surname.lower().endswith(_FEMALE_SURNAMES)


def _given_name_gender(given_name: str) -> Gender | None:
    if not given_name.strip() or _INITIALS.fullmatch(given_name):
        return None
    found = _detector().detect(firstname=given_name)
    return {
        pytrovich.Gender.MALE: Gender.MALE,
        pytrovich.Gender.FEMALE: Gender.FEMALE,
    }.get(found)


def _several(text: str, one: Callable[[str], _Word]) -> _Word:
    """A part of one word, or of several, each of which is declined."""
    if not text.strip() or _INITIALS.fullmatch(text):
        return _Word(text)
    pieces = re.split(r"(\s*[-‐‑]\s*|\s+)", text.strip())
    words = [one(piece) for piece in pieces[::2]]
    doubts = frozenset[Doubt]().union(*(word.doubts for word in words))
    if len(words) > 1 and not all(map(_surname_gender, pieces[::2])):
        doubts |= {Doubt.COMPOUND}
    pieces[::2] = [word.text for word in words]
    return _Word("".join(pieces), doubts)


def _surname(word: str, gender: Gender, case: Case) -> _Word:
    small = word.lower()
    if _is_usual(word, gender):
        return _by_rules(word, NamePart.LASTNAME, gender, case)
    unchanged = gender is Gender.FEMALE and not small.endswith(("а", "я"))
    if unchanged or small.endswith((*_VOWELS_UNCHANGED, "ых")):
        return _foreign_letters(word, word)
    found = _by_rules(word, NamePart.LASTNAME, gender, case)
    if small.endswith(_RARE_SURNAMES) or len(word) <= 3:
        return _Word(found.text, found.doubts | {Doubt.SURNAME})
    if case is Case.INSTRUMENTAL and small.endswith(_SIBILANTS):
        return _Word(found.text, found.doubts | {Doubt.STRESS})
    return found


def _given_name(word: str, gender: Gender, case: Case) -> _Word:
    small = word.lower()
    if small.endswith("ия"):
        return _on_iya(word, case)
    if gender is Gender.FEMALE and small.endswith("ь"):
        return _on_soft_sign(word, case)
    unchanged = gender is Gender.FEMALE and not small.endswith(("а", "я"))
    if unchanged or small.endswith(_VOWELS_UNCHANGED):
        return _foreign_letters(word, word)
    found = _by_rules(word, NamePart.FIRSTNAME, gender, case)
    if case is Case.INSTRUMENTAL and small.endswith(tuple(f"{one}а" for one in _SIBILANTS)):
        return _Word(found.text, found.doubts | {Doubt.STRESS})
    return found


def _on_soft_sign(word: str, case: Case) -> _Word:
    """By the third declension; Калакуцкая leaves all but a handful of names as they are."""
    endings = {Case.ACCUSATIVE: "ь", Case.INSTRUMENTAL: "ью"}
    found = _foreign_letters(word, _like(word, word[:-1] + endings.get(case, "и")))
    if word.lower() in _THIRD_DECLENSION or case is Case.ACCUSATIVE:
        return found
    return _Word(found.text, found.doubts | {Doubt.SOFT_SIGN})


def _on_iya(word: str, case: Case) -> _Word:
    endings = {Case.ACCUSATIVE: "ю", Case.INSTRUMENTAL: "ей"}
    found = _foreign_letters(word, _like(word, word[:-1] + endings.get(case, "и")))
    if case is Case.DATIVE and word.lower() not in _STRESSED_BEFORE_IYA:
        return _Word(found.text, found.doubts | {Doubt.STRESS})
    return found


def _patronymic(text: str, gender: Gender, case: Case) -> _Word:
    words = text.lower().replace("-", " ").split()
    if not words or _INITIALS.fullmatch(text) or words[-1] in _SON_OF | _DAUGHTER_OF:
        return _Word(text)  # «Рашит улы» is not declined
    if _patronymic_gender(text) is None or len(words) > 1:
        return _Word(text, frozenset({Doubt.PATRONYMIC}))
    return _by_rules(text.strip(), NamePart.MIDDLENAME, gender, case)


def _by_rules(word: str, part: NamePart, gender: Gender, case: Case) -> _Word:
    found = _maker().make(part, pytrovich.Gender[gender.name], pytrovich.Case[case.name], word)
    word_found = _foreign_letters(word, _like(word, found))
    if word_found.text == word and not word_found.doubts:
        return _Word(word, frozenset({Doubt.UNCHANGED}))
    return word_found


def _foreign_letters(word: str, declined: str) -> _Word:
    if _LATIN.search(word):
        return _Word(word, frozenset({Doubt.LATIN}))
    return _Word(declined, frozenset({Doubt.BASHKIR} if _BASHKIR.search(word) else ()))


def _like(word: str, declined: str) -> str:
    return declined.upper() if word.isupper() and len(word) > 1 else declined


@cache
def _maker() -> pytrovich.PetrovichDeclinationMaker:
    return pytrovich.PetrovichDeclinationMaker()


@cache
def _detector() -> pytrovich.PetrovichGenderDetector:
    return pytrovich.PetrovichGenderDetector()
