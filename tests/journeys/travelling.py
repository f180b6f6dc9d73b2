"""The server at another time: `python -m tests.journeys.travelling 2020-02-18T10:10+05:00 serve …`.

Its children are forked from it, so they live in the same time, which goes on from there.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime

import time_machine


def main() -> None:
    moment, *command = sys.argv[1:]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rost.config.settings")
    time_machine.travel(datetime.fromisoformat(moment), tick=True).start()

    from django.core.management import execute_from_command_line

    execute_from_command_line(["manage.py", *command])


if __name__ == "__main__":
    main()
