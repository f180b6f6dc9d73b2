"""Bashkir words without their endings.

The endings are those of the standard grammar, each in all its harmonic forms: a noun's number,
possession and case are taken off up to three times, then a verb's mood, tense and person up to
twice. Capital letters below stand for a choice of letters: A is а, ә; Y is ы, е, о, ө; K is ҡ, к;
G is ғ, г. L and N stand for the consonant that follows from the sound before, so an ending that
does not fit that sound is left alone. How well forms are joined is measured:
docs/algorithms/search-words.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

LETTERS = frozenset("ҡғҙҫңөүәһ")  # those that Russian has not
_NEAREST = str.maketrans("ҡғҙҫңөүәһ", "кгзсноуах")
_NARROW = "ыеоө"
_CHOICES = {"A": "аә", "Y": _NARROW, "K": "ҡк", "G": "ғг"}

# The sound before an ending: a vowel; л, м, н, ң; р, й, у, ҙ; any other consonant that ends words;
# Л is ла, лә: the tail of verbs made of nouns.
_SOUNDS = {"V": "аәыеоөэяию", "N": "лмнң", "R": "рйуүҙ", "D": "бвгғджз", "T": "пфкҡтсҫшщчцх"}
_SOUND_OF = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
_FOLDED_SOUND_OF = {nearest: sound for nearest, sound in _SOUND_OF.items()} | {"з": "RD"}
_AFTER = {
    "L": {"V": "л", "N": "д", "R": "ҙ", "D": "дт", "T": "т"},
    "N": {"V": "н", "N": "д", "R": "ҙ", "D": "дт", "T": "т"},
}

_CLOSED = "NRDT"
_ANY = "V" + _CLOSED

# An ending and the sounds that it stands after.
_NOMINAL = (
    ("YрGA", _CLOSED),  # to do; before «to», which is its end
    ("LAр", _ANY),  # many
    ("NYң", _ANY),  # of
    ("GA", "VNRD"),  # to
    ("KA", "DT"),
    ("NY", _ANY),  # whom, what
    ("LA", _ANY),  # where
    ("LAGY", _ANY),
    ("NAн", _ANY),  # from where
    ("Yм", _CLOSED),  # my
    ("YмA", _CLOSED),
    ("м", "M"),
    ("мA", "M"),
    ("YбYҙ", _CLOSED),  # our
    ("бYҙ", "V"),
    ("Yң", _CLOSED),  # your
    ("YңA", _CLOSED),
    ("ң", "V"),
    ("ңA", "V"),
    ("YGYҙ", _CLOSED),
    ("GYҙ", "V"),
    ("һY", "V"),  # his, her, their
    ("һYн", "V"),
    ("һYнA", "V"),
    ("һYнAн", "V"),
    ("һYнYң", "V"),
    ("һYндA", "V"),
    ("һYндAGY", "V"),
    ("Y", _CLOSED),
    ("Yн", _CLOSED),
    ("YнA", _CLOSED),
    ("YнAн", _CLOSED),
    ("YнYң", _CLOSED),
    ("YндA", _CLOSED),
    ("YндAGY", _CLOSED),
)
_VERBAL = (
    ("рGA", "V"),  # to do
    ("ыу", _CLOSED),  # doing
    ("еү", _CLOSED),
    ("оу", _CLOSED),
    ("өү", _CLOSED),
    ("у", "V"),
    ("ү", "V"),
    ("GAн", "VNRD"),  # done
    ("KAн", "DT"),
    ("GAс", "VNRD"),  # having done
    ("KAс", "DT"),
    ("Yп", _CLOSED),
    ("п", "Л"),
    ("асаҡ", _CLOSED),  # that will do
    ("әсәк", _CLOSED),
    ("ясаҡ", "V"),
    ("йәсәк", "V"),
    ("NYм", _ANY),  # did
    ("NYң", _ANY),
    ("A", _CLOSED),  # does
    ("й", "V"),
    ("йлAр", "V"),
    ("йбYҙ", "V"),
    ("йһYң", "V"),
    ("йһYGYҙ", "V"),
    ("һYң", "V"),
    ("һYGYҙ", "V"),
    ("мA", _ANY),  # not
    ("мAй", _ANY),
    ("һA", _ANY),  # if
    ("һYн", _ANY),  # let him
)
_SHORTEST = {"V": 3, "N": 2, "R": 2, "D": 2, "T": 2, "M": 4}
_VOWELS = frozenset("аәыеоөэяиюуү")
_NO_TAIL = frozenset(
    ("лд", "нд", "мд", "ңд", "рҙ", "рз", "тт")
)  # the past tense, not the end of a stem
# Words whose own end looks like an ending; there is no rule to tell them by.
_KEPT_WORDS = """
аҙна ағай ағас аҡса алтын апа арба ата атай бабай байрам баҡма баҡса бала балан балсыҡ басма
баҫма белем бина бөтөн буран бүлем бүлмә бәйләм ғаилә газета ғүмер дауахана дошман заман закон
иген иман исем карта касса кейем керем килем килешмә китап китапхана күпер күрмә ҡала ҡалдыҡ
ҡалын ҡарға ҡатнашма ҡатын ҡәлә ҡәләм ҡорал ҡунаҡ ҡурай ҡурған ҡурсаҡ ҡыҙыл майҙан малай мәктәп
мәсьәлә нигеҙ өйҙәм өлкә порт программа проект район салон сәбәп сәскә сезон сығым табип талап
тарап таҡта тәҙрә тәртип тирә тирмән төҙәтмә төҙөлөш төркөм торба тотҡон туған тулҡын тырма
уйын урам урман урын утын үлем фекер хан хисап шәхес шиғыр школа ябай яҙма яҡын ялған яңғыҙ
ярҙам яуап һалым һыйыр әсә йылға йәшел боҙау вагон иҫәп йыйым ҡулъяҙма уңыш
""".split()
_KEPT = {True: frozenset(_KEPT_WORDS)}


def bashkir_stem(word: str) -> str:
    """The stem of a word in small letters; the same for all its forms, and no word by itself."""
    return _stem(word, exact=True)


def folded_stem(word: str) -> str:
    """The stem of a word typed without the Bashkir layout: `хыузарга` for `һыуҙарға`."""
    return _stem(nearest(word), exact=False)


def nearest(word: str) -> str:
    """With the letters of the Russian keyboard; э within a word is how some type ә."""
    folded = word.translate(_NEAREST)
    return folded[:1] + folded[1:].replace("э", "а")


def is_bashkir(word: str) -> bool:
    return not LETTERS.isdisjoint(word)


def bashkir_bases(word: str) -> tuple[str, ...]:
    """The word with ever fewer endings, itself first."""
    return tuple(_bases(word, exact=True))


@lru_cache(maxsize=10_000)
def _stem(word: str, *, exact: bool) -> str:
    *_longer, stem = _bases(word, exact=exact)
    return _even(stem, exact=exact)


def _bases(word: str, *, exact: bool) -> Iterator[str]:
    yield word
    nominal, verbal = _TABLES[exact]
    for endings in (nominal, nominal, nominal, verbal, verbal):
        shorter = _without(word, endings, exact=exact)
        if shorter != word:
            word = shorter
            yield word


def _without(word: str, endings: dict[str, str], *, exact: bool) -> str:
    if word in _KEPT[exact]:
        return word
    found = word
    for length in range(1, min(_LONGEST, len(word) - 2) + 1):
        stem, ending = word[:-length], word[-length:]
        if ending in endings and _fits(stem, ending, endings[ending], exact=exact):
            found = stem
            if stem in _KEPT[exact]:
                break
    return found


def _fits(stem: str, ending: str, sounds: str, *, exact: bool) -> bool:
    if _VOWELS.isdisjoint(stem) or stem[-2:] in _NO_TAIL or not _rounded(stem, ending):
        return False
    if "Л" in sounds:
        return stem[-2:] in ("ла", "лә") and len(stem) > 3
    own = (_SOUND_OF if exact else _FOLDED_SOUND_OF).get(stem[-1], "")
    own += "M" if own == "V" else ""
    return any(sound in sounds and len(stem) >= _SHORTEST[sound] for sound in own)


def _rounded(stem: str, ending: str) -> bool:
    """An ending has о or ө only after a syllable that has it."""
    first = next((letter for letter in ending if letter in _VOWELS), "")
    if first not in ("о", "ө"):
        return True
    return next(letter for letter in reversed(stem) if letter in _VOWELS) in ("о", "ө")


def _even(stem: str, *, exact: bool) -> str:
    """One form of what the sound after it changes (китаб-ы is китап), and no narrow vowel last."""
    if len(stem) > 2 and stem[-1] in _NARROW:
        stem = stem[:-1]
    ends = {"б": "п", "ғ": "ҡ", "г": "к"} if exact else {"б": "п", "г": "к"}
    return stem[:-1] + ends.get(stem[-1], stem[-1])


def _spelled(patterns: tuple[tuple[str, str], ...], *, exact: bool) -> dict[str, str]:
    table: dict[str, set[str]] = {}
    for pattern, sounds in patterns:
        for sound in sounds:
            choices = _CHOICES | {sign: after.get(sound, "") for sign, after in _AFTER.items()}
            for letters in product(*(choices.get(sign, sign) for sign in pattern)):
                ending = "".join(letters)
                table.setdefault(ending if exact else nearest(ending), set()).add(sound)
    return {ending: "".join(sorted(sounds)) for ending, sounds in table.items()}


_TABLES = {
    exact: (_spelled(_NOMINAL, exact=exact), _spelled(_VERBAL, exact=exact))
    for exact in (True, False)
}
_KEPT[False] = frozenset(map(nearest, _KEPT_WORDS))
_LONGEST = max(len(ending) for table in _TABLES[True] for ending in table)
