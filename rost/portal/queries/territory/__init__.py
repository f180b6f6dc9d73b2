"""Reads of a territory's page."""

from .money import MoneyPlot, money_plot
from .page import TerritoryPage, territory_page

__all__ = ["MoneyPlot", "TerritoryPage", "money_plot", "territory_page"]
