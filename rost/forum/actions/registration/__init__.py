"""Registration to an edition: registering, confirming, cancelling, and its limits."""

from .deciding import cancel, confirm, confirm_many
from .limits import (
    CategoryTaken,
    HoursOutOfOrder,
    add_category,
    change_hours,
    change_limits,
    change_quotas,
)
from .own import Names, change_answers, register_oneself
from .questions import add_question, remove_question
from .refusals import (
    AlreadyCancelled,
    BasisNeeded,
    CategoryUnknown,
    InvitationNeeded,
    MunicipalityNeeded,
    RegistrationClosed,
    RegistrationNotOpen,
    StillWaiting,
)
from .registering import check_hours, register
from .seats import fill_free_places

__all__ = [
    "AlreadyCancelled",
    "BasisNeeded",
    "CategoryTaken",
    "CategoryUnknown",
    "HoursOutOfOrder",
    "InvitationNeeded",
    "MunicipalityNeeded",
    "Names",
    "RegistrationClosed",
    "RegistrationNotOpen",
    "StillWaiting",
    "add_category",
    "add_question",
    "cancel",
    "change_answers",
    "change_hours",
    "change_limits",
    "change_quotas",
    "check_hours",
    "confirm",
    "confirm_many",
    "fill_free_places",
    "register",
    "register_oneself",
    "remove_question",
]
