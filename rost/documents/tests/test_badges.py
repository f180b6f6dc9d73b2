"""Badges: every name whole, nothing over the cut, each code readable."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
import zxingcpp
from PIL import Image

from rost.documents.kinds.badge.content import Badge
from rost.documents.kinds.badge.sample import sample
from rost.documents.queries.papers import paper
from rost.documents.tests.looking import (
    BASHKIR,
    ENDLESS_NAME,
    LONG_NAME,
    bare,
    ink,
    opened,
    pictures,
    text_of,
)

# Size of a badge, how many stand side by side and one under another, the corner of the first, in
# mm; how near to the cut anything may come.
SHEETS = {"a6": (105, 148, 2, 2, 0.0, 0.5, 4), "86x54": (86, 54, 2, 5, 19.0, 13.5, 3)}
both_sizes = pytest.mark.parametrize("variant", ["a6", "86x54"])


def harsh() -> list[Badge]:
    """Ten badges of people with the longest names, posts and places."""
    plain = replace(sample("ba"), minor=True, photo=False)
    long = replace(
        plain, surname=LONG_NAME, given_names=LONG_NAME, post=LONG_NAME * 2, place=LONG_NAME
    )
    endless = replace(
        long, surname=ENDLESS_NAME, given_names=ENDLESS_NAME, place=ENDLESS_NAME, event=LONG_NAME
    )
    letters = replace(plain, surname=BASHKIR, given_names=BASHKIR.lower(), category=LONG_NAME)
    some = [plain, long, endless, letters, long] * 2
    return [
        replace(badge, address=f"https://example.org/b/TOKEN{number:07}", serial=f"№ {number}")
        for number, badge in enumerate(some, 1)
    ]


@both_sizes
def test_names_of_118_signs_are_whole(variant: str) -> None:
    badges = harsh()

    read = text_of(paper("badge", badges, language="ba", variant=variant))

    for badge in badges:
        said = (badge.surname, badge.given_names, badge.post, badge.place, badge.category)
        assert [text for text in said if bare(text) not in read] == []


@both_sizes
def test_nothing_comes_near_the_cut(variant: str) -> None:
    width, height, columns, rows, left, top, near = SHEETS[variant]
    pages = pictures(paper("badge", harsh(), language="ba", variant=variant))

    for page in pages:
        for column in range(columns):
            for row in range(rows):
                x, y = left + column * width, top + row * height
                # The marks of the cut stand in the corners.
                between = (x + near, x + width - near, y + near, y + height - near)
                assert ink(page, between[0], y, between[1], y + near) is None
                assert ink(page, between[0], y + height - near, between[1], y + height) is None
                assert ink(page, x, between[2], x + near, between[3]) is None
                assert ink(page, x + width - near, between[2], x + width, between[3]) is None


@both_sizes
def test_each_code_of_a_sheet_is_read_back(variant: str) -> None:
    badges = harsh()

    pages = pictures(paper("badge", badges, language="ba", variant=variant))

    read = [code.text for page in pages for code in zxingcpp.read_barcodes(page)]
    assert sorted(read) == [badge.address for badge in badges]


def test_ten_small_badges_or_four_large_ones_stand_on_a_sheet() -> None:
    badges = [sample("ru")] * 10

    assert len(opened(paper("badge", badges, language="ru", variant="86x54")).pages) == 1
    assert len(opened(paper("badge", badges, language="ru", variant="a6")).pages) == 3


@both_sizes
def test_a_spare_badge_has_lines_to_write_on(variant: str) -> None:
    named = replace(sample("en"), address="")
    spare = replace(named, surname="", given_names="", post="", place="", category="Guest")

    made = paper("badge", [spare], language="en", variant=variant)

    assert bare("Given name and patronymic") in text_of(made)
    assert bare("Given name and patronymic") not in text_of(
        paper("badge", [named], language="en", variant=variant)
    )
    assert written_lines(pictures(made)[0]) >= 3


@both_sizes
def test_consent_and_age_are_words_and_not_colours_alone(variant: str) -> None:
    adult = sample("en")
    child = replace(adult, minor=True, photo=False)

    of_adult = text_of(paper("badge", [adult], language="en", variant=variant))
    of_child = text_of(paper("badge", [child], language="en", variant=variant))

    marks = [bare(text) for text in ("Photos welcome", "No photos", "Under 18")]
    assert [mark in of_adult for mark in marks] == [True, False, False]
    assert [mark in of_child for mark in marks] == [False, True, True]


@pytest.mark.parametrize("colour", ["#ffffff", "#f2c037", "#000000", "red; }", ""])
def test_the_role_is_read_on_any_colour(colour: str) -> None:
    made = paper("badge", [replace(sample("ru"), colour=colour)], language="ru")

    assert bare("Участник") in text_of(made)


def written_lines(page: Image.Image) -> int:
    """Dark lines longer than 40 mm on the left half of the first badge."""
    scale = page.width / 210
    x, width = round(24 * scale), round(45 * scale)
    rows = [page.crop((x, y, x + width, y + 1)).getextrema() for y in range(round(150 * scale))]
    dark = [extrema[1] < 170 and extrema[0] > 40 for extrema in rows]
    return sum(1 for above, here in pairwise(dark) if here and not above)
