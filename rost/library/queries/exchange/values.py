"""Texts of a line as a passport: codes for words, kopecks for sums, and what cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from rost.core.conditions import Condition, Conditions, Need, Variant
from rost.core.conditions import faults as condition_faults
from rost.core.passport import Money, Partner, Passport, Result
from rost.core.passport import faults as passport_faults
from rost.directory.queries.imports import ImportFault, fault
from rost.directory.queries.reference import every_national_project
from rost.library.rules.exchange.book import MAIN, ROW_SHEETS
from rost.library.rules.exchange.words import (
    LANGUAGES,
    NEEDS,
    PARTNERS,
    SOURCES,
    code_of,
    kopecks_in,
    plain,
    year_in,
    yes_or_no,
)
from rost.library.rules.uploads import LONGEST_URL, LONGEST_VIDEO_TITLE, MOST_VIDEOS

from .by_name import issues_by_name, nationals_by_name
from .flat import flat_money, flat_partners, flat_results, flat_steps
from .raw import Raw

ISSUE = re.compile(r"\b\d{2,3}-\d{1,2}-\d{1,2}(?:\.\d)?\b", re.ASCII)
TEXTS = (
    "title",
    "problem",
    "solution",
    "resources",
    "legal_acts",
    "mistakes",
    "conditions",
    "contact",
)
WHOLE = re.compile(r"\d{1,9}")
WEB = ("http://", "https://")


@dataclass(slots=True)
class Parsed:
    """What a line says, as far as it could be read."""

    raw: Raw
    passport: Passport = field(default_factory=Passport)
    conditions: Conditions = field(default_factory=Conditions)
    videos: list[dict[str, str]] = field(default_factory=list)
    language: str = "ru"
    shows_contact: bool = False
    faults: list[ImportFault] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # fields whose text went on as it stood

    def wrong(self, code: str, *, column: str, value: str = "", line: int | None = None) -> None:
        head = f"{self.raw.file}: {column}" if self.raw.file else column
        self.faults.append(fault(line or self.raw.line, code, column=head, value=value))


def parse(raw: Raw) -> Parsed:
    """Everything but the place, which the register decides upon."""
    parsed = Parsed(raw)
    values = raw.values
    texts: dict[str, Any] = {name: values.get(name, "") for name in TEXTS}
    passport = Passport(
        **texts,
        year=year_of(parsed, values.get("year", "")),
        local_issues=issues_of(parsed, values.get("issues", "")),
        national_project=national_of(parsed, values.get("national", "")),
    )
    parsed.passport = with_rows(parsed, passport)
    parsed.conditions = conditions_of(parsed)
    parsed.videos = videos_of(parsed)
    parsed.language = chosen(parsed, "language", LANGUAGES) or "ru"
    parsed.shows_contact = told_yes(parsed, values.get("shows_contact", ""), "shows_contact")
    check(parsed)
    return parsed


def year_of(parsed: Parsed, text: str) -> int | None:
    year = year_in(text)
    if text and year is None:
        parsed.wrong("year_wrong", column=MAIN["year"][0], value=text)
    return year


def issues_of(parsed: Parsed, text: str) -> tuple[str, ...]:
    """Codes where there are any; otherwise names, one a line."""
    codes = ISSUE.findall(text)
    if codes:
        return tuple(dict.fromkeys(codes))
    found = []
    for name in filter(None, (one.strip() for one in re.split(r"[\n;]", text))):
        code = issues_by_name().get(plain(name))
        if code is None:
            parsed.wrong("issue_unknown", column=MAIN["issues"][0], value=name)
        else:
            found.append(code)
    return tuple(dict.fromkeys(found))


def national_of(parsed: Parsed, text: str) -> str:
    if not text or plain(text) in ("нет", "не относится"):
        return ""
    first = text.split(None, 1)[0]
    if first in every_national_project():
        return first
    known = nationals_by_name()
    code = known.get(plain(text)) or known.get(plain(text.replace("Национальный проект", "")))
    if code is None:
        parsed.wrong("national_unknown", column=MAIN["national"][0], value=text)
    return code or ""


def with_rows(parsed: Parsed, passport: Passport) -> Passport:
    """From the sheets of rows; from one cell where there are none of the kind."""
    values, rows = parsed.raw.values, parsed.raw.rows
    steps = tuple(row["text"] for _line, row in rows.get("steps", ()))
    passport = replace(passport, steps=steps or flat_steps(values.get("steps", "")))
    if "money" in rows:
        passport = replace(passport, money=tuple(money_of(parsed)))
    else:
        money, rest = flat_money(values.get("money", ""), values.get("cost", ""))
        if rest:
            parsed.kept.append("money")
        resources = "\n".join(filter(None, (passport.resources, rest)))
        passport = replace(passport, money=money, resources=resources)
    if "partners" in rows:
        passport = replace(passport, partners=tuple(partners_of(parsed)))
    else:
        passport = replace(passport, partners=flat_partners(values.get("partners", "")))
    if "results" in rows:
        told = (row for _line, row in rows["results"])
        results = tuple(
            Result(one["indicator"], one["before"], one["after"], one["unit"]) for one in told
        )
    else:
        results = flat_results(values.get("results", ""))
    return replace(passport, results=results)


def money_of(parsed: Parsed) -> Iterator[Money]:
    for line, row in parsed.raw.rows["money"]:
        source = listed(parsed, line, row["source"], "money", "source", SOURCES) or "other"
        yield Money(source, sum_of(parsed, line, row["sum"], "money") or 0, row["note"])


def partners_of(parsed: Parsed) -> Iterator[Partner]:
    for line, row in parsed.raw.rows["partners"]:
        kind = listed(parsed, line, row["kind"], "partners", "kind", PARTNERS) or "other"
        yield Partner(kind, row["name"], row["part"])


def conditions_of(parsed: Parsed) -> Conditions:
    needs: list[Condition] = []
    instead: dict[str, list[Condition]] = {}
    for line, row in parsed.raw.rows.get("needs", ()):
        condition = need_of(parsed, line, row)
        if condition is not None:
            whose = instead.setdefault(row["variant"], []) if row["variant"] else needs
            whose.append(condition)
    variants = []
    for number, (line, row) in enumerate(parsed.raw.rows.get("variants", ()), 1):
        order = row["order"] or str(number)
        kopecks = sum_of(parsed, line, row["sum"], "variants") or 0
        own = tuple(instead.pop(order, ()))
        variants.append(Variant(row["name"], kopecks, row["what"], own))
    for order in instead:
        column = heading("needs", "variant")
        parsed.wrong("variant_unknown", column=column, value=order)
    return Conditions(tuple(needs), tuple(variants))


def need_of(parsed: Parsed, line: int, row: dict[str, str]) -> Condition | None:
    told = code_of(row["need"], NEEDS)
    if told is None:
        parsed.wrong("word_unknown", column=heading("needs", "need"), value=row["need"], line=line)
        return None
    need = Need(told)
    read: Callable[[Parsed, int, str, str], int | None] = sum_of if need is Need.MONEY else whole_of
    code = row["code"]
    if need is Need.PARTNER and code:
        code = listed(parsed, line, code, "needs", "code", PARTNERS) or ""
    essential = yes_or_no(row["essential"]) if row["essential"] else True
    return Condition(
        need,
        read(parsed, line, row["least"], "needs"),
        read(parsed, line, row["most"], "needs"),
        code,
        row["what"],
        essential is not False,
    )


def videos_of(parsed: Parsed) -> list[dict[str, str]]:
    found = []
    for line, row in parsed.raw.rows.get("videos", ()):
        if not row["url"].startswith(WEB) or len(row["url"]) > LONGEST_URL:
            column = heading("videos", "url")
            parsed.wrong("address_wrong", column=column, value=row["url"], line=line)
            continue
        found.append({"url": row["url"], "title": row["title"][:LONGEST_VIDEO_TITLE]})
    if len(found) > MOST_VIDEOS:
        parsed.wrong("too_many", column=heading("videos", "url"), value=str(MOST_VIDEOS))
    return found


def listed(parsed: Parsed, line: int, text: str, sheet: str, column: str, words: Any) -> str | None:
    code = code_of(text, words)
    if code is None:
        head = heading(sheet, column)
        parsed.wrong("word_unknown", column=head, value=text or "–", line=line)
    return code


def chosen(parsed: Parsed, name: str, words: Any) -> str | None:
    text = parsed.raw.values.get(name, "")
    if not text:
        return None
    code = code_of(text, words)
    if code is None:
        parsed.wrong("word_unknown", column=MAIN[name][0], value=text)
    return code


def told_yes(parsed: Parsed, text: str, name: str) -> bool:
    told = yes_or_no(text)
    if told is None:
        parsed.wrong("word_unknown", column=MAIN[name][0], value=text)
    return bool(told)


def sum_of(parsed: Parsed, line: int, text: str, sheet: str) -> int | None:
    if not text:
        return None
    kopecks = kopecks_in(text)
    if kopecks is None:
        column = heading(sheet, "least" if sheet == "needs" else "sum")
        parsed.wrong("sum_wrong", column=column, value=text, line=line)
    return kopecks


def whole_of(parsed: Parsed, line: int, text: str, sheet: str) -> int | None:
    figures = re.sub(r"[\s\u00a0\u202f]", "", text)
    if not figures:
        return None
    if not WHOLE.fullmatch(figures):
        parsed.wrong("whole_wrong", column=heading(sheet, "least"), value=text, line=line)
        return None
    return int(figures)


def heading(sheet: str, column: str) -> str:
    titles, columns = ROW_SHEETS[sheet]
    return f"{titles[0]}: {columns[column][0]}"


def check(parsed: Parsed) -> None:
    """Faults of the whole: lengths, counts, figures out of range."""
    if not parsed.passport.title:
        parsed.wrong("title_missing", column=MAIN["title"][0])
    for one in passport_faults(parsed.passport):
        row = f" {one.row + 1}" if one.row is not None else ""
        column = f"{COLUMNS_OF.get(one.field, one.field)}{row}"
        parsed.wrong(f"passport_{one.why.value}", column=column, value=str(one.most or ""))
    for bad in condition_faults(parsed.conditions):
        row = f" {bad.row + 1}" if bad.row is not None else ""
        sheet = "variants" if bad.field.startswith(("variants", "instead")) else "needs"
        column = f"{ROW_SHEETS[sheet][0][0]}{row}"
        parsed.wrong(f"condition_{bad.why.value}", column=column, value=str(bad.most or ""))


COLUMNS_OF = {
    **{name: MAIN[name][0] for name in TEXTS},
    **{name: ROW_SHEETS[name][0][0] for name in ("steps", "money", "partners", "results")},
    "year": MAIN["year"][0],
    "local_issues": MAIN["issues"][0],
    "national_project": MAIN["national"][0],
    "territory": MAIN["code"][0],
}
