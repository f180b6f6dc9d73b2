"""The desk of certificates: the table, one paper before it is issued, what is done with them."""

from .doing import (
    certificate_issuing,
    certificate_printing,
    certificate_renewal,
    certificate_sending,
)
from .name import certificate_name
from .one import certificate_preview, certificate_revocation
from .table import certificate_rules, certificates

__all__ = [
    "certificate_issuing",
    "certificate_name",
    "certificate_preview",
    "certificate_printing",
    "certificate_renewal",
    "certificate_revocation",
    "certificate_rules",
    "certificate_sending",
    "certificates",
]
