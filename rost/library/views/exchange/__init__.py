"""Practices in and out: collections in two steps, workbooks, open data."""

from .bringing import collection, collection_application, collection_withdrawal, exchange, template
from .taking import (
    collection_workbook,
    practice_workbook,
    practices_csv,
    practices_export,
    practices_json,
)

__all__ = [
    "collection",
    "collection_application",
    "collection_withdrawal",
    "collection_workbook",
    "exchange",
    "practice_workbook",
    "practices_csv",
    "practices_export",
    "practices_json",
    "template",
]
