"""Why a change of the draft programme is refused."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from rost.core.programme.findings import Finding
from rost.core.programme.model import Programme
from rost.forum.messages.findings import finding_text
from rost.ui.refusals import Refusal


class ChangedMeanwhile(Refusal):
    def __init__(self, title: str) -> None:
        super().__init__(
            _(
                "“%(title)s” was changed by somebody else after you opened this page. Nothing of "
                "yours was saved: look at what is there now and repeat your change."
            )
            % {"title": title}
        )


class ForbiddenChange(Refusal):
    """The change would break a rule that this edition forbids to break."""

    def __init__(self, findings: Sequence[Finding], programme: Programme) -> None:
        self.findings = tuple(findings)
        reasons = " ".join(finding_text(finding, programme) for finding in findings)
        super().__init__(
            _("This is forbidden in this programme, nothing was changed. %(reasons)s")
            % {"reasons": reasons}
        )


class ForeignPart(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This belongs to another forum. Nothing was changed."))


class HallClosed(Refusal):
    def __init__(self, hall: str) -> None:
        super().__init__(
            _("The hall “%(hall)s” is closed. Choose another one or open it again.")
            % {"hall": hall}
        )


class NotPlaced(Refusal):
    def __init__(self, title: str) -> None:
        super().__init__(_("“%(title)s” has no time yet, place it first.") % {"title": title})


class WrongLength(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A session lasts from 1 minute to 24 hours. Mend the length."))


class CodeTaken(Refusal):
    def __init__(self, code: str) -> None:
        super().__init__(
            _("Another session of this forum has the code %(code)s already.") % {"code": code}
        )


class PartTaken(Refusal):
    def __init__(self, name: str) -> None:
        super().__init__(
            _("%(name)s already has this part in this session. Choose another part.")
            % {"name": name}
        )


class FileTooLarge(Refusal):
    def __init__(self, limit: str) -> None:
        super().__init__(
            _("The file is larger than %(limit)s. Make it smaller or give a link to it.")
            % {"limit": limit}
        )


class PeriodBackwards(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The end must be later than the beginning. Mend the times."))
