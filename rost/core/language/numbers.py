"""Numbers, money and sizes in Russian, Bashkir and English, with no-break spaces."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

NO_BREAK_SPACE = "\u00a0"
_MINUS = "−"
_KOPECK = Decimal("0.01")

# Resolution of the Government 879 of 31.10.2009 (units of measurement): 1 Кбайт = 1024 байт.
_STEP = 1024
_SIZES = {
    "ru": ("КБ", "МБ", "ГБ", "ТБ"),
    "ba": ("КБ", "МБ", "ГБ", "ТБ"),
    "en": ("KB", "MB", "GB", "TB"),
}


def known_language(language: str) -> str:
    """`ru`, `ba` or `en`: the language of the code given, Russian when it is none of ours."""
    main = language.lower().replace("_", "-").partition("-")[0]
    return main if main in _SIZES else "ru"


def plural_ru(number: int, one: str, few: str, many: str) -> str:
    """The Russian form that goes with a whole number (CLDR plural rules for `ru`)."""
    tens, ones = abs(number) % 100, abs(number) % 10
    if ones == 1 and tens != 11:
        return one
    if 2 <= ones <= 4 and not 12 <= tens <= 14:
        return few
    return many


def number_text(number: int | Decimal, language: str = "ru", *, decimals: int = 0) -> str:
    """«1 250 345,5»: rounded half up to `decimals` places, thousands apart."""
    rounded = Decimal(number).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,.{decimals}f}"
    if known_language(language) != "en":
        text = text.replace(",", NO_BREAK_SPACE).replace(".", ",")
    return f"{_MINUS}{text}" if rounded < 0 else text


def money_text(roubles: int | Decimal, language: str = "ru") -> str:
    """«928 225 руб.»; kopecks are written only where there are some."""
    amount = Decimal(roubles).quantize(_KOPECK, rounding=ROUND_HALF_UP)
    decimals = 0 if amount == amount.to_integral_value() else 2
    number = number_text(amount, language, decimals=decimals)
    unit = {"ru": "руб.", "ba": "һум", "en": "roubles"}[known_language(language)]
    if unit == "roubles" and number == "1":
        unit = "rouble"
    return f"{number}{NO_BREAK_SPACE}{unit}"


def size_text(size: int, language: str = "ru") -> str:
    """«1,2 МБ»: one decimal under ten, whole numbers above."""
    if size < 0:
        raise ValueError("a size is not negative")
    language = known_language(language)
    if size < _STEP:
        return f"{size}{NO_BREAK_SPACE}{_bytes_word(size, language)}"
    amount, names = Decimal(size) / _STEP, _SIZES[language]
    place = 0
    # What would round to 1024 is already one of the next unit.
    while place < len(names) - 1 and amount >= _STEP - Decimal("0.5"):
        amount, place = amount / _STEP, place + 1
    decimals = 1 if amount < Decimal("9.95") and round(amount, 1) % 1 else 0
    return f"{number_text(amount, language, decimals=decimals)}{NO_BREAK_SPACE}{names[place]}"


def _bytes_word(size: int, language: str) -> str:
    if language == "ru":
        return plural_ru(size, "байт", "байта", "байт")
    if language == "ba":
        return "байт"
    return "byte" if size == 1 else "bytes"
