"""Approved versions and what changed between any two of them, or since the last one."""

from __future__ import annotations

from dataclasses import replace

from rost.core.programme import codec
from rost.core.programme.consequences import with_sequences
from rost.core.programme.difference import Difference, difference
from rost.core.programme.model import Programme
from rost.forum.models import Edition, Version
from rost.forum.queries.draft import draft_programme


def version_programme(version: Version) -> Programme:
    return codec.load(version.content)


def approved_programme(edition: Edition) -> Programme | None:
    """The published programme read from its row (`published.programme_of` keeps it decoded)."""
    if edition.published_id is None:
        return None
    return version_programme(Version.objects.get(pk=edition.published_id))


def since(old: Programme | None, new: Programme) -> Difference:
    """What is new; everything, where nothing was approved before."""
    return difference(old or replace(new, sessions=()), new)


def unpublished_difference(edition: Edition) -> tuple[Difference, Programme | None, Programme]:
    """The draft against the published version, with both."""
    old, new = approved_programme(edition), draft_programme(edition)
    return since(old, new), old, new


def draft_digest(programme: Programme) -> str:
    """By this an approval knows that the draft is still the one its reader saw."""
    return codec.digest(programme)


def next_programme(old: Programme | None, draft: Programme, number: int) -> Programme:
    """The draft as it would be approved: numbered, each session with its revision."""
    new = replace(draft, version=str(number))
    return with_sequences(old, new) if old else new
