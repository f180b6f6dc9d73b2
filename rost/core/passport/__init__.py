"""The passport of a practice as one value."""

from .model import Money, Partner, Passport, Result

__all__ = ["Money", "Partner", "Passport", "Result"]
