"""«My data»: everything kept about a person, to see, correct, take away and remove."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rost.core.tables import Sheet, write_xlsx
from rost.directory.actions.accounts import correct_profile, delete_person
from rost.directory.forms.my_data import FarewellForm, ProfileForm
from rost.directory.queries.consents import DISSEMINATED, consent_offers
from rost.directory.queries.personal_data import kept_about
from rost.directory.queries.visitors import local_day
from rost.directory.views.permits import person_of, visitor_of
from rost.ui.refusals import Refusal

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
@never_cache
@login_required
def my_data(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    context = {
        "kept": kept_about(person),
        "offers": consent_offers(person),
        "fields": DISSEMINATED,
    }
    return render(request, "directory/my_data.html", context)


@require_safe
@never_cache
@login_required
def export_json(request: HttpRequest) -> HttpResponse:
    classes = [
        {"name": one.name, "title": one.title, "columns": one.columns, "rows": one.rows}
        for one in kept_about(person_of(request))
    ]
    body = {"made_at": visitor_of(request).now, "classes": classes}
    response = JsonResponse(body, json_dumps_params={"ensure_ascii": False, "indent": 1})
    return as_file(response, _("my-data") + ".json")


@require_safe
@never_cache
@login_required
def export_xlsx(request: HttpRequest) -> HttpResponse:
    sheets = [Sheet(one.title, one.columns, one.rows) for one in kept_about(person_of(request))]
    return as_file(HttpResponse(write_xlsx(sheets), content_type=XLSX), _("my-data") + ".xlsx")


def as_file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = content_disposition_header(True, name) or ""
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    person = person_of(request)
    initial = {
        "surname": person.surname,
        "given_name": person.given_name,
        "patronymic": person.patronymic,
        "phone": person.phone,
        "language": person.language,
        "home": person.home,
    }
    day = local_day(visitor_of(request).now)
    form = ProfileForm(request.POST or None, initial=initial, day=day)
    if request.method == "POST" and form.is_valid():
        correct_profile(person=person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("directory:my_data")
    return render(request, "directory/profile.html", {"form": form, "person": person})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def deletion(request: HttpRequest) -> HttpResponse:
    """What goes, a word to type, and then it is gone."""
    person = person_of(request)
    form = FarewellForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act = delete_person(person=person, now=visitor_of(request).now)
        except Refusal as refusal:
            form.add_error(None, str(refusal.message))
        else:
            logout(request)
            return render(request, "directory/farewell.html", {"act": act})
    kept = [(one.title, len(one.rows)) for one in kept_about(person)]
    return render(request, "directory/deletion.html", {"form": form, "kept": kept})
