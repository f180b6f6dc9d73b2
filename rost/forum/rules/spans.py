"""Sets of ticks as ordered spans that do not touch: joined, common to two, without some."""

from __future__ import annotations

from collections.abc import Iterable

from rost.core.scheduling import Span

Spans = tuple[Span, ...]


def joined(spans: Iterable[Span]) -> Spans:
    """In order, with what touches or overlaps made one; empty ones go."""
    found: list[Span] = []
    for one in sorted(spans, key=lambda span: (span.begins, span.ends)):
        if one.ends <= one.begins:
            continue
        if found and one.begins <= found[-1].ends:
            found[-1] = Span(found[-1].begins, max(found[-1].ends, one.ends))
        else:
            found.append(one)
    return tuple(found)


def common(first: Iterable[Span], second: Iterable[Span]) -> Spans:
    others = tuple(second)
    return joined(
        Span(max(one.begins, other.begins), min(one.ends, other.ends))
        for one in first
        for other in others
    )


def without(spans: Iterable[Span], taken: Iterable[Span]) -> Spans:
    left = joined(spans)
    for hole in joined(taken):
        left = tuple(
            piece
            for one in left
            for piece in (
                Span(one.begins, min(one.ends, hole.begins)),
                Span(max(one.begins, hole.ends), one.ends),
            )
            if piece.begins < piece.ends
        )
    return left
