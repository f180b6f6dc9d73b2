"""Words of the frab family for what we call form, part and state."""

from __future__ import annotations

import re
from typing import Final

from rost.core.programme.model import Form, Part, State

HUB_TYPE: Final = {
    Form.PLENARY: "TALK",
    Form.LECTURE: "TALK",
    Form.DISCUSSION: "DISCUSSION",
    Form.ROUND_TABLE: "DISCUSSION",
    Form.MASTER_CLASS: "WORKSHOP",
    Form.PRESENTATION: "TALK",
    Form.VISIT: "OTHER",
}
HUB_ROLE: Final = {
    Part.MODERATOR: "MODERATOR",
    Part.EXPERT: "GUEST",
    Part.LECTURER: "SPEAKER",
    Part.SPEAKER: "SPEAKER",
}
HUB_STATE: Final = {
    State.ACCEPTED: "CONFIRMED",
    State.PROPOSED: "DRAFT",
    State.CANCELLED: "CANCELED",
}

STATE_OF_WORD: Final = {
    "draft": State.PROPOSED,
    "submitted": State.PROPOSED,
    "accepted": State.ACCEPTED,
    "confirmed": State.ACCEPTED,
    "delayed": State.ACCEPTED,
    "rejected": State.CANCELLED,
    "canceled": State.CANCELLED,
    "cancelled": State.CANCELLED,
    "withdrawn": State.CANCELLED,
    "deleted": State.CANCELLED,
}

PART_OF_WORD: Final = {
    **{str(part): part for part in Part},
    "host": Part.MODERATOR,
    "chair": Part.MODERATOR,
    "guest": Part.EXPERT,
    "contributor": Part.SPEAKER,
}

_OF_THE_EVENING = (
    "film",
    "performance",
    "concert",
    "music",
    "djset",
    "dj",
    "game",
    "other",
    "лекция",
)

# Asked in this order of the words of a type: "panel discussion" is a discussion, "lunch talk" a
# break; a type with none of these words is not known.
FORM_OF_WORD: Final = (
    (
        Form.BREAK,
        ("break", "pause", "lunch", "coffee", "dinner", "перерыв", "обед", "кофе-брейк", "meta"),
    ),
    (Form.PLENARY, ("plenary", "keynote", "opening", "closing", "пленарное")),
    (Form.ROUND_TABLE, ("round_table", "roundtable", "round", "круглый")),
    (
        Form.DISCUSSION,
        (
            "discussion",
            "panel",
            "podium",
            "meeting",
            "meetup",
            "bof",
            "q&a",
            "дискуссионная",
            "дискуссия",
            "секция",
        ),
    ),
    (
        Form.MASTER_CLASS,
        (
            "workshop",
            "hands-on",
            "master_class",
            "masterclass",
            "tutorial",
            "training",
            "мастер-класс",
        ),
    ),
    (Form.VISIT, ("visit", "excursion", "tour", "outside", "выезд", "экскурсия")),
    (
        Form.PRESENTATION,
        (
            "presentation",
            "demo",
            "lightning",
            "lightning_talk",
            "lightningtalk",
            "poster",
            "project",
            "презентация",
        ),
    ),
    (
        Form.LECTURE,
        (
            "lecture",
            "talk",
            "vortrag",
            "session",
            "track",
            "devroom",
            "maintrack",
            "podcast",
            *_OF_THE_EVENING,
        ),
    ),
)

_WORD = re.compile(r"[\w&-]+")


def form_of(word: str) -> Form | None:
    words = set(_WORD.findall(word.lower()))
    for form, known in FORM_OF_WORD:
        if words & set(known):
            return form
    return None
