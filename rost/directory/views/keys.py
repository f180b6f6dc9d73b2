"""Coming in by the link of a paper invitation or by a code dictated by a curator."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.actions.keys import KeyRefused, use_key
from rost.directory.adapters.limits import within_limit
from rost.directory.adapters.sign_in import sign_in_with_key
from rost.directory.forms.keys import CodeForm
from rost.directory.models import Person
from rost.directory.queries.keys import code_as_issued, usable_key

GONE = 410


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def key(request: HttpRequest, secret: str) -> HttpResponse:
    """The link greets and waits for the button: previews and scanners of links do not spend it.

    Used, revoked, expired and unknown links look the same.
    """
    now = timezone.now()
    if not within_limit(request, "link"):
        return render(request, "429.html", status=429)
    if request.method == "POST":
        try:
            return sign_in_with_key(request, use_key(secret=secret, now=now))
        except KeyRefused as refusal:
            return closed(request, refusal)
    found = usable_key(secret, now=now)
    if found is None:
        return closed(request, KeyRefused())
    response = render(request, "account/key.html", {"name": addressed(found.person)})
    response["X-Robots-Tag"] = "noindex"
    # The address itself is the secret, so it goes nowhere else; «no-referrer» would make browsers
    # send «Origin: null» with the form, which the CSRF check refuses.
    response["Referrer-Policy"] = "same-origin"
    return response


def addressed(person: Person) -> str:
    """How a person is greeted: by name and patronymic, by whatever there is otherwise."""
    return " ".join(filter(None, (person.given_name, person.patronymic))) or person.full_name


def closed(request: HttpRequest, refusal: KeyRefused) -> HttpResponse:
    return render(request, "account/key_closed.html", {"message": refusal.message}, status=GONE)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """Eight digits and letters told by somebody who knows the person."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not within_limit(request, "code"):
            form.add_error("code", _("Too many attempts. Wait a little and try again."))
        else:
            secret = code_as_issued(form.cleaned_data["code"])
            try:
                return sign_in_with_key(request, use_key(secret=secret, now=timezone.now()))
            except KeyRefused as refusal:
                form.add_error("code", str(refusal.message))
    return render(request, "account/code.html", {"form": form})
