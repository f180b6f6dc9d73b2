"""Expected refusals of reviews and withdrawals."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from rost.library.rules.review import Clash
from rost.ui.refusals import Refusal

CLASHES = {
    Clash.AUTHOR: pgettext_lazy("review", "you are one of its authors"),
    Clash.PLACE: pgettext_lazy("review", "you hold a post in its municipality or in its district"),
    Clash.ORGANISATION: pgettext_lazy("review", "you hold a post in the organisation behind it"),
}


class InConflict(Refusal):
    def __init__(self, clash: Clash) -> None:
        said = gettext("Another reviewer looks at this practice: %(reason)s. Nothing was changed.")
        super().__init__(said % {"reason": CLASHES[clash]})


class NotToBeReviewed(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This practice is not waiting for a review: it was taken back or decided upon.")
        )


class TakenAlready(Refusal):
    def __init__(self, name: str) -> None:
        said = gettext("%(name)s has taken this practice already. Choose another one.")
        super().__init__(said % {"name": name})


class NotYours(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This review is not in your hands any more: it was given back or passed on.")
        )


class CopyChanged(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "The authors have changed the practice since you opened it. Your answers are kept "
                "as a draft; look at what is new and decide again."
            )
        )


class AnswersMissing(Refusal):
    def __init__(self, questions: Iterable[str]) -> None:
        said = gettext("Answer every question first. Without an answer: %(questions)s")
        super().__init__(said % {"questions": " · ".join(questions)})


class Forbidden(Refusal):
    def __init__(self, questions: Iterable[str]) -> None:
        said = gettext(
            "With «no» to an obligatory question the practice cannot stand in the library; "
            "return it with remarks. «No» stands at: %(questions)s"
        )
        super().__init__(said % {"questions": " · ".join(questions)})


class LevelNotShown(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _(
                "This level of evidence is not shown by the passport: «shown» needs a photograph "
                "or a file, «measured» an indicator before and after, «repeated» a result told by "
                "a place that adopted the practice."
            )
        )


class LookNotInTime(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The next look must be after today and not after the end of the seal."))


class RemarksNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("To return a practice, write what is to be mended: the author will read it.")
        )


class WrongDecision(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Choose a decision that is possible for this practice."))


class ReasonNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write the reason: everybody will read it. Nothing was changed."))


class BasisNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Write on what basis the library withdraws it: a document, a rule, a complaint.")
        )


class NotInLibrary(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This practice is not in the library, or was withdrawn already."))


class NotWithdrawn(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This practice is not withdrawn: there is nothing to bring back."))


class NotAReviewer(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This person has no right to review practices. Choose another one."))
