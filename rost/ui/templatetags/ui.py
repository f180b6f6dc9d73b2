"""The components of every page; README.md of this room shows each with its arguments.

An argument a component does not declare is an error when the template is compiled.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from rost.core.language import initials, money_text, number_text
from rost.ui import icons, wording
from rost.ui.fields import shown
from rost.ui.languages import same_page, without_language
from rost.ui.menu import entries_for
from rost.ui.stylesheets import sheet

register = template.Library()
register.simple_tag(icons.icon, name="icon")
register.simple_tag(wording.moment, name="moment")
register.simple_tag(wording.period, name="period")
register.simple_tag(wording.size, name="size")
register.simple_tag(wording.place, name="place")

BLOCK = re.compile(r"\s*<(p|div|ul|ol|dl|h\d|table|section)\b")
TONES = ("", "info", "good", "warn", "bad")
KINDS = ("plain", "primary", "danger")
NOTICE_ICONS = {"info": "info", "good": "check", "warn": "warning", "bad": "warning"}


def one_of(value: str, allowed: tuple[str, ...], tag: str) -> str:
    if value not in allowed:
        raise template.TemplateSyntaxError(f"{tag}: «{value}» is not one of {allowed}")
    return value


@register.simple_tag(takes_context=True)
def styles(context: template.Context, *names: str) -> SafeString:
    """Inline the base style sheet and the named ones, and allow them in the page's policy."""
    wanted = ("base", *names)
    if context.get("view_is_set"):
        wanted = (*wanted, "view")
    text, source = sheet(wanted)
    request = context.get("request")
    if request is not None:
        request.style_hashes = {source, *getattr(request, "style_hashes", ())}
    return format_html("<style>{}</style>", mark_safe(text))  # noqa: S308 our own files


@register.simple_block_tag
def card(content: str, heading: str = "", href: str = "", level: int = 2) -> SafeString:
    """A piece that stands by itself; with `href` its heading leads there."""
    title: SafeString | str = heading
    if heading and href:
        title = format_html('<a href="{}">{}</a>', href, heading)
    if heading:
        title = format_html("<h{0}>{1}</h{0}>", int(level), title)
    return format_html('<section class="card">{}{}</section>', title, content)


@register.simple_block_tag
def notice(content: str, kind: str = "info", heading: str = "") -> SafeString:
    """A remark beside the flow: info, good, warn or bad."""
    one_of(kind, TONES[1:], "notice")
    title = format_html("<strong>{}</strong> ", heading) if heading else ""
    return format_html(
        '<div class="notice {}">{}<div>{}{}</div></div>',
        kind,
        icons.icon(NOTICE_ICONS[kind]),
        title,
        content,
    )


@register.simple_block_tag
def empty(content: str, heading: str) -> SafeString:
    """An empty page: what will be here and how to begin."""
    return format_html('<div class="empty"><p class="title">{}</p>{}</div>', heading, content)


@register.simple_block_tag
def language_of(content: str, code: str) -> SafeString | str:
    """Text that exists in one language; on pages of another it is marked for eye and ear."""
    if not code or code == get_language():
        return content
    tag = "div" if BLOCK.match(content) else "span"
    return format_html('<{0} class="other" lang="{1}">{2}</{0}>', tag, code, content)


@register.simple_tag
def badge(text: str, kind: str = "") -> SafeString:
    return format_html('<span class="badge {}">{}</span>', one_of(kind, TONES, "badge"), text)


@register.simple_tag
def button(text: str, kind: str = "primary", name: str = "", value: str = "") -> SafeString:
    """Sends the form it stands in."""
    extra = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html(
        '<button class="button {}"{}>{}</button>', one_of(kind, KINDS, "button"), extra, text
    )


@register.simple_tag
def link_button(href: str, text: str, kind: str = "plain") -> SafeString:
    return format_html(
        '<a class="button {}" href="{}">{}</a>', one_of(kind, KINDS, "link_button"), href, text
    )


@register.simple_tag
def next_step(href: str, text: str) -> SafeString:
    """«Что дальше»: every page ends with the next thing to do."""
    return format_html(
        '<p class="next"><span>{}</span> <a href="{}">{}{}</a></p>',
        gettext("What next"),
        href,
        text,
        icons.icon("arrow"),
    )


