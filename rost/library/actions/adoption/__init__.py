"""What is done with adoptions."""

from .adopting import Adopted, AdoptedAlready, NotYourPlace, adopt
from .contact import agree_to_be_called, withdraw_contact
from .ending import finish, give_up
from .evidence import add_evidence, remove_evidence
from .growing import grow_practice
from .locking import AnotherWindow, Ended
from .plan import PlannedStep, save_plan
from .reminding import remind
from .results import tell_result

__all__ = [
    "Adopted",
    "AdoptedAlready",
    "AnotherWindow",
    "Ended",
    "NotYourPlace",
    "PlannedStep",
    "add_evidence",
    "adopt",
    "agree_to_be_called",
    "finish",
    "give_up",
    "grow_practice",
    "remind",
    "remove_evidence",
    "save_plan",
    "tell_result",
    "withdraw_contact",
]
