"""How strictly an edition takes each rule of the programme check, and what a finding stops."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rost.core.programme.findings import LEVELS, Finding, Level, Rule

STOPS_APPROVAL = frozenset({Level.FORBID, Level.FORBID_APPROVAL})

FIXED_RULES = frozenset({Rule.DURATION})
"""Rules whose level no edition changes: a session of no length cannot even be stored."""

CHANGEABLE_RULES = tuple(rule for rule in Rule if rule not in FIXED_RULES)


def levels_with(own: Mapping[str, str]) -> dict[Rule, Level]:
    """The usual levels with an edition's own; a rule or level that no longer exists is skipped."""
    rules, levels = {str(rule): rule for rule in Rule}, {str(level): level for level in Level}
    changed = {
        rules[rule]: levels[level]
        for rule, level in own.items()
        if rule in rules and level in levels and rules[rule] not in FIXED_RULES
    }
    return {**LEVELS, **changed}


def stopping_approval(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level in STOPS_APPROVAL)


def forbidden(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.level is Level.FORBID)


def same_fault(finding: Finding) -> tuple[object, ...]:
    """What makes two findings one fault, however long it lasts or how many it concerns."""
    return (finding.rule, finding.sessions, finding.person, finding.hall, finding.route)
