"""Pages of registration, agenda, invitations and lists."""

from .agenda import agenda, agenda_item, agenda_item_removal
from .districts import district_reminders, districts, districts_export
from .invitations import invitation_papers, invitations, invitations_of_heads
from .limits import limits, question_removal, questions, quotas
from .lists import list_application, list_template, list_withdrawal, lists, one_list
from .own import answers, cancellation, registration
from .proxies import registration_for
from .table import confirmation, confirmations, export, one, others_cancellation, table

__all__ = [
    "agenda",
    "agenda_item",
    "agenda_item_removal",
    "answers",
    "cancellation",
    "confirmation",
    "confirmations",
    "district_reminders",
    "districts",
    "districts_export",
    "export",
    "invitation_papers",
    "invitations",
    "invitations_of_heads",
    "limits",
    "list_application",
    "list_template",
    "list_withdrawal",
    "lists",
    "one",
    "one_list",
    "others_cancellation",
    "question_removal",
    "questions",
    "quotas",
    "registration",
    "registration_for",
    "table",
]
