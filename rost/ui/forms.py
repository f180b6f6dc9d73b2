"""How forms are drawn: Django's own, with our field template and no inline styles."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    field_template_name = "ui/field.html"
