"""The components of every page."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from rost.ui.stylesheets import sheet

register = template.Library()


@register.simple_tag(takes_context=True)
def styles(context: template.Context, *names: str) -> SafeString:
    """Inline the base style sheet and the named ones, and allow them in the page's policy."""
    text, source = sheet(("base", *names))
    request = context.get("request")
    if request is not None:
        request.style_hashes = {source, *getattr(request, "style_hashes", ())}
    return format_html("<style>{}</style>", mark_safe(text))  # our own files
