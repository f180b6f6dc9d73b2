"""The act of destruction of personal data.

What it must say: order of Roskomnadzor 179 of 28.10.2022, item 3; it is kept for three years.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.destruction_act.content import DestructionAct
from rost.documents.kinds.destruction_act.sample import sample
from rost.documents.kinds.model import Kind

KIND = Kind(
    name="destruction_act",
    title=_("Act of destruction of personal data"),
    content=DestructionAct,
    sample=sample,
    words={
        "act": pgettext_lazy("destruction", "Act"),
        "title": pgettext_lazy("destruction", "of destruction of personal data"),
        "number": pgettext_lazy("destruction", "No."),
        "by": pgettext_lazy("destruction", "Destroyed by"),
        "time": pgettext_lazy("destruction", "Date and time of destruction"),
        "reason": pgettext_lazy("destruction", "Reason"),
        "way": pgettext_lazy("destruction", "Way of destruction"),
        "erased": pgettext_lazy(
            "destruction", "rows of the database are deleted or emptied by the platform"
        ),
        "class": pgettext_lazy("destruction", "Class of personal data"),
        "basis": pgettext_lazy("destruction", "Basis and term"),
        "rows": pgettext_lazy("destruction", "Rows"),
        "total": pgettext_lazy("destruction", "Total"),
        "signatures": pgettext_lazy("destruction", "Signatures of those who destroyed the data"),
        "post": pgettext_lazy("destruction", "post"),
        "signature": pgettext_lazy("destruction", "signature"),
        "name": pgettext_lazy("destruction", "name"),
        "kept": pgettext_lazy("destruction", "The act is kept for three years."),
    },
    running=("title", "basis", "reason"),
)
