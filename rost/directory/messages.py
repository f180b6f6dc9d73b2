"""Faults of codes and lists in words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from rost.core.codes import Fault
from rost.core.language import number_text
from rost.core.language.declension import Doubt
from rost.core.tables import Reason, TableRefused
from rost.directory.queries.imports import ImportFault

Words = Mapping[str, str | Promise]

LINE_FAULTS: Words = {
    "oktmo_empty": _("The code is missing."),
    "oktmo_not_digits": _("A code has digits only; this is «%(value)s»."),
    "oktmo_length": _("A code has 8 or 11 digits; this is «%(value)s»."),
    "oktmo_structure": _("«%(value)s» is not a code of a territory."),
    "oktmo_control": _("The control digit does not fit the code: «%(value)s»."),
    "parent_unknown": _(
        "The district with code %(value)s is neither in this list nor in the register."
    ),
    "duplicate": _("This line repeats an earlier one: %(value)s."),
    "empty": _("The name is missing."),
    "too_long": _("The text is too long: «%(value)s»."),
    "place_unknown": _("There is no «%(value)s» in the register."),
    "place_ambiguous": _(
        "Several municipalities are called «%(value)s»: write the code or the district."
    ),
    "year_wrong": _("«%(value)s» is not a year."),
    "number_wrong": _("«%(value)s» is not a whole number of people."),
    "number_too_large": _("%(value)s people is more than any place has."),
    "figure_wrong": _("«%(value)s» is not a number."),
    "figure_negative": _("«%(value)s»: there cannot be less than none."),
    "share_over": _("«%(value)s»: a share is never more than 100 %%."),
    "yes_no_wrong": _("«%(value)s» says neither yes nor no."),
    "unit_wrong": _("The unit «%(value)s» does not go with this indicator."),
    "figure_twice": _("Another figure for the same place and year: %(value)s."),
    "degrees_wrong": _("«%(value)s» is not degrees of latitude or longitude."),
}
NOTES: Words = {
    "indicator_unknown": _("No indicator of ours is called «%(value)s»: lines passed over."),
    "place_unknown": _("No municipality of the register has the code %(value)s: passed over."),
    "unit_changed": _("Counted over from «%(value)s» into our unit."),
}
DOUBTS_OF_FIGURES: Words = {
    "jump": _("ten times more or less than the year before, which was %(beside)s"),
    "far": _("far from all other places of this kind"),
}
COLUMNS: Words = {
    "code": _("the list has no column with the code («ОКТМО»)"),
    "name": _("the list has no column with the name («Наименование»)"),
    "people": _("the list has no column with the number of people («Население»)"),
    "year": _("the list has no year: add a column «Год» or write the year in the form"),
    "latitude": _("the list has no column with the latitude («Широта»)"),
    "longitude": _("the list has no column with the longitude («Долгота»)"),
}
REASONS: Mapping[Reason, str | Promise] = {
    Reason.EMPTY: _("The file is empty."),
    Reason.NOT_A_TABLE: _("This file is not a table: send an Excel sheet (xlsx) or a CSV text."),
    Reason.OLD_EXCEL: _("This is an old Excel file: open it, save it as «xlsx» and send that."),
    Reason.OPEN_DOCUMENT: _(
        "This is an OpenDocument sheet: open it, save it as «xlsx» and send that."
    ),
    Reason.ENCRYPTED: _("The file is protected by a password: save it without one."),
    Reason.BROKEN: _("The file is damaged: open it, save it again and send that."),
    Reason.ENCODING: _("The letters of this text make no sense: save it as «CSV UTF-8»."),
    Reason.TOO_LARGE: _("The file is too large: split it into several."),
    Reason.TOO_MANY_ROWS: _("The list is longer than %(limit)s lines: split it into several."),
    Reason.TOO_MANY_COLUMNS: _("The list has more than %(limit)s columns: leave those needed."),
    Reason.CELL_TOO_LONG: _("A cell holds too much text: shorten it."),
}
INN_FAULTS: Mapping[Fault, str | Promise] = {
    Fault.NOT_DIGITS: _("An INN has digits only."),
    Fault.LENGTH: _(
        "An organisation's INN has 10 digits; 12 are for a business that is an entrepreneur."
    ),
    Fault.STRUCTURE: _("No INN begins with two zeros."),
    Fault.CONTROL: _("The control digit of the INN does not fit: one of the digits is wrong."),
}
OGRN_FAULTS: Mapping[Fault, str | Promise] = {
    Fault.NOT_DIGITS: _("An OGRN has digits only."),
    Fault.LENGTH: _("An OGRN has 13 digits; 15 are for a business that is an entrepreneur."),
    Fault.STRUCTURE: _("An OGRN begins with 1 or 5, an entrepreneur's number with 3."),
    Fault.CONTROL: _("The control digit of the OGRN does not fit: one of the digits is wrong."),
}

DOUBTS: Mapping[Doubt, str | Promise] = {
    Doubt.GENDER: _("The name does not tell for sure whether this is a man or a woman."),
    Doubt.CONFLICT: _("The patronymic and the surname do not go together: check the name."),
    Doubt.BASHKIR: _("The name has Bashkir letters."),
    Doubt.LATIN: _("The name has Latin letters."),
    Doubt.PATRONYMIC: _("The patronymic is of an unusual kind."),
    Doubt.COMPOUND: _("The name has several parts, and not all of them are always declined."),
    Doubt.SOFT_SIGN: _("About women's names on a soft sign dictionaries disagree."),
    Doubt.STRESS: _("The ending depends on the stress."),
    Doubt.SURNAME: _("The surname is of a kind that rules often get wrong."),
    Doubt.UNCHANGED: _("No rule was found for a part of the name."),
}


def fault_text(one: ImportFault, words: Words = LINE_FAULTS) -> str:
    """What is wrong in a line of a list; rooms above pass their own words beside ours."""
    if one["fault"] == "column_missing":
        return _sentence(str(COLUMNS.get(one["value"], one["value"])))
    said = words.get(one["fault"]) or LINE_FAULTS.get(one["fault"])
    return str(said) % {"value": one["value"]} if said else one["fault"]


def note_text(one: Mapping[str, Any]) -> str:
    """What was done with many lines at once."""
    return str(NOTES[one["note"]]) % {"value": one["value"]}


def doubt_text(row: Mapping[str, Any]) -> str:
    """Why a figure looks odd."""
    beside = number_text(Decimal(str(row.get("beside", 0))), get_language() or "ru", decimals=1)
    return str(DOUBTS_OF_FIGURES[row["doubt"]]) % {"beside": beside}


def refused_text(refused: TableRefused) -> str:
    """Why a file was not read, and at which line."""
    said = str(REASONS[refused.reason]) % {"limit": refused.limit}
    if refused.line is None:
        return said
    return gettext("Line %(line)s. %(said)s") % {"line": refused.line, "said": said}


def code_text(field: str, fault: Fault) -> str:
    """What is wrong with an INN or an OGRN."""
    return str((INN_FAULTS if field == "inn" else OGRN_FAULTS)[fault])


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
