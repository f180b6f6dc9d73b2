"""The list of practices."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from rost.catalogue.messages import roubles
from rost.directory.queries.visitors import local_day, midnight_after
from rost.library.forms.listing import ListingForm
from rost.library.models import Evidence
from rost.library.queries.conditions.marks import marks_of
from rost.library.queries.conditions.place import own_places
from rost.library.queries.public.listing import (
    PER_PAGE,
    adopted_by,
    districts,
    in_order,
    shelved,
)
from rost.library.queries.reviews.desk import desk_reach
from rost.library.views.doors import visitor_of


@require_safe
def practices(request: HttpRequest) -> HttpResponse:
    visitor, language = visitor_of(request), get_language() or "ru"
    day = local_day(visitor.now)
    form = ListingForm(request.GET, districts=districts(day, language), day=day)
    numbers = shelved(form.wanted).values_list("pk", flat=True)
    page = Paginator(numbers, PER_PAGE).get_page(request.GET.get("page"))
    rows = in_order(page.object_list)
    adopted = adopted_by(one.practice_id for one in rows)
    own = own_places(visitor.person.pk, day) if visitor.person is not None else []
    versions = {one.practice_id: one.version_id for one in rows}
    marks = marks_of(own[0], versions, day=day) if own else {}
    levels = dict(Evidence.choices)
    context = {
        "form": form,
        "page_obj": page,
        "rows": [
            {
                "one": one,
                "cost": roubles(one.kopecks, language) if one.kopecks is not None else "",
                "adopted": adopted.get(one.practice_id, 0),
                "standing": marks.get(one.practice_id),
                "evidence": levels.get(one.evidence, ""),
                "holds": one.sealed_until is not None and one.sealed_until >= day,
            }
            for one in rows
        ],
        "may_review": bool(desk_reach(visitor)),
    }
    answer = render(request, "library/public/practices.html", context)
    # Every combination of filters is an address: only the bare list is worth the memory.
    answer.kept = visitor.person is None and not request.GET  # type: ignore[attr-defined]
    answer.kept_until = midnight_after(visitor.now)  # type: ignore[attr-defined]  # seals end
    return answer
