import json
from typing import Any

from hypothesis import given, settings

from rost.core.scheduling.codec import (
    digest,
    dump_limits,
    dump_plan,
    dump_problem,
    load_limits,
    load_plan,
    load_problem,
)
from rost.core.scheduling.model import Limits, Placement, Problem

from .forums import festival
from .problems import limits, plans, problems


def through_json(value: Any) -> Any:
    return json.loads(json.dumps(value, ensure_ascii=False, allow_nan=False))


@given(problems())
@settings(max_examples=12, deadline=None)
def test_a_problem_comes_back_equal(problem: Problem) -> None:
    back = load_problem(through_json(dump_problem(problem)))

    assert back == problem
    assert digest(back) == digest(problem)


@given(plans(), limits)
@settings(max_examples=40, deadline=None)
def test_plans_and_limits_come_back_equal(plan: dict[str, Placement], limit: Limits) -> None:
    assert load_plan(through_json(dump_plan(plan))) == plan
    assert load_limits(through_json(dump_limits(limit))) == limit


def test_a_digest_does_not_depend_on_the_order_of_a_mapping() -> None:
    problem = festival().problem
    data = dump_problem(problem)
    data["weights"] = dict(reversed(data["weights"].items()))
    data["similar"] = data["similar"][::-1]

    assert digest(load_problem(data)) == digest(problem)
    assert digest(load_problem(data | {"one_track": True})) != digest(problem)


def test_what_another_release_wrote_is_read() -> None:
    data = {
        "stretches": [{"key": "s", "begins": 0, "ends": 4, "weather": "snow"}],
        "places": [{"key": "p"}],
        "items": [{"key": "i", "ticks": 1, "mood": "warm"}],
        "moon": "full",
    }

    read = load_problem(data)

    assert (read.items[0].key, read.items[0].people, read.before) == ("i", (), {})
