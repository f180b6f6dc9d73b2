"""Places like a place, and why."""

from .finding import PlacePeer, codes_of_peers, peers_of
from .page import PeersPage, peers_page
from .weights import PRESETS, WEIGHTS, Choice, choice_of

__all__ = [
    "PRESETS",
    "WEIGHTS",
    "Choice",
    "PeersPage",
    "PlacePeer",
    "choice_of",
    "codes_of_peers",
    "peers_of",
    "peers_page",
]
