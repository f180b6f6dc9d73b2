"""OKTMO, the Russian classifier of municipal territories (ОК 033-2013).

A code has 8 digits (a municipality) or 11 (a locality inside it): two for the region, three for
the upper level, three for the settlement, three for the locality. The third digit says what the
upper level is and the sixth what the settlement is: ОК 033-2013, introduction.

The control digit stands beside the code in the classifier. Its rule is appendix В of the
recommendations Р 50.1.024-2005: digits are multiplied by the weights 1, 2 … 10, 1 … from the left
and summed modulo 11; a remainder of 10 calls for the weights 3, 4 … 10, 1, 2 …, and a second 10
gives 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rost.core.codes.faults import Fault, check_digits, clean

MUNICIPALITY_DIGITS = 8
LOCALITY_DIGITS = 11


class Kind(StrEnum):
    """What a code of the classifier stands for."""

    REGION = "region"
    MUNICIPAL_DISTRICT = "municipal_district"
    MUNICIPAL_OKRUG = "municipal_okrug"
    URBAN_OKRUG = "urban_okrug"
    CITY_TERRITORY = "city_territory"  # inside a city that is a region of its own
    CITY_DISTRICT = "city_district"  # inside an urban okrug
    URBAN_SETTLEMENT = "urban_settlement"
    RURAL_SETTLEMENT = "rural_settlement"
    UNSETTLED = "unsettled"  # land of a district outside its settlements
    LOCALITY = "locality"
    HEADING = "heading"  # a line of the classifier that only groups what follows
    OTHER = "other"


_UPPER = {
    "3": Kind.CITY_TERRITORY,
    "5": Kind.MUNICIPAL_OKRUG,
    "6": Kind.MUNICIPAL_DISTRICT,
    "7": Kind.URBAN_OKRUG,
}
_LOWER = {
    "1": Kind.URBAN_SETTLEMENT,
    "3": Kind.CITY_DISTRICT,
    "4": Kind.RURAL_SETTLEMENT,
    "7": Kind.UNSETTLED,
}
# Autonomous okrugs inside a region take the series 8 and 9; districts stand before 50 in them.
_AUTONOMOUS = ("8", "9")
_AUTONOMOUS_HEADINGS = ("00", "10", "50")
_FIRST_URBAN_OF_AUTONOMOUS = "50"


@dataclass(frozen=True, slots=True)
class Oktmo:
    """A code taken apart; `parent` is the code of the next real level up, None for a region."""

    code: str
    kind: Kind
    region: str
    parent: str | None


def oktmo_control(code: str) -> int:
    """The control digit of a code of 8 or 11 digits (trailing zeros do not change it)."""
    digits = [int(digit) for digit in clean(code)]
    for first in (1, 3):
        weights = ((first - 1 + place) % 10 + 1 for place in range(len(digits)))
        remainder = sum(weight * digit for weight, digit in zip(weights, digits, strict=False)) % 11
        if remainder < 10:
            return remainder
    return 0


def check_oktmo(code: str, control: str | int | None = None) -> Fault | None:
    """What is wrong with the code, or with its control digit where one is given."""
    code = clean(code)
    fault = check_digits(code, (MUNICIPALITY_DIGITS, LOCALITY_DIGITS))
    if fault is not None:
        return fault
    if code.startswith("00"):
        return Fault.STRUCTURE
    if control is not None and str(control).strip() != str(oktmo_control(code)):
        return Fault.CONTROL
    return None


def is_valid_oktmo(code: str, control: str | int | None = None) -> bool:
    return check_oktmo(code, control) is None


def parse_oktmo(code: str) -> Oktmo:
    """Take a code apart; ValueError with the fault for one that `check_oktmo` refuses."""
    code = clean(code)
    fault = check_oktmo(code)
    if fault is not None:
        raise ValueError(fault)
    if len(code) == LOCALITY_DIGITS and code.endswith("000"):
        code = code[:MUNICIPALITY_DIGITS]
    kind = _kind(code)
    return Oktmo(code=code, kind=kind, region=code[:2], parent=_parent(code))


def _kind(code: str) -> Kind:
    if len(code) == LOCALITY_DIGITS:
        return Kind.LOCALITY
    upper, lower = code[2:5], code[5:8]
    if upper == "000":
        return Kind.REGION if lower == "000" else Kind.OTHER
    if lower == "000":
        return _upper_kind(upper)
    if lower[1:] == "00":
        return Kind.HEADING
    return _LOWER.get(lower[0], Kind.OTHER)


def _upper_kind(upper: str) -> Kind:
    series, place = upper[0], upper[1:]
    if series in _AUTONOMOUS:
        if place in _AUTONOMOUS_HEADINGS:
            return Kind.HEADING
        urban = place > _FIRST_URBAN_OF_AUTONOMOUS
        return Kind.URBAN_OKRUG if urban else Kind.MUNICIPAL_DISTRICT
    return Kind.HEADING if place == "00" else _UPPER.get(series, Kind.OTHER)


def _parent(code: str) -> str | None:
    if len(code) == LOCALITY_DIGITS:
        return code[:MUNICIPALITY_DIGITS]
    if code[5:] != "000":
        return code[:5] + "000"
    if code[2:] != "000000":
        return code[:2] + "000000"
    return None
