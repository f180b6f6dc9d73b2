"""Values of the account: the rows it is counted from, and the figures they come to.

No names of people are in either. How each figure is counted: docs/algorithms/account.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Attendee:
    """One registration with what its marks come to."""

    id: int
    status: str
    at_door: bool
    category: str
    district: str  # code; "" for whoever names no municipality
    days: frozenset[date] = frozenset()
    sessions: frozenset[str] = frozenset()  # codes of those that count
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Invited:
    category: str
    district: str


@dataclass(frozen=True, slots=True)
class Issued:
    """One certificate; without a registration and hours when its holder's data were removed."""

    registration: int | None
    sent: bool = False
    revoked: bool = False
    hours: int | None = None  # as the paper says


@dataclass(frozen=True, slots=True)
class Group:
    """A district or a category: its key and its name; the key is "" for «without a place»."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A session that counts, as the account shows it."""

    key: str
    name: str
    day: date
    time: str  # "10:00–11:30"
    place: str
    seats: int | None


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything the account is counted from. `strangers`: marked spare badges of nobody."""

    days: tuple[date, ...] = ()
    districts: tuple[Group, ...] = ()
    categories: tuple[Group, ...] = ()
    sessions: tuple[Slot, ...] = ()
    people: tuple[Attendee, ...] = ()
    invited: tuple[Invited, ...] = ()
    certificates: tuple[Issued, ...] = ()
    strangers: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one district or category; `registered` holds `guests`."""

    key: str
    name: str
    invited: int = 0
    registered: int = 0
    guests: int = 0
    waiting: int = 0
    cancelled: int = 0
    came: int = 0
    hours: int = 0
    certificates: int = 0  # in force

    @property
    def share(self) -> int | None:
        return share_of(self.came, self.registered)

    @property
    def any(self) -> bool:
        return bool(
            self.invited + self.registered + self.waiting + self.cancelled + self.came
            or self.certificates
        )


@dataclass(frozen=True, slots=True)
class DayLine:
    day: date
    came: int


@dataclass(frozen=True, slots=True)
class SessionLine:
    key: str
    name: str
    day: date
    time: str
    place: str
    seats: int | None
    came: int

    @property
    def share(self) -> int | None:
        return share_of(self.came, self.seats)


@dataclass(frozen=True, slots=True)
class Certificates:
    """`sent` are those of them in force that were sent; `of_removed`: in force, holder removed;
    `hours`: what those in force of the others say, added up."""

    issued: int = 0
    revoked: int = 0
    sent: int = 0
    of_removed: int = 0
    hours: int = 0

    @property
    def in_force(self) -> int:
        return self.issued - self.revoked


@dataclass(frozen=True, slots=True)
class Figures:
    """The whole account.

    `registered` hold a seat (waiting for confirmation or confirmed), `guests` among them were
    registered at the door; `came` are people with any mark that counts, `came_without_seat` those
    of them whose registration is cancelled or waits.
    """

    invited: int
    registered: int
    guests: int
    waiting: int
    cancelled: int
    came: int
    came_without_seat: int
    strangers: int
    hours: int
    certificates: Certificates
    days: tuple[DayLine, ...]
    districts: tuple[Line, ...]
    categories: tuple[Line, ...]
    sessions: tuple[SessionLine, ...]

    @property
    def mean_hours(self) -> Decimal:
        """Hours of whoever came, on average, to a tenth."""
        if not self.came:
            return Decimal(0)
        return (Decimal(self.hours) / self.came).quantize(TENTH, rounding=ROUND_HALF_UP)

    @property
    def share(self) -> int | None:
        """How many of a hundred registered people came; whoever came without a seat is left out."""
        return share_of(self.came - self.came_without_seat, self.registered)


def share_of(part: int, whole: int | None) -> int | None:
    """Whole percent, rounded half up; None where there is nothing to compare with."""
    return (200 * part + whole) // (2 * whole) if whole else None
