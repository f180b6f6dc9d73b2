"""A list of participants, with the columns that were asked for."""

from django.utils.translation import gettext_lazy as _

from rost.documents.kinds.model import Kind
from rost.documents.kinds.participant_list.content import ParticipantList
from rost.documents.kinds.participant_list.sample import sample
from rost.documents.kinds.participant_list.xlsx import build

KIND = Kind(
    name="participant_list",
    title=_("List of participants"),
    content=ParticipantList,
    sample=sample,
    words={"list": _("List of participants")},
    builders={"xlsx": build},
    running=("rows", "columns"),
)
