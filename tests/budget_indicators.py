"""Figures of places: what their pages may cost, and many of them."""

from __future__ import annotations

from conftest import NOW
from rost.directory.actions.indicators import Line, declare, write_values
from rost.directory.models import Municipality, Person, Population

INDICATORS = """
directory:peers                     stranger         4
directory:peers                     head             8
directory:declared_profile          head            10
directory:declared_profile          editor          10
directory:indicator_codes           editor           6
"""


def add_figures(place: Municipality, told_by: Person, number: int) -> None:
    """A place with statistics beside those there are, and what somebody told of it twice."""
    Population.objects.get_or_create(
        municipality=place, year=2019, defaults={"people": 900 + number, "source": "перепись"}
    )
    values = {"own_revenue": 2000.0 + number, "localities": 1.0 + number, "gas": float(number % 2)}
    lines = [Line(place, code, 2019, value) for code, value in values.items()]
    write_values(values=lines, source="Росстат", now=NOW)
    for answer in (1.0, 0.0):
        declare(municipality=place, values={"water": answer}, by=told_by, now=NOW)
