"""The certificate: who was there, for how long, and where anybody can check it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rost.documents.kinds.certificate.content import Certificate
from rost.documents.kinds.certificate.sample import sample, with_wording
from rost.documents.kinds.certificate.wordings import WORDINGS
from rost.documents.kinds.model import Kind

KIND = Kind(
    name="certificate",
    title=_("Certificate of participation"),
    content=Certificate,
    sample=sample,
    series="СУ",
    words={
        "title": pgettext_lazy("certificate", "Certificate"),
        "number": pgettext_lazy("certificate", "No."),
        "dates": pgettext_lazy("certificate", "Dates"),
        "place": pgettext_lazy("certificate", "Place"),
        "hours": pgettext_lazy("certificate", "Hours"),
        "issued_on": pgettext_lazy("certificate", "Issued on"),
        "check": pgettext_lazy("certificate", "Check this certificate"),
        "check_code": pgettext_lazy("certificate", "Check code"),
        "code": pgettext_lazy("certificate", "Square code with the address of the check page"),
        "demonstration": pgettext_lazy("certificate", "Demonstration"),
        "no_force": pgettext_lazy("certificate", "Made for demonstration, confirms nothing"),
    },
    wordings=WORDINGS,
    wording_titles={
        "with_name": _("The name in the case it stands in"),
        "without_case": _("Any name as it is"),
    },
    placeholders={
        "name": pgettext_lazy("placeholder", "name"),
        "name_dative": pgettext_lazy("placeholder", "name in the dative"),
        "event": pgettext_lazy("placeholder", "event"),
        "dates": pgettext_lazy("placeholder", "dates"),
        "place": pgettext_lazy("placeholder", "place"),
        "hours": pgettext_lazy("placeholder", "hours"),
    },
    with_wording=with_wording,
    square_codes=("check_address",),
)
