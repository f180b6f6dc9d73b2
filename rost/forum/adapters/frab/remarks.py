"""What reading a schedule of another system had to mend, and why a file was refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from rost.core.programme.model import Programme


class Repair(StrEnum):
    ENCODING_GUESSED = "encoding_guessed"
    CHARACTERS_REMOVED = "characters_removed"
    MARKUP_MENDED = "markup_mended"  # bare ampersands, entities of HTML
    FILE_CUT_OFF = "file_cut_off"  # what came before the break was read
    TITLE_MISSING = "title_missing"
    TEXT_CUT = "text_cut"
    MARKUP_REMOVED = "markup_removed"
    SUBTITLE_JOINED = "subtitle_joined"
    TIMEZONE_ASSUMED = "timezone_assumed"
    TIMEZONE_FROM_OFFSET = "timezone_from_offset"
    DATE_DERIVED = "date_derived"
    START_MISSING = "start_missing"
    DURATION_ASSUMED = "duration_assumed"
    DAY_HOURS_DERIVED = "day_hours_derived"
    DAY_MERGED = "day_merged"
    DAY_SKIPPED = "day_skipped"
    ROOM_MISSING = "room_missing"
    ROOM_MERGED = "room_merged"
    ROOM_GUID_REPLACED = "room_guid_replaced"
    TRACK_COLOUR_DROPPED = "track_colour_dropped"
    GUID_MADE = "guid_made"
    GUID_CONVERTED = "guid_converted"
    GUID_REPEATED = "guid_repeated"
    NUMBER_MADE = "number_made"
    CODE_MADE = "code_made"
    SLUG_MADE = "slug_made"
    TYPE_UNKNOWN = "type_unknown"
    PERSON_SKIPPED = "person_skipped"
    PERSONS_SPLIT = "persons_split"
    LINK_DROPPED = "link_dropped"
    EVENTS_SKIPPED = "events_skipped"
    NO_SESSIONS = "no_sessions"


@dataclass(frozen=True, slots=True)
class Remark:
    """One repair: which, at which event of the file (its id and title, empty for the file itself),
    and the value as it was or as it is now."""

    repair: Repair
    event: str = ""
    title: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    programme: Programme
    remarks: tuple[Remark, ...]


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    HOSTILE = "hostile"  # declares entities
    UNREADABLE = "unreadable"  # neither XML nor JSON, or broken before the first session
    NOT_A_SCHEDULE = "not_a_schedule"
    NO_DATES = "no_dates"


class Refused(ValueError):
    """The file is not a schedule that can be read. `detail` is what the parser said, if it did."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


@dataclass(slots=True)
class Notes:
    """Remarks as they are made; those that would only repeat a remark on the file are said once."""

    made: list[Remark] = field(default_factory=list)

    def add(self, repair: Repair, event: str = "", title: str = "", value: str = "") -> None:
        self.made.append(Remark(repair, event, title[:80], value[:80]))

    def once(self, repair: Repair, value: str = "") -> None:
        remark = Remark(repair, value=value[:80])
        if remark not in self.made:
            self.made.append(remark)
