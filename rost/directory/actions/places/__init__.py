"""What changes the register of municipalities."""

from .describing import describe, describe_below
from .importing import (
    CLASSIFIER,
    POPULATIONS,
    RegisterMoved,
    apply_classifier,
    apply_populations,
)
from .merging import (
    Carried,
    PlaceCodeWrong,
    PlaceEnded,
    PlacesLoop,
    PredecessorMissing,
    SuccessionBasisMissing,
    change_status,
    merge,
)
from .naming import NameUnchanged, PlaceNameMissing, rename
from .register import REGISTER_SOURCE, load_register

__all__ = [
    "CLASSIFIER",
    "POPULATIONS",
    "REGISTER_SOURCE",
    "Carried",
    "NameUnchanged",
    "PlaceCodeWrong",
    "PlaceEnded",
    "PlaceNameMissing",
    "PlacesLoop",
    "PredecessorMissing",
    "RegisterMoved",
    "SuccessionBasisMissing",
    "apply_classifier",
    "apply_populations",
    "change_status",
    "describe",
    "describe_below",
    "load_register",
    "merge",
    "rename",
]
