"""What a certificate of participation says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Certificate:
    """All texts stand ready in the language of the paper; `wording` is paragraphs in order."""

    number: str
    name: str  # large, in the case the wording needs
    wording: tuple[str, ...]
    event: str
    dates: str
    place: str
    hours: str  # "16 академических часов"
    signatory_post: str
    signatory_name: str
    issued_on: str
    check_address: str  # what the square code holds
    check_code: str  # the same, to be typed
    demonstration: bool
