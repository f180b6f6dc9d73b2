"""The name on a certificate, in the case that its wording needs, mended by the organiser."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.actions.names import write_declined_names
from rost.directory.messages import DOUBTS
from rost.directory.models import NameCase
from rost.directory.queries.people import names_in_case
from rost.forum.forms.certificates import NameForm
from rost.forum.models import Edition, Registration
from rost.forum.rules import ISSUE_CERTIFICATES
from rost.forum.views.desk.doors import done, now_of, page, with_right

from .table import certificates_step, signed_in, write_down


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_right(ISSUE_CERTIFICATES)
def certificate_name(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """«Выдан кому?» – what the rule says, why it doubts, and the organiser's own word."""
    rows = Registration.objects.filter(edition=edition).select_related("person")
    row = rows.filter(pk=number).first()
    if row is None:
        raise Http404
    person, case = row.person, NameCase.DATIVE
    name = names_in_case([person], case)[person.pk]
    form = NameForm(request.POST or None, initial={"name": name.text})
    write_down(request, edition, rows=1)
    if request.method == "POST" and done(
        form,
        lambda: write_declined_names(
            person=person,
            texts={case: form.cleaned_data["name"]},
            by=signed_in(request),
            now=now_of(request),
        ),
    ):
        messages.success(request, _("The name is kept: documents made from now on use it."))
        return redirect("forum:certificate_name", edition.slug, number)
    context = {
        "form": form,
        "person": person,
        "row": row,
        "doubts": [] if name.certain else [DOUBTS[doubt] for doubt in name.why],
        "under": reverse("forum:certificates", args=[edition.slug]),
    }
    status = 422 if form.errors else 200
    title = _("Name on the certificate")
    steps = certificates_step(edition)
    return page(
        request, "../certificates/name", edition, title, context, under=steps, status=status
    )
