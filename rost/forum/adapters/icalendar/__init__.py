"""Sessions as iCalendar (RFC 5545, RFC 7986), for calendars that are fetched again and again."""

from .writer import write

__all__ = ["write"]
