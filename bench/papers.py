"""A thousand badges and a thousand certificates, each run in a fresh process.

Beside them what an office would do otherwise: the same thousand certificates merged into one DOCX
by python-docx (text only, no code, no PDF).
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from bench.ground import ROOT

COUNT = 1_000
_SURNAMES = ("Ахметова", "Мухаметгалиева", "Ғәлиев", "Абдрахманова-Мухаметгалеева")
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def measure() -> None:
    """Print seconds and peak memory of each run; the last line is the ratio to a mail merge."""
    spent = {}
    for name in WORKS:
        done = subprocess.run(
            [sys.executable, "-m", "bench.papers", name],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        seconds, processor, peak, size = (float(part) for part in done.stdout.split())
        spent[name] = processor
        print(
            f"papers, {COUNT} {name}: {seconds:.2f} s ({processor:.2f} s processor), "
            f"peak {peak:.0f} MiB, file {size:.1f} MiB "
            "(fresh process, start of the interpreter and of Django aside)"
        )
    ratio = spent["certificates merged to DOCX"] / spent["certificates"]
    print(
        f"papers: certificates as PDF with codes take 1/{ratio:.1f} of the processor time that "
        "merging them to DOCX takes"
    )


def badges(variant: str) -> bytes:
    from rost.documents.kinds.badge.sample import sample
    from rost.documents.queries.papers import paper

    made = [
        replace(
            sample("ru"),
            surname=name,
            serial=f"№ {number}",
            address=f"https://forum.example.org/b/{code}",
        )
        for number, name, code in _people()
    ]
    return paper("badge", made, language="ru", variant=variant)


def certificates() -> bytes:
    from rost.documents.queries.papers import paper

    return paper("certificate", _certificates(), language="ru")


def merged() -> bytes:
    """One DOCX, a page a certificate: what people read on it, as paragraphs."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for number, content in enumerate(_certificates()):
        if number:
            document.add_page_break()
        document.add_heading("Сертификат", 0)
        document.add_paragraph(content.number)
        for text in content.wording:
            document.add_paragraph(text).alignment = 1
        for text in (content.dates, content.place, content.hours):
            document.add_paragraph(text).alignment = 1
        document.add_paragraph(f"{content.signatory_post} {content.signatory_name}")
        document.add_paragraph(content.check_code)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _certificates() -> list:  # type: ignore[type-arg]
    from rost.documents.kinds.certificate.sample import sample

    plain = sample("ru")
    return [
        replace(
            plain,
            number=f"СУ-2020-{number:04}",
            name=f"{name} Рамиля {number}",
            wording=tuple(
                f"{name} Рамиля {number}" if part == plain.name else part for part in plain.wording
            ),
            check_address=f"https://forum.example.org/check/{code}",
            check_code=code,
            demonstration=False,
        )
        for number, name, code in _people()
    ]


def _people() -> list[tuple[int, str, str]]:
    import random

    chosen = random.Random(2020)
    return [
        (number, _SURNAMES[number % len(_SURNAMES)], "".join(chosen.choices(_LETTERS, k=16)))
        for number in range(1, COUNT + 1)
    ]


WORKS: dict[str, Callable[[], bytes]] = {
    "badges of A6": lambda: badges("a6"),
    "badges of 86 × 54 mm": lambda: badges("86x54"),
    "certificates": certificates,
    "certificates merged to DOCX": merged,
}


def main() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rost.config.settings")
    django.setup()
    began, begun = time.perf_counter(), time.process_time()
    size = len(WORKS[sys.argv[1]]())
    seconds, processor = time.perf_counter() - began, time.process_time() - begun
    ours, theirs = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    processor += theirs.ru_utime + theirs.ru_stime
    peak = (ours.ru_maxrss + theirs.ru_maxrss) / 1024  # of both processes
    print(seconds, processor, peak, size / 2**20)


if __name__ == "__main__":
    main()
