"""Lists of the register: read with faults line by line, applied in one go, idempotent by code."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from rost.core.codes import oktmo_control
from rost.directory.actions.imports import BatchClosed, give_up_batch, open_batch
from rost.directory.actions.places import (
    CLASSIFIER,
    POPULATIONS,
    RegisterMoved,
    apply_classifier,
    apply_populations,
    load_register,
)
from rost.directory.messages import LINE_FAULTS, fault_text
from rost.directory.models import ImportBatch, Municipality, Population
from rost.directory.queries.imports import Reading, fault, read_classifier, read_populations
from rost.directory.queries.imports.classifier import short_name

pytestmark = pytest.mark.django_db

SOURCE = "Росстат, ОК 033-2013 на 1 ноября 2023 г."
# A neighbouring region, as a ministry would pass it on: spaces, the control digit behind.
ORENBURG = f"""Классификатор территорий муниципальных образований;;
ОКТМО;Наименование;Центр
53 000 000 {oktmo_control("53000000")};Оренбургская область;г Оренбург
53 600 000 {oktmo_control("53600000")};Муниципальные районы Оренбургской области/;
53 605 000 {oktmo_control("53605000")};Александровский муниципальный район;с Александровка
53 605 404 {oktmo_control("53605404")};сельское поселение Александровский сельсовет;с Александровка
53 605 404 101 {oktmo_control("53605404101")};с Александровка;
53 701 000 {oktmo_control("53701000")};городской округ город Оренбург;г Оренбург
"""


def csv(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding)


def xlsx(*rows: tuple[Any, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(reading: Reading) -> list[tuple[int, str]]:
    return [(one["line"], one["fault"]) for one in reading.faults]


def batch_of(reading: Reading, kind: str, now: datetime) -> ImportBatch:
    return open_batch(
        kind=kind,
        about=SOURCE,
        file_name="список.csv",
        uploaded_by=None,
        now=now,
        rows=reading.rows,
        faults=reading.faults,
    )


def applied(reading: Reading, now: datetime) -> dict[str, int]:
    return apply_classifier(batch=batch_of(reading, CLASSIFIER, now), now=now).outcome


# -- The classifier ----------------------------------------------------------------------------


def test_the_classifier_of_another_region_is_read_and_written(now) -> None:
    reading = read_classifier(csv(ORENBURG), "oktmo.csv")

    assert told(reading) == []
    assert reading.passed_over == 2  # the heading of the districts and a locality
    assert applied(reading, now) == {"created": 4, "changed": 0, "unchanged": 0}
    place = Municipality.objects.select_related("parent").get(code="53605404")
    assert (place.name, place.official_name) == (
        "Александровский сельсовет",
        "сельское поселение Александровский сельсовет",
    )
    assert (place.kind, place.parent.name, place.centre_type, place.centre_name) == (
        "rural_settlement",
        "Александровский район",
        "с",
        "Александровка",
    )
    assert (place.path, place.source) == (".53000000.53605000.53605404.", SOURCE)


def test_sending_the_same_list_again_changes_nothing(now) -> None:
    applied(read_classifier(csv(ORENBURG), "oktmo.csv"), now)

    outcome = applied(read_classifier(csv(ORENBURG), "oktmo.csv"), now)

    assert outcome == {"created": 0, "changed": 0, "unchanged": 4}


def test_the_same_list_is_read_from_windows_letters_and_from_a_sheet(now) -> None:
    of_text = read_classifier(csv(ORENBURG, "cp1251"), "oktmo.csv")
    rows = [tuple(line.split(";")) for line in ORENBURG.splitlines()]

    of_sheet = read_classifier(xlsx(*rows), "oktmo.xlsx")

    assert of_text.rows == of_sheet.rows == read_classifier(csv(ORENBURG), "").rows


def test_the_file_of_rosstat_is_read_without_headings(now) -> None:
    lines = [
        ("53", "000", "000", "000", "53000000", "1", "Оренбургская область", "г Оренбург"),
        ("53", "605", "000", "000", "53605000", "1", "Александровский район", "с Александровка"),
        ("53", "605", "404", "000", "53605404", "1", "Александровский сельсовет", ""),
        ("53", "605", "404", "101", "53605404101", "2", "с Александровка", ""),
    ]
    text = "\n".join(
        ";".join((*parts[:4], str(oktmo_control(parts[4])), *parts[5:])) for parts in lines
    )

    reading = read_classifier(csv(text, "cp1251"), "data-20231101.csv")

    assert told(reading) == []
    assert [row["code"] for row in reading.rows] == ["53000000", "53605000", "53605404"]
    assert reading.passed_over == 1


def test_every_fault_is_told_with_its_line_and_the_good_lines_stand(now) -> None:
    text = "\n".join(
        (
            "Код;КЧ;Наименование",
            f"53000000;{oktmo_control('53000000')};Оренбургская область",
            f"53605000;{(oktmo_control('53605000') + 1) % 10};Александровский район",
            "53605404;;Александровский сельсовет",
            "5370100;;город Оренбург",
            "53ОО1000;;город Бугуруслан",
            "53712000;;город Гай",
            "53712000;;город Гай",
            "53723000;;",
        )
    )

    reading = read_classifier(csv(text), "oktmo.csv")

    assert told(reading) == [
        (3, "oktmo_control"),
        (4, "parent_unknown"),
        (5, "oktmo_length"),
        (6, "oktmo_not_digits"),
        (8, "duplicate"),
        (9, "empty"),
    ]
    assert [row["code"] for row in reading.rows] == ["53000000", "53712000"]
    assert reading.faults[0]["column"] == "Код"


def test_a_list_without_the_needed_columns_says_which(now) -> None:
    reading = read_classifier(csv("Имя;Телефон\nИльдар;+7\n"), "people.csv")

    assert reading.rows == []
    assert reading.faults == [
        fault(1, "column_missing", value="code"),
        fault(1, "column_missing", value="name"),
    ]


def test_the_shipped_register_and_the_classifier_meet_by_code(now) -> None:
    load_register(now=now)
    text = (
        "ОКТМО;Наименование\n"
        "80601410;сельское поселение Аскаровский сельсовет\n"
        "80601000;Абзелиловский муниципальный район\n"
    )

    outcome = applied(read_classifier(csv(text), "oktmo.csv"), now)

    district = Municipality.objects.get(code="80601000")
    assert outcome == {"created": 0, "changed": 2, "unchanged": 0}
    assert (district.name, district.name_ba, district.centre_name) == (
        "Абзелиловский район",
        "Әбйәлил районы",
        "Аскарово",
    )
    assert Municipality.objects.count() == 896


def test_a_district_that_the_list_renames_is_renamed_for_search_of_what_lies_in_it(now) -> None:
    load_register(now=now)

    applied(read_classifier(csv("ОКТМО;Наименование\n80601000;Уральский район\n"), ""), now)

    assert "уральский" in Municipality.objects.get(code="80601410").search_name


@pytest.mark.parametrize(
    ("official", "short"),
    [
        ("Абзелиловский муниципальный район", "Абзелиловский район"),
        ("муниципальный район Абзелиловский район", "Абзелиловский район"),
        ("сельское поселение Аскаровский сельсовет", "Аскаровский сельсовет"),
        ("городской округ город Уфа", "город Уфа"),
        ("город Уфа", "город Уфа"),
    ],
)
def test_screens_use_the_short_name(official: str, short: str) -> None:
    assert short_name(official) == short


# -- Two steps ---------------------------------------------------------------------------------


def test_a_list_is_applied_once(now) -> None:
    batch = batch_of(read_classifier(csv(ORENBURG), ""), CLASSIFIER, now)
    apply_classifier(batch=batch, now=now)

    with pytest.raises(BatchClosed):
        apply_classifier(batch=batch, now=now)

    batch.refresh_from_db()
    assert (batch.rows, batch.good, batch.applied_at) == ([], 4, now)


def test_a_list_given_up_writes_nothing(now) -> None:
    batch = batch_of(read_classifier(csv(ORENBURG), ""), CLASSIFIER, now)

    give_up_batch(batch=batch, now=now)

    with pytest.raises(BatchClosed):
        apply_classifier(batch=batch, now=now)
    assert Municipality.objects.count() == 0


def test_nothing_is_half_written_when_a_parent_has_gone_meanwhile(cast, now) -> None:
    text = "ОКТМО;Наименование\n80702000;город Новый\n80601499;Новый сельсовет\n"
    batch = batch_of(read_classifier(csv(text), ""), CLASSIFIER, now)
    batch.rows[-1]["parent"] = "80699000"
    batch.save()
    before = set(Municipality.objects.values_list("code", flat=True))

    with pytest.raises(RegisterMoved):
        apply_classifier(batch=batch, now=now)

    batch.refresh_from_db()
    assert set(Municipality.objects.values_list("code", flat=True)) == before
    assert batch.applied_at is None


def test_every_fault_has_words(now) -> None:
    codes = ["column_missing", *LINE_FAULTS]

    texts = [fault_text(fault(7, code, value="80601410")) for code in codes]

    assert [text for text, code in zip(texts, codes, strict=True) if code in text] == []


# -- Population --------------------------------------------------------------------------------


def figures(reading: Reading, now: datetime) -> dict[str, int]:
    return apply_populations(batch=batch_of(reading, POPULATIONS, now), now=now).outcome


def test_figures_are_read_by_code_and_year(cast, now) -> None:
    text = "ОКТМО;Год;Численность населения, человек\n80 601 410;2010;9 876\n80601404;2010;2900,0\n"

    outcome = figures(read_populations(csv(text), "census.csv"), now)

    assert outcome == {"created": 2, "changed": 0, "unchanged": 0}
    kept = Population.objects.order_by("people").values_list("municipality__code", "year", "people")
    assert list(kept) == [("80601404", 2010, 2900), ("80601410", 2010, 9876)]
    assert set(Population.objects.values_list("source", flat=True)) == {SOURCE}


def test_figures_are_read_by_name_with_the_district_and_a_column_a_year(cast, now) -> None:
    rows = (
        ("Численность населения на 1 января",),
        ("Муниципальное образование", "Муниципальный район", "2019 г.", "2020"),
        ("Аскаровский сельсовет", "Абзелиловский район", 10_000, 10_050),
        ("АЛЬМУХАМЕТОВСКИЙ  СЕЛЬСОВЕТ", "Абзелиловский район", 2_800, "…"),
    )

    reading = read_populations(xlsx(*rows), "stat.xlsx")

    assert told(reading) == []
    assert [(row["code"], row["year"], row["people"]) for row in reading.rows] == [
        ("80601410", 2019, 10_000),
        ("80601410", 2020, 10_050),
        ("80601404", 2019, 2_800),
    ]
    assert reading.passed_over == 1


def test_the_year_may_be_told_for_the_whole_list(cast) -> None:
    reading = read_populations(csv("ОКТМО;Население\n80601410;10128\n"), "", year=2021)

    assert [(row["year"], row["people"]) for row in reading.rows] == [(2021, 10_128)]


def test_bad_figures_are_told_line_by_line(cast, now) -> None:
    load_register(now=now)
    text = "\n".join(
        (
            "ОКТМО;Наименование;Район;Год;Население",
            "80601410;;;2010;десять тысяч",
            "80601410;;;210;10",
            "80601410;;;2011;-5",
            "80601410;;;2012;10,5",
            "80601410;;;2013;99999999999",
            "80699000;;;2010;10",
            ";Николаевский сельсовет;;2010;10",
            ";Николаевский сельсовет;Уфимский район;2010;10",
            ";Нигдейский сельсовет;;2010;10",
            "80601410;;;2014;10",
            "80601410;;;2014;11",
            ";;;2010;10",
        )
    )

    reading = read_populations(csv(text), "census.csv")

    assert told(reading) == [
        (2, "number_wrong"),
        (3, "year_wrong"),
        (4, "number_wrong"),
        (5, "number_wrong"),
        (6, "number_too_large"),
        (7, "place_unknown"),
        (8, "place_ambiguous"),
        (10, "place_unknown"),
        (12, "duplicate"),
        (13, "empty"),
    ]
    assert [(row["line"], row["people"]) for row in reading.rows] == [(9, 10), (11, 10)]


def test_a_corrected_figure_replaces_the_old_one(cast, now) -> None:
    first = "ОКТМО;Год;Население\n80601410;2010;1\n80601404;2010;2\n"
    second = "ОКТМО;Год;Население\n80601410;2010;3\n80601404;2010;2\n80601404;2011;4\n"
    figures(read_populations(csv(first), ""), now)

    outcome = figures(read_populations(csv(second), ""), now)

    assert outcome == {"created": 1, "changed": 1, "unchanged": 1}
    assert Population.objects.get(municipality=cast.askarovo, year=2010).people == 3


def test_a_list_of_any_length_is_written_in_the_same_number_of_queries(
    now, django_assert_max_num_queries
) -> None:
    load_register(now=now)
    codes = Municipality.objects.values_list("code", flat=True)
    text = "ОКТМО;Год;Население\n" + "".join(f"{code};2010;{n}\n" for n, code in enumerate(codes))
    batch = batch_of(read_populations(csv(text), ""), POPULATIONS, now)

    with django_assert_max_num_queries(12):
        apply_populations(batch=batch, now=now)

    assert Population.objects.filter(year=2010).count() == 896
