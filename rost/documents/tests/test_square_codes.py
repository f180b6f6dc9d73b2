"""Codes made together are the codes made one by one, and readers read them."""

from __future__ import annotations

import io
import random

import segno
import zxingcpp
from PIL import Image

from rost.documents.adapters.square_codes import FEW, MASK, matrices, square_codes

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def addresses(count: int, length: int = 16) -> list[str]:
    chosen = random.Random(2020)
    return [
        f"https://forum.example.org/b/{''.join(chosen.choices(LETTERS, k=length))}"
        for _ in range(count)
    ]


def test_codes_made_together_are_those_made_one_by_one() -> None:
    texts = addresses(FEW + 20) + addresses(FEW, length=40)

    made = matrices(texts)

    alone = {
        text: [bytes(row) for row in segno.make(text, error="m", mask=MASK, mode="byte").matrix]
        for text in texts
    }
    assert {text: [bytes(row) for row in rows] for text, rows in made.items()} == alone


def test_codes_made_together_are_read_back() -> None:
    texts = addresses(FEW)

    read = [zxingcpp.read_barcode(picture(rows)) for rows in matrices(texts).values()]

    assert [code.text for code in read if code] == texts


def test_few_codes_and_codes_of_other_letters_are_made_too() -> None:
    texts = ["https://пример.рф/б/Ҡ", "https://example.org/", "7"]

    made = square_codes(texts)

    assert list(made) == texts
    assert [zxingcpp.read_barcode(picture(rows)).text for rows in matrices(texts).values()] == texts


def test_no_texts_make_no_codes() -> None:
    assert square_codes([]) == {}


def picture(matrix: object) -> Image.Image:
    rows = [bytes(row) for row in matrix]  # type: ignore[attr-defined]
    made = Image.new("L", (len(rows) + 8, len(rows) + 8), 255)
    for y, row in enumerate(rows, 4):
        for x, dark in enumerate(row, 4):
            made.putpixel((x, y), 0 if dark else 255)
    written = io.BytesIO()
    made.resize((made.width * 4, made.height * 4), Image.Resampling.NEAREST).save(written, "png")
    return Image.open(written)
