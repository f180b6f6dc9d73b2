"""The badge desk: the table, spare badges, replacing a lost one, handing one over."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rost.forum.actions.badges import hand_spare, make_spares, replace_badge
from rost.forum.actions.papers import print_badges
from rost.forum.forms.badges import BadgeFilterForm, OwnerForm, ReplacementForm, SparesForm
from rost.forum.forms.papers import TickedBadgesForm
from rost.forum.models import Badge, Edition
from rost.forum.queries.badges import (
    BadgeState,
    badge_table,
    badges_with_owners,
    count_badges,
    face_of,
    photo_consents,
)
from rost.forum.queries.papers.page import is_changed
from rost.forum.views.registration.doors import visitor_of
from rost.forum.views.registration.table import signed_in, ticked
from rost.ui.refusals import Refusal

from .doors import CONFLICT, WRONG, keeper_page, note_candidates, note_view, page
from .printing import given, parts_of

PER_PAGE = 50
REGISTER = "forum.badges"


@require_safe
@keeper_page
def badges(request: HttpRequest, edition: Edition) -> HttpResponse:
    return badges_page(request, edition)


def badges_page(
    request: HttpRequest,
    edition: Edition,
    *,
    spares: forms.Form | None = None,
    sent: forms.Form | None = None,
    refused: str = "",
) -> HttpResponse:
    """Who has which badge; a refused printing comes back with its reason beside the table."""
    form = BadgeFilterForm(request.GET, **parts_of(edition))
    rows = Paginator(badge_table(edition, form.wanted), PER_PAGE).get_page(request.GET.get("page"))
    owners = [one.registration for one in rows.object_list if one.registration is not None]
    note_view(request, edition, REGISTER, len(owners))
    photo = photo_consents(one.person_id for one in owners)
    counts = count_badges(edition)
    context = {
        "form": form,
        "page_obj": rows,
        "photo": photo,
        "changed": {
            one.pk
            for one in rows.object_list
            if one.registration is not None and is_changed(one, face_of(one.registration, photo))
        },
        "counts": [(state.value, state.label, counts[state.value]) for state in BadgeState],
        "all": counts["all"],
        "spares_form": spares or SparesForm(),
        "print_form": sent or TickedBadgesForm(initial={"language": get_language() or "ru"}),
        "refused": refused,
        "was_ticked": set(request.POST.getlist("badge")),
    }
    status = WRONG if refused or (spares is not None) else 200
    return page(request, edition, "badges", _("Badges"), context, status=status)


@require_POST
@keeper_page
def ticked_printing(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Print the ticked badges; those printed before only with a reason, under the same codes."""
    form = TickedBadgesForm(request.POST)
    if not form.is_valid():
        return badges_page(request, edition, sent=form, refused=_("Choose a size and a language."))
    data = form.cleaned_data
    try:
        made = print_badges(
            edition=edition,
            badges=ticked(request, "badge"),
            variant=data["variant"],
            language=data["language"],
            reason=data["reason"],
            by=signed_in(request),
            now=visitor_of(request).now,
        )
    except Refusal as refusal:
        return badges_page(request, edition, sent=form, refused=str(refusal.message))
    return given(made)


@require_POST
@keeper_page
def spares(request: HttpRequest, edition: Edition) -> HttpResponse:
    """Make blank numbered badges; they are printed like all others."""
    form = SparesForm(request.POST)
    if not form.is_valid():
        return badges_page(request, edition, spares=form)
    made = make_spares(
        edition=edition, count=form.cleaned_data["count"], now=visitor_of(request).now
    )
    said = ngettext(
        "%(number)s spare badge is made: print it below.",
        "%(number)s spare badges are made: print them below.",
        len(made),
    )
    messages.success(request, said % {"number": len(made)})
    return redirect(f"{reverse('forum:badges', args=[edition.slug])}?state=spare")


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def replacement(request: HttpRequest, edition: Edition, badge: int) -> HttpResponse:
    """A lost or spoilt badge: its code ends, another one is made for the same person."""
    found = badge_of(edition, badge)
    form = ReplacementForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = WRONG
        if form.is_valid():
            try:
                fresh = replace_badge(
                    badge=found,
                    why=form.cleaned_data["why"],
                    by=signed_in(request),
                    now=visitor_of(request).now,
                )
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
                status = CONFLICT
            else:
                said = _("Badge № %(old)s is out of force; № %(new)s is made: print it.")
                messages.success(request, said % {"old": found.serial, "new": fresh.serial})
                return to_badge(edition, fresh)
    note_view(request, edition, REGISTER, int(found.registration_id is not None))
    return badge_form(request, edition, found, form, "replacement", status)


@require_http_methods(["GET", "HEAD", "POST"])
@keeper_page
def owner(request: HttpRequest, edition: Edition, badge: int) -> HttpResponse:
    """Hand a spare badge to somebody confirmed: a guest, or who has lost their own."""
    found = badge_of(edition, badge)
    form = OwnerForm(request.POST or None, edition=edition)
    status = 200
    if request.method == "POST":
        status = WRONG
        if form.is_valid():
            try:
                hand_spare(
                    badge=found,
                    registration=form.cleaned_data["registration"],
                    instead=form.cleaned_data["instead"],
                    by=signed_in(request),
                    now=visitor_of(request).now,
                )
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
                status = CONFLICT
            else:
                messages.success(request, _("Handed over: doors know the badge from now on."))
                return to_badge(edition, found)
    if found.registration_id is not None:
        note_view(request, edition, REGISTER, 1)
    note_candidates(request, edition, form, "registration")
    return badge_form(request, edition, found, form, "owner", status)


def badge_form(
    request: HttpRequest,
    edition: Edition,
    badge: Badge,
    form: forms.Form,
    template: str,
    status: int,
) -> HttpResponse:
    under = (_("Badges"), reverse("forum:badges", args=[edition.slug]))
    title = _("Badge № %(serial)s") % {"serial": badge.serial}
    context = {"form": form, "badge": badge}
    return page(request, edition, template, title, context, under=under, status=status)


def badge_of(edition: Edition, identity: int) -> Badge:
    found = badges_with_owners(edition).filter(pk=identity).first()
    if found is None:
        raise Http404
    return found


def to_badge(edition: Edition, badge: Badge) -> HttpResponse:
    return redirect(f"{reverse('forum:badges', args=[edition.slug])}?text={badge.serial}")
