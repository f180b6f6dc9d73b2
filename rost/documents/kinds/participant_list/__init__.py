"""A list of participants, with the columns that were asked for."""

from django.utils.translation import gettext_lazy as _

from rost.documents.kinds.model import Kind
from rost.documents.kinds.participant_list import docx, xlsx
from rost.documents.kinds.participant_list.content import ParticipantList
from rost.documents.kinds.participant_list.sample import sample

KIND = Kind(
    name="participant_list",
    title=_("List of participants"),
    content=ParticipantList,
    sample=sample,
    words={"list": _("List of participants")},
    builders={"docx": docx.build, "xlsx": xlsx.build},
    running=("rows", "columns"),
)
