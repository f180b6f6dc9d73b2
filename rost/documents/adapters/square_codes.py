"""Square codes (QR, ISO/IEC 18004) as small SVG pictures of plain rectangles."""

from __future__ import annotations

from itertools import groupby

# Any of the eight masks can be read. Weighing all eight takes four fifths of the time and pays on
# texts that repeat themselves; ours are short random addresses.
MASK = 2
QUIET = 4  # light modules around, as the standard asks


def square_code(text: str) -> str:
    """The code of a text, with its quiet zone, as SVG; level M or better: 15 % may be dirty."""
    import segno

    matrix = segno.make(text, error="m", mask=MASK, micro=False).matrix
    side = len(matrix) + 2 * QUIET
    runs = "".join(_runs(row, y) for y, row in enumerate(matrix, QUIET))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path d="{runs}" shape-rendering="crispEdges"/></svg>'
    )


def _runs(row: bytearray, y: int) -> str:
    drawn, x = [], QUIET
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            drawn.append(f"M{x} {y}h{length}v1h-{length}z")
        x += length
    return "".join(drawn)
