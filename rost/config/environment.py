"""What the environment says; every default is safe, none is a secret."""

from __future__ import annotations

import os
from pathlib import Path

BASE = Path(__file__).resolve().parents[2]


def env(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, *, default: bool = False) -> bool:
    value = env(name).lower()
    return default if not value else value in {"1", "yes", "true", "on"}


VAR = Path(env("ROST_VAR", str(BASE / "var")))
DEMO = flag("ROST_DEMO")
SITE_URL = env("SITE_URL", "http://localhost:8000").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
