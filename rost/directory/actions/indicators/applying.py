"""Writing what a read list of figures holds, and taking a written list back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rost.directory.actions.imports import BatchClosed, claim_batch, close_batch
from rost.directory.models import FormerValue, ImportBatch, IndicatorValue, Municipality
from rost.ui.refusals import Refusal

from .writing import Line, Point, write_locations, write_values

INDICATORS = "directory.indicators"
LOCATIONS = "directory.locations"


class PlacesMoved(Refusal):
    """The register has changed since the list was read."""


@transaction.atomic
def apply_indicators(*, batch: ImportBatch, now: datetime, doubtful: bool = False) -> ImportBatch:
    """Write the figures; those that look odd only when somebody said so (`doubtful`)."""
    claimed = claim_batch(batch=batch)
    return apply_rows(batch=claimed, rows=claimed.rows, now=now, doubtful=doubtful)


@transaction.atomic
def apply_rows(
    *, batch: ImportBatch, rows: Sequence[dict[str, Any]], now: datetime, doubtful: bool
) -> ImportBatch:
    """The same for rows that the batch does not hold, because they are too many to be kept."""
    good = [row for row in rows if doubtful or not row["doubt"]]
    places = _places(good)
    lines = (Line(places[row["code"]], row["indicator"], row["year"], row["value"]) for row in good)
    written = write_values(values=lines, source=batch.about, now=now, batch=batch)
    batch.good = len(rows)
    batch.save(update_fields=["good"])
    outcome = written.as_counts() | {"left_out": len(rows) - len(good)}
    return close_batch(batch=batch, now=now, outcome=outcome)


@transaction.atomic
def apply_locations(*, batch: ImportBatch, now: datetime) -> ImportBatch:
    batch = claim_batch(batch=batch)
    places = _places(batch.rows)
    points = [Point(places[row["code"]], row["latitude"], row["longitude"]) for row in batch.rows]
    written = write_locations(lines=points, source=batch.about, now=now)
    return close_batch(batch=batch, now=now, outcome=written.as_counts())


def _places(rows: Sequence[dict[str, Any]]) -> dict[str, Municipality]:
    wanted = {row["code"] for row in rows}
    places = {one.code: one for one in Municipality.objects.filter(code__in=wanted)}
    if places.keys() != wanted:
        raise PlacesMoved(
            _(
                "The register has changed since the list was read: nothing was written, send it"
                " again."
            )
        )
    return places


@transaction.atomic
def withdraw_indicators(*, batch: ImportBatch, now: datetime) -> ImportBatch:
    """Take a written list back: its figures go, those that they replaced come back.

    What a later list has replaced stays as that one wrote it.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    if batch.applied_at is None or batch.kind != INDICATORS or not _may_go(batch):
        raise BatchClosed(_("This list is not written or was taken back before."))
    ours = IndicatorValue.objects.filter(batch=batch)
    back = list(_coming_back(batch))
    removed = ours.count()
    ours.delete()
    IndicatorValue.objects.bulk_create(back, batch_size=500)
    _skip_in_history(batch)
    FormerValue.objects.filter(replaced_by=batch).delete()
    batch.outcome = batch.outcome | {"withdrawn": removed, "brought_back": len(back)}
    batch.save(update_fields=["outcome"])
    return batch


def _may_go(batch: ImportBatch) -> bool:
    return not {"withdrawn", "given_up"} & set(batch.outcome)


def _coming_back(batch: ImportBatch) -> Iterator[IndicatorValue]:
    standing = set(
        IndicatorValue.objects.filter(batch=batch).values_list(
            "municipality", "indicator", "year", "declared"
        )
    )
    for one in FormerValue.objects.filter(replaced_by=batch).order_by("id"):
        if (one.municipality_id, one.indicator_id, one.year, one.declared) in standing:
            yield IndicatorValue(
                municipality_id=one.municipality_id,
                indicator_id=one.indicator_id,
                year=one.year,
                value=one.value,
                source=one.source,
                declared=one.declared,
                declared_by_id=one.declared_by_id,
                written_at=one.written_at,
                batch_id=one.batch_id,
            )


def _skip_in_history(batch: ImportBatch) -> None:
    """Where a later list replaced ours, what ours had replaced is now replaced by that one."""
    before = {
        (one.municipality_id, one.indicator_id, one.year, one.declared): one
        for one in FormerValue.objects.filter(replaced_by=batch)
    }
    moved = []
    ours = FormerValue.objects.filter(batch=batch)
    for one in ours:
        earlier = before.get((one.municipality_id, one.indicator_id, one.year, one.declared))
        if earlier is not None:
            earlier.replaced_by_id, earlier.replaced_at = one.replaced_by_id, one.replaced_at
            moved.append(earlier)
    FormerValue.objects.bulk_update(moved, ["replaced_by", "replaced_at"], batch_size=500)
    ours.delete()
