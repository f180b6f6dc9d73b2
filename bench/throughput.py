"""Anonymous pages per second, kept, against the same bytes as a file served by nginx."""

from __future__ import annotations

import re
import statistics
import subprocess
import tempfile
import urllib.request
from pathlib import Path

from bench.ground import ensure_tools, free_port, nginx, server, tree_memory

PAGES = ("/", "/forum/forum-2020/programme/", "/forum/forum-2020/sessions/{code}/")
ROUNDS, SECONDS, CONNECTIONS = 3, 3, 16


def rate(address: str) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}", "-H", "Accept-Encoding: br"]
    printed = subprocess.run([*command, address], capture_output=True, text=True, check=True).stdout
    if re.search(r"Non-2xx|Socket errors", printed):
        raise RuntimeError(printed)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", printed)[1])


def measure(code: str) -> None:
    missing = ensure_tools("nginx", "wrk")
    if missing:
        print(f"pages per second: not measured, missing {', '.join(missing)}")
        return
    port, static = free_port(), free_port()
    with tempfile.TemporaryDirectory() as name, server(port) as process:
        folder = Path(name)
        folder.chmod(0o755)
        bodies = {}
        for page in PAGES:
            path = page.format(code=code)
            request = urllib.request.Request(
                f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "br"}
            )
            bodies[path] = urllib.request.urlopen(request).read()
            (folder / f"page{len(bodies)}.html").write_bytes(bodies[path])
        with nginx(folder, static):
            for number, (path, body) in enumerate(bodies.items(), 1):
                pairs = [
                    (
                        rate(f"http://127.0.0.1:{port}{path}"),
                        rate(f"http://127.0.0.1:{static}/page{number}.html"),
                    )
                    for _ in range(ROUNDS)
                ]  # in turn, so that a change of the machine's speed meets both
                ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
                ratio = statistics.median(a / b for a, b in pairs)
                print(
                    f"kept page {path}  {len(body)} bytes br  ours={ours:.0f}/s "
                    f"nginx={theirs:.0f}/s ratio={ratio:.2f}"
                )
        print(f"memory of the whole process tree after load: {tree_memory(process):.0f} MiB PSS")
