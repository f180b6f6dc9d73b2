"""The ground of a benchmark: a data folder of its own, the real server, nginx beside it."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def set_up(folder: Path) -> None:
    """Django on a database of its own in `folder`, with 300 sessions approved."""
    os.environ.update(ROST_VAR=str(folder), ROST_DEMO="0", LOG_LEVEL="ERROR")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rost.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from rost.config.catalogues import compile_catalogues

    compile_catalogues()
    call_command("prepare")
    from rost.forum.tests.sample import publish, sample_programme

    publish(sample_programme(300, days=3, halls=8))


@contextlib.contextmanager
def server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """`manage.py serve` as a person would start it, until it answers."""
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/health/")
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def wait_for(address: str, *, seconds: float = 30) -> float:
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=2).read()
            return time.perf_counter() - began
        time.sleep(0.02)
    raise TimeoutError(address)


@contextlib.contextmanager
def nginx(folder: Path, port: int) -> Iterator[None]:
    """nginx serving the static files in `folder`, two workers, no log."""
    configuration = folder / "nginx.conf"
    configuration.write_text(
        f"daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
        "events { worker_connections 512; }\n"
        f"http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{port}; "
        f"root {folder}; default_type text/html; }} }}\n"
    )
    process = subprocess.Popen(["nginx", "-c", str(configuration)], stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def ensure_tools(*names: str) -> list[str]:
    """Install what is missing from the system's packages where we may; returns what still is."""
    packages = {"nginx": "nginx-light", "wrk": "wrk"}
    missing = [name for name in names if not shutil.which(name)]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        for arguments in (["update"], ["install", "-y", *(packages[name] for name in missing)]):
            subprocess.run(["apt-get", "-qq", *arguments], check=False, stdout=subprocess.DEVNULL)
    return [name for name in names if not shutil.which(name)]


def tree_memory(process: subprocess.Popen[bytes]) -> float:
    """Proportional set size of the process and all below it, MiB."""
    waiting, total = [process.pid], 0
    while waiting:
        pid = waiting.pop()
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
            for task in Path(f"/proc/{pid}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text().split()]
    return total / 1024


def machine() -> str:
    return (
        f"{datetime.now(UTC):%Y-%m-%d} · {os.cpu_count()} processors · "
        f"{platform.machine()} · Python {platform.python_version()}"
    )
