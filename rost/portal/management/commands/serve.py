"""Runs the platform: server and background worker in one process tree.

Django is loaded once and the children are forked from it, so they share its memory. A child that
dies is started again; when the parent goes, however it goes, the children go with it.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from importlib import import_module
from threading import Event, Thread
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections, connections

from rost.catalogue.queries import synonyms
from rost.core import language
from rost.directory.tasks import keep_running
from rost.documents.tasks import long_work_waits

PR_SET_PDEATHSIG = 1
RESTART_PAUSE = 1.0  # seconds
LOOK = 1.0  # seconds between two looks whether long work waits
PATIENCE = 8  # seconds between asking children to stop and stopping them


class Command(BaseCommand):
    help = "Serve the site and run background work until stopped with Ctrl-C."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="server processes")
        parser.add_argument("--threads", type=int, default=2, help="threads of each of them")

    def handle(self, *args: Any, **options: Any) -> None:
        if "SITE_URL" not in os.environ:
            settings.SITE_URL = f"http://{options['host']}:{options['port']}"
        prepare_apart()
        import_module(settings.WSGI_APPLICATION.rpartition(".")[0])
        language.warm()
        synonyms.warm()
        connections.close_all()
        gc.collect()
        gc.freeze()
        self.greet(options)
        multiprocessing.set_start_method("fork", force=True)
        Tree(
            server=lambda: serve(options),
            worker=work,
            long_worker=work_long,
        ).run()

    def greet(self, options: dict[str, Any]) -> None:
        address = f"http://{options['host']}:{options['port']}/"
        self.stdout.write(f"Rost {settings.VERSION}: {address}")
        if settings.DEMO:
            call_command("demo_links", address=address, stdout=self.stdout)
        self.stdout.flush()


def prepare_apart() -> None:
    """In a process of its own: what preparing leaves in memory would be carried by every child."""
    pid = os.fork()
    if not pid:
        code = 1
        try:
            call_command("prepare")
            code = 0
        except Exception:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(code)
    _pid, status = os.waitpid(pid, 0)
    if status:
        raise CommandError("The data could not be prepared.")


def serve(options: dict[str, Any]) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        settings.WSGI_APPLICATION.replace(".application", ":application"),
        address=options["host"],
        port=options["port"],
        interface=Interfaces.WSGI,
        workers=options["workers"],
        blocking_threads=options["threads"],
        websockets=False,
        log_enabled=False,
        respawn_failed_workers=True,
    ).serve()


def work() -> None:
    """The queue; beside it in the same process what comes round by itself, and long work called."""
    Thread(target=keep_running, args=(Event(),), name="recurring", daemon=True).start()
    look = (Event(), os.getppid())
    Thread(target=call_for_long_work, args=look, name="long work", daemon=True).start()
    call_command("db_worker", interval=0.5, startup_delay=False, reload=False, verbosity=0)


def call_for_long_work(stop: Event, parent: int) -> None:
    """Tell the parent when something waits in the queue of long work."""
    while not stop.wait(LOOK):
        close_old_connections()
        if long_work_waits():
            os.kill(parent, signal.SIGUSR1)


def work_long() -> None:
    """Everything that waits in the queue of long work; then this process goes.

    So a programme that is being solved holds up neither mail nor printing, and while nothing is
    solved there is no such process.
    """
    call_command(
        "db_worker",
        queue_name="long",
        batch=True,
        startup_delay=False,
        reload=False,
        verbosity=0,
    )


class Tree:
    """The parent of named children: starts them, starts them again, stops them all.

    `ON_CALL` is started by the signal USR1, and not again when it ends.
    """

    ON_CALL = "long_worker"

    def __init__(self, **children: Callable[[], None]) -> None:
        self.children = children
        self.running: dict[int, str] = {}
        self.stopping = False

    def run(self) -> None:
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        signal.signal(signal.SIGALRM, self.kill)
        signal.signal(signal.SIGUSR1, self.call)
        for name in self.children:
            if name != self.ON_CALL:
                self.start(name)
        while self.running:
            try:
                pid, _ = os.wait()
            except ChildProcessError:
                return
            name = self.running.pop(pid, "")
            if name and name != self.ON_CALL and not self.stopping:
                time.sleep(RESTART_PAUSE)
                self.start(name)

    def start(self, name: str) -> None:
        parent = os.getpid()
        pid = os.fork()
        if pid:
            self.running[pid] = name
            return
        os.setsid()  # Ctrl-C reaches the parent alone, which stops its children in order
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)
        die_with(parent)
        try:
            self.children[name]()
        finally:
            sys.stdout.flush()
            os._exit(0)

    def call(self, number: int, frame: FrameType | None) -> None:
        if not self.stopping and self.ON_CALL not in self.running.values():
            self.start(self.ON_CALL)

    def stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True
        signal.alarm(PATIENCE)
        for pid in self.running:
            os.kill(pid, signal.SIGTERM)

    def kill(self, number: int, frame: FrameType | None) -> None:
        for pid in self.running:
            os.killpg(pid, signal.SIGKILL)


def die_with(parent: int) -> None:
    """Ask the kernel to end this process when its parent ends (Linux only; elsewhere a no-op)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)
