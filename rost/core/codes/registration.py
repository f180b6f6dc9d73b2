"""Numbers of taxpayers (ИНН) and of state registration (ОГРН, ОГРНИП).

ИНН has 10 digits for an organisation and 12 for a person: order of the Ministry of Taxes
БГ-3-09/178 of 03.03.2004 and the orders of the Federal Tax Service that replaced it. The weights
of its control digits are those in general use, published for instance in python-stdnum
(stdnum.ru.inn); sum modulo 11, then modulo 10.

ОГРН has 13 digits and begins with 1 or 5, ОГРНИП has 15 and begins with 3; the last digit is the
lowest digit of the remainder of the digits before it divided by 11 or by 13: order of the
Ministry of Finance 165н of 30.10.2017, item 7.

Because a remainder above 9 keeps only its lowest digit, these sums miss a few slips in the other
digits; a slip in a control digit itself is always found.
"""

from __future__ import annotations

from collections.abc import Sequence

from rost.core.codes.faults import Fault, check_digits, clean

INN_ORGANISATION_DIGITS = 10
INN_PERSON_DIGITS = 12
OGRN_DIGITS = 13
OGRNIP_DIGITS = 15

_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_12 = (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)
_OGRN_FIRST = ("1", "5")
_OGRNIP_FIRST = ("3",)


def inn_controls(payload: str) -> str:
    """The control digits that follow the first 9 digits (one) or the first 10 (two)."""
    if len(payload) == len(_INN_10):
        return _weighed(payload, _INN_10)
    eleventh = _weighed(payload, _INN_11)
    return eleventh + _weighed(payload + eleventh, _INN_12)


def check_inn(number: str) -> Fault | None:
    """What is wrong with an ИНН of an organisation or a person."""
    number = clean(number)
    fault = check_digits(number, (INN_ORGANISATION_DIGITS, INN_PERSON_DIGITS))
    if fault is not None:
        return fault
    if number.startswith("00"):
        return Fault.STRUCTURE
    controls = 1 if len(number) == INN_ORGANISATION_DIGITS else 2
    if inn_controls(number[:-controls]) != number[-controls:]:
        return Fault.CONTROL
    return None


def check_organisation_inn(number: str) -> Fault | None:
    """As `check_inn`, but the 12 digits of a person are a wrong length."""
    number = clean(number)
    return check_digits(number, (INN_ORGANISATION_DIGITS,)) or check_inn(number)


def is_valid_inn(number: str) -> bool:
    return check_inn(number) is None


def ogrn_control(payload: str) -> str:
    """The control digit that follows the first 12 digits of an ОГРН or 14 of an ОГРНИП."""
    return str(int(payload) % (len(payload) - 1))[-1]


def check_ogrn(number: str) -> Fault | None:
    """What is wrong with the ОГРН of an organisation."""
    return _check_registration(number, OGRN_DIGITS, _OGRN_FIRST)


def is_valid_ogrn(number: str) -> bool:
    return check_ogrn(number) is None


def check_ogrnip(number: str) -> Fault | None:
    """What is wrong with the ОГРНИП of an individual entrepreneur."""
    return _check_registration(number, OGRNIP_DIGITS, _OGRNIP_FIRST)


def is_valid_ogrnip(number: str) -> bool:
    return check_ogrnip(number) is None


def _check_registration(number: str, length: int, first: tuple[str, ...]) -> Fault | None:
    number = clean(number)
    fault = check_digits(number, (length,))
    if fault is not None:
        return fault
    if not number.startswith(first):
        return Fault.STRUCTURE
    return None if ogrn_control(number[:-1]) == number[-1] else Fault.CONTROL


def _weighed(digits: str, weights: Sequence[int]) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return str(total % 11 % 10)
