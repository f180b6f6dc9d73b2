"""Words that several papers share, in the language of the paper."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from rost.core.language import date_range_text, date_text
from rost.forum.models import Edition

MOSCOW = ZoneInfo("Europe/Moscow")
UFA = "Asia/Yekaterinburg"
NO_BREAK_SPACE = "\u00a0"


def dates_of(edition: Edition, language: str, *, weekday: bool = False) -> str:
    return date_range_text(edition.starts_on, edition.ends_on, language, weekday=weekday)


def time_zone_text(edition: Edition) -> str:
    """«время уфимское, МСК+2»: how the hours on the paper are meant."""
    noon = datetime.combine(edition.starts_on, time(12), tzinfo=UTC)
    ahead = noon.astimezone(ZoneInfo(edition.timezone)).utcoffset() or timedelta()
    moscow = noon.astimezone(MOSCOW).utcoffset() or timedelta()
    hours = (ahead - moscow) / timedelta(hours=1)
    if not hours:
        return _("Moscow time")
    said = f"{hours:+g}".replace("-", "−")
    if edition.timezone == UFA:
        return _("Ufa time, Moscow time %(hours)s") % {"hours": said}
    return _("Moscow time %(hours)s") % {"hours": said}


def made_on(now: datetime, edition: Edition, language: str) -> str:
    return date_text(now.astimezone(ZoneInfo(edition.timezone)).date(), language)


def serial_text(serial: int) -> str:
    return f"№{NO_BREAK_SPACE}{serial}"
