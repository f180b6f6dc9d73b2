"""Style sheets are joined, made short without changing what they say, and allowed by their hash."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from django.test import Client

from rost.ui.stylesheets import FOLDER, sheet

NAMES = sorted(path.stem for path in FOLDER.glob("*.css"))


@pytest.mark.parametrize("name", NAMES)
def test_short_text_keeps_every_rule(name: str) -> None:
    source = re.sub(r"/\*.*?\*/", "", (FOLDER / f"{name}.css").read_text(), flags=re.DOTALL)

    text, _ = sheet((name,))

    assert text.count("{") == source.count("{")
    assert text.count("}") == source.count("}")
    assert re.findall(r"--[\w-]+(?=\s*:)", text) == re.findall(r"--[\w-]+(?=\s*:)", source)
    assert bare(text) == bare(source)


def bare(css: str) -> str:
    """The sheet without what may be left out: spaces, a zero before a point, a last semicolon."""
    whole = re.sub(r"(?<![\w.])\.(?=\d)", "0.", css)
    return re.sub(r"\s|;(?=\s*})", "", whole)


def test_space_that_means_something_stays() -> None:
    text, _ = sheet(("base",))

    assert "clamp(1.75rem,1.3rem + 2.2vw,2.625rem)" in text
    assert ".foot .wrap>*+*" in text or ".foot .wrap>* + *" in text


@pytest.mark.django_db
def test_page_allows_its_own_sheet_and_no_other(client: Client) -> None:
    answer = client.get("/")

    inline = re.findall(r"<style>(.*?)</style>", answer.content.decode(), re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in inline]
    policy = answer.headers["Content-Security-Policy"]
    assert re.findall(r"'sha256-([^']+)'", policy) == digests
    assert "unsafe-inline" not in policy
