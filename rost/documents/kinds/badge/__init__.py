"""The badge: a name to be read from two metres, a role by colour and word, an opaque code."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.badge.content import Badge
from rost.documents.kinds.badge.sample import sample
from rost.documents.kinds.model import Kind

KIND = Kind(
    name="badge",
    title=_("Badges"),
    content=Badge,
    sample=sample,
    words={
        "photo": pgettext_lazy("badge", "Photos welcome"),
        "no_photo": pgettext_lazy("badge", "No photos"),
        "minor": pgettext_lazy("badge", "Under 18"),
        "code": pgettext_lazy("badge", "Code for the door"),
        "surname": _("Surname"),
        "given_names": pgettext_lazy("badge", "Given name and patronymic"),
        "post": pgettext_lazy("badge", "Post"),
        "place": pgettext_lazy("badge", "Municipality"),
    },
    variants=("a6", "86x54"),
    square_codes=("address",),
)
