"""Collections in and out: nothing is lost on the way, nothing is written twice."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from conftest import NOW, Cast
from rost.core import conditions as needs
from rost.core.conditions import Condition, Conditions, Need, Variant
from rost.core.passport import (
    MONEY_SOURCES,
    MOST_KOPECKS,
    PARTNER_KINDS,
    Money,
    Partner,
    Passport,
    Result,
    dump,
)
from rost.core.tables import Limits, read_sheets, write_csv, write_xlsx
from rost.directory.models import ImportBatch
from rost.directory.queries.visitors import local_day
from rost.library.actions.exchange import (
    NothingToTakeBack,
    apply_collection,
    open_collection,
    take_back_collection,
)
from rost.library.models import Practice, PracticeState
from rost.library.queries.exchange.raw import read_tables
from rost.library.queries.exchange.reading import read_collection
from rost.library.queries.exchange.taken import kept_entries, workbook
from rost.library.queries.exchange.template import template
from rost.library.queries.exchange.values import parse
from rost.library.rules.exchange import Entry

from .review_stage import published_practice, sent_practice

DAY = local_day(NOW)
SIGNS = "аяҡҙҫғңөүәһЁё =+-@'\"«»№\n\t;,|0123456789aZ<&>👨‍👩‍👧\u00ad\u00a0"
TEXT = st.text(SIGNS, max_size=30).map(str.strip)
SUM = st.integers(0, MOST_KOPECKS)
FIGURE = st.none() | st.integers(1, 240)
CONDITION = st.one_of(
    st.builds(Condition, st.just(Need.STAFF), FIGURE.filter(bool), essential=st.booleans()),
    st.builds(Condition, st.just(Need.MONEY), SUM.filter(bool), what=TEXT),
    st.builds(Condition, st.just(Need.LAND), what=TEXT.filter(bool)),
    st.builds(
        Condition, st.just(Need.PARTNER), code=st.sampled_from(needs.PARTNER_KINDS), what=TEXT
    ),
    st.builds(Condition, st.just(Need.POWER), code=st.just("131-14-19")),
)
ENTRY = st.builds(
    Entry,
    passport=st.builds(
        Passport,
        title=TEXT.filter(bool),
        year=st.none() | st.integers(1990, 2099),
        local_issues=st.lists(
            st.sampled_from(["131-14-9", "131-14-19", "131-14-1"]), unique=True
        ).map(tuple),
        national_project=st.sampled_from(["", "2019-demography"]),
        problem=TEXT,
        solution=TEXT,
        steps=st.lists(TEXT, max_size=4).map(tuple),
        resources=TEXT,
        money=st.lists(st.builds(Money, st.sampled_from(MONEY_SOURCES), SUM, TEXT), max_size=3).map(
            tuple
        ),
        partners=st.lists(
            st.builds(Partner, st.sampled_from(PARTNER_KINDS), TEXT, TEXT), max_size=3
        ).map(tuple),
        legal_acts=TEXT,
        results=st.lists(st.builds(Result, TEXT, TEXT, TEXT, TEXT), max_size=3).map(tuple),
        mistakes=TEXT,
        conditions=TEXT,
        contact=TEXT,
    ),
    conditions=st.builds(
        Conditions,
        needs=st.lists(CONDITION, max_size=3).map(tuple),
        variants=st.lists(
            st.builds(
                Variant,
                TEXT.filter(bool),
                SUM,
                TEXT,
                st.lists(CONDITION, max_size=2).map(tuple),
            ),
            max_size=2,
        ).map(tuple),
    ),
    language=st.sampled_from(["ru", "ba", "en"]),
    shows_contact=st.booleans(),
)


@given(st.lists(ENTRY, min_size=1, max_size=3))
@hypothesis(max_examples=40, deadline=None)
def test_what_a_workbook_carries_comes_back_as_it_was(entries: list[Entry]) -> None:
    sent = read_tables(write_xlsx(workbook(entries)), "книга.xlsx", Limits())

    read = [parse(raw) for raw in sent.raws]

    assert sent.faults == []
    assert [one.faults for one in read] == [[] for _one in entries]
    assert [(one.passport, one.conditions, one.language, one.shows_contact) for one in read] == [
        (one.passport, one.conditions, one.language, one.shows_contact) for one in entries
    ]


RICH = Passport(
    title="=Родник «Аҡбулаҡ» & Ко",
    territory="80601410",
    year=2019,
    local_issues=("131-14-9", "131-14-19"),
    national_project="2019-demography",
    problem="Строка один\nстрока два\n\n- и тире",
    solution="+7 дней\tработы",
    steps=("Сход", "@Субботник", "-Навес"),
    money=(
        Money("local", 123456789012, "навес"),
        Money("residents", 0),
        Money("other", 1, "копейка"),
    ),
    partners=(Partner("ngo", "ТОС «Үҙән»", ""),),
    results=(Result("Дворов", "0", "", "дворов"), Result("Доля", "12,5", "48", "%")),
    contact="8 900 000-00-00",
)


def cells(data: bytes) -> list[tuple[str, tuple[str, ...], list[tuple[str, ...]]]]:
    return [(one.sheet, one.header, [row.cells for row in one.rows]) for one in read_sheets(data)]


def bring(cast: Cast, data: bytes, name: str = "книга.xlsx", **more: Any) -> ImportBatch:
    found = read_collection(data, name, person=cast.nina, day=DAY)
    batch = open_collection(collection=found, file_name=name, by=cast.nina, now=NOW)
    told = {"chosen": {}, "send": False} | more
    return apply_collection(batch=batch, by=cast.nina, now=NOW, **told)


def test_a_workbook_through_the_product_is_the_same_cell_by_cell(cast: Cast) -> None:
    practice = sent_practice(
        cast.nina, cast.askarovo, title=RICH.title, passport=dump(RICH), state=PracticeState.DRAFT
    )
    before = write_xlsx(workbook(kept_entries(cast.nina)))
    Practice.objects.all().delete()

    batch = bring(cast, before)

    assert batch.outcome == {"created": 1, "sent": 0, "changed": 0, "unchanged": 0}
    after = cells(write_xlsx(workbook(kept_entries(cast.nina))))
    number = str(Practice.objects.get().pk)
    wanted = cells(before)
    assert wanted[0][2][0][1] == str(practice.pk)
    wanted[0][2][0] = (wanted[0][2][0][0], number, *wanted[0][2][0][2:])  # the number is new
    assert after == wanted
    assert Practice.objects.get().passport == dump(RICH)


def test_applied_and_sent_again_nothing_changes(cast: Cast) -> None:
    data = write_xlsx(workbook([Entry(RICH)]))
    first = bring(cast, data)
    again = bring(cast, data)

    assert (first.outcome["created"], again.outcome["unchanged"]) == (1, 1)
    assert Practice.objects.count() == 1


def test_complete_ones_are_sent_and_a_list_can_be_taken_back(cast: Cast) -> None:
    short = Passport(title="Только название")
    batch = bring(cast, write_xlsx(workbook([Entry(RICH), Entry(short)])), send=True)

    assert batch.outcome == {"created": 1, "sent": 1, "changed": 0, "unchanged": 0}
    Practice.objects.filter(title="Только название").update(saving=1)  # somebody wrote on

    assert take_back_collection(batch=batch, now=NOW) == (1, 1)
    assert Practice.objects.get().title == "Только название"
    with pytest.raises(NothingToTakeBack):
        take_back_collection(batch=batch, now=NOW)


def test_duplicates_are_shown_and_only_own_drafts_are_written_over(cast: Cast) -> None:
    standing = published_practice(cast)
    hidden = sent_practice(
        cast.ildar, cast.almukhametovo, title="Чужой черновик", state=PracticeState.DRAFT
    )
    bring(cast, write_xlsx(workbook([Entry(RICH)])))
    rows = [
        Entry(Passport(title=RICH.title, territory=RICH.territory, problem="Иначе")),
        Entry(Passport(title=standing.title, territory="80601410", problem="Иначе")),
        Entry(Passport(title=hidden.title, territory="80601404")),
    ]

    found = read_collection(write_xlsx(workbook(rows)), "книга.xlsx", person=cast.nina, day=DAY)

    assert [row["offered"] for row in found.rows] == [
        ["update", "skip", "new"],
        ["skip", "new"],
        ["new"],  # a draft is its authors' alone: nothing says that it is there
    ]


def test_a_flat_list_in_the_old_code_page_with_other_headings(cast: Cast) -> None:
    rows = [
        ["Свод лучших практик района"],
        ["№ п/п", "Наименование практики", "Район", "Поселение", "Год реализации", "Проблематика",
         "Этапы", "Источники финансирования", "Результат", "Цвет"],
        ["1", "Свет на улицах", "Абзелиловский", "Аскаровский сельсовет", "2018–2019 гг.", "Темно",
         "1. Сход\n2. Монтаж", "бюджет РБ – 1,2 млн руб.\nжители: 40 000,50 руб.",
         "Улиц со светом: 0 – 3 улиц", "синий"],
    ]  # fmt: skip
    text = write_csv(rows).decode("utf-8-sig").encode("cp1251", errors="replace")

    found = read_collection(text, "свод.csv", person=cast.nina, day=DAY)

    assert found.faults == []
    assert found.unknown == ["Цвет"]
    passport = found.rows[0]["passport"]
    assert (passport["territory"], passport["year"]) == ("80601410", 2019)
    assert passport["steps"] == ["Сход", "Монтаж"]
    assert [(one["source"], one["kopecks"]) for one in passport["money"]] == [
        ("republican", 120000000),
        ("residents", 4000050),
    ]
    assert passport["results"] == [
        {"indicator": "Улиц со светом", "before": "0", "after": "3", "unit": "улиц"}
    ]


def test_faults_name_line_and_column_and_leave_the_practice_out(cast: Cast) -> None:
    other = cast.askarovo.__class__.objects.create(
        code="80611410",
        kind=cast.askarovo.kind,
        name="Аскаровский сельсовет",
        parent=cast.other_district,
        path=f"{cast.other_district.path}80611410.",
        search_name=cast.askarovo.search_name,
        sort_key=cast.askarovo.sort_key,
    )
    rows = [
        ["Название", "Поселение", "Район", "ОКТМО", "Год", "Стоимость"],
        ["Без района", "Аскаровский сельсовет", "", "", "2019", "1 000"],
        ["С районом", "Аскаровский сельсовет", "Белорецкий район", "", "2019", "1 000"],
        ["Нет такого", "Нигдеевский сельсовет", "", "", "2019", ""],
        ["Плохой код", "", "", "1234", "давно", ""],
        ["С районом", "", "", "80611410", "2019", ""],
        ["", "", "", "80611410", "2019", ""],
    ]

    found = read_collection(write_csv(rows), "свод.csv", person=cast.nina, day=DAY)

    assert [(row["title"], row["municipality"]) for row in found.rows] == [("С районом", other.pk)]
    assert [(one["line"], one["column"], one["fault"]) for one in found.faults] == [
        (2, "Муниципальное образование", "place_candidates"),
        (4, "Муниципальное образование", "place_unknown"),
        (5, "Год", "year_wrong"),
        (5, "ОКТМО", "oktmo_length"),
        (6, "Название", "title_twice"),
        (7, "Название", "title_missing"),
    ]
    assert found.faults[0]["value"] == (
        "Аскаровский сельсовет: Абзелиловский район; Белорецкий район"
    )


def document(*, rows: Sequence[tuple[str, str]] = (), lines: Sequence[str] = ()) -> bytes:
    import docx

    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if rows:
        table = made.add_table(rows=0, cols=2)
        for label, text in rows:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, text
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def folder(files: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return written.getvalue()


def test_a_folder_of_word_passports_tables_and_headings(cast: Cast) -> None:
    table = document(
        rows=[
            ("1. Наименование практики", "Клуб по вечерам"),
            ("Муниципальное образование", "Аскаровский сельсовет Абзелиловского района"),
            ("Год", "2019"),
            ("Проблема:", "Клуб закрыт\nпосле пяти"),
            ("Цвет стен", "синий"),
        ]
    )
    headed = document(
        lines=["Родник", "Проблема", "Воду возили.", "Далеко.", "Решение: расчистили", "Этапы",
               "1) Сход", "2) Субботник"]
    )  # fmt: skip
    data = folder(
        {
            "практики/../../а.docx": table,
            "б.docx": headed,
            "в.docx": b"PK\x03\x04broken",
            "г.docm": table,
            "фото.jpg": b"\xff\xd8\xff",
        }
    )

    found = read_collection(data, "папка.zip", person=cast.nina, day=DAY)

    first, second = (row["passport"] for row in found.rows)
    assert (first["title"], first["territory"], first["problem"]) == (
        "Клуб по вечерам",
        "80601410",
        "Клуб закрыт\nпосле пяти",
    )
    assert (second["title"], second["problem"], second["solution"], second["steps"]) == (
        "Родник",
        "Воду возили.\nДалеко.",
        "расчистили",
        ["Сход", "Субботник"],
    )
    assert found.unknown == ["Цвет стен"]
    assert [(one["line"], one["column"], one["fault"]) for one in found.faults] == [
        (3, "в.docx", "document_broken")
    ]


def body(xml: bytes) -> bytes:
    return folder({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml})


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (body(b"<a>" + b" " * 7_000_000 + b"</a>"), "document_too_large"),
        (body(b'<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'), "document_broken"),
        (body(b"<a>"), "document_broken"),
        (
            folder({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"MZ"}),
            "document_macros",
        ),
    ],
)
def test_hostile_documents_are_faults_of_their_line(cast: Cast, data: bytes, fault: str) -> None:
    found = read_collection(folder({"а.docx": data}), "папка.zip", person=cast.nina, day=DAY)

    assert [one["fault"] for one in found.faults] == [fault]
    assert found.rows == []


def test_the_template_reads_back_as_one_practice(cast: Cast) -> None:
    found = read_collection(write_xlsx(template(DAY)), "шаблон.xlsx", person=cast.nina, day=DAY)

    assert found.faults == []
    assert [row["place"] for row in found.rows] == ["Аскаровский сельсовет, Абзелиловский район"]
    assert found.rows[0]["missing"] == []
