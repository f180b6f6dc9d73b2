"""The stored form of a problem, a plan and limits: JSON values and back, without loss.

Every field is written, defaults too, so that what was solved years ago can be solved again. Keys
that a later release adds are ignored when an older one reads; keys that an older release did not
write take the field's default. Mappings are written in the order of their keys, so that equal
problems have equal digests.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import Enum
from typing import Any, TypeVar

from .model import (
    Apart,
    Item,
    ItemCost,
    Limits,
    Measure,
    Person,
    Place,
    Placement,
    Plan,
    Problem,
    Scope,
    Sequence,
    Span,
    Stretch,
    Track,
    TrackCost,
)

Data = Mapping[str, Any]
Made = TypeVar("Made")
Priced = TypeVar("Priced", ItemCost, TrackCost)


def dump_problem(problem: Problem) -> dict[str, Any]:
    return {
        "stretches": [_fields(one) for one in problem.stretches],
        "places": [_fields(one) for one in problem.places],
        "items": [_fields(one) for one in problem.items],
        "tracks": [_fields(one) for one in problem.tracks],
        "people": [_fields(one) for one in problem.people],
        "sequences": [_fields(one) for one in problem.sequences],
        "apart": [_fields(one) for one in problem.apart],
        "item_costs": [_fields(one) for one in problem.item_costs],
        "track_costs": [_fields(one) for one in problem.track_costs],
        "similar": [[*pair, cost] for pair, cost in sorted(problem.similar.items())],
        "weights": {str(one): weight for one, weight in sorted(problem.weights.items())},
        "one_track": problem.one_track,
        "before": dump_plan(problem.before),
    }


def load_problem(data: Data) -> Problem:
    get = data.get
    return Problem(
        stretches=tuple(_made(Stretch, one) for one in data["stretches"]),
        places=tuple(_made(Place, one, open=_spans(one.get("open"))) for one in data["places"]),
        items=tuple(_item(one) for one in data["items"]),
        tracks=tuple(
            _made(Track, one, chairs=tuple(one.get("chairs", ()))) for one in get("tracks", ())
        ),
        people=tuple(_made(Person, one, free=_spans(one.get("free"))) for one in get("people", ())),
        sequences=tuple(_made(Sequence, one) for one in get("sequences", ())),
        apart=tuple(_apart(one) for one in get("apart", ())),
        item_costs=tuple(_priced(ItemCost, one) for one in get("item_costs", ())),
        track_costs=tuple(_priced(TrackCost, one) for one in get("track_costs", ())),
        similar={(one, other): cost for one, other, cost in get("similar", ())},
        weights={Measure(one): weight for one, weight in get("weights", {}).items()},
        one_track=get("one_track", False),
        before=load_plan(get("before", {})),
    )


def dump_plan(plan: Plan) -> dict[str, list[Any]]:
    return {key: [where.place, where.begins] for key, where in sorted(plan.items())}


def load_plan(data: Data) -> dict[str, Placement]:
    return {key: Placement(place, begins) for key, (place, begins) in data.items()}


def dump_limits(limits: Limits) -> dict[str, Any]:
    return _fields(limits)


def load_limits(data: Data) -> Limits:
    return _made(Limits, data)


def digest(problem: Problem) -> str:
    """The same for equal problems: hex SHA-256 of the stored form."""
    text = json.dumps(dump_problem(problem), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _fields(one: Any) -> dict[str, Any]:
    return {field.name: _plain(getattr(one, field.name)) for field in fields(one)}


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.begins, value.ends]
    if isinstance(value, Placement):
        return [value.place, value.begins]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value


def _made(kind: type[Made], data: Data, **ready: Any) -> Made:
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]
    plain = {name: value for name, value in data.items() if name in names}
    return kind(**(plain | ready))


def _spans(rows: Iterable[Iterable[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(*row) for row in rows or ())


def _item(data: Data) -> Item:
    fixed = data.get("fixed")
    return _made(
        Item,
        data,
        people=tuple(data.get("people", ())),
        places=tuple(data.get("places", ())),
        windows=_spans(data.get("windows")),
        fixed=None if fixed is None else Placement(*fixed),
        presenters=tuple(data.get("presenters", ())),
        attendees=tuple(data.get("attendees", ())),
    )


def _apart(data: Data) -> Apart:
    scope = Scope(data.get("scope", Scope.TICK))
    return _made(Apart, data, measure=Measure(data["measure"]), scope=scope)


def _priced(kind: type[Priced], data: Data) -> Priced:
    return _made(kind, data, measure=Measure(data["measure"]))
