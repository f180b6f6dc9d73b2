"""One certificate: as it would be, before it is issued; and revoking one that is."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from rost.documents.actions.revoking import revoke
from rost.documents.models import Document
from rost.documents.queries.numbers import label_of
from rost.documents.queries.papers import paper
from rost.forum.forms.certificates import RevocationForm, WishForm
from rost.forum.models import Edition, Registration
from rost.forum.queries.certificates import certificates_of, maker_of, standings_of
from rost.forum.rules import ISSUE_CERTIFICATES
from rost.forum.views.desk.doors import done, now_of, page, with_right

from .table import certificates_step, signed_in, write_down

NO_CODE = "0000-0000-0000-0000"


@require_safe
@never_cache
@with_right(ISSUE_CERTIFICATES)
def certificate_preview(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    """The paper of somebody who is entitled, without a number: nothing is issued."""
    rows = Registration.objects.filter(edition=edition).select_related("person")
    row = rows.filter(pk=number).first()
    standing = standings_of(edition).get(number)
    if row is None or standing is None or standing.why is not None:
        raise Http404
    wording, chosen, _send = WishForm(request.GET).chosen
    language = chosen or row.person.language
    maker = maker_of(edition, wording=wording, language=language)
    name = maker.names([row.person])[row.person_id].text
    with translation.override(language):
        specimen = _("specimen")
    content = maker.content(
        row.person,
        name,
        standing.hours,
        number=specimen,
        address=settings.SITE_URL,
        code=NO_CODE,
        now=now_of(request),
    )
    write_down(request, edition, rows=1)
    response = HttpResponse(
        paper("certificate", [content], language=language), content_type="application/pdf"
    )
    response["Content-Disposition"] = 'inline; filename="specimen.pdf"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_right(ISSUE_CERTIFICATES)
def certificate_revocation(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    document = found(edition, number)
    form = RevocationForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and done(
        form,
        lambda: revoke(
            document=document,
            why=form.cleaned_data["why"],
            by=signed_in(request),
            now=now_of(request),
        ),
    ):
        said = _("Certificate %(number)s is revoked; its holder is told.")
        messages.success(request, said % {"number": label_of(document)})
        return redirect("forum:certificates", edition.slug)
    write_down(request, edition, rows=1)
    context = {
        "form": form,
        "save": _("Revoke"),
        "lead": f"{label_of(document)}, {document.name}",
    }
    title, status = _("Revoking a certificate"), 422 if form.errors else 200
    return page(
        request, "form", edition, title, context, under=certificates_step(edition), status=status
    )


def found(edition: Edition, number: int) -> Document:
    document: Document | None = certificates_of(edition).filter(pk=number).first()
    if document is None:
        raise Http404
    return document
