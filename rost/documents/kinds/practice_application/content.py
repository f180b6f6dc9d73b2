"""What an application to a contest of municipal practices says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the table: its name and what is written there; empty is to be filled in by hand."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Section:
    """A question and its answer: paragraphs, then points in order."""

    number: str
    title: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    source: str
    amount: str
    note: str


@dataclass(frozen=True, slots=True)
class Change:
    """One indicator before and after."""

    indicator: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PracticeApplication:
    """Names of facts and sections are in the language of the paper, the rest in the practice's."""

    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    amounts: tuple[Amount, ...]
    total: str
    changes: tuple[Change, ...]
    address: str  # of the practice's page
    signatory_post: str
    signatory_name: str
    language: str
    demonstration: bool
