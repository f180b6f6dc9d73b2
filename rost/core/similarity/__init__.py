"""Which places are alike, and in what."""

from .model import Factor, Part, Peer, Shape, Spot

__all__ = ["Factor", "Part", "Peer", "Shape", "Spot"]
