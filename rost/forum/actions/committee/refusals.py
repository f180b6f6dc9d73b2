"""Expected refusals of the committee's work."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rost.ui.refusals import Refusal


class InConflict(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("You have a conflict of interests with this project. Nothing was saved.")
        )


class NotUnderReview(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The project is not under review any more. What you sent before stays as it was.")
        )


class MarksMissing(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("To send the review, give every criterion a mark and say your advice. It is a draft.")
        )


class ReasonNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("To decline a project, write the reason: its author will read it. Nothing was sent.")
        )


class NothingChosen(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Tick at least one project. Nothing was changed."))


class CannotBeDecided(Refusal):
    """A draft, a withdrawn one."""

    def __init__(self, title: str) -> None:
        super().__init__(
            gettext("«%(title)s» is a draft or was withdrawn: there is nothing to decide.")
            % {"title": title}
        )


class StandsInProgramme(Refusal):
    def __init__(self, title: str) -> None:
        super().__init__(
            gettext(
                "«%(title)s» has a session in the programme. Take the session off the programme "
                "first, then decide anew. Nothing was changed."
            )
            % {"title": title}
        )


class OwnProject(Refusal):
    def __init__(self, title: str) -> None:
        super().__init__(
            gettext(
                "You have a conflict of interests with «%(title)s»: another organiser decides. "
                "Nothing was changed."
            )
            % {"title": title}
        )


class OnStageAlready(Refusal):
    def __init__(self, title: str) -> None:
        super().__init__(
            gettext("«%(title)s» is not accepted or has its session already. Nothing was changed.")
            % {"title": title}
        )


class PlaceTaken(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This place has been taken meanwhile, or the reserve is empty."))
