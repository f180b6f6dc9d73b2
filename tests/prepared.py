"""Data as `manage.py prepare` makes them: made once a run, copied by whoever starts a server.

On SQLite a data folder is copied; on PostgreSQL, a database from a template as well.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from bench.ground import ROOT

UNNAMED = "http://localhost"  # the address is known once the server is started
NOT_OURS = {"DATABASE_URL", "SECRET_KEY", "OIDC_SERVER_URL", "EMAIL_HOST"}


def environment_of(folder: Path, *, demonstration: bool, address: str = UNNAMED) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    return environment | {
        "ROST_VAR": str(folder),
        "ROST_DEMO": "1" if demonstration else "0",
        "SITE_URL": address,
        "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "rost.config.settings",
    }


def prepared_copy(folder: Path, *, demonstration: bool) -> Path:
    """A data folder on SQLite, whatever database the run is on."""
    name = "demonstration" if demonstration else "empty"
    shutil.copytree(made_once(folder, name, demonstration=demonstration), folder)
    return folder


@contextmanager
def prepared(folder: Path, *, demonstration: bool) -> Iterator[dict[str, str]]:
    """The environment of a server of its own, on the database of the run."""
    environment = environment_of(folder, demonstration=demonstration)
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        prepared_copy(folder, demonstration=demonstration)
        yield environment
        return
    template = "demonstration_pattern" if demonstration else "empty_pattern"
    made = made_once(folder, template, demonstration=demonstration, server=server)
    shutil.copytree(made, folder)
    own = f"copy_{uuid4().hex[:8]}"
    tell(server, f"CREATE DATABASE {own} TEMPLATE {template}")
    yield environment | {"DATABASE_URL": beside(server, own)}
    tell(server, f"DROP DATABASE {own} WITH (FORCE)")


def made_once(folder: Path, name: str, *, demonstration: bool, server: str = "") -> Path:
    """The pattern; processes of the run that want it at the same moment wait for the first."""
    pattern = of_the_run(folder) / f"{name}.pattern"
    with pattern.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not pattern.exists():
            shared = pattern.with_suffix("")
            shutil.rmtree(shared, ignore_errors=True)
            environment = environment_of(shared, demonstration=demonstration)
            if server:
                tell(server, f"DROP DATABASE IF EXISTS {name}")
                tell(server, f"CREATE DATABASE {name}")
                environment["DATABASE_URL"] = beside(server, name)
            command = [sys.executable, "manage.py", "prepare"]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)
            shared.rename(pattern)
    return pattern


def of_the_run(folder: Path) -> Path:
    """The folder that all processes of this run of pytest share; `folder` lies in one of theirs."""
    whole = "pytest-" if "PYTEST_XDIST_WORKER" not in os.environ else "popen-"
    own = next(one for one in folder.parents if one.name.startswith(whole))
    return own if whole == "pytest-" else own.parent


def beside(server: str, name: str) -> str:
    """The address of another database of the same server."""
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def tell(server: str, statement: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)
