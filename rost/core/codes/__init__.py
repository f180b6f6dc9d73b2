"""Codes that Russian registers give to territories and organisations, checked and taken apart.

Nothing here speaks to people: a `check_…` answers with a `Fault` or None, the rooms find words.
"""

from rost.core.codes.faults import Fault, clean
from rost.core.codes.oktmo import (
    Kind,
    Oktmo,
    check_oktmo,
    is_valid_oktmo,
    oktmo_control,
    parse_oktmo,
)
from rost.core.codes.registration import (
    check_inn,
    check_ogrn,
    check_ogrnip,
    check_organisation_inn,
    inn_controls,
    is_valid_inn,
    is_valid_ogrn,
    is_valid_ogrnip,
    ogrn_control,
)

__all__ = [
    "Fault",
    "Kind",
    "Oktmo",
    "check_inn",
    "check_ogrn",
    "check_ogrnip",
    "check_oktmo",
    "check_organisation_inn",
    "clean",
    "inn_controls",
    "is_valid_inn",
    "is_valid_ogrn",
    "is_valid_ogrnip",
    "is_valid_oktmo",
    "ogrn_control",
    "oktmo_control",
    "parse_oktmo",
]
