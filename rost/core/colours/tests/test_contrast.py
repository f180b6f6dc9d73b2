import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.colours import contrast, is_colour, readable

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#ffffff", "#ffffff", 1.0),
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),  # the well-known grey that just fails
        ("#767676", "#ffffff", 4.54),
    ],
)
def test_known_ratios(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@given(colours, st.sampled_from(["#ffffff", "#f2efe9", "#23262e", "#000000"]))
def test_any_colour_becomes_readable(colour: str, background: str) -> None:
    assert contrast(readable(colour, background), background) >= 4.5


def test_a_readable_colour_stays_as_it_was_chosen() -> None:
    assert readable("#1f4e9c", "#ffffff") == "#1f4e9c"


@pytest.mark.parametrize("text", ["red", "#fff", "#1f4e9", "#1f4e9c;x", "#1f4e9g", ""])
def test_what_is_not_a_colour(text: str) -> None:
    assert not is_colour(text)
