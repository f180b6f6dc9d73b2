"""Forms and refusals: what every writing view of the directory does the same way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme

from rost.directory.actions.organisations import CodeWrong
from rost.directory.messages import code_text
from rost.ui.refusals import Refusal

T = TypeVar("T")
Text = str | Promise
Crumbs = Sequence[tuple[Any, str]]


def form_page(
    request: HttpRequest,
    form: Form,
    *,
    title: Text,
    submit: Text,
    crumbs: Crumbs = (),
    lead: Text = "",
    danger: bool = False,
    **context: Any,
) -> HttpResponse:
    """A page with one form; 422 when it comes back with something to mend."""
    context |= {"form": form, "title": title, "submit": submit, "lead": lead, "danger": danger}
    context["crumbs"] = [*crumbs, (title, "")]
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "directory/form.html", context, status=status)


def attempt(form: Form, action: Callable[[], T]) -> T | None:
    """Do it; what the domain refuses becomes an error of the form, with all that was typed."""
    try:
        return action()
    except CodeWrong as refusal:
        for one in refusal.faults:
            form.add_error(one.field, code_text(one.field, one.fault))
    except Refusal as refusal:
        form.add_error(None, str(refusal.message))
    return None


def done(request: HttpRequest, said: Text, to: str, *args: Any, **kwargs: Any) -> HttpResponse:
    """Say what was done and go on to a page."""
    messages.success(request, str(said))
    response: HttpResponse = redirect(to, *args, **kwargs)
    return response


def safe_path(request: HttpRequest, name: str) -> str:
    """A path of this site from the address of the page, or nothing."""
    path = request.GET.get(name, "")
    allowed = url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if path.startswith("/") and allowed else ""
