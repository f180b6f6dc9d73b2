"""Distance over the ground, on a sphere (R. W. Sinnott, «Virtues of the Haversine», 1984).

The radius is the mean one of IUGG, (2a + b) / 3 of GRS 80 (H. Moritz, 2000): against the ellipsoid
the sphere errs by half a per cent at most, less than coordinates of two decimals do.
"""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH = 6371.0088  # kilometres


def great_circle(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two points given as latitude and longitude in degrees."""
    north_a, north_b = radians(a[0]), radians(b[0])
    half_north = (north_b - north_a) / 2
    half_east = radians(b[1] - a[1]) / 2
    chord = sin(half_north) ** 2 + cos(north_a) * cos(north_b) * sin(half_east) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))
