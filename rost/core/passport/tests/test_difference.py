"""What two editions of a passport say otherwise."""

from hypothesis import given
from hypothesis import strategies as st

from rost.core.passport import Line, Mark, Piece, list_difference, text_difference

LINES = st.lists(st.text("аб \n", max_size=8), max_size=6)


def side(pieces: tuple[Piece, ...], other: Mark) -> str:
    return "".join(one.text for one in pieces if one.mark is not other)


@given(st.text("абв, .\n", max_size=60), st.text("абв, .\n", max_size=60))
def test_both_texts_can_be_read_out_of_the_difference(old: str, new: str) -> None:
    pieces = text_difference(old, new)

    assert (side(pieces, Mark.ADDED), side(pieces, Mark.REMOVED)) == (old, new)


@given(LINES, LINES)
def test_both_lists_can_be_read_out_of_the_difference(old: list[str], new: list[str]) -> None:
    lines = list_difference(old, new)

    assert [side(one.pieces, Mark.ADDED) for one in lines if one.mark is not Mark.ADDED] == old
    assert [side(one.pieces, Mark.REMOVED) for one in lines if one.mark is not Mark.REMOVED] == new


def test_a_step_that_changed_a_little_is_one_step() -> None:
    old = ("Сход", "Купили два насоса в райцентре")
    new = ("Сход", "Купили три насоса в райцентре", "Провели субботник")

    assert list_difference(old, new) == (
        Line(Mark.KEPT, (Piece("Сход"),)),
        Line(
            Mark.KEPT,
            (
                Piece("Купили "),
                Piece("два", Mark.REMOVED),
                Piece("три", Mark.ADDED),
                Piece(" насоса в райцентре"),
            ),
        ),
        Line(Mark.ADDED, (Piece("Провели субботник", Mark.ADDED),)),
    )
