"""The sheet to sign where there is no line, no light and no telephone."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.model import Kind
from rost.documents.kinds.sign_in_sheet import docx, xlsx
from rost.documents.kinds.sign_in_sheet.content import SignInSheet
from rost.documents.kinds.sign_in_sheet.sample import sample

KIND = Kind(
    name="sign_in_sheet",
    title=_("Sign-in sheet"),
    content=SignInSheet,
    sample=sample,
    words={
        "sheet": _("Sign-in sheet"),
        "number": pgettext_lazy("sheet", "No."),
        "name": pgettext_lazy("sheet", "Surname, given name, patronymic"),
        "post": pgettext_lazy("sheet", "Post"),
        "district": pgettext_lazy("sheet", "District"),
        "municipality": pgettext_lazy("sheet", "Municipality"),
        "signature": pgettext_lazy("sheet", "Signature"),
        "code": pgettext_lazy("sheet", "Sheet code"),
        "kept_by": pgettext_lazy("sheet", "Responsible for the sheet"),
        "added": pgettext_lazy("sheet", "Added by hand"),
    },
    builders={"docx": docx.build, "xlsx": xlsx.build},
    running=("post", "municipality"),
)
