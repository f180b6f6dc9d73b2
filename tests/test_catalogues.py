"""Every sentence of the interface exists in Russian and in Bashkir, and Russian stays Russian."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
LATIN = re.compile(r"[A-Za-z]{2,}")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;|https?://\S+|[\w.-]+@[\w.-]+")
# Names of formats and of standards have no Russian form in use.
FORMATS = {
    "PDF", "XLSX", "XLS", "CSV", "DOCX", "QR", "XML", "JSON", "frab", "iCalendar", "TOTP", "OIDC",
    "OpenID", "Connect", "IP", "UTF", "ID", "MB", "KB", "Excel", "ics", "xlsx", "csv", "xls", "URL",
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
    (tmp_path / "locale").symlink_to(tmp_path / "found")
    before = {e.msgid for e in catalogue("ru") if not e.obsolete}
    script = (
        "from django.core.management import call_command;"
        "import django; django.setup();"
        "from django.conf import settings;"
        f"settings.LOCALE_PATHS=[{str(tmp_path / 'found')!r}];"
        "call_command('makemessages', locale=['ru'], no_location=True, verbosity=0,"
        " ignore_patterns=['.venv/*', 'var/*', '*/tests/*', 'tests/*', 'bench/*'])"
    )
    (tmp_path / "found").mkdir()
    subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        check=True,
        env={**__import__("os").environ, "DJANGO_SETTINGS_MODULE": "rost.config.settings"},
        capture_output=True,
    )
    found = polib.pofile(str(tmp_path / "found/ru/LC_MESSAGES/django.po"))

    assert {e.msgid for e in found} - before == set()
