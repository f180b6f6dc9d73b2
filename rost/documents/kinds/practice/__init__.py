"""A practice on one sheet: a page to take along, a notice for the board, a slide to tell it by."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.model import Kind
from rost.documents.kinds.practice.content import PracticeSheet
from rost.documents.kinds.practice.sample import sample

KIND = Kind(
    name="practice",
    title=pgettext_lazy("paper", "Practice on one page"),
    content=PracticeSheet,
    sample=sample,
    words={
        "practice": pgettext_lazy("paper", "Municipal practice"),
        "problem": _("What the problem was"),
        "solution": pgettext_lazy("paper", "What was done"),
        "steps": _("Steps"),
        "results": pgettext_lazy("paper", "What came of it"),
        "before": pgettext_lazy("paper", "before"),
        "after": pgettext_lazy("paper", "after"),
        "lesson": pgettext_lazy("paper", "What to beware of"),
        "needs": _("What others need to repeat it"),
        "cost": pgettext_lazy("paper", "Cost"),
        "year": pgettext_lazy("paper", "Year"),
        "contact": _("Whom to ask"),
        "whole": pgettext_lazy("paper", "The whole practice, with documents and photographs"),
        "code": pgettext_lazy("paper", "Square code with the address of the page"),
        "demonstration": pgettext_lazy("paper", "Demonstration"),
    },
    variants=("page", "notice", "slide"),
    square_codes=("address",),
    running=("problem", "solution", "steps", "lesson", "needs", "indicator"),
)
