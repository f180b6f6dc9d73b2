"""The command line of the editor: what each line means, and what is wrong with the others."""

from __future__ import annotations

from datetime import date, time

import pytest

from rost.forum.forms.desk.command import Act, Command, Ground, UnknownCommand, parse

GROUND = Ground(
    codes={"ABC123", "DEF456"},
    days=[date(2020, 2, 18), date(2020, 2, 19)],
    keys={"A": "hall:big", "B": "hall:small", "R1": "route:springs"},
    names={"Большой зал": "hall:big", "Малый зал": "hall:small", "Родники": "route:springs"},
    open_day=date(2020, 2, 18),
)
PLACED = Command(Act.PLACE, "ABC123", day=date(2020, 2, 18), time=time(10, 30), place="hall:big")


@pytest.mark.parametrize(
    "line",
    [
        "ABC123 18 10:30 A",
        "abc123 18.02 10:30 a",
        "ABC123 18.02.2020 10.30 Большой зал",
        "ABC123 2020-02-18 10:30 больш",
        "ABC123 10:30 A",
        "  ABC123   10.30   A ",
        "АВС123 18 10:30 А",  # Cyrillic letters that look the same
        "фис123 18 10:30 ф",  # the Russian layout left on
    ],
)
def test_many_ways_to_say_the_same_place(line: str) -> None:
    assert parse(line, GROUND) == PLACED


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("ABC123 <> DEF456", Command(Act.SWAP, "ABC123", other="DEF456")),
        ("abc123<>def456", Command(Act.SWAP, "ABC123", other="DEF456")),
        ("ABC123 -", Command(Act.UNPLACE, "ABC123")),
        ("ABC123 –", Command(Act.UNPLACE, "ABC123")),
        ("ABC123 +15", Command(Act.SHIFT, "ABC123", minutes=15)),
        ("ABC123 −30", Command(Act.SHIFT, "ABC123", minutes=-30)),
        ("ABC123 19 9:00", Command(Act.PLACE, "ABC123", day=date(2020, 2, 19), time=time(9))),
        (
            "DEF456 19 11:00 R1",
            Command(
                Act.PLACE,
                "DEF456",
                day=date(2020, 2, 19),
                time=time(11),
                place="route:springs",
            ),
        ),
    ],
)
def test_what_lines_mean(line: str, meant: Command) -> None:
    assert parse(line, GROUND) == meant


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("", "empty"),
        ("XYZ789 18 10:30 A", "XYZ789"),
        ("ABC123", "What to do with ABC123?"),
        ("ABC123 20 10:30 A", "18.02, 19.02"),
        ("ABC123 18", "No time is given"),
        ("ABC123 18 25:30 A", "25:30"),
        ("ABC123 18 10:30 Z", "A, B, R1"),
        ("ABC123 18 10:30 зал", "A, B, R1"),
        ("ABC123 <> XYZ789", "XYZ789"),
        ("ABC123 завтра", "завтра"),
    ],
)
def test_what_is_wrong_is_named(line: str, part: str) -> None:
    from django.utils.translation import override

    with override("en"), pytest.raises(UnknownCommand) as refusal:
        parse(line, GROUND)

    assert part in str(refusal.value.message)
