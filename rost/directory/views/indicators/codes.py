"""What published files call our indicators: an editors' table."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.directory.actions.indicators import forget_code, name_code
from rost.directory.forms.indicators import CodeForm
from rost.directory.models import IndicatorCode
from rost.directory.queries.indicators.wording import name_of
from rost.directory.rules import EDIT_DIRECTORY
from rost.directory.views.answers import attempt, done
from rost.directory.views.permits import needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(EDIT_DIRECTORY)
def indicator_codes(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        written = attempt(
            form,
            lambda: name_code(
                code=told["code"], indicator=told["indicator"], source=told["source"]
            ),
        )
        if written is not None:
            return done(request, _("The name is added."), "directory:indicator_codes")
    rows = IndicatorCode.objects.select_related("indicator")
    context = {
        "form": form,
        "codes": [(one, name_of(one.indicator)) for one in rows],
        "crumbs": [
            (_("Municipalities"), reverse("directory:places")),
            (_("Lists"), reverse("directory:register_lists")),
            (_("What files call our indicators"), ""),
        ],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "directory/indicators/codes.html", context, status=status)


@require_POST
@needs(EDIT_DIRECTORY)
def removal(request: HttpRequest, pk: int) -> HttpResponse:
    code = IndicatorCode.objects.filter(pk=pk).first()
    if code is None:
        raise Http404
    forget_code(code=code)
    return done(request, _("The name is removed."), "directory:indicator_codes")
