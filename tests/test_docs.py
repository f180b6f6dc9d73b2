"""The documents say what the code does: settings, commands, rooms, decisions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#]+)")


def test_every_setting_is_documented() -> None:
    files = [ROOT / f"rost/config/{name}.py" for name in ("environment", "sign_in", "settings")]
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    read = set(re.findall(r"(?:env|flag)\(\s*\"([A-Z_]+)\"", source))
    documented = set(re.findall(r"`([A-Z_]{4,})`", (DOCS / "settings.md").read_text("utf-8")))

    assert read - documented == set()
    assert documented - read - {"REFERENCE_DATA"} == set()


def test_every_command_is_documented() -> None:
    commands = {p.stem for p in ROOT.glob("rost/*/management/commands/*.py")} - {"__init__"}
    text = (DOCS / "commands.md").read_text("utf-8")
    documented = set(re.findall(r"^\| `([a-z_]+)`", text, re.MULTILINE))

    assert commands == documented


def test_every_room_is_on_the_map() -> None:
    rooms = {p.parent.name for p in ROOT.glob("rost/*/__init__.py")}
    drawn = set(re.findall(r"\| `([a-z]+)` \|", (ROOT / "ARCHITECTURE.md").read_text("utf-8")))

    assert rooms == drawn


@pytest.mark.parametrize(
    "page", [*ROOT.glob("*.md"), *DOCS.rglob("*.md")], ids=lambda p: str(p.relative_to(ROOT))
)
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))

    assert [t for t in targets if not (page.parent / t).exists()] == []


def test_version_and_changelog_agree() -> None:
    from rost import __version__

    heading = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert heading is not None
    assert heading[1] == __version__
