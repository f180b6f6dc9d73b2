"""The programme of the days, to hang on the wall and to edit."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.model import Kind
from rost.documents.kinds.programme.content import Programme
from rost.documents.kinds.programme.docx import build
from rost.documents.kinds.programme.sample import sample

KIND = Kind(
    name="programme",
    title=pgettext_lazy("paper", "Programme"),
    content=Programme,
    sample=sample,
    words={
        "programme": pgettext_lazy("paper", "Programme"),
        "time": pgettext_lazy("paper", "Time"),
        "session": pgettext_lazy("paper", "Session"),
        "where": pgettext_lazy("paper", "Where"),
        "broadcast": _("Broadcast"),
        "topic": pgettext_lazy("paper", "Topic"),
        "timezone": pgettext_lazy("paper", "Times"),
        "version": pgettext_lazy("paper", "Version"),
    },
    builders={"docx": build},
    running=("post", "topic"),
)
