"""What published files call our indicators: kept as data, corrected by editors."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from rost.core.language import fold
from rost.directory.models import Indicator, IndicatorCode
from rost.ui.refusals import Refusal


class CodeTaken(Refusal):
    """The code is empty or names another indicator already."""


def name_code(*, code: str, indicator: Indicator, source: str) -> IndicatorCode:
    """From now on files that say `code` mean this indicator."""
    folded = fold(code)[:300]
    if not folded:
        raise CodeTaken(_("Write the code or the name that the file has for the indicator."))
    try:
        with transaction.atomic():
            return IndicatorCode.objects.create(
                code=folded, indicator=indicator, source=source.strip()[:200]
            )
    except IntegrityError as taken:
        raise CodeTaken(
            _("This code is on the list already: remove it there first, then add it anew.")
        ) from taken


def forget_code(*, code: IndicatorCode) -> None:
    code.delete()
