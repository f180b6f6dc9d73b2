"""What the page of a computation shows: progress, comparison, causes, moves, whom they touch."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse

from rost.core.scheduling import Contradiction, Demand, Placement, Plan, Problem, codec
from rost.directory.models import Person
from rost.forum.actions.approval import changes_by_person
from rost.forum.messages.scheduling import (
    MEASURES,
    Names,
    amount_text,
    cause_lines,
    contradiction_lines,
    fault_text,
    stale_lines,
)
from rost.forum.models import Edition, Solving, SolvingKind
from rost.forum.queries.draft import draft_programme
from rost.forum.queries.scheduling.asked import moment_of
from rost.forum.queries.scheduling.clock import Clock, load_clock
from rost.forum.queries.scheduling.comparison import Comparison, Row, compare
from rost.forum.queries.scheduling.plans import placed
from rost.forum.queries.scheduling.problem import asked_of
from rost.forum.queries.scheduling.solvings import UNDER_WAY
from rost.forum.queries.scheduling.stale import changed_since
from rost.forum.queries.versions import approved_programme, since

FAULTS, PEOPLE = 12, 60


def progress_of(row: Solving, now: datetime) -> dict[str, Any]:
    batch = row.batch
    running = batch is not None and batch.state in UNDER_WAY
    began = batch.started_at if batch is not None and batch.started_at else row.asked_at
    total = int(row.limits["seconds"])
    best = row.history[-1] if row.history else None
    return {
        "under_way": running,
        "queued": batch is not None and batch.state == "queued",
        "stopping": batch is not None and batch.stop_asked_at is not None,
        "seconds": min(total, max(0, int((now - began).total_seconds()))),
        "total": total,
        "found": len(row.history),
        "best": best[1] if best else None,
        "left": max(0, best[1] - best[2]) if best and best[2] is not None else None,
        "history": history_plot(row),
        "cut_off": batch is not None and batch.state == "failed",
        "stopped": batch is not None and batch.stop_asked_at is not None,
    }


def history_plot(row: Solving) -> list[dict[str, Any]]:
    """Points of the falling line, 0–300 by 0–80, with their text twin."""
    points = row.history
    if len(points) < 2:
        return []
    worst = max(one[1] for one in points)
    best = min(min(one[1] for one in points), row.bound if row.bound is not None else 10**12)
    last, span = max(points[-1][0], 0.001), max(1, worst - best)
    return [
        {
            "x": round(300 * seconds / last, 1),
            "y": round(76 - 72 * (objective - best) / span, 1),
            "seconds": seconds,
            "objective": objective,
        }
        for seconds, objective, _bound in points
    ]


def whole_of(edition: Edition, row: Solving) -> dict[str, Any]:
    """The comparison with the draft (or the approved programme), or why there is none."""
    programme, clock = draft_programme(edition), load_clock(row.frame)
    names = Names.of(programme, clock)
    problem = codec.load_problem(row.problem)
    context: dict[str, Any] = {
        "contradiction": contradiction_of(edition, row, problem, names),
        "smallest": any(one.get("smallest") for one in row.contradiction),
        "replan": row.kind == SolvingKind.REPLAN,
        "gap": row.left,
        "by_clock": row.seconds is not None and row.seconds >= row.limits["seconds"] * 0.97,
    }
    if row.repeats is not None:
        context["same"] = row.repeats.plan == row.plan and row.repeats.objective == row.objective
    if not row.plan:
        return context
    plan, before = codec.load_plan(row.plan), stood(row, clock, problem)
    found = compare(problem, before, plan)
    context |= comparison_of(found, names, clock)
    context["stale"] = stale_of(edition, row, names, problem)
    if row.kind == SolvingKind.REPLAN and not context["stale"]:
        context["touched"] = touched_by(edition, plan, clock)
    return context


def stood(row: Solving, clock: Clock, problem: Problem) -> Plan:
    """Where things stood when it was asked: in the approved programme, or in the draft."""
    if row.kind == SolvingKind.REPLAN:
        drafted = drafted_plan(row, clock)
        return {**drafted, **problem.before}
    return drafted_plan(row, clock)


def drafted_plan(row: Solving, clock: Clock) -> dict[str, Placement]:
    found = {}
    for code, (_title, start, place) in row.draft.items():
        moment = moment_of(start)
        if moment is not None and place:
            found[code] = Placement(place, clock.floor(moment))
    return found


def comparison_of(found: Comparison, names: Names, clock: Clock) -> dict[str, Any]:
    return {
        "comparison": found,
        "rows": [row_of(one, names, clock) for one in found.rows if one.left.weight],
        "left_faults": [fault_text(one, names) for one in found.left_faults[:FAULTS]],
        "left_faults_more": max(0, len(found.left_faults) - FAULTS),
        "right_faults": [fault_text(one, names) for one in found.right_faults[:FAULTS]],
        "moves": [
            (
                names.session(one.code),
                one.code,
                names.standing(one.code, one.before),
                names.standing(one.code, one.after),
            )
            for one in found.moves
        ],
    }


def row_of(row: Row, names: Names, clock: Clock) -> dict[str, Any]:
    left, right = row.bars
    return {
        "what": MEASURES[row.measure].what,
        "unit": MEASURES[row.measure].unit,
        "weight": row.left.weight,
        "left": amount_text(row.left, clock.minutes),
        "right": amount_text(row.right, clock.minutes),
        "change": row.change,
        "left_bar": left,
        "right_bar": right,
        "causes": cause_lines(row.right, names),
    }


def contradiction_of(
    edition: Edition, row: Solving, problem: Problem, names: Names
) -> list[tuple[str, str]]:
    """Each demand with the address of the page where it is changed."""
    stored = [
        Contradiction(**{**one, "demand": Demand(one["demand"]), "items": tuple(one["items"])})
        for one in row.contradiction
    ]
    pages = {
        "session": "forum:schedule_session",
        "person": "forum:desk_availability",
        "halls": "forum:schedule_halls",
    }
    lines = []
    for line in contradiction_lines(stored, problem, names):
        keys = [edition.slug] if line.page == "halls" or not line.key else [edition.slug, line.key]
        name = pages[line.page] if line.key or line.page == "halls" else "forum:schedule_sessions"
        lines.append((line.text, reverse(name, args=keys)))
    return lines


def stale_of(edition: Edition, row: Solving, names: Names, problem: Problem) -> list[str]:
    base = approved_programme(edition) if row.kind == SolvingKind.REPLAN else None
    if row.accepted_at is not None:
        return []
    asked = asked_of(edition, now=row.asked_at, base=base)
    return stale_lines(changed_since(problem, row.draft, asked), names, row.draft)


def touched_by(edition: Edition, plan: Plan, clock: Clock) -> dict[str, Any]:
    """Whom the approval of this programme would tell, and of how many changes."""
    old = approved_programme(edition)
    new = placed(draft_programme(edition), plan, clock, old)
    changes = changes_by_person(edition, since(old, new))
    own = {
        part.person for one in new.sessions for part in one.contributions if part.person is not None
    }
    people = Person.objects.filter(pk__in=changes).order_by("sort_key", "pk")
    named = [(one, len(changes[one.pk]), one.pk in own) for one in people]
    return {
        "number": len(named),
        "speakers": [(one, number) for one, number, part in named if part][:PEOPLE],
        "others": sum(not part for _one, _number, part in named),
    }


def two_compared(edition: Edition, row: Solving, other: Solving) -> dict[str, Any]:
    clock = load_clock(row.frame)
    names = Names.of(draft_programme(edition), clock)
    problem = codec.load_problem(row.problem)
    found = compare(problem, on_clock(other, clock), codec.load_plan(row.plan))
    return comparison_of(found, names, clock)


def on_clock(row: Solving, clock: Clock) -> Plan:
    """Its plan by another clock."""
    own = load_clock(row.frame)
    return {
        key: Placement(where.place, clock.floor(own.moment(where.begins)))
        for key, where in codec.load_plan(row.plan).items()
    }
