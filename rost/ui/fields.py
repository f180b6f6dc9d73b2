"""What a form field gets before it is drawn: hints for keyboards and for filling it in."""

from __future__ import annotations

from django.forms import BoundField, EmailField

# HTML Living Standard, 4.10.18.7 Autofill: names of what a browser may fill in.
AUTOCOMPLETE = {
    "surname": "family-name",
    "given_name": "given-name",
    "patronymic": "additional-name",
    "email": "email",
    "phone": "tel",
    "code": "one-time-code",
}
INPUTMODE = {"phone": "tel", "code": "text", "inn": "numeric", "ogrn": "numeric"}


def shown(bound: BoundField) -> BoundField:
    """The field with `autocomplete` and `inputmode` where the form has not set its own."""
    attrs = bound.field.widget.attrs
    name = bound.name.rpartition("-")[2]
    if isinstance(bound.field, EmailField):
        attrs.setdefault("autocomplete", "email")
    elif name in AUTOCOMPLETE:
        attrs.setdefault("autocomplete", AUTOCOMPLETE[name])
    if name in INPUTMODE:
        attrs.setdefault("inputmode", INPUTMODE[name])
    return bound
