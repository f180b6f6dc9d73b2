"""Codes of territories: levels, parents, control digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.codes import (
    Fault,
    Kind,
    Oktmo,
    check_oktmo,
    is_valid_oktmo,
    oktmo_control,
    parse_oktmo,
)

CODES = st.from_regex(r"[1-9][0-9]{7}([0-9]{3})?", fullmatch=True)


def first_remainder(code: str) -> int:
    return sum(int(d) * (place % 10 + 1) for place, d in enumerate(code)) % 11


@pytest.mark.parametrize(
    ("code", "control"),
    [
        # Lines of the classifier as published.
        ("81618403101", 9),  # с Нарын-Ацагат, Бурятия
        ("81645701000", 9),  # межселенные территории Северо-Байкальского района
        ("08631000", 7),  # Николаевский район, Хабаровский край
        ("01512000", 9),  # Залесовский муниципальный округ, Алтайский край
    ],
)
def test_control_digit_of_published_codes(code: str, control: int) -> None:
    assert oktmo_control(code) == control
    assert check_oktmo(code, control) is None


def test_control_digit_takes_the_second_weights_when_the_first_give_ten() -> None:
    # 8·1 + 0·2 + 6·3 + 0·4 + 1·5 + 1·6 + 0·7 + 6·8 = 85 → 8: the first weights are enough.
    assert oktmo_control("80601106") == 8
    # 1·1 + 9·1 (place 11) = 10 → again: 1·3 + 9·3 = 30 → 8.
    assert first_remainder("10000000009") == 10
    assert oktmo_control("10000000009") == 8


def test_control_digit_is_zero_when_both_weights_give_ten() -> None:
    code = next(
        text
        for text in (f"{number:08d}" for number in range(10_000_000, 20_000_000))
        if first_remainder(text) == 10
        and sum(int(d) * ((place + 2) % 10 + 1) for place, d in enumerate(text)) % 11 == 10
    )
    assert oktmo_control(code) == 0


@given(CODES)
def test_trailing_zeros_do_not_change_the_control_digit(code: str) -> None:
    assert oktmo_control(code[:8]) == oktmo_control(code[:8] + "000")


@given(CODES, st.data())
def test_one_wrong_digit_is_caught(code: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(code) - 1))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != code[place]]))
    wrong = code[:place] + digit + code[place + 1 :]
    # The promise holds wherever neither code needs the second set of weights.
    if 10 not in (first_remainder(code), first_remainder(wrong)):
        assert check_oktmo(wrong, oktmo_control(code)) is Fault.CONTROL


@given(CODES, st.integers(1, 9))
def test_a_wrong_control_digit_is_always_caught(code: str, shift: int) -> None:
    assert check_oktmo(code, (oktmo_control(code) + shift) % 10) is Fault.CONTROL


@pytest.mark.parametrize(
    ("code", "kind", "parent"),
    [
        ("80000000", Kind.REGION, None),
        ("80600000", Kind.HEADING, "80000000"),
        ("80601000", Kind.MUNICIPAL_DISTRICT, "80000000"),
        ("80601400", Kind.HEADING, "80601000"),
        ("80601404", Kind.RURAL_SETTLEMENT, "80601000"),
        ("80612101", Kind.URBAN_SETTLEMENT, "80612000"),
        ("80701000", Kind.URBAN_OKRUG, "80000000"),
        ("80601404101", Kind.LOCALITY, "80601404"),
        ("01512000", Kind.MUNICIPAL_OKRUG, "01000000"),
        ("36701305", Kind.CITY_DISTRICT, "36701000"),
        ("45301000", Kind.CITY_TERRITORY, "45000000"),
        ("81645701", Kind.UNSETTLED, "81645000"),
        ("71811000", Kind.MUNICIPAL_DISTRICT, "71000000"),
        ("71871000", Kind.URBAN_OKRUG, "71000000"),
        ("71850000", Kind.HEADING, "71000000"),
    ],
)
def test_level_and_parent(code: str, kind: Kind, parent: str | None) -> None:
    assert parse_oktmo(code) == Oktmo(code=code, kind=kind, region=code[:2], parent=parent)


def test_eleven_digits_ending_in_zeros_are_the_municipality_itself() -> None:
    assert parse_oktmo("80 601 404 000") == parse_oktmo("80601404")


@given(CODES)
def test_parents_always_end_at_the_region(code: str) -> None:
    steps = 0
    place = parse_oktmo(code)
    while place.parent is not None:
        place = parse_oktmo(place.parent)
        steps += 1
    assert place.kind is Kind.REGION
    assert steps <= 3


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("", Fault.EMPTY),
        (" \u00a0", Fault.EMPTY),
        ("8060100", Fault.LENGTH),
        ("806010001", Fault.LENGTH),
        ("8060100О", Fault.NOT_DIGITS),
        ("٨٠٦٠١٠٠٠", Fault.NOT_DIGITS),
        ("00601000", Fault.STRUCTURE),
    ],
)
def test_faults(code: str, fault: Fault) -> None:
    assert check_oktmo(code) is fault
    assert not is_valid_oktmo(code)
    with pytest.raises(ValueError, match=fault.value):
        parse_oktmo(code)
