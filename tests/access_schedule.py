"""Access to the schedule: its lines of the table and its things."""

from __future__ import annotations

from typing import Any

from conftest import Cast
from rost.forum.actions.editions import set_track
from rost.forum.actions.scheduling import (
    add_penalty,
    close_hall,
    set_order,
    set_similar,
)
from rost.forum.models import Session
from rost.forum.tests.schedule_stage import made_solving
from rost.forum.tests.stage import Stage, at

SCHEDULE = """
# The schedule
forum:desk_schedule                         ······+·+·+
forum:desk_schedule (draft)                 ······+·+++
forum:schedule_rules                        ······+·+·+
forum:schedule_sessions                     ······+·+·+
forum:schedule_session                      ······+·+·+
forum:session_penalty_new                   ······+·+·+
forum:session_order_new                     ······+·+·+
forum:session_order_removal                 ······+·+·+
forum:penalty_removal                       ······+·+·+
forum:schedule_tracks                       ······+·+·+
forum:track_penalty_new                     ······+·+·+
forum:similar_new                           ······+·+·+
forum:similar_removal                       ······+·+·+
forum:schedule_halls                        ······+·+·+
forum:closure_removal                       ······+·+·+
forum:schedule_speakers                     ······+·+·+
forum:schedule_speaker                      ······+·+·+
forum:solving_new                           ······+·+·+
forum:solving                               ······+·+·+
forum:solving_stop                          ······+·+·+
forum:solving_continuation                  ······+·+·+
forum:solving_repetition                    ······+·+·+
forum:solving_acceptance                    ······+·+·+
forum:solving_file                          ······+·+·+
forum:solvings_compared                     ······+·+·+
forum:speaker_dropout                       ······+·+·+
forum:speaker_dropout_removal               ······+·+·+
forum:wishes                                →++++++++++
forum:wishes (draft)                        →·····+·+++
"""


def schedule_things(cast: Cast, stage: Stage) -> dict[str, dict[str, Any]]:
    """One of everything that the schedule keeps, on the session that stands already."""
    edition = stage.edition
    session = Session.objects.get(edition=edition)
    other = stage.session("Ответы на вопросы")
    track = set_track(edition=edition, name="Люди села")
    penalty = add_penalty(edition=edition, session=session, hall=stage.small, cost=2)
    order = set_order(first=session, then=other)
    pair = set_similar(first=stage.track, second=track, cost=1)
    closure = close_hall(hall=stage.small, starts_at=at(18, 9), ends_at=at(18, 10))
    solving = made_solving(edition, cast.guzel)
    return {
        "forum:session_order_removal": {"order": order.pk},
        "forum:penalty_removal": {"penalty": penalty.pk},
        "forum:track_penalty_new": {"track": stage.track.pk},
        "forum:similar_removal": {"pair": pair.pk},
        "forum:closure_removal": {"closure": closure.pk},
        "forum:solving": {"solving": solving.pk, "other": made_solving(edition, cast.guzel).pk},
    }
