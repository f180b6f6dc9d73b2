"""The account of an edition: figures that agree with each other and with the rows."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.edition_account.content import EditionAccount
from rost.documents.kinds.edition_account.sample import sample
from rost.documents.kinds.edition_account.xlsx import build
from rost.documents.kinds.model import Kind

KIND = Kind(
    name="edition_account",
    title=pgettext_lazy("paper", "Figures of the forum"),
    content=EditionAccount,
    sample=sample,
    words={
        "account": pgettext_lazy("paper", "Figures of the forum"),
        "figures": pgettext_lazy("paper", "Figures"),
        "figure": pgettext_lazy("paper", "Figure"),
        "value": pgettext_lazy("paper", "Value"),
        "notes": _("How it was counted"),
    },
    builders={"xlsx": build},
    running=("notes",),
)
