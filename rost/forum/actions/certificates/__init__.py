"""Certificates: issuing by presence, sending, printing; each as background work too.

Revoking is `documents.actions.revoking`, for whichever page asks; `messages/certificates.py` tells.
"""

from .issuing import Issued, issue_certificates
from .printing import certificates_to_print
from .renewing import Renewed, renew_certificates
from .rules import set_certificate_rules
from .sending import Sent, WhyAgain, send_certificates
from .works import WORKS, open_issuing, open_printing, open_renewing, open_sending

__all__ = [
    "WORKS",
    "Issued",
    "Renewed",
    "Sent",
    "WhyAgain",
    "certificates_to_print",
    "issue_certificates",
    "open_issuing",
    "open_printing",
    "open_renewing",
    "open_sending",
    "renew_certificates",
    "send_certificates",
    "set_certificate_rules",
]
