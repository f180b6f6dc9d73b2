"""Numbers of organisations and entrepreneurs. Numbers of real people are not used here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rost.core.codes import (
    Fault,
    check_inn,
    check_ogrn,
    check_ogrnip,
    check_organisation_inn,
    inn_controls,
    is_valid_inn,
    is_valid_ogrn,
    is_valid_ogrnip,
    ogrn_control,
)


def digits(count: int, first: str = "123456789") -> st.SearchStrategy[str]:
    return st.from_regex(rf"[{first}][0-9]{{{count - 1}}}", fullmatch=True)


@pytest.mark.parametrize("number", ["7707083893", "7736207543", "7707329152", "77 07 083893"])
def test_known_inn_of_organisations(number: str) -> None:
    assert is_valid_inn(number)
    assert check_organisation_inn(number) is None


def test_inn_of_a_person_has_twelve_digits() -> None:
    assert check_inn("123456789047") is None
    assert check_organisation_inn("123456789047") is Fault.LENGTH


@pytest.mark.parametrize("number", ["1027700132195", "1027700229193", "1027700220624"])
def test_known_ogrn(number: str) -> None:
    assert is_valid_ogrn(number)


def test_ogrnip() -> None:
    assert is_valid_ogrnip("385768585948949")
    assert check_ogrnip("1027700132195") is Fault.LENGTH


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("", Fault.EMPTY),
        ("7707083", Fault.LENGTH),
        ("77070838931", Fault.LENGTH),
        ("77O7083893", Fault.NOT_DIGITS),
        ("7707083894", Fault.CONTROL),
        ("7770083893", Fault.CONTROL),
        ("0000000000", Fault.STRUCTURE),
        ("000000000000", Fault.STRUCTURE),
    ],
)
def test_faults_of_inn(number: str, fault: Fault) -> None:
    assert check_inn(number) is fault


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("", Fault.EMPTY),
        ("7707083893", Fault.LENGTH),
        ("1027700132190", Fault.CONTROL),
        ("3027700132195", Fault.STRUCTURE),
        ("0000000000000", Fault.STRUCTURE),
        ("10277OO132195", Fault.NOT_DIGITS),
    ],
)
def test_faults_of_ogrn(number: str, fault: Fault) -> None:
    assert check_ogrn(number) is fault


@given(st.one_of(digits(9), digits(10)), st.data())
def test_inn_catches_any_slip_in_its_control_digits(payload: str, data: st.DataObject) -> None:
    number = payload + inn_controls(payload)
    assert check_inn(number) is None
    place = data.draw(st.integers(len(payload), len(number) - 1))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != number[place]]))
    assert check_inn(number[:place] + digit + number[place + 1 :]) is Fault.CONTROL


@given(digits(12, "15"), st.integers(1, 9))
def test_ogrn_catches_any_slip_in_its_control_digit(payload: str, shift: int) -> None:
    control = ogrn_control(payload)
    assert check_ogrn(payload + control) is None
    assert check_ogrn(payload + str((int(control) + shift) % 10)) is Fault.CONTROL


@given(digits(14, "3"), st.integers(1, 9))
def test_ogrnip_catches_any_slip_in_its_control_digit(payload: str, shift: int) -> None:
    control = ogrn_control(payload)
    assert check_ogrnip(payload + control) is None
    assert check_ogrnip(payload + str((int(control) + shift) % 10)) is Fault.CONTROL


@given(digits(12, "15"), st.data())
def test_ogrn_catches_a_slip_elsewhere_unless_a_remainder_is_ten(
    payload: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(1, 11))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != payload[place]]))
    wrong = payload[:place] + digit + payload[place + 1 :]
    if 10 not in (int(payload) % 11, int(wrong) % 11):
        assert check_ogrn(wrong + ogrn_control(payload)) is Fault.CONTROL
