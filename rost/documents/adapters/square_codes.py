"""Square codes (QR, ISO/IEC 18004) as small SVG pictures of plain rectangles.

With the version, the level and the mask fixed, a code is an affine function of the bits of its
text: the Reed-Solomon check words are linear over GF(2), interleaving and placement only move
bits, the mask and the patterns are constants. So codes of many texts of one length are made from
the code of the first and one more code for each bit in which any of them differ: addresses that
end in sixteen random letters take some eighty codes instead of thousands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

# Any of the eight masks can be read. Weighing all eight takes four fifths of the time and pays on
# texts that repeat themselves; ours are short random addresses.
MASK = 2
QUIET = 4  # light modules around, as the standard asks
FEW = 100  # so many are made one by one

Matrix = Sequence[bytes]  # rows of modules, 1 is dark
_RUN = re.compile(b"\x01+")


def square_codes(texts: Collection[str]) -> dict[str, str]:
    """The pictures of the texts; level M or better: 15 % of each may be dirty."""
    return {text: _picture(matrix) for text, matrix in matrices(texts).items()}


def matrices(texts: Collection[str]) -> dict[str, Matrix]:
    by_length: dict[int, list[bytes]] = defaultdict(list)
    for text in dict.fromkeys(texts):
        by_length[len(text.encode())].append(text.encode())
    made: dict[str, Matrix] = {}
    for some in by_length.values():
        found = _one_by_one(some) if len(some) < FEW else _together(some)
        made |= {text.decode(): matrix for text, matrix in zip(some, found, strict=True)}
    return made


def _one_by_one(texts: Sequence[bytes]) -> list[Matrix]:
    return [_code(text).matrix for text in texts]


def _together(texts: Sequence[bytes]) -> list[Matrix]:
    first = _code(texts[0])
    side = len(first.matrix)
    whole, start = int.from_bytes(texts[0]), _number(first.matrix)
    numbers = [int.from_bytes(text) ^ whole for text in texts]
    steps = {}
    for bit in _bits(_any_of(numbers)):
        changed = (whole ^ 1 << bit).to_bytes(len(texts[0]))
        steps[bit] = _number(_code(changed, first.version, first.error).matrix) ^ start
    made: list[Matrix] = []
    for number in numbers:
        modules = start
        for bit in _bits(number):
            modules ^= steps[bit]
        flat = modules.to_bytes(side * side)
        made.append([flat[at : at + side] for at in range(0, side * side, side)])
    return made


def _code(text: bytes, version: int | None = None, level: str = "m") -> Any:
    import segno

    boost = version is None
    return segno.make(
        text, version=version, error=level, boost_error=boost, mask=MASK, mode="byte", micro=False
    )


def _number(matrix: Matrix) -> int:
    return int.from_bytes(b"".join(matrix))


def _any_of(numbers: Sequence[int]) -> int:
    found = 0
    for number in numbers:
        found |= number
    return found


def _bits(number: int) -> list[int]:
    found = []
    while number:
        lowest = number & -number
        found.append(lowest.bit_length() - 1)
        number ^= lowest
    return found


def _picture(matrix: Matrix) -> str:
    side = len(matrix) + 2 * QUIET
    runs = "".join(
        f"M{QUIET + run.start()} {y}h{run.end() - run.start()}v1h-{run.end() - run.start()}z"
        for y, row in enumerate(matrix, QUIET)
        for run in _RUN.finditer(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{runs}" shape-rendering="crispEdges"/></svg>'
    )
