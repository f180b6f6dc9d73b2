"""Texts people type are texts, whatever they look like; the setter reads nothing but its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from rost.documents.adapters.press import LARGE, NotSet
from rost.documents.adapters.typesetting import typeset
from rost.documents.kinds.finding import kind_named, kinds
from rost.documents.kinds.model import Job
from rost.documents.queries.papers import paper
from rost.documents.tests.looking import bare, opened, stretched, text_of, texts

HOSTILE = [
    '#import "@preview/cetz:0.3.0": *',
    '#read("job.json") #include "main.typ"',
    "*strong* _emph_ `raw` $x^2$ <label> @cite",
    "= Heading // comment /* more */ \\u{41} ~ -- ---",
    '"); #panic("x") #{ let a = 1',
    "#set page(width: 1mm)",
    "]]]}}})))",
    "<script>alert(1)</script>&amp;",
    "{name} {0} %s ${x}",
]
TURNED = "Ива\u202eнов\u0000 \u200f\u2066Пётр 😀 \ud83d"


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", sorted(kinds()))
def test_markup_in_a_text_is_printed_as_it_was_typed(kind: str, text: str) -> None:
    content = stretched(kind_named(kind).sample("ru"), text)

    read = text_of(paper(kind, [content], language="ru", title=text))

    assert [said for said in texts(content) if bare(said) not in read] == []


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_signs_without_a_form_stop_no_paper(kind: str) -> None:
    content = stretched(kind_named(kind).sample("ru"), TURNED)

    made = paper(kind, [content], language="ru", title=TURNED)

    assert bare("Иванов Пётр ?") in text_of(made)
    assert opened(made).metadata.title == "Иванов Пётр ? "  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "reach",
    [
        'read("/etc/hostname")',
        'read("../manage.py")',
        'read("manage.py")',
        f'read("{Path(__file__).resolve()}")',
    ],
)
def test_the_setter_reads_no_file_of_the_machine(reach: str) -> None:
    layout = f"#let layout(job) = {reach}"

    with pytest.raises(NotSet, match=r"not found|escape"):
        typeset(layout, Job([], {}, "ru", "Проба"))


def test_a_large_job_reads_no_file_either_and_says_what_was_wrong() -> None:
    """Large jobs are set in a process of their own."""
    layout = '#let layout(job) = read("manage.py")'
    sheet = kind_named("sign_in_sheet").sample("ru")

    with pytest.raises(NotSet, match="not found"):
        typeset(layout, Job([sheet] * (LARGE // 500), {}, "ru", "Проба"))
