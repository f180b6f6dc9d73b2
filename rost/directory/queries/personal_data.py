"""The registry of personal data: every class the platform keeps, and how to show, erase, expire it.

A room declares its classes in `AppConfig.ready()`:

    register_data_class(
        DataClass(
            name="forum.registrations",
            title=_("Registrations"),
            columns=(("edition", _("Forum")), ("at", _("When"))),
            rows=queries.personal.registrations_of,     # person → rows in the order of columns
            erase=actions.personal.erase_registrations, # (person, now) → how many rows went
            expired=queries.personal.expired_registrations,   # (before) → how many would go
            destroy=actions.personal.destroy_registrations,   # (before, now) → how many went
        )
    )

«Мои данные», the export, the deletion of a person and retention all read this registry, so a
class that is not declared fails the test that looks for what a removed person left behind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps
from django.utils.functional import Promise

from rost.directory.models import Person

Cell = str | int | bool | date | datetime | None
Title = str | Promise
Row = Sequence[Cell | Promise]


@dataclass(frozen=True, slots=True)
class DataClass:
    """One class of personal data; `expired` and `destroy` are absent where age does not decide.

    `erase` runs inside the transaction that removes the person and may raise a Refusal, which
    stops everything. It removes rows, or takes the person out of rows that must stay. `prepare`
    runs before anything of any class is destroyed: what must be counted while all is there.
    """

    name: str
    title: Title
    columns: tuple[tuple[str, Title], ...]
    rows: Callable[[Person], Iterable[Row]]
    erase: Callable[[Person, datetime], int]
    expired: Callable[[datetime], int] | None = None
    destroy: Callable[[datetime, datetime], int] | None = None
    prepare: Callable[[datetime, datetime], object] | None = None  # (before, now)


_registry: dict[str, DataClass] = {}
_registers: dict[str, Title] = {}


def register_data_class(data_class: DataClass) -> None:
    """Declare a class once; declaring another under the same name is a mistake."""
    if _registry.get(data_class.name, data_class).rows is not data_class.rows:
        raise ValueError(f"{data_class.name} is declared twice")
    _registry[data_class.name] = data_class


def data_classes() -> list[DataClass]:
    """Lower rooms first, each in its order of declaration: what is erased is erased from the end,
    so that an upper room still finds by the rows of a lower one what is a person's.
    """
    rooms = [one.label for one in apps.get_app_configs()]  # upper rooms are installed first

    def level(one: DataClass) -> int:
        room = one.name.partition(".")[0]
        return -rooms.index(room) if room in rooms else 0

    return sorted(_registry.values(), key=level)


@dataclass(frozen=True, slots=True)
class KeptClass:
    """One class as it is shown and taken away: plain values, words in the reader's language."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def pairs(self) -> list[tuple[str, Cell]]:
        """Column and value, where there is but one row: easier to read on a telephone."""
        return list(zip(self.columns, self.rows[0], strict=True)) if len(self.rows) == 1 else []


def kept_about(person: Person) -> list[KeptClass]:
    """Everything that is kept about the person; classes without rows are left out."""
    kept = []
    for one in data_classes():
        rows = tuple(tuple(map(plain, row)) for row in one.rows(person))
        if rows:
            columns = tuple(str(title) for _name, title in one.columns)
            kept.append(KeptClass(one.name, str(one.title), columns, rows))
    return kept


def plain(cell: Cell | Promise) -> Cell:
    return str(cell) if isinstance(cell, Promise) else cell


def name_register(name: str, title: Title) -> None:
    """Give a register that `record_access` mentions its title; classes of data have theirs."""
    _registers[name] = title


def title_of(name: str) -> Title:
    """The title of a class or register; its name where nobody has declared it."""
    return _registry[name].title if name in _registry else _registers.get(name, name)
