"""Co-authors: a link to pass on, the page behind it, taking somebody out."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rost.library.actions.own.co_authors import join, make_key, remove_co_author
from rost.library.models import Practice
from rost.library.queries.own.co_authors import key_by
from rost.library.views.doors import CONFLICT, person_of, visitor_of
from rost.ui.refusals import Refusal

from .doors import author_page
from .draft import back, overview


@require_http_methods(["GET", "HEAD", "POST"])
@author_page
def draft_co_authors(request: HttpRequest, practice: Practice) -> HttpResponse:
    """A new link; shown once, on the answer to the press of the button."""
    if request.method != "POST":
        return back(request, practice)
    try:
        secret = make_key(practice=practice, now=visitor_of(request).now)
    except Refusal as refusal:
        return overview(request, practice, refusal=str(refusal.message), status=CONFLICT)
    link = settings.SITE_URL + reverse("library:co_author_key", args=[secret])
    return overview(request, practice, link=link)


@require_POST
@author_page
def draft_co_author_removal(request: HttpRequest, practice: Practice, person: int) -> HttpResponse:
    """The first author takes anybody out; a co-author only leaves."""
    own = person_of(request)
    if own.pk not in (practice.author_id, person):
        raise Http404
    remove_co_author(practice=practice, person=person, now=visitor_of(request).now)
    if own.pk == practice.author_id:
        return back(request, practice, _("Removed from the co-authors."))
    messages.success(request, _("You are not a co-author of this practice any more."))
    return redirect("portal:my_page")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def co_author_key(request: HttpRequest, secret: str) -> HttpResponse:
    """The page behind the link: what it is about, and yes after signing in."""
    visitor = visitor_of(request)
    key = key_by(secret, visitor.now)
    if key is not None and request.method == "POST":
        if visitor.person is None:
            return redirect_to_login(request.path)
        try:
            practice = join(key=key, person=visitor.person, now=visitor.now)
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
            return redirect("portal:my_page")
        messages.success(
            request, _("You are a co-author now: you see the practice and can mend it.")
        )
        return redirect("library:draft", practice.pk)
    return render(request, "library/own/joining.html", {"key": key})
