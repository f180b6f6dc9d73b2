"""The public page of commitments: the account by track and by district, and each of them."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rost.directory.rules import may
from rost.forum.messages.commitments import OUTCOMES
from rost.forum.models import Edition
from rost.forum.queries.commitments import account_of, previous_edition, public_rows
from rost.forum.rules import KEEP_COMMITMENTS
from rost.forum.views.desk.doors import now_of, visitor_of
from rost.forum.views.public.doors import public_edition
from rost.forum.views.registration.doors import edition_page

from .desk import filter_of, worded

PAGE = 50


@public_edition
def commitments(request: HttpRequest, edition: Edition) -> HttpResponse:
    return listing(request, slug=edition.slug)


@edition_page
def listing(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Not kept in memory: a consent withdrawn takes a name off at once."""
    now, wanted = now_of(request), filter_of(request)
    rows = public_rows(edition, wanted, now)
    earlier = previous_edition(edition)
    context = {
        "edition": edition,
        "account": account_of(edition, now),
        "earlier": earlier,
        "page_obj": Paginator([worded(row) for row in rows], PAGE).get_page(
            request.GET.get("page")
        ),
        "wanted": wanted,
        "filtered": any((wanted.state, wanted.track, wanted.district, wanted.session)),
        "states": [(str(one), text) for one, text in OUTCOMES.items()],
        "keeps": may(visitor_of(request), KEEP_COMMITMENTS, space=edition.space),
        "crumbs": [
            (edition.name, reverse("forum:edition", args=[edition.slug])),
            (_("Commitments"), ""),
        ],
    }
    return render(request, "forum/commitments/public.html", context)
