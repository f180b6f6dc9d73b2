"""The desk of those who repeat: plan, results, contact, end, a practice of their own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rost.core.passport import load
from rost.directory.queries.visitors import local_day
from rost.library.actions import adoption as actions
from rost.library.actions.adoption import AnotherWindow
from rost.library.forms.adoption import ContactForm, GivingUpForm, PlanForm, ResultForm
from rost.library.models import Adoption
from rost.library.queries.adoption.compared import results_in
from rost.library.views.doors import CONFLICT, WRONG, person_of, visitor_of
from rost.ui.refusals import Refusal

from .doors import address_of, back, crumbs, keeper_page, open_page

METHODS = ["GET", "HEAD", "POST"]


def page(
    request: HttpRequest,
    adoption: Adoption,
    template: str,
    title: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    known = {
        "adoption": adoption,
        "practice": adoption.practice,
        "original": adoption.version,
        "heading": title,
        "crumbs": crumbs(adoption.practice, (_("Repetition"), address_of(adoption)), (title, "")),
    }
    return render(request, f"library/adoption/{template}.html", known | context, status=status)


@require_http_methods(METHODS)
@open_page
def plan(request: HttpRequest, adoption: Adoption) -> HttpResponse:
    posted = request.method == "POST"
    form = PlanForm(request.POST if posted else None, adoption=adoption)
    visitor, status = visitor_of(request), 200
    if posted:
        status = WRONG
        if form.is_valid():
            data = form.cleaned_data
            try:
                actions.save_plan(
                    adoption=adoption,
                    steps=form.steps,
                    begins_on=data["begins_on"],
                    changed=data["changed"],
                    kopecks=data["kopecks"],
                    seen=data["seen"],
                    today=local_day(visitor.now),
                    now=visitor.now,
                )
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
                status = CONFLICT
                form = fresh(form, adoption, refusal)
            else:
                again = "adoption_plan" if "more" in request.POST else "adoption"
                return back(request, adoption, _("The plan is saved."), again)
    return page(request, adoption, "plan", _("Plan"), {"form": form}, status=status)


def fresh(form: Any, adoption: Adoption, refusal: Refusal) -> Any:
    """What was typed, ready to be saved over what the other window has left."""
    if isinstance(refusal, AnotherWindow):
        form.data = form.data.copy()
        form.data["seen"] = str(
            Adoption.objects.values_list("saving", flat=True).get(pk=adoption.pk)
        )
    return form


@require_http_methods(METHODS)
@open_page
def result(request: HttpRequest, adoption: Adoption, months: int) -> HttpResponse:
    rows = {one.months: one for one in adoption.results.order_by("months")}
    known = rows.get(months)
    if known is None:
        raise Http404
    posted = request.method == "POST"
    earlier = next((results_in(one.results) for n, one in rows.items() if n < months), ())
    form = ResultForm(
        request.POST if posted else None,
        adoption=adoption,
        result=known,
        passport=load(adoption.version.passport),
        earlier=earlier,
    )
    status = 200
    if posted:
        status = WRONG
        if form.is_valid():
            try:
                actions.tell_result(
                    adoption=adoption,
                    months=months,
                    results=form.results,
                    text=form.cleaned_data["text"],
                    seen=form.cleaned_data["seen"],
                    now=visitor_of(request).now,
                )
            except Refusal as refusal:
                form.add_error(None, str(refusal.message))
                status = CONFLICT
                form = fresh(form, adoption, refusal)
            else:
                said = _("The result is told: it stands beside the authors' own. Thank you.")
                return back(request, adoption, said)
    title = _("Result after 6 months") if months == 6 else _("Result after 12 months")
    context = {"form": form, "result": known}
    return page(request, adoption, "result", title, context, status=status)


@require_http_methods(METHODS)
@open_page
def ending(request: HttpRequest, adoption: Adoption) -> HttpResponse:
    """Done, or given up: both are ends to be proud of."""
    now, posted = visitor_of(request).now, request.method == "POST"
    giving_up = posted and request.POST.get("ending") != "done"
    form = GivingUpForm(request.POST if giving_up else None)
    refused = ""
    if posted:
        try:
            if not giving_up:
                actions.finish(adoption=adoption, now=now)
                return back(request, adoption, _("It is done. Results are still awaited."))
            if form.is_valid():
                actions.give_up(adoption=adoption, reason=form.cleaned_data["reason"], now=now)
                return back(request, adoption, _("It is closed. Thank you for saying why."))
        except Refusal as refusal:
            refused = str(refusal.message)
    context = {
        "form": form,
        "refused": refused,
        "left": adoption.steps.filter(done_on__isnull=True).count(),
    }
    status = CONFLICT if refused else WRONG if posted else 200
    return page(request, adoption, "ending", _("How it ended"), context, status=status)


@require_http_methods(METHODS)
@keeper_page
def contact(request: HttpRequest, adoption: Adoption) -> HttpResponse:
    if request.method == "POST" and "withdraw" in request.POST:
        actions.withdraw_contact(adoption=adoption)
        return back(request, adoption, _("The line is taken back: nobody sees it any more."))
    posted = request.method == "POST"
    form = ContactForm(request.POST if posted else None, initial={"contact": adoption.contact})
    if posted and form.is_valid():
        actions.agree_to_be_called(
            adoption=adoption,
            **form.cleaned_data,
            by=person_of(request),
            now=visitor_of(request).now,
        )
        return back(request, adoption, _("Thank you: others can call and ask."))
    status = WRONG if posted else 200
    return page(request, adoption, "contact", _("Whom to call"), {"form": form}, status=status)


@require_POST
@open_page
def growing(request: HttpRequest, adoption: Adoption) -> HttpResponse:
    """A practice of one's own from this adoption; its draft is filled in already."""
    try:
        practice, new = actions.grow_practice(
            adoption=adoption, author=person_of(request), now=visitor_of(request).now
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect(address_of(adoption))
    if new:
        messages.success(request, _("The draft is begun: what you did here is in it already."))
    elif practice.author_id != person_of(request).pk and practice.version_id is None:
        messages.info(request, _("A colleague has begun this practice already: ask them."))
        return redirect(address_of(adoption))
    return redirect(
        "library:draft" if practice.version_id is None else "library:practice", practice.pk
    )
