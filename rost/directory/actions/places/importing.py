"""Writing what a read list holds: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.imports import claim_batch, close_batch
from rost.directory.models import ImportBatch, Municipality, Population
from rost.ui.refusals import Refusal

from .describing import describe, describe_below, level_of

CLASSIFIER = "directory.classifier"
POPULATIONS = "directory.populations"
CLASSIFIER_FIELDS = ("kind", "name", "official_name", "centre_type", "centre_name")
WRITTEN = (*CLASSIFIER_FIELDS, "path", "search_name", "sort_key", "source")


class RegisterMoved(Refusal):
    """The register has changed since the list was read."""


@transaction.atomic
def apply_classifier(*, batch: ImportBatch, now: datetime) -> ImportBatch:
    """Create and correct municipalities by code; none is closed, dates are left alone.

    `batch.about` is the source that the list was said to come from.
    """
    batch = claim_batch(batch=batch)
    kept = _kept({row["code"] for row in batch.rows} | {row["parent"] for row in batch.rows})
    created = changed = 0
    renamed: list[Municipality] = []
    for level in range(3):
        rows = [row for row in batch.rows if level_of(row["code"]) == level]
        fresh = [row for row in rows if row["code"] not in kept]
        corrected = [row for row in rows if row["code"] in kept and _differs(row, kept)]
        renamed += [kept[row["code"]] for row in corrected if _renames(row, kept)]
        Municipality.objects.bulk_create(
            [_filled(row, kept, batch.about) for row in fresh], batch_size=500
        )
        Municipality.objects.bulk_update(
            [_filled(row, kept, batch.about) for row in corrected], WRITTEN, batch_size=200
        )
        created, changed = created + len(fresh), changed + len(corrected)
    for place in renamed:
        describe_below(place)
    outcome = {"created": created, "changed": changed}
    outcome["unchanged"] = len(batch.rows) - created - changed
    return close_batch(batch=batch, now=now, outcome=outcome)


@transaction.atomic
def apply_populations(*, batch: ImportBatch, now: datetime) -> ImportBatch:
    """Write the figures; a figure of the same place and year is replaced."""
    batch = claim_batch(batch=batch)
    kept = _kept({row["code"] for row in batch.rows})
    if any(row["code"] not in kept for row in batch.rows):
        raise _moved()
    before = {
        (one.municipality_id, one.year): (one.people, one.source)
        for one in Population.objects.filter(municipality__in=kept.values())
    }
    figures = [
        Population(
            municipality=kept[row["code"]],
            year=row["year"],
            people=row["people"],
            source=batch.about,
        )
        for row in batch.rows
    ]
    old = [before.get((one.municipality_id, one.year)) for one in figures]
    written = [
        one for one, was in zip(figures, old, strict=True) if was != (one.people, one.source)
    ]
    Population.objects.bulk_create(
        written,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["municipality", "year"],
        update_fields=["people", "source"],
    )
    created = sum(was is None for was in old)
    outcome = {"created": created, "changed": len(written) - created}
    outcome["unchanged"] = len(figures) - len(written)
    return close_batch(batch=batch, now=now, outcome=outcome)


def _kept(codes: Iterable[str | None]) -> dict[str, Municipality]:
    rows = Municipality.objects.filter(code__in=[code for code in codes if code])
    rows = rows.select_related("parent").prefetch_related("former_names")
    return {place.code: place for place in rows}


def _moved() -> RegisterMoved:
    return RegisterMoved(
        _("The register has changed since the list was read: nothing was written, send it again.")
    )


def _differs(row: dict[str, Any], kept: dict[str, Municipality]) -> bool:
    place = kept[row["code"]]
    return any(_value(row, place, field) != getattr(place, field) for field in CLASSIFIER_FIELDS)


def _renames(row: dict[str, Any], kept: dict[str, Municipality]) -> bool:
    return bool(row["name"] != kept[row["code"]].name)


def _value(row: dict[str, Any], place: Municipality, field: str) -> str:
    """What the list says; where it is silent, what is known stays."""
    return str(row[field] or getattr(place, field))


def _filled(row: dict[str, Any], kept: dict[str, Municipality], source: str) -> Municipality:
    place = kept.setdefault(row["code"], Municipality(code=row["code"]))
    for field in CLASSIFIER_FIELDS:
        setattr(place, field, _value(row, place, field))
    place.source = source
    parent = place.parent if place.pk else None
    if place.pk is None and row["parent"]:
        if row["parent"] not in kept:
            raise _moved()
        parent = kept[row["parent"]]
    former = [one.name for one in place.former_names.all()] if place.pk else []
    describe(place, parent, former=former)
    return place
