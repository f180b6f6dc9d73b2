"""Lists of figures: flat as the statistics publish them, sheets; written once, taken back whole."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import call_command
from django.urls import reverse

from conftest import Cast
from rost.core.tables import TableRefused
from rost.directory.actions.imports import BatchClosed, open_batch
from rost.directory.actions.indicators import (
    INDICATORS,
    CodeTaken,
    Line,
    Point,
    apply_indicators,
    load_indicators,
    load_locations,
    name_code,
    withdraw_indicators,
    write_locations,
    write_values,
)
from rost.directory.models import (
    FormerValue,
    ImportBatch,
    Indicator,
    IndicatorCode,
    IndicatorValue,
    Location,
    Municipality,
)
from rost.directory.queries.imports.indicators import (
    FiguresReading,
    read_indicators,
    read_locations,
)

pytestmark = pytest.mark.django_db

FLAT = """oktmo;indicator_name;year;indicator_value;indicator_unit
80601410;Собственные доходы местного бюджета;2023;5200000,5;руб.
80601404;Собственные доходы местного бюджета;2023;3 100;тысяча рублей
80601404;Собственные доходы местного бюджета;2023;-10;тысяча рублей
80601410;Площадь территории;2023;12000;га
80601410;Площадь территории;2023;12000;кг
80601410;Доля владеющих башкирским языком;2023;104;процент
45000000;Площадь территории;2023;1;га
80601499;Площадь территории;2023;1;га
80601410;Число ведьм;2023;3;человек
80601410;Число ведьм;2022;2;человек
80601404;Площадь территории;вчера;7;га
80601410;Газ;2023;да;
80601404;Газ;2023;как когда;
80601404;Площадь территории;2023;…;га
"""


@pytest.fixture(autouse=True)
def _indicators(cast: Cast) -> None:
    load_indicators()


def read(text: str, **options: Any) -> FiguresReading:
    return read_indicators(io.BytesIO(text.encode()), "figures.csv", **options)


def batch_of(reading: FiguresReading, now: datetime, source: str = "Росстат") -> ImportBatch:
    return open_batch(
        kind=INDICATORS,
        about=source,
        file_name="figures.csv",
        uploaded_by=None,
        now=now,
        rows=reading.rows,
        faults=reading.faults,
    )


def standing() -> dict[tuple[str, str, int], float]:
    rows = IndicatorValue.objects.values_list(
        "municipality__code", "indicator__code", "year", "value"
    )
    return {(code, name, year): value for code, name, year, value in rows}


def test_a_flat_list_line_by_line() -> None:
    reading = read(FLAT)

    assert [(r["line"], r["code"], r["indicator"], r["value"]) for r in reading.rows] == [
        (2, "80601410", "own_revenue", 5200.0005),  # roubles became thousands
        (3, "80601404", "own_revenue", 3100.0),
        (5, "80601410", "area", 120.0),  # hectares became square kilometres
        (13, "80601410", "gas", 1.0),
    ]
    assert [(one["line"], one["fault"], one["value"]) for one in reading.faults] == [
        (4, "figure_negative", "-10"),
        (6, "unit_wrong", "кг"),
        (7, "share_over", "104"),
        (12, "year_wrong", "вчера"),
        (14, "yes_no_wrong", "как когда"),
    ]
    assert {(n["note"], n["value"], n["line"], n["lines"]) for n in reading.notes.values()} == {
        ("indicator_unknown", "Число ведьм", 10, 2),
        ("unit_changed", "руб. (Собственные доходы бюджета на жителя)", 2, 1),
        ("unit_changed", "га (Площадь территории)", 5, 1),
        ("place_unknown", "80601499", 9, 1),
    }
    assert reading.passed_over == 2  # another region, no data


def test_a_sheet_with_a_column_for_each_indicator_and_year() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Показатели поселений района"])
    book.active.append(
        ["Наименование", "Район", "Площадь территории, га, 2023 г.", "Население 2023", "ФАП", "Код"]
    )
    book.active.append(
        ["Аскаровский сельсовет", "Абзелиловский район", 12000, "8 100", "есть", None]
    )
    out = io.BytesIO()
    book.save(out)
    out.seek(0)

    reading = read_indicators(out, "Показатели.xlsx", year=2024)

    assert [(r["code"], r["indicator"], r["year"], r["value"]) for r in reading.rows] == [
        ("80601410", "area", 2023, 120.0),
        ("80601410", "population", 2023, 8100.0),
        ("80601410", "fap", 2024, 1.0),
    ]


def test_odd_figures_are_told_and_wait_for_a_word(now: datetime, cast: Cast) -> None:
    area = "80601410;Площадь территории;{};{};км2\n"
    head = FLAT.splitlines()[0] + "\n"
    apply_indicators(batch=batch_of(read(head + area.format(2021, 12)), now), now=now)

    reading = read(head + area.format(2022, 120) + area.format(2023, 121))
    batch = apply_indicators(batch=batch_of(reading, now), now=now)

    assert [(r["year"], r["doubt"], r.get("beside")) for r in reading.rows] == [
        (2022, "jump", 12.0),
        (2023, "", None),
    ]
    assert batch.outcome == {"created": 1, "changed": 0, "unchanged": 0, "left_out": 1}


def test_far_from_all_places_of_the_kind(cast: Cast) -> None:
    for n in range(25):
        Municipality.objects.create(
            code=f"806014{50 + n}",
            kind="rural_settlement",
            name=f"Сельсовет {n}",
            parent=cast.district,
            path=f"{cast.district.path}806014{50 + n}.",
            search_name=f"{n}",
            sort_key=f"{n}",
        )
    lines = [
        f"806014{50 + n};Доля владеющих башкирским языком;2023;{40 + n % 5};%" for n in range(25)
    ]
    lines[7] = lines[7].rpartition(";")[0].rpartition(";")[0] + ";99;%"

    reading = read("\n".join([FLAT.splitlines()[0], *lines]))

    assert [(r["line"], r["doubt"]) for r in reading.rows if r["doubt"]] == [(9, "far")]


def test_the_same_list_again_changes_nothing_and_taken_back_leaves_what_was(
    now: datetime, cast: Cast
) -> None:
    write_values(values=[Line(cast.askarovo, "area", 2023, 100)], source="прежний", now=now)
    before = standing()
    first = apply_indicators(batch=batch_of(read(FLAT), now), now=now)
    again = apply_indicators(batch=batch_of(read(FLAT), now), now=now)

    withdrawn = withdraw_indicators(batch=first, now=now)

    assert first.outcome == {"created": 3, "changed": 1, "unchanged": 0, "left_out": 0}
    assert again.outcome == {"created": 0, "changed": 0, "unchanged": 4, "left_out": 0}
    assert withdrawn.outcome["withdrawn"] == 4
    assert standing() == before
    assert not FormerValue.objects.exists()
    with pytest.raises(BatchClosed):
        withdraw_indicators(batch=first, now=now)


def test_taking_back_an_earlier_list_leaves_the_later_one(now: datetime, cast: Cast) -> None:
    head, line = FLAT.splitlines()[0], "80601410;Площадь территории;2023;{};км2"
    lists = [
        apply_indicators(
            batch=batch_of(read(f"{head}\n{line.format(area)}"), now, f"{area}"), now=now
        )
        for area in (100, 110, 120)
    ]

    withdraw_indicators(batch=lists[1], now=now)
    assert standing() == {("80601410", "area", 2023): 120.0}
    withdraw_indicators(batch=lists[2], now=now)
    assert standing() == {("80601410", "area", 2023): 100.0}
    withdraw_indicators(batch=lists[0], now=now)
    assert standing() == {}


def test_what_is_no_list_of_figures_says_so() -> None:
    assert [one["value"] for one in read("a;b\n1;2\n").faults] == ["code"]
    with pytest.raises(TableRefused):
        read("")
    with pytest.raises(TableRefused):
        read("oktmo;indicator;year;value\n80601410;Площадь территории;2023;1\n", limit=0)


def test_a_file_of_any_size_by_the_command(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "bd_pmo.csv"
    path.write_text(FLAT, encoding="cp1251")

    call_command("indicators", str(path), source="Росстат", apply=True)
    number = ImportBatch.objects.get().pk
    written = len(standing())
    call_command("indicators", withdraw=number)

    assert written == 4
    assert standing() == {}
    assert "line 4" in capsys.readouterr().out


def test_editors_teach_names_and_the_page_shows_both_steps(cast: Cast, signed_in: Any) -> None:
    client = signed_in(cast.nina)
    told = {"code": "ЧИСЛО  ВЕДЬМ", "indicator": "farms", "source": ""}
    client.post(reverse("directory:indicator_codes"), told)
    sent = io.BytesIO(FLAT.replace("человек", "единица").encode())
    sent.name = "figures.csv"

    answer = client.post(
        reverse("directory:register_lists"),
        {"kind": "indicators", "file": sent, "source": "Росстат на 1 января"},
        follow=True,
    )
    batch = ImportBatch.objects.get()
    client.post(reverse("directory:register_list_application", args=[batch.pk]))
    page = client.get(reverse("directory:register_list", args=[batch.pk])).content.decode()
    client.post(reverse("directory:register_list_taking_back", args=[batch.pk]))

    assert IndicatorCode.objects.get(code="число ведьм").indicator.code == "farms"
    assert "−10" in answer.content.decode() or "-10" in answer.content.decode()
    assert reverse("directory:register_list_taking_back", args=[batch.pk]) in page
    assert standing() == {}
    with pytest.raises(CodeTaken):
        name_code(code="число ведьм", indicator=Indicator.objects.get(code="area"), source="")


def test_where_centres_lie(cast: Cast, now: datetime) -> None:
    load_locations(now=now)
    write_locations(lines=[Point(cast.ufa, 54.7348, 55.9578)], source="Росреестр", now=now)

    load_locations(now=now)  # what is shipped does not replace what is better
    reading = read_locations(
        io.BytesIO("ОКТМО;lat;lon\n80601410;53,34;58,57\n80601404;95;58\n1;2;3\n".encode()),
        "centres.csv",
    )

    assert Location.objects.get(municipality=cast.ufa).source == "Росреестр"
    assert Location.objects.count() == 3  # the districts and the okrug of the cast
    assert [(r["code"], r["latitude"]) for r in reading.rows] == [("80601410", 53.34)]
    assert [(one["line"], one["fault"]) for one in reading.faults] == [
        (3, "degrees_wrong"),
        (4, "place_unknown"),
    ]
