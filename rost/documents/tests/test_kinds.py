"""A kind is a folder: what each has, and that a new one is found by being there."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from rost.documents import kinds as shelf
from rost.documents.adapters.typesetting import shared_layouts
from rost.documents.kinds.finding import kind_named, kinds, layout_digest, layout_of
from rost.documents.queries.papers import paper
from rost.documents.tests.looking import bare, text_of

PARTS = ("__init__.py", "content.py", "page.typ", "sample.py")
POSTCARD = {
    "__init__.py": """
from dataclasses import dataclass
from rost.documents.kinds.model import Kind

@dataclass(frozen=True)
class Postcard:
    greeting: str

KIND = Kind(
    name="postcard", title="Postcard", content=Postcard,
    sample=lambda language: Postcard("Һаумыһығыҙ"), words={"stamp": "Марка"},
)
""",
    "page.typ": """
#import "base.typ": *
#let layout(job) = {
  set text(font: serif)
  for it in job.contents [#it.greeting #job.words.stamp]
}
""",
}


@pytest.fixture
def postcard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder of a new kind, laid beside the others."""
    folder = tmp_path / "postcard"
    folder.mkdir()
    for name, text in POSTCARD.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(shelf, "__path__", [*shelf.__path__, str(tmp_path)])
    yield "postcard"  # type: ignore[misc]
    sys.modules.pop("rost.documents.kinds.postcard", None)


def test_the_kinds_of_the_house() -> None:
    assert list(kinds()) == [
        "badge",
        "certificate",
        "destruction_act",
        "edition_account",
        "participant_list",
        "practice",
        "practice_application",
        "programme",
        "resolution",
        "sign_in_sheet",
    ]


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_kind_has_all_its_parts(name: str) -> None:
    folder = files(f"{shelf.__name__}.{name}")

    assert [part for part in PARTS if not folder.joinpath(part).is_file()] == []
    for language in ("ru", "ba", "en"):
        assert isinstance(kind_named(name).sample(language), kind_named(name).content)


@pytest.mark.parametrize("name", sorted(kinds()))
def test_layouts_use_only_what_they_are_given(name: str) -> None:
    """No packages from the network, no files, no code made of texts."""
    words = ("@", "read(", "eval(", "plugin(", "include", "sys.inputs")
    sources = (layout_of(name), *shared_layouts().values())

    assert [word for word in words for source in sources if word in source] == []


def test_a_folder_dropped_beside_the_others_is_a_kind(postcard: str) -> None:
    content = kind_named(postcard).sample("ba")

    made = paper(postcard, [content], language="ba")

    assert postcard in kinds()
    assert text_of(made) == bare("Һаумыһығыҙ Марка")


def test_programs_that_make_papers_are_loaded_when_a_paper_is_made() -> None:
    """A server that prints nothing does not pay for them."""
    code = (
        "import sys, django; django.setup(); import rost.documents.queries.papers as papers;"
        "papers.forms('programme'); print({'typst', 'docx', 'segno'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"


def test_the_digest_of_a_layout_is_its_own_and_stays() -> None:
    digests = {name: layout_digest(name) for name in kinds()}

    assert {len(digest) for digest in digests.values()} == {64}
    assert len(set(digests.values())) == len(digests)
    assert digests == {name: layout_digest(name) for name in kinds()}
