"""The resolution of a forum: what it recommends, to whom, by when.

A paper to be edited, agreed and signed by hand, so it takes no number here and has no check page:
docs/decisions/commitments.md.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.model import Kind
from rost.documents.kinds.resolution.content import Resolution
from rost.documents.kinds.resolution.docx import build
from rost.documents.kinds.resolution.sample import sample, with_wording
from rost.documents.kinds.resolution.wordings import WORDINGS

KIND = Kind(
    name="resolution",
    title=pgettext_lazy("paper", "Resolution of the forum"),
    content=Resolution,
    sample=sample,
    words={
        "title": pgettext_lazy("resolution", "Resolution"),
        "of_forum": pgettext_lazy("resolution", "of the forum «{event}»"),
        "due": pgettext_lazy("resolution", "Term"),
        "indicator": pgettext_lazy("resolution", "Indicator"),
        "reports": pgettext_lazy("resolution", "Report on commitments of the earlier forum"),
        "demonstration": pgettext_lazy("resolution", "Demonstration, has no force"),
    },
    wordings=WORDINGS,
    wording_titles={"preamble": _("Preamble of the resolution")},
    placeholders={
        "event": pgettext_lazy("placeholder", "event"),
        "dates": pgettext_lazy("placeholder", "dates"),
        "place": pgettext_lazy("placeholder", "place"),
    },
    with_wording=with_wording,
    builders={"docx": build},
    running=("wording", "text", "title"),
)
