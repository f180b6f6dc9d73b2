"""The search over cards: what is found, how it is counted, what is shown of it."""

from .facets import facets
from .model import Facets, Filters, Found, Hit, Piece
from .search import search

__all__ = ["Facets", "Filters", "Found", "Hit", "Piece", "facets", "search"]
