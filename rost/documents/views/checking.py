"""The public check: a code from a paper, and whether the paper is genuine."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rost.documents.adapters.limits import note_wrong, seconds_to_wait
from rost.documents.forms import CheckForm
from rost.documents.queries.checking import checked
from rost.documents.rules import code_as_issued, code_in_groups
from rost.documents.views.doors import visitor_of

UNKNOWN, TOO_MANY = 404, 429
LONGEST = 40


@require_safe
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """Type the code; what was typed becomes the address that the square code holds."""
    form = CheckForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        code = code_as_issued(form.cleaned_data["code"])[:LONGEST]
        if code:
            return redirect("documents:check_code", code_in_groups(code))
        form.add_error("code", form.fields["code"].error_messages["required"])
    status = 422 if form.errors else 200
    return render(request, "documents/check.html", {"form": form}, status=status)


@require_safe
@never_cache
def check_code(request: HttpRequest, code: str) -> HttpResponse:
    """One document. A wrong code, of whatever shape, is answered in one and the same way."""
    form = CheckForm(initial={"code": code[:LONGEST]})
    wait = seconds_to_wait(request)
    if wait:
        context = {"form": form, "minutes": -(-wait // 60)}
        response = render(request, "documents/check_later.html", context, status=TOO_MANY)
        response["Retry-After"] = str(wait)
        return unseen(request, response)
    found = checked(code)
    if found is None:
        note_wrong(request)
        page = render(request, "documents/check_unknown.html", {"form": form}, status=UNKNOWN)
        return unseen(request, page)
    return unseen(request, render(request, "documents/checked.html", {"found": found}))


def unseen(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The address holds the code, so search engines leave it out and it goes to no other page.

    Who is signed in has a form on the page to sign out; with «no-referrer» browsers would send it
    from nowhere and it would be refused, so they tell the address within this site alone.
    """
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    stranger = visitor_of(request).person is None
    response["Referrer-Policy"] = "no-referrer" if stranger else "same-origin"
    return response
