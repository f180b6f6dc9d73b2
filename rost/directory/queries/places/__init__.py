"""Reads of the register of municipalities."""

from .finding import find_places, label_of, place_by_text
from .listing import Territory, territories
from .page import PlacePage, get_place_for, place_page
from .plot import Bar, Plot, population_plot
from .succession import MergeForecast, merge_forecast

__all__ = [
    "Bar",
    "MergeForecast",
    "PlacePage",
    "Plot",
    "Territory",
    "find_places",
    "get_place_for",
    "label_of",
    "merge_forecast",
    "place_by_text",
    "place_page",
    "population_plot",
    "territories",
]
