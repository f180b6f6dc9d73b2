"""The rules of the house that import contracts and linters cannot see."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[1]
ROST = ROOT / "rost"
LEVELS = [  # bottom to top
    "ui",
    "directory",
    "catalogue",
    "channels",
    "documents",
    "library",
    "forum",
    "live",
    "portal",
]
FILE_HARD, FILE_SOFT, FUNCTION_HARD, FUNCTION_P90, TEMPLATE_HARD = 500, 300, 50, 25, 130
FORBIDDEN_NAMES = {"utils", "helpers", "common", "mixins", "services", "signals"}
SOURCES = [p for p in ROST.rglob("*.py") if "migrations" not in p.parts]
TEMPLATES = list(ROST.rglob("templates/**/*.*"))


def room_of(path: Path) -> str:
    return path.relative_to(ROST).parts[0]


def test_no_foreign_key_points_up() -> None:
    upward = [
        f"{model.__name__}.{field.name} → {field.related_model.__name__}"
        for room in LEVELS
        for model in apps.get_app_config(room).get_models()
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and hasattr(field.related_model, "_meta")
        and field.related_model._meta.app_label in LEVELS
        and LEVELS.index(field.related_model._meta.app_label) > LEVELS.index(room)
    ]

    assert upward == []


def test_no_template_reaches_into_another_room() -> None:
    reached = []
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8", errors="ignore")
        for name in re.findall(r"{%\s*(?:extends|include)\s+[\"']([^\"']+)[\"']", text):
            owner = name.split("/")[0]
            if owner in LEVELS and owner not in (room_of(path), "ui"):
                reached.append(f"{path.relative_to(ROST)} → {name}")

    assert reached == []


def test_every_link_and_form_with_htmx_is_a_real_link_or_form() -> None:
    unreal = []
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8", errors="ignore")
        for tag in re.findall(r"<[^>]*\shx-(?:get|post|put|delete)=[^>]*>", text, re.DOTALL):
            if not re.search(r"\s(href|action|formaction)=", tag) and not tag.startswith("<input"):
                unreal.append(f"{path.relative_to(ROST)}: {tag[:80]}")

    assert unreal == []


def test_templates_carry_no_inline_styles_or_scripts() -> None:
    found = [
        str(path.relative_to(ROST))
        for path in TEMPLATES
        if path.suffix in {".html", ".svg"}
        and re.search(
            r"\sstyle=|\son[a-z]+=[\"']|<script(?![^>]*\ssrc=)",
            path.read_text(encoding="utf-8"),
        )
    ]

    assert found == []


def test_no_file_is_named_after_nothing() -> None:
    found = [str(p) for p in ROST.rglob("*") if p.stem in FORBIDDEN_NAMES]

    assert found == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROST)))
def test_files_stay_readable(path: Path) -> None:
    limit = FILE_HARD if "tests" in path.parts else FILE_SOFT

    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


def test_functions_stay_small() -> None:
    lengths = []
    for path in SOURCES:
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                lengths.append((length, f"{path.relative_to(ROST)}:{node.name}"))
    lengths.sort()

    assert [name for length, name in lengths if length > FUNCTION_HARD] == []
    assert lengths[int(len(lengths) * 0.9)][0] <= FUNCTION_P90


def test_templates_stay_small() -> None:
    long = [
        str(p.relative_to(ROST))
        for p in TEMPLATES
        if len(p.read_text(encoding="utf-8", errors="ignore").splitlines()) > TEMPLATE_HARD
    ]

    assert long == []


def test_every_room_says_what_lives_in_it() -> None:
    assert [room for room in LEVELS if not (ROST / room / "README.md").exists()] == []


def test_actions_have_no_clock_and_take_keyword_arguments() -> None:
    """Public functions of `actions` are keyword-only and never ask for the time themselves."""
    wrong = []
    for path in ROST.glob("*/actions/**/*.py"):
        if "tests" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if (
                isinstance(node, ast.FunctionDef)
                and not node.name.startswith("_")
                and (node.args.args or node.args.posonlyargs)
                and getattr(node.args, "defaults", None)
            ):
                wrong.append(f"{path.relative_to(ROST)}:{node.name} has positional defaults")
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and ast.unparse(node) in {
                "timezone.now",
                "datetime.now",
                "date.today",
                "timezone.localdate",
            }:
                wrong.append(f"{path.relative_to(ROST)}:{node.lineno} asks for the time")

    assert wrong == []


def test_the_project_speaks_of_itself_alone() -> None:
    """No machine path and no package registry's host stands in any file under version control."""
    places = re.compile(
        r"(?<![\w.])/(?:work|root|home/\w+)/|https?://[\w.-]*(?:pypi|npmjs|debian)\."
    )
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = [
        name
        for name in listed.stdout.split()
        if name != "tests/test_house.py"
        and (ROOT / name).is_file()
        and places.search((ROOT / name).read_text(encoding="utf-8", errors="ignore"))
    ]

    assert found == []
