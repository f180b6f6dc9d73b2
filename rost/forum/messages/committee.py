"""What authors are told of a decision."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from rost.channels.actions import send
from rost.forum.models import Decision, ProjectState
from rost.forum.queries.committee.public import people_of


def tell_decision(decision: Decision, *, now: datetime) -> int:
    """Author and co-authors, each in their language; how many were told."""
    project = decision.project
    edition, told = project.call.edition, 0
    for person in people_of(project):
        with translation.override(person.language):
            facts = {"title": project.title, "edition": edition.name}
            body = words_for(decision) % facts
            if decision.reason:
                body += "\n\n" + _("Reason: %(reason)s") % {"reason": decision.reason}
            message = send(
                person=person,
                dedupe=f"forum.project.decision:{decision.pk}:{person.pk}",
                subject=(subject_for(decision) % facts)[:300],
                body=body,
                now=now,
                path=reverse("forum:project", args=[edition.slug, project.code]),
                space=edition.space,
            )
        told += message is not None
    return told


def subject_for(decision: Decision) -> str:
    return {
        ProjectState.ACCEPTED.value: _("Your project «%(title)s» is accepted"),
        ProjectState.RESERVE.value: _("Your project «%(title)s» is in reserve"),
        ProjectState.DECLINED.value: _("About your project «%(title)s»"),
    }[decision.state]


def words_for(decision: Decision) -> str:
    if decision.state == ProjectState.ACCEPTED:
        return _(
            "The programme committee of the forum «%(edition)s» has accepted your project "
            "«%(title)s» for the stage. The time and the hall will come with the programme; what "
            "the reviewers wrote to you stands on the page of the project."
        )
    if decision.state == ProjectState.RESERVE:
        return _(
            "The programme committee of the forum «%(edition)s» keeps your project «%(title)s» in "
            "reserve: if a place on the stage becomes free, you will be told at once. What the "
            "reviewers wrote to you stands on the page of the project."
        )
    return _(
        "The programme committee of the forum «%(edition)s» has not taken your project «%(title)s» "
        "for the stage this time. Thank you for offering it. What the reviewers wrote to you "
        "stands on the page of the project."
    )
