"""Russian, Bashkir and English as values: keys for search and order, Latin letters, names, formats.

Languages are named by their codes `ru`, `ba`, `en`; a code that is none of these means Russian.
"""

from rost.core.language.dates import (
    MONTHS,
    MONTHS_OF_DAYS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    date_range_text,
    date_text,
    moment_text,
    month_text,
    time_range_text,
    time_text,
    weekday_text,
)
from rost.core.language.folding import fold
from rost.core.language.hyphenation import with_soft_hyphens
from rost.core.language.latin import slug, transliterate
from rost.core.language.names import full_name, initials, split_name
from rost.core.language.numbers import (
    NO_BREAK_SPACE,
    known_language,
    money_text,
    number_text,
    plural_ru,
    size_text,
)
from rost.core.language.search import (
    Query,
    Word,
    bashkir_stem,
    distance,
    folded_stem,
    loose_words,
    read_query,
    warm,
    words,
)
from rost.core.language.shortening import shortened, utf16_units
from rost.core.language.sorting import BASHKIR_ALPHABET, sort_key

__all__ = [
    "BASHKIR_ALPHABET",
    "MONTHS",
    "MONTHS_OF_DAYS",
    "NO_BREAK_SPACE",
    "WEEKDAYS",
    "WEEKDAYS_SHORT",
    "Query",
    "Word",
    "bashkir_stem",
    "date_range_text",
    "date_text",
    "distance",
    "fold",
    "folded_stem",
    "full_name",
    "initials",
    "known_language",
    "loose_words",
    "moment_text",
    "money_text",
    "month_text",
    "number_text",
    "plural_ru",
    "read_query",
    "shortened",
    "size_text",
    "slug",
    "sort_key",
    "split_name",
    "time_range_text",
    "time_text",
    "transliterate",
    "utf16_units",
    "warm",
    "weekday_text",
    "with_soft_hyphens",
    "words",
]
