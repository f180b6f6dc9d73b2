"""Which places are alike, and in what."""

from .model import Factor, Ground, Part, Peer, Scale, Shape, Spot
from .nearest import CAP, LEAST_KNOWN, REACH, balanced, nearest, peers_on
from .scaling import ground, scales
from .sphere import EARTH, great_circle
from .verify import verify

__all__ = [
    "CAP",
    "EARTH",
    "LEAST_KNOWN",
    "REACH",
    "Factor",
    "Ground",
    "Part",
    "Peer",
    "Scale",
    "Shape",
    "Spot",
    "balanced",
    "great_circle",
    "ground",
    "nearest",
    "peers_on",
    "scales",
    "verify",
]
