"""What is wrong in a sent collection, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rost.directory.messages import fault_text as directory_text
from rost.directory.queries.imports import ImportFault
from rost.library.adapters.word_passports import FolderRefused, Why

WORDS: dict[str, str | Promise] = {
    "place_candidates": _(
        "Several municipalities may be meant; write the code or the district. %(value)s"
    ),
    "year_wrong": _("There is no year in «%(value)s»."),
    "key_twice": _("The number %(value)s stands twice on the sheet of practices."),
    "key_unknown": _("There is no practice with this number on the first sheet: %(value)s."),
    "title_missing": _("The practice has no name."),
    "title_twice": _("A practice with this name and place stands in line %(value)s already."),
    "issue_unknown": _("«%(value)s» is not an issue of local significance: write its code."),
    "national_unknown": _("«%(value)s» is not a national project of our lists."),
    "word_unknown": _("«%(value)s» is none of the words of this column: see the sheet of hints."),
    "variant_unknown": _("There is no variant %(value)s on the sheet of variants."),
    "sum_wrong": _("«%(value)s» is not a sum in roubles, for example 12 000,50."),
    "whole_wrong": _("«%(value)s» is not a whole number."),
    "address_wrong": _("«%(value)s» is not an address of a page."),
    "too_many": _("Too many: at most %(value)s."),
    "too_many_practices": _(
        "There are more than %(value)s practices in the file: split it into several."
    ),
    "passport_too_long": _("The text is too long: at most %(value)s characters."),
    "passport_too_many": _("Too many: at most %(value)s."),
    "passport_unknown": _("This is not in the list."),
    "passport_not_in_range": _("This is not a possible value."),
    "condition_empty": _("It is not said how much or what is needed."),
    "condition_too_long": _("The text is too long: at most %(value)s characters."),
    "condition_too_many": _("Too many: at most %(value)s."),
    "condition_unknown": _("There is no such code."),
    "condition_not_in_range": _("This is not a possible figure."),
    "condition_contradicts": _("The least is more than the most."),
    "document_too_large": _("The document is too large: at most 5 MB, without pictures."),
    "document_broken": _("The document is damaged or is no DOCX: save it again in Word."),
    "document_macros": _("The document holds macros: save it as DOCX without them."),
    "document_empty": _(
        "No heading of a passport was found: «Проблема», «Решение», «Результаты» or a table with "
        "such words on the left."
    ),
    "column_missing": _(
        "No column with names of practices («Название») was found on any of the sheets."
    ),
}
REFUSED: dict[Why, str | Promise] = {
    Why.NOT_A_ZIP: _("The archive is damaged: pack the folder again as ZIP."),
    Why.TOO_MANY: _("There are more than 300 files in the archive: split it into several."),
    Why.TOO_LARGE: _("The archive unpacks to too much: at most 80 MB. Take the pictures out."),
    Why.ENCRYPTED: _("The archive is protected by a password: pack it without one."),
    Why.NO_DOCUMENTS: _("There is no DOCX document in the archive."),
}


def fault_words(one: ImportFault) -> str:
    said = WORDS.get(one["fault"])
    return str(said) % {"value": one["value"]} if said is not None else directory_text(one)


def refused_words(refused: FolderRefused) -> str:
    return str(REFUSED[refused.why])
