"""The home page and a person's own page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/home.html")


@require_safe
@login_required
def my_page(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/my_page.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/about.html")


@require_safe
def bashkir(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/bashkir.html")
