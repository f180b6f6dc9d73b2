"""The endings of Bashkir words in all their harmonic forms, and the words that have none.

Capital letters stand for a choice of letters: A is а, ә; Y is ы, е, о, ө; K is ҡ, к; G is ғ, г.
L and N stand for the consonant that follows from the sound before.
"""

from __future__ import annotations

from itertools import product

LETTERS = frozenset("ҡғҙҫңөүәһ")  # those that Russian has not
_NEAREST = str.maketrans("ҡғҙҫңөүәһ", "кгзсноуах")
NARROW = "ыеоө"
_CHOICES = {"A": "аә", "Y": NARROW, "K": "ҡк", "G": "ғг"}


def nearest(word: str) -> str:
    """With the letters of the Russian keyboard; э within a word is how some type ә."""
    folded = word.translate(_NEAREST)
    return folded[:1] + folded[1:].replace("э", "а")


# The sound before an ending: a vowel; л, м, н, ң; р, й, у, ҙ; any other consonant that ends words;
# Л is ла, лә: the tail of verbs made of nouns.
_SOUNDS = {"V": "аәыеоөэяию", "N": "лмнң", "R": "рйуүҙ", "D": "бвгғджз", "T": "пфкҡтсҫшщчцх"}
SOUND_OF = {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}
FOLDED_SOUND_OF = SOUND_OF | {"з": "RD"}
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
SHORTEST = {"V": 3, "N": 2, "R": 2, "D": 2, "T": 2, "M": 4}
VOWELS = frozenset("аәыеоөэяиюуү")
# The past tense, not the end of a stem.
NO_TAIL = frozenset(("лд", "нд", "мд", "ңд", "рҙ", "рз", "тт"))
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
"""
KEPT = {
    True: frozenset(_KEPT_WORDS.split()),
    False: frozenset(map(nearest, _KEPT_WORDS.split())),
}


def _spelled(patterns: tuple[tuple[str, str], ...], *, exact: bool) -> dict[str, str]:
    table: dict[str, set[str]] = {}
    for pattern, sounds in patterns:
        for sound in sounds:
            choices = _CHOICES | {sign: after.get(sound, "") for sign, after in _AFTER.items()}
            for letters in product(*(choices.get(sign, sign) for sign in pattern)):
                ending = "".join(letters)
                table.setdefault(ending if exact else nearest(ending), set()).add(sound)
    return {ending: "".join(sorted(sounds)) for ending, sounds in table.items()}


TABLES = {
    exact: (_spelled(_NOMINAL, exact=exact), _spelled(_VERBAL, exact=exact))
    for exact in (True, False)
}
LONGEST = max(len(ending) for table in TABLES[True] for ending in table)
