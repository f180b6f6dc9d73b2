"""Faults of a list of participants in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rost.directory.messages import Words, fault_text
from rost.directory.queries.imports import ImportFault

FAULTS: Words = {
    "name_column_missing": _("The list has no column with names («ФИО» or «Фамилия»)."),
    "name_missing": _("The name of the person is missing."),
    "given_name_missing": _("Only a surname is written: «%(value)s». Add the given name."),
    "place_elsewhere": _("«%(value)s» is not in your territory."),
    "place_missing": _("The municipality is missing: write its code, or its name and district."),
    "category_unknown": _("There is no category «%(value)s» at this forum."),
    "category_missing": _("The category is missing."),
    "email_wrong": _("«%(value)s» is not an e-mail address."),
    "phone_wrong": _("«%(value)s» is not a telephone number."),
    "repeated": _("The same person stands in line %(value)s already."),
    "several_people": _("Several people here are called «%(value)s»: add the e-mail address."),
    "email_of_another": _("The address %(value)s belongs to a person with another name."),
    "person_elsewhere": _("The person with the address %(value)s belongs to another territory."),
    "invitation_needed": _("The category «%(value)s» is by personal invitation only."),
}


def participant_fault(one: ImportFault) -> str:
    return fault_text(one, FAULTS)
