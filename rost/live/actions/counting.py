"""The kept number of counted votes, made anew from the votes themselves."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from rost.live.models import HallQuestion, QuestionVote


def recount(*, questions: Iterable[UUID]) -> None:
    """After anything but one vote given or taken back; the floor is locked by the caller."""
    counted = (
        QuestionVote.objects.filter(question=OuterRef("pk"), set_aside=False)
        .order_by()
        .values("question")
        .annotate(number=Count("pk"))
        .values("number")
    )
    number = Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    HallQuestion.objects.filter(pk__in=list(questions)).update(counted=number)
