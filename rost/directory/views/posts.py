"""Posts: giving one, ending it, handing it over."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rost.directory.actions.posts import end_post, give_post, hand_over
from rost.directory.forms.people import EndForm, HandoverForm, PostForm
from rost.directory.models import Post
from rost.directory.queries.organisations import organisations_for
from rost.directory.queries.people import get_post_for, people_for
from rost.directory.queries.visitors import local_day
from rost.directory.rules import EDIT_TERRITORY_PEOPLE
from rost.directory.views.answers import attempt, done, form_page
from rost.directory.views.people import crumbs, person_or_404, within_of
from rost.directory.views.permits import needs, visitor_of


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """A person takes a post in a municipality within reach."""
    person = person_or_404(request, pk)
    day = local_day(visitor_of(request).now)
    form = PostForm(
        request.POST or None,
        initial={"municipality": person.home, "held_from": day},
        day=day,
        organisations=organisations_for(visitor_of(request), day=day),
        within=within_of(request),
    )
    if form.is_valid():
        post = attempt(form, lambda: give_post(person=person, **form.cleaned_data))
        if post is not None:
            return done(request, _("The post is given."), "directory:person", person.pk)
    return form_page(
        request, form, title=_("Give a post"), submit=_("Give the post"), crumbs=crumbs(person)
    )


def post_or_404(request: HttpRequest, pk: int) -> Post:
    post = get_post_for(visitor_of(request), pk)
    if post is None:
        raise Http404
    return post


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The post ends, and every role that rests on it."""
    post = post_or_404(request, pk)
    form = EndForm(request.POST or None, initial={"on": local_day(visitor_of(request).now)})
    if form.is_valid():
        ended = attempt(form, lambda: end_post(post=post, on=form.cleaned_data["on"]))
        if ended is not None:
            return done(request, _("The post is ended."), "directory:person", post.person_id)
    return form_page(
        request,
        form,
        title=_("End the post"),
        submit=_("End the post"),
        lead=_("Roles that rest on this post end on the same day."),
        danger=True,
        crumbs=crumbs(post.person),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs(EDIT_TERRITORY_PEOPLE, anywhere=True)
def handover(request: HttpRequest, pk: int) -> HttpResponse:
    """Another person takes the post, with the roles that rest on it."""
    post = post_or_404(request, pk)
    visitor = visitor_of(request)
    form = HandoverForm(
        request.POST or None,
        people=people_for(visitor),
        initial={
            "on": local_day(visitor.now),
            "successor": request.GET.get("successor", "")[:20],
        },
    )
    if form.is_valid():
        taken = attempt(form, lambda: hand_over(post=post, now=visitor.now, **form.cleaned_data))
        if taken is not None:
            return done(request, _("The post is handed over."), "directory:person", taken.person_id)
    here = reverse("directory:post_handover", args=[post.pk])
    return form_page(
        request,
        form,
        title=_("Hand the post over"),
        submit=_("Hand the post over"),
        lead=_("The old holder's post and its roles end the day before; the successor gets both."),
        crumbs=crumbs(post.person),
        other_url=f"{reverse('directory:person_new')}?{urlencode({'next': here})}",
        other_text=_("Enter a new person"),
    )
