"""Reading a list of participants: rows ready to be registered, and what is wrong with the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from rost.core.codes import clean
from rost.core.language import fold, full_name, split_name
from rost.core.tables import (
    Columns,
    Limits,
    Row,
    Table,
    match_columns,
    read_table,
    with_found_header,
)
from rost.directory.models import Municipality
from rost.directory.queries.imports import Reading, fault
from rost.directory.queries.imports.model import heading
from rost.forum.models import Category, Edition, Invitation
from rost.forum.queries.people import belongs_to, known_people

WANTED = {
    "name": ("фио", "фамилия имя отчество", "ф и о", "участник", "name", "full name"),
    "surname": ("фамилия", "surname"),
    "given_name": ("имя", "given name"),
    "patronymic": ("отчество", "patronymic"),
    "post": ("должность", "вазифа", "post"),
    "code": ("октмо", "код октмо", "код", "код муниципалитета", "code"),
    "place": ("муниципалитет", "муниципальное образование", "поселение", "municipality"),
    "district": ("район", "муниципальный район", "округ", "district"),
    "email": ("электронная почта", "почта", "адрес электронной почты", "e mail", "email"),
    "phone": ("телефон", "мобильный телефон", "phone"),
    "category": ("категория", "category"),
}
CODE_DIGITS = 8
MOST_ROWS = 2_000
LONGEST = {"name": 360, "post": 300, "phone": 20}
KIND_WORDS = {
    fold(word)
    for word in (
        "сельсовет",
        "сельское",
        "городское",
        "поселение",
        "район",
        "муниципальный",
        "городской",
        "округ",
        "город",
        "сп",
        "гп",
        "мр",
        "го",
    )
}


def read_participants(
    data: bytes, name: str, *, edition: Edition, within: tuple[str, ...], day: date
) -> Reading:
    """What the file holds; `within` are codes of the territories its people must come from."""
    read = read_table(data, name, limits=Limits(size=settings.UPLOAD_LIMIT, rows=MOST_ROWS))
    table = with_found_header(read, WANTED)
    columns = match_columns(table.header, WANTED)
    reading = Reading()
    if not {"name", "surname"} & columns.places.keys():
        reading.faults.append(fault(table.header_line, "name_column_missing"))
        return reading
    reader = _Reader(table, columns, edition, within, day)
    for row in table.rows:
        reader.read(row, reading)
    return reading


class PlaceIndex:
    """Municipalities by code, and by name with or without the words for their kind."""

    def __init__(self, day: date) -> None:
        self.codes: dict[str, Municipality] = {}
        self.names: defaultdict[str, list[Municipality]] = defaultdict(list)
        places = Municipality.objects.valid_on(day).municipalities().select_related("parent")
        for place in places:
            self.codes[place.code] = place
            self.names[bare(place.name)].append(place)

    def by_name(self, name: str, district: str) -> list[Municipality]:
        """Those called so, in that district when one is given."""
        found = self.names.get(bare(name), [])
        if district:
            wanted = bare(district)
            found = [
                one
                for one in found
                if (one.parent is not None and bare(one.parent.name) == wanted)
                or bare(one.name) == wanted
            ]
        exact = [one for one in found if fold(one.name) == fold(name)]
        return exact if len(exact) == 1 else found


def bare(name: str) -> str:
    """The name without the words for what kind of place it is, folded."""
    words = fold(name.replace("-", " ")).split()
    return " ".join(word for word in words if word not in KIND_WORDS) or " ".join(words)


class _Reader:
    """Reads line by line; knows what is asked of the list and what earlier lines said."""

    def __init__(
        self, table: Table, columns: Columns, edition: Edition, within: tuple[str, ...], day: date
    ) -> None:
        self.table, self.columns, self.within = table, columns, within
        self.places = PlaceIndex(day)
        self.categories = list(Category.objects.filter(edition=edition).order_by("position", "id"))
        self.invited = set(
            Invitation.objects.filter(edition=edition).values_list("person_id", "category_id")
        )
        self.seen: dict[tuple[str, str], int] = {}

    def read(self, row: Row, reading: Reading) -> None:
        values = {name: value.strip() for name, value in self.columns.values(row).items()}
        if not any(values.values()):
            return
        faults: list[tuple[str, str, str]] = []  # code, field, value
        names = self.names(values, faults)
        place = self.place(values, faults)
        category = self.category(values, place, faults)
        self.contacts(values, faults)
        if not faults:
            self.twice(row, values, names, place, faults)
        if not faults and category is not None:
            self.person(values, names, place, category, faults)
        for code, field, value in faults:
            column = heading(self.table, self.columns, field)
            reading.faults.append(fault(row.line, code, column=column, value=value))
        if not faults and category is not None:
            reading.rows.append(_row(row.line, values, names, place, category))

    def names(
        self, values: dict[str, str], faults: list[tuple[str, str, str]]
    ) -> tuple[str, str, str]:
        surname, given, patronymic = split_name(values["name"])
        if values["surname"]:
            surname, given = values["surname"], values["given_name"] or given
            patronymic = values["patronymic"] or patronymic
        if not surname:
            faults.append(("name_missing", "name", ""))
        elif not given:
            faults.append(("given_name_missing", "name", surname))
        elif max(len(surname), len(given), len(patronymic)) > 120:
            faults.append(("too_long", "name", surname))
        return surname, given, patronymic

    def place(
        self, values: dict[str, str], faults: list[tuple[str, str, str]]
    ) -> Municipality | None:
        code = clean(values["code"])[:CODE_DIGITS]
        if code:
            found = [self.places.codes[code]] if code in self.places.codes else []
            field, text = "code", values["code"]
        elif values["place"] or values["district"]:
            name, district = values["place"] or values["district"], values["district"]
            found = self.places.by_name(name, district if values["place"] else "")
            field, text = ("place" if values["place"] else "district"), name
        else:
            return None
        if not found:
            faults.append(("place_unknown", field, text))
        elif len(found) > 1:
            faults.append(("place_ambiguous", field, text))
        elif self.within and not any(f".{one}." in found[0].path for one in self.within):
            faults.append(("place_elsewhere", field, text))
        return found[0] if len(found) == 1 else None

    def category(
        self,
        values: dict[str, str],
        place: Municipality | None,
        faults: list[tuple[str, str, str]],
    ) -> Category | None:
        wanted = fold(values["category"])
        found = [one for one in self.categories if fold(one.name) == wanted]
        if not wanted and len(self.categories) == 1:
            found = self.categories
        if not found:
            code = "category_unknown" if wanted else "category_missing"
            faults.append((code, "category", values["category"]))
            return None
        needs_place = found[0].from_municipality or self.within
        if needs_place and place is None and not any(one[0].startswith("place") for one in faults):
            faults.append(("place_missing", "place", ""))
        return found[0]

    def contacts(self, values: dict[str, str], faults: list[tuple[str, str, str]]) -> None:
        if values["email"]:
            try:
                validate_email(values["email"])
            except ValidationError:
                faults.append(("email_wrong", "email", values["email"]))
        digits = sum(sign.isdigit() for sign in values["phone"])
        if values["phone"] and (digits < 6 or len(values["phone"]) > LONGEST["phone"]):
            faults.append(("phone_wrong", "phone", values["phone"]))
        if len(values["post"]) > LONGEST["post"]:
            faults.append(("too_long", "post", values["post"]))

    def twice(
        self,
        row: Row,
        values: dict[str, str],
        names: Iterable[str],
        place: Municipality | None,
        faults: list[tuple[str, str, str]],
    ) -> None:
        keys = [("person", f"{fold(' '.join(names))}|{place.code if place else ''}")]
        if values["email"]:
            keys.append(("email", values["email"].lower()))
        for key in keys:
            if (earlier := self.seen.setdefault(key, row.line)) != row.line:
                faults.append(("repeated", "email" if key[0] == "email" else "name", str(earlier)))
                return

    def person(
        self,
        values: dict[str, str],
        names: tuple[str, str, str],
        place: Municipality | None,
        category: Category,
        faults: list[tuple[str, str, str]],
    ) -> None:
        found = known_people(full_name=full_name(*names), email=values["email"], municipality=place)
        if len(found) > 1:
            faults.append(("several_people", "name", full_name(*names)))
        elif found and fold(found[0].surname) != fold(names[0]):
            faults.append(("email_of_another", "email", values["email"]))
        elif found and not belongs_to(found[0], self.within):
            faults.append(("person_elsewhere", "email", values["email"]))
        elif category.needs_invitation and (
            not found or (found[0].pk, category.pk) not in self.invited
        ):
            faults.append(("invitation_needed", "category", category.name))


def _row(
    line: int,
    values: dict[str, str],
    names: tuple[str, str, str],
    place: Municipality | None,
    category: Category,
) -> dict[str, Any]:
    return {
        "line": line,
        "surname": names[0],
        "given_name": names[1],
        "patronymic": names[2],
        "post": values["post"],
        "email": values["email"],
        "phone": values["phone"],
        "place": place.code if place else "",
        "category": category.pk,
        "category_name": category.name,
    }
