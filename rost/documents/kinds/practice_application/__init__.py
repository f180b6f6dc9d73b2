"""The application of a practice to the contest «Лучшая муниципальная практика».

A paper to be looked through, filled in where it is empty and signed by hand: no number, no check
page. Its questions are those of the passport in the order in which contests ask them.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.model import Kind
from rost.documents.kinds.practice_application.content import PracticeApplication
from rost.documents.kinds.practice_application.docx import build
from rost.documents.kinds.practice_application.sample import sample

KIND = Kind(
    name="practice_application",
    title=pgettext_lazy("paper", "Application to the contest of practices"),
    content=PracticeApplication,
    sample=sample,
    words={
        "application": pgettext_lazy("paper", "Application"),
        "contest": pgettext_lazy("paper", "to the contest «Best Municipal Practice»"),
        "facts": pgettext_lazy("paper", "About the municipality and the practice"),
        "money": pgettext_lazy("paper", "Money"),
        "source": pgettext_lazy("paper", "Source"),
        "amount": pgettext_lazy("paper", "Sum"),
        "note": _("Note"),
        "total": pgettext_lazy("paper", "In all"),
        "changes": pgettext_lazy("paper", "Results in figures"),
        "indicator": pgettext_lazy("paper", "Indicator"),
        "before": pgettext_lazy("paper", "Before"),
        "after": pgettext_lazy("paper", "After"),
        "page": pgettext_lazy("paper", "The practice in the library"),
        "date": pgettext_lazy("paper", "Date"),
        "demonstration": pgettext_lazy("paper", "Demonstration"),
    },
    builders={"docx": build},
    running=("paragraphs", "points", "value", "note", "indicator"),
)
