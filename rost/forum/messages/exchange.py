"""What reading a programme of another system had to mend, and why a file was refused, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from rost.forum.adapters.frab.remarks import Reason, Repair

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

EXAMPLES = 4

REASONS: Mapping[Reason, Words] = {
    Reason.EMPTY: _("The file is empty. Nothing was changed. Export the programme again."),
    Reason.TOO_LARGE: _("The file is too large for a programme. Nothing was changed."),
    Reason.HOSTILE: _(
        "The file declares entities of its own, which a programme never needs and which can harm "
        "whoever reads it. Nothing was changed."
    ),
    Reason.UNREADABLE: _(
        "This is neither XML nor JSON, or it breaks off before the first session. Nothing was "
        "changed. Take the file that the other system calls schedule.xml or schedule.json."
    ),
    Reason.NOT_A_SCHEDULE: _(
        "The file can be read, but there is no programme in it. Nothing was changed. Take the "
        "file that the other system calls schedule.xml or schedule.json."
    ),
    Reason.NO_DATES: _("No date is written anywhere in the file. Nothing was changed."),
}

REPAIRS: Mapping[Repair, Words] = {
    Repair.ENCODING_GUESSED: _("The encoding was not the one the file names; it was recognised"),
    Repair.CHARACTERS_REMOVED: _("Characters that no text may hold were left out"),
    Repair.MARKUP_MENDED: _("Broken markup of the file was mended"),
    Repair.FILE_CUT_OFF: _("The file breaks off; what stands before the break was read"),
    Repair.TITLE_MISSING: _("There was no title; another name stands for it"),
    Repair.TEXT_CUT: _("A text too long was cut"),
    Repair.MARKUP_REMOVED: _("Markup was taken out of a text, its words stay"),
    Repair.SUBTITLE_JOINED: _("The subtitle was put before the description"),
    Repair.TIMEZONE_ASSUMED: _("The file names no time zone; that of the forum was taken"),
    Repair.TIMEZONE_FROM_OFFSET: _("The time zone was found by the hours it is ahead"),
    Repair.DATE_DERIVED: _("The date was taken from the day the session stands in"),
    Repair.START_MISSING: _("There is no start; the session stays without a time"),
    Repair.DURATION_ASSUMED: _("There was no length; a usual one was taken"),
    Repair.DAY_HOURS_DERIVED: _("The hours of a day were taken from its sessions"),
    Repair.DAY_MERGED: _("A day written twice became one"),
    Repair.DAY_SKIPPED: _("A day without a date was left out"),
    Repair.ROOM_MISSING: _("No hall is named; the session stays without a place"),
    Repair.ROOM_MERGED: _("A hall written in several ways became one"),
    Repair.ROOM_GUID_REPLACED: _("The identifier of a hall was wrong and was replaced"),
    Repair.TRACK_COLOUR_DROPPED: _("The colour of a track could not be read"),
    Repair.GUID_MADE: _("There was no identifier; one was made"),
    Repair.GUID_CONVERTED: _("The identifier was brought to its usual form"),
    Repair.GUID_REPEATED: _("Two sessions had one identifier; the second got another"),
    Repair.NUMBER_MADE: _("The number was missing or repeated; another was given"),
    Repair.CODE_MADE: _("There was no code of six characters; one was made"),
    Repair.SLUG_MADE: _("The name in the address was missing or wrong; one was made"),
    Repair.TYPE_UNKNOWN: _("The form is not one of ours; a lecture was taken"),
    Repair.PERSON_SKIPPED: _("A person without a name was left out"),
    Repair.PERSONS_SPLIT: _("Several names in one place became several people"),
    Repair.LINK_DROPPED: _("A link that cannot be opened was left out"),
    Repair.EVENTS_SKIPPED: _("Something that is no session was left out"),
    Repair.NO_SESSIONS: _("There is no session in the file"),
}

# What every file of older systems lacks; said last, as it changes nothing that people read.
TECHNICAL = frozenset(
    {
        Repair.GUID_MADE,
        Repair.GUID_CONVERTED,
        Repair.NUMBER_MADE,
        Repair.CODE_MADE,
        Repair.SLUG_MADE,
        Repair.ROOM_GUID_REPLACED,
    }
)


@dataclass(frozen=True, slots=True)
class RemarkGroup:
    """One kind of repair: how often, and the first places where it was made."""

    text: str
    count: int
    examples: tuple[str, ...]


def grouped(remarks: Iterable[Mapping[str, Any]]) -> list[RemarkGroup]:
    """Stored remarks by kind: what changes the programme first, the most frequent first."""
    found: dict[str, list[str]] = {}
    for one in remarks:
        about = ": ".join(part for part in (one["column"], one["value"]) if part)
        found.setdefault(one["fault"], []).append(about)
    groups = [
        (Repair(kind) in TECHNICAL, -len(told), RemarkGroup(_text(kind), len(told), _first(told)))
        for kind, told in found.items()
        if kind in set(Repair)
    ]
    return [group for _technical, _count, group in sorted(groups, key=lambda one: one[:2])]


def _text(kind: str) -> str:
    return str(REPAIRS[Repair(kind)])


def _first(told: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in told if one))[:EXAMPLES]
