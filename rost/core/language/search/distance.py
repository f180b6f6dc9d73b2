"""How many slips of the finger part two words."""

from __future__ import annotations


def distance(a: str, b: str, most: int = 2) -> int | None:
    """Letters put in, left out, changed or swapped with the neighbour; None: more than `most`.

    The optimal string alignment distance: no piece is edited twice. Only the band of `most` letters
    on each side of the diagonal is looked at.
    """
    if abs(len(a) - len(b)) > most:
        return None
    if a == b:
        return 0
    far = most + 1
    before: list[int] = []
    last = [at if at <= most else far for at in range(len(b) + 1)]
    for row in range(1, len(a) + 1):
        here = [far] * (len(b) + 1)
        if row <= most:
            here[0] = row
        for at in range(max(1, row - most), min(len(b), row + most) + 1):
            here[at] = _least(a, b, row, at, before, last, here)
        if min(here) > most:
            return None
        before, last = last, here
    return last[-1] if last[-1] <= most else None


def _least(
    a: str, b: str, row: int, at: int, before: list[int], last: list[int], here: list[int]
) -> int:
    least = min(last[at] + 1, here[at - 1] + 1, last[at - 1] + (a[row - 1] != b[at - 1]))
    swapped = row > 1 and at > 1 and a[row - 1] == b[at - 2] and a[row - 2] == b[at - 1]
    return min(least, before[at - 2] + 1) if swapped else least
