"""`make bench`: figures side by side in one run, each with how it was obtained."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import ground


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="rost-bench-") as name:
        print(ground.machine())
        print("edition: 300 sessions, 3 days, 8 halls, Russian text, SQLite")
        ground.set_up(Path(name))
        from bench import (
            hall,
            papers,
            peers,
            programmes,
            registering,
            rendering,
            search,
            slow_phone,
            throughput,
        )
        from rost.forum.tests.sample import sample_programme

        code = sample_programme(300, days=3, halls=8).sessions[5].code
        rendering.measure_core()
        rendering.measure(code)
        throughput.measure(code)
        registering.measure()
        papers.measure()
        programmes.measure()
        hall.measure()
        search.show()
        peers.measure(20_000, 50)
        slow_phone.measure()


if __name__ == "__main__":
    main()
