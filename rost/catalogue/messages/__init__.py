"""Words that several rooms use: what a passport asks."""

from .passport import (
    FIELD_NAMES,
    PARTNER_NAMES,
    SOURCE_NAMES,
    fault_text,
    roubles,
)

__all__ = ["FIELD_NAMES", "PARTNER_NAMES", "SOURCE_NAMES", "fault_text", "roubles"]
