"""The page of the accessible view."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from rost.ui import view

YEAR = 60 * 60 * 24 * 365


class ViewForm(forms.Form):
    size = forms.ChoiceField(
        label=_("Size of letters"),
        choices=[(size, f"{size}\u00a0%") for size in view.SIZES],
        widget=forms.RadioSelect,
    )
    contrast = forms.ChoiceField(
        label=_("Colours"),
        choices=[
            ("normal", _("Usual")),
            ("black", _("Black on white")),
            ("white", _("White on black")),
            ("blue", _("Dark blue on light blue")),
        ],
        widget=forms.RadioSelect,
    )
    wide = forms.BooleanField(label=_("Wider space between letters and lines"), required=False)
    no_images = forms.BooleanField(label=_("Without pictures"), required=False)
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def chosen(self) -> view.View:
        data = self.cleaned_data
        return view.View(data["size"], data["contrast"], not data["no_images"], data["wide"])


@require_http_methods(["GET", "HEAD", "POST"])
def accessible_view(request: HttpRequest) -> HttpResponse:
    """Choose how pages look; the choice is kept on this device and the reader goes back."""
    if request.method == "POST":
        form = ViewForm(request.POST)
        if form.is_valid():
            response = redirect(way_back(request, form.cleaned_data["next"]))
            response.set_cookie(
                view.COOKIE,
                form.chosen().cookie(),
                max_age=YEAR,
                samesite="Lax",
                httponly=True,
                secure=request.is_secure(),
            )
            return response
    else:
        form = ViewForm(initial=current(request))
    return render(request, "ui/view.html", {"form": form}, status=400 if form.errors else 200)


@require_safe
def icon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this address by themselves; the icon stands among the static files."""
    return redirect(static("ui/icon.svg"), permanent=True)


def current(request: HttpRequest) -> dict[str, object]:
    now = view.read(request.COOKIES.get(view.COOKIE, ""))
    return {
        "size": now.size,
        "contrast": now.contrast,
        "no_images": not now.images,
        "wide": now.wide,
        "next": request.GET.get("next", ""),
    }


def way_back(request: HttpRequest, address: str) -> str:
    """Only to our own pages; without an address, to this one."""
    if url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()}):
        return address
    return request.path
