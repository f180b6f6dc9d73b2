"""Every sentence of the interface exists in Russian and in Bashkir, and Russian stays Russian."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
LATIN = re.compile(r"[A-Za-z]{2,}")
PLACEHOLDER = re.compile(
    r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;|https?://\S+|[\w.-]+@[\w.-]+"
    r"|\bschedule\.(?:xml|json)\b|\b[A-Z]{3}\d{3}\b"  # names of files, codes of sessions
)
# Names of formats and of standards have no Russian form in use.
FORMATS = {
    "PDF", "XLSX", "XLS", "CSV", "DOCX", "QR", "XML", "JSON", "frab", "iCalendar", "TOTP", "OIDC",
    "OpenID", "Connect", "IP", "UTF", "ID", "MB", "KB", "Excel", "ics", "xlsx", "csv", "xls", "URL",
    "JPEG", "PNG", "WebP", "HEIC", "https",
    "Windows", "Word", "Chromium", "Google", "Rost", "OKTMO", "AAA", "WCAG", "Alt", "Enter", "XX",
}  # fmt: skip


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(ROOT / f"locale/{language}/LC_MESSAGES/django.po"))


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("language", ["ru", "ba"])
def test_nothing_is_left_untranslated(language: str) -> None:
    missing = [
        entry.msgid
        for entry in catalogue(language)
        if not entry.obsolete and (entry.fuzzy or not all(texts(entry)))
    ]

    assert missing == []


@pytest.mark.parametrize("language", ["ru", "ba"])
def test_placeholders_survive_translation(language: str) -> None:
    broken = [
        entry.msgid
        for entry in catalogue(language)
        if not entry.obsolete
        and any(
            set(re.findall(r"%\(\w+\)[sd]", text))
            - set(re.findall(r"%\(\w+\)[sd]", entry.msgid + (entry.msgid_plural or "")))
            for text in texts(entry)
        )
    ]

    assert broken == []


@pytest.mark.parametrize("language", ["ru", "ba"])
def test_no_latin_words_in_the_interface(language: str) -> None:
    found = {
        f"{entry.msgid!r}: {word}"
        for entry in catalogue(language)
        if not entry.obsolete
        for text in texts(entry)
        for word in LATIN.findall(PLACEHOLDER.sub(" ", text))
        if word not in FORMATS
    }

    assert found == set()


def test_catalogues_hold_every_message_of_the_code(tmp_path: Path) -> None:
    if shutil.which("xgettext") is None:
        pytest.skip("gettext is not installed, messages cannot be collected")
    # Collecting writes the catalogue beside the code it reads: it reads a copy.
    shutil.copytree(ROOT / "rost", tmp_path / "rost", ignore=shutil.ignore_patterns("tests"))
    (tmp_path / "locale").mkdir()
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale=ru", "--no-location"],
        cwd=tmp_path,
        check=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "rost.config.settings"},
        capture_output=True,
    )
    found = polib.pofile(str(tmp_path / "locale/ru/LC_MESSAGES/django.po"))
    known = {(e.msgctxt, e.msgid) for e in catalogue("ru") if not e.obsolete}

    assert {(e.msgctxt, e.msgid) for e in found} - known == set()
