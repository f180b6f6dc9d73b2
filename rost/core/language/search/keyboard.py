"""Words typed while the keyboard stood in the other layout: «ljhjub» is «дороги»."""

from __future__ import annotations

from collections.abc import Callable

from .bashkir import is_bashkir
from .russian import begins_russian, is_russian
from .tokens import plain

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_LATIN_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_TO_RUSSIAN = str.maketrans(_LATIN + _LATIN_SHIFTED, _RUSSIAN + _RUSSIAN[:-1].upper() + ",")
_TO_LATIN = str.maketrans(_RUSSIAN + _RUSSIAN[:-1].upper() + ",", _LATIN + _LATIN_SHIFTED)
_LATIN_VOWELS = frozenset("aeiouy")
_LONG = 5  # a shorter word may be a word of both languages, or an abbreviation
_RUSSIAN_VOWELS = frozenset("аеиоуыэюя")
# Pairs of letters (first: seconds) that English hardly has within a word, and those that are less
# than 1 in 100 000 pairs of the Russian dictionary and of Bashkir forms typed without the layout.
_RARE_LATIN = """
b:kqvx c:bdfgjmnpvxw d:kqvx f:bdghjkmnpqvxz g:bcdfjkqvxz h:bcdfghjklpqvxz j:bcdfghjklmnpqrstvwxyz
k:cdfgjqvxz l:hjqx m:ghjkqvxz n:jqx p:bcdfgjknqvxz q:bcdfghjklmnprstvwxyz r:jqx s:dgjvxz
t:bdgjknpqvxz u:jqvwx v:bcdfghjklmnpqrstvwxz w:cfgjkpqvxz x:bdghjklmnqrsvwz y:bfjkqvxz
z:bcdfghjkmnpqrstvwx
"""
_RARE_RUSSIAN = """
а:ъыь б:йф в:йфъэю г:бжзйпфхцщъьэя д:йф е:ъыь ж:зйтфхцчшщъыэюя з:йфхцщэ и:ъыь й:жйъьэюя к:джйфчщъ
л:йрцшщъ м:йъю н:й о:ъыь п:бвгджзймъэю р:йъ с:зй т:й у:ъь ф:бвджзйкпхцчшщъэю х:бгжзйфхцщъьюя
ц:бгджзйлнпртфхцчшщъьэюя ч:бгджзйпфхцчшщъыэюя ш:бгджзйфхцчшщъэя щ:бвгджзйклмопстфхцчшщъыьэюя
ъ:абвгджзийклмнопрстуфхцчшщъыьэ ы:аофъыьэю ь:ажйлруъыь э:абежзиоухцчщъыьэюя ю:аоуфъыьэя я:аиофъыьэ
"""
# Two consonants that English words begin with.
_BEGIN_LATIN = """
bl br ch cl cr dr dw fl fr gh gl gn gr kn kr ph pl pr ps rh sc sh sk sl sm sn sp sq st sw th tr
ts tw wh wr
"""


# Short Latin words that people type beside Russian ones.
_OWN_LATIN = frozenset({"pdf", "doc", "docx", "xls", "xlsx", "https", "url", "sms", "gps", "html"})


def on_the_other_layout(text: str) -> str:
    """Each sign as the same key gives it in the other layout; Cyrillic decides the direction."""
    cyrillic = sum("а" <= sign <= "я" or sign == "ё" for sign in text.lower())
    latin = sum("a" <= sign <= "z" for sign in text.lower())
    return text.translate(_TO_LATIN if cyrillic > latin else _TO_RUSSIAN)


def reads_better(text: str, known: Callable[[str], bool] | None = None) -> str:
    """The text as it was meant, if it was typed in the wrong layout; else empty.

    `known` says of a word in small letters whether the collection has it; the Russian dictionary
    is asked besides.
    """
    pairs = [(word, on_the_other_layout(word)) for word in plain(text).split()]
    pairs = [pair for pair in pairs if any(sign.isalpha() for sign in pair[0])]
    if not pairs or sum(len(word) for word, _other in pairs) < 3:
        return ""
    scripts = {_script(word) for word, _other in pairs}
    if scripts == {"latin"}:
        meant, fits = _meant_russian, is_russian
    elif scripts == {"cyrillic"}:
        meant, fits = _meant_latin, _looks_latin
    else:
        return ""
    sure = [pair for pair in pairs if meant(*pair, known)]
    rest = [other.strip(".,") for word, other in pairs if (word, other) not in sure]
    agreed = len(sure) * 2 > len(pairs) or all(fits(other) for other in rest)
    return on_the_other_layout(text) if sure and agreed else ""


def _script(word: str) -> str:
    letters = [sign for sign in word if sign.isalpha()]
    if all(sign.isascii() for sign in letters):
        return "latin"
    return "mixed" if any(sign.isascii() for sign in letters) else "cyrillic"


def _meant_russian(word: str, other: str, known: Callable[[str], bool] | None) -> bool:
    bare = other.strip(".,").replace("ё", "е")
    if not bare.isalpha() or not _RUSSIAN_VOWELS.intersection(bare):
        return False
    if known is not None and (known(word) or known(bare)):
        return not known(word)
    long = len(bare) >= _LONG
    if _looks_latin(word):
        return long and is_russian(bare)
    return begins_russian(bare) or (long and not _pairs(bare) & _RARE_PAIRS_RUSSIAN)


def _meant_latin(word: str, other: str, known: Callable[[str], bool] | None) -> bool:
    bare = other.strip(".,")
    if not bare.isalpha() or not bare.isascii() or is_bashkir(word) or is_russian(word):
        return False
    if known is not None and (known(word) or known(bare)):
        return not known(word)
    return len(bare) > 3 and _looks_latin(bare) and bool(_pairs(word) & _RARE_PAIRS_RUSSIAN)


def _looks_latin(word: str) -> bool:
    if word in _OWN_LATIN:
        return True
    if not word.isalpha() or not _LATIN_VOWELS.intersection(word):
        return False
    begins = word[:2]
    if not _LATIN_VOWELS.intersection(begins) and begins not in _BEGINNINGS:
        return False
    return not _pairs(word) & _RARE_PAIRS_LATIN


def _pairs(word: str) -> set[str]:
    return {word[at : at + 2] for at in range(len(word) - 1)}


def _listed(table: str) -> frozenset[str]:
    rows = (row.split(":") for row in table.split())
    return frozenset(first + second for first, seconds in rows for second in seconds)


_RARE_PAIRS_LATIN = _listed(_RARE_LATIN)
_RARE_PAIRS_RUSSIAN = _listed(_RARE_RUSSIAN)
_BEGINNINGS = frozenset(_BEGIN_LATIN.split())
