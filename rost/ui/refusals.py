"""Expected refusals: an action that says no raises one, and the page tells the reader why."""

from __future__ import annotations

from django.utils.functional import Promise


class Refusal(Exception):
    """Base of every expected «no». `message` is translatable: what is wrong and what to do."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = message
