"""A practice told in plain text: for a newspaper, and within what each channel takes.

Nothing here is cut within a word, and the address of the practice's page always stays.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rost.core.language import shortened, utf16_units

DATA = Path(__file__).resolve().parents[1] / "data" / "channels.csv"
SHARES = {"problem": 3, "solution": 4, "results": 3, "lesson": 2}  # of the room in a post
LEAST = 90  # units; a part that gets less says nothing and leaves its room to others
PRESS = {
    "problem": 1200,
    "solution": 2000,
    "steps": 1200,
    "results": 900,
    "lesson": 800,
    "needs": 800,
}


@dataclass(frozen=True, slots=True)
class Channel:
    code: str
    most: int  # UTF-16 units


@dataclass(frozen=True, slots=True)
class Story:
    """What is told; texts are in the practice's language, `cost` and results are ready lines."""

    title: str
    place: str
    year: str
    cost: str
    problem: str
    solution: str
    steps: tuple[str, ...]
    results: tuple[str, ...]
    lesson: str
    needs: str
    contact: str
    address: str


@cache
def channels() -> tuple[Channel, ...]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(
            Channel(row["code"], int(row["most"])) for row in csv.DictReader(file, delimiter=";")
        )


def post(story: Story, words: Mapping[str, str], channel: Channel) -> str:
    """Title, place, then as much of each part as its share of the room allows, the address last."""
    told = ", ".join(filter(None, (story.place, story.year, story.cost)))
    tail = f"{words['more']}: {story.address}"
    head = "\n".join(filter(None, (story.title, told)))
    room = channel.most - utf16_units(tail) - 2
    head = shortened(head, room, measure=utf16_units)
    parts = {
        "problem": story.problem,
        "solution": story.solution,
        "results": listed(story.results),
        "lesson": story.lesson,
    }
    said = fitted(parts, words, room - utf16_units(head) - 2)
    return "\n\n".join((head, *said, tail))


def fitted(parts: Mapping[str, str], words: Mapping[str, str], room: int) -> list[str]:
    """The parts under their names, together within `room` with the blank lines after each."""
    heads = {name: f"{words[name]}\n" for name, text in parts.items() if text}
    while heads:
        fixed = sum(utf16_units(head) + 2 for head in heads.values())
        wants = {name: utf16_units(parts[name]) for name in heads}
        rooms = shared(wants, room - fixed)
        poor = [name for name in heads if rooms[name] < min(LEAST, wants[name])]
        if not poor:
            return [
                head + within(parts[name], rooms[name], name == "results")
                for name, head in heads.items()
            ]
        del heads[min(poor, key=lambda name: SHARES[name])]
    return []


def shared(wants: Mapping[str, int], room: int) -> dict[str, int]:
    """The room by shares; who wants less than its share leaves the rest to the others."""
    given: dict[str, int] = {}
    waiting = dict(wants)
    while waiting:
        shares = sum(SHARES[name] for name in waiting)
        content = {
            name: want for name, want in waiting.items() if want <= room * SHARES[name] // shares
        }
        if not content:
            return given | {name: room * SHARES[name] // shares for name in waiting}
        given |= content
        room -= sum(content.values())
        waiting = {name: want for name, want in waiting.items() if name not in content}
    return given


def within(text: str, room: int, lines: bool) -> str:
    """A list loses whole lines as long as one stands; a text is shortened."""
    if lines:
        kept = text.split("\n")
        while len(kept) > 1 and utf16_units("\n".join(kept)) > room:
            kept.pop()
        text = "\n".join(kept)
    return shortened(text, room, measure=utf16_units)


def listed(lines: Sequence[str]) -> str:
    return "\n".join(f"– {line}" for line in lines)


def press(story: Story, words: Mapping[str, str]) -> str:
    """For a district newspaper: what happened first, then how, what it cost and whom to ask."""
    parts = {
        "problem": story.problem,
        "solution": story.solution,
        "steps": listed(story.steps),
        "results": listed(story.results),
        "cost": story.cost,
        "lesson": story.lesson,
        "needs": story.needs,
        "contact": story.contact,
    }
    told = ", ".join(filter(None, (story.place, story.year)))
    said = (
        f"{words[name]}\n{within(text, PRESS.get(name, 600), name in ('steps', 'results'))}"
        for name, text in parts.items()
        if text
    )
    tail = f"{words['more']}: {story.address}"
    return "\n\n".join(filter(None, (story.title, told, *said, tail))) + "\n"
