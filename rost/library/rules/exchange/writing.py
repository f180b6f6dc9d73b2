"""Practices as the sheets of a workbook: one of passports, and one for each thing with rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from rost.core.conditions import Condition, Need
from rost.core.tables import Cell, Sheet

from .book import MAIN, MAIN_TITLES, ROW_SHEETS, TOLD
from .entry import Entry
from .words import LANGUAGES, NEEDS, PARTNERS, SOURCES, word_of

Row = list[Cell]
Name = Callable[[str], str]  # code → its name in words


def sheets_of(entries: Iterable[Entry], *, issue_name: Name, national_name: Name) -> list[Sheet]:
    """The number in the first column joins the sheets; codes stand before their names."""
    numbered = [(key, entry) for key, entry in enumerate(entries, 1)]
    main = [main_row(key, one, issue_name, national_name) for key, one in numbered]
    headings = [names[0] for names in (*MAIN.values(), *TOLD.values())]
    sheets = [Sheet(MAIN_TITLES[0], headings, main)]
    for name, (titles, columns) in ROW_SHEETS.items():
        rows = [[key, *row] for key, one in numbered for row in ROWS[name](one)]
        sheets.append(Sheet(titles[0], [names[0] for names in columns.values()], rows))
    return sheets


def main_row(key: int, one: Entry, issue_name: Name, national_name: Name) -> Row:
    passport = one.passport
    told: dict[str, Cell] = {
        "key": key,
        "number": one.number,
        "title": passport.title,
        "code": passport.territory,
        "place": one.place,
        "district": one.district,
        "year": passport.year,
        "issues": "\n".join(with_name(code, issue_name) for code in passport.local_issues),
        "national": with_name(passport.national_project, national_name),
        "problem": passport.problem,
        "solution": passport.solution,
        "resources": passport.resources,
        "legal_acts": passport.legal_acts,
        "mistakes": passport.mistakes,
        "conditions": passport.conditions,
        "contact": passport.contact,
        "shows_contact": yes(one.shows_contact),
        "language": word_of(one.language, LANGUAGES),
        "state": one.state,
        "evidence": one.evidence,
        "sealed_until": one.sealed_until,
    }
    return [told[name] for name in (*MAIN, *TOLD)]


def with_name(code: str, name_of: Name) -> str:
    """«131-14-9 Пожарная безопасность»; a code nobody knows stands alone."""
    name = name_of(code) if code else ""
    return f"{code} {name}" if name and name != code else code


def yes(value: bool) -> str:
    return "да" if value else "нет"


def roubles(kopecks: int | None) -> Decimal | None:
    return None if kopecks is None else Decimal(kopecks).scaleb(-2)


def step_rows(one: Entry) -> Iterator[Row]:
    for order, text in enumerate(one.passport.steps, 1):
        yield [order, text]


def money_rows(one: Entry) -> Iterator[Row]:
    for row in one.passport.money:
        yield [word_of(row.source, SOURCES), roubles(row.kopecks), row.note]


def partner_rows(one: Entry) -> Iterator[Row]:
    for row in one.passport.partners:
        yield [word_of(row.kind, PARTNERS), row.name, row.part]


def result_rows(one: Entry) -> Iterator[Row]:
    for row in one.passport.results:
        yield [row.indicator, row.before, row.after, row.unit]


def need_rows(one: Entry) -> Iterator[Row]:
    """Needs of the practice first, then those that a variant has instead."""
    yield from conditions_rows(one.conditions.needs, None)
    for order, variant in enumerate(one.conditions.variants, 1):
        yield from conditions_rows(variant.instead, order)


def conditions_rows(needs: Sequence[Condition], variant: int | None) -> Iterator[Row]:
    for row in needs:
        money = row.need is Need.MONEY
        yield [
            variant,
            word_of(row.need, NEEDS),
            roubles(row.least) if money else row.least,
            roubles(row.most) if money else row.most,
            word_of(row.code, PARTNERS) if row.need is Need.PARTNER else row.code,
            row.what,
            yes(row.essential),
        ]


def variant_rows(one: Entry) -> Iterator[Row]:
    for order, row in enumerate(one.conditions.variants, 1):
        yield [order, row.name, roubles(row.kopecks), row.what]


def video_rows(one: Entry) -> Iterator[Row]:
    for url, title in one.videos:
        yield [url, title]


ROWS: dict[str, Callable[[Entry], Iterator[Row]]] = {
    "steps": step_rows,
    "money": money_rows,
    "partners": partner_rows,
    "results": result_rows,
    "needs": need_rows,
    "variants": variant_rows,
    "videos": video_rows,
}
