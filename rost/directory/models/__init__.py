"""Tables of the directory: places, people, organisations, posts, roles, keys, consents, records."""

from .consents import Consent, ConsentText, Purpose
from .indicators import (
    FormerValue,
    Indicator,
    IndicatorCode,
    IndicatorValue,
    Location,
    Shape,
)
from .keys import KeyKind, SignInKey
from .organisations import Organisation, OrganisationKind
from .people import DeclinedName, NameCase, Person
from .places import FormerName, Kind, Municipality, Population, Succession, SuccessionKind
from .posts import Post, PostKind, Role, RoleName, ScopeKind
from .records import AccessRecord, DestructionAct, ImportBatch, RetentionRule
from .recurring import RecurringWork
from .revision import FiguresStamp, PublicRevision

__all__ = [
    "AccessRecord",
    "Consent",
    "ConsentText",
    "DeclinedName",
    "DestructionAct",
    "FiguresStamp",
    "FormerName",
    "FormerValue",
    "ImportBatch",
    "Indicator",
    "IndicatorCode",
    "IndicatorValue",
    "KeyKind",
    "Kind",
    "Location",
    "Municipality",
    "NameCase",
    "Organisation",
    "OrganisationKind",
    "Person",
    "Population",
    "Post",
    "PostKind",
    "PublicRevision",
    "Purpose",
    "RecurringWork",
    "RetentionRule",
    "Role",
    "RoleName",
    "ScopeKind",
    "Shape",
    "SignInKey",
    "Succession",
    "SuccessionKind",
]
