"""Access to figures of places: peers, what a place tells of itself, names in files.

The place is the head's: those who hold a post there, its curator and the editors may tell of it.
"""

from __future__ import annotations

from typing import Any

from conftest import NOW, Cast
from rost.directory.actions.indicators import Line, load_indicators, write_values
from rost.directory.models import IndicatorCode

INDICATORS = """
# Figures of places
directory:peers                             +++++++++++
directory:declared_profile                  →·++··+···+
directory:indicator_codes                   →·····+···+
directory:indicator_code_removal            ······+···+
directory:register_list_taking_back         ······+···+
"""


def indicator_things(cast: Cast) -> dict[str, dict[str, Any]]:
    load_indicators()
    write_values(values=[Line(cast.askarovo, "gas", 2019, 1.0)], source="Росстат", now=NOW)
    place = {"code": cast.askarovo.code}
    return {
        "directory:peers": place,
        "directory:declared_profile": place,
        "directory:indicator_code": {"pk": IndicatorCode.objects.order_by("pk")[0].pk},
    }