@register.simple_tag
def field(bound: BoundField, optional: bool = True) -> SafeString:
    """Label above, help, error tied to the input; `optional=False` leaves out «(optional)»."""
    return render_to_string("ui/field.html", {"field": shown(bound), "mark_optional": optional})


@register.filter
def short_name(person: Any) -> str:
    """«Ахметова Р. А.»: enough to know who is signed in."""
    return initials(person.surname, person.given_name, person.patronymic)


@register.filter
def number(value: int | str) -> str:
    """A whole number with its thousands apart; words are left as they are."""
    return number_text(value, get_language() or "ru") if isinstance(value, int) else value


@register.filter
def roubles(kopecks: int | None) -> str:
    """«928 225 руб.» of whole kopecks; nothing of nothing."""
    if kopecks is None:
        return ""
    return money_text(Decimal(kopecks) / 100, get_language() or "ru")


@register.filter
def no_break(text: str) -> str:
    """A dash never begins a line in Russian, nor does a number leave its sign."""
    return text.replace(" – ", "\u00a0– ").replace(" — ", "\u00a0— ").replace("№ ", "№\u00a0")


@register.simple_tag
def upload_limit() -> str:
    """The size a file may have, in words."""
    return wording.size(settings.UPLOAD_LIMIT)


@register.simple_tag
def form_errors(form: BaseForm) -> SafeString | str:
    """What is wrong, above the form, each line leading to its field."""
    if not form.errors:
        return ""
    wrong = [form[name] for name in form.errors if name in form.fields]
    return render_to_string("ui/parts/form_errors.html", {"form": form, "wrong": wrong})


@register.inclusion_tag("ui/parts/keep.html", takes_context=True)
def keep(context: template.Context, name: str) -> dict[str, Any]:
    """Inside a form: its text stays on the device until the answer says it was accepted."""
    person = getattr(context.get("visitor"), "person", None)
    return {"name": f"{person.pk if person else 0}:{name}"}


@register.inclusion_tag("ui/parts/crumbs.html", takes_context=True)
def crumbs(context: template.Context) -> dict[str, Any]:
    return {"crumbs": context.get("crumbs")}


@register.inclusion_tag("ui/parts/pager.html", takes_context=True)
def pager(context: template.Context, page_obj: Page[Any]) -> dict[str, Any]:
    """Pages of a list; the filters of the address stay."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    pages = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return {"page_obj": page_obj, "pages": pages, "query": query.urlencode()}


@register.inclusion_tag("ui/parts/languages.html", takes_context=True)
def languages(context: template.Context) -> dict[str, Any]:
    """The same page in each language."""
    request = context.get("request")
    return {"languages": same_page(request.get_full_path() if request else "/", get_language())}


@register.simple_tag(takes_context=True)
def alternates(context: template.Context) -> SafeString | str:
    """For search engines: the same public page in each language, by addresses in full.

    Pages of whoever is signed in are nobody else's, and a search is not one page.
    """
    request = context.get("request")
    person = getattr(context.get("visitor"), "person", None)
    if request is None or person is not None or request.method == "POST" or request.GET:
        return ""
    return format_html_join(
        "",
        '<link rel="alternate" hreflang="{}" href="{}{}">',
        (
            (one.code, settings.SITE_URL, one.href)
            for one in same_page(request.path, get_language())
        ),
    )


@register.simple_tag(takes_context=True)
def nav_link(context: template.Context, href: str, text: str, exact: bool = False) -> SafeString:
    """A link of a menu, marked on its own page and, unless `exact`, on all below it."""
    path, own = current_path(context), without_language(href)
    return menu_link(href, text, here=path == own if exact else path.startswith(own))


@register.simple_tag(takes_context=True)
def menu(context: template.Context) -> SafeString:
    """The entries that rooms have added to the main menu."""
    visitor, path = context.get("visitor"), current_path(context)
    entries = entries_for(visitor) if visitor is not None else []
    links = (
        (menu_link(reverse(one.url_name), str(one.text), here=one.here(path)),) for one in entries
    )
    return format_html_join("\n", "{}", links)


def menu_link(href: str, text: str, *, here: bool) -> SafeString:
    current = mark_safe(' aria-current="page"') if here else ""
    return format_html('<a href="{}"{}>{}</a>', href, current, text)


def current_path(context: template.Context) -> str:
    request = context.get("request")
    return without_language(request.path) if request else ""
