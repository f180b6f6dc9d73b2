"""Issuing a document: the next number of its kind and year, a check code, what it says, frozen."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from rost.directory.models import Person
from rost.documents.actions.handling import note
from rost.documents.actions.templates import template_in_force
from rost.documents.kinds.values import data_of
from rost.documents.models import Act, Counter, Document, Template
from rost.documents.queries.numbers import check_address, series_of
from rost.documents.rules import CODE_ALPHABET, CODE_LENGTH, code_in_groups, number_label

Make = Callable[[str, str, str], Any]  # (number as printed, check address, check code) → content


def issue(
    *,
    kind: str,
    year: int,
    holder: Person | None,
    name: str,
    language: str,
    space: str,
    about: str,
    title: str,
    make: Make,
    by: Person | None,
    now: datetime,
    template: Template | None = None,
) -> Document:
    """The document, or the one in force that `about` already has: asking twice makes no second.

    `name` is the holder's as the register has it («Ахметова Рамиля Айратовна»): the check page
    shows a part of it. `make` is called under the lock, so it only puts ready values together.
    `template` is the version that its sentences were taken from. Whoever calls this writes the
    log of access, in the same transaction.
    """
    document = Document(
        kind=kind,
        year=year,
        language=language,
        template=template,
        holder=holder,
        name=name,
        space=space,
        about=about,
        title=title,
        issued_at=now,
        issued_by=by,
    )
    found = in_force(kind, about)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return numbered(document, make)
    except IntegrityError:  # the same paper under another year's counter, in this very moment
        found = in_force(kind, about)
        if found is None:
            raise
        return found


def numbered(document: Document, make: Make) -> Document:
    """The document with the next number, or the one that another has just issued in its place."""
    counter = lock_counter(document.kind, document.year)
    found = in_force(document.kind, document.about)
    if found is not None:
        return found
    if document.template is None:
        document.template = template_in_force(
            kind=document.kind,
            language=document.language,
            space=document.space,
            now=document.issued_at,
        )
    document.number, document.code = counter.last + 1, new_code()
    label = number_label(series_of(document.kind), document.year, document.number)
    said = make(label, check_address(document.code), code_in_groups(document.code))
    document.content = data_of(said)
    document.save(force_insert=True)
    Counter.objects.filter(pk=counter.pk).update(last=document.number)
    note(
        kind=document.kind,
        act=Act.ISSUED,
        rows=1,
        by=document.issued_by,
        now=document.issued_at,
        document=document,
    )
    return document


def in_force(kind: str, about: str) -> Document | None:
    """The one document of the kind about this thing that is not revoked."""
    if not about:
        return None
    return Document.objects.filter(kind=kind, about=about, revoked_at__isnull=True).first()


def lock_counter(kind: str, year: int) -> Counter:
    """The counter's row, locked until the transaction ends; reasons in docs/decisions/numbers.md.

    It is made beforehand without asking whether it is there, so that two first ones do not clash.
    """
    Counter.objects.bulk_create([Counter(kind=kind, year=year)], ignore_conflicts=True)
    return Counter.objects.select_for_update().get(kind=kind, year=year)


def new_code() -> str:
    """Sixteen signs drawn at random: they say nothing of the number or of the holder."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
