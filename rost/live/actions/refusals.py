"""Why the hall says no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rost.live.rules.texts import LONGEST_QUESTION, LONGEST_WORD
from rost.ui.refusals import Refusal


class NotYetOpen(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The hall is not open yet: come back shortly before the session."))


class HallClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The hall is closed: questions and votes are not taken any more."))


class NoQuestions(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Questions are not taken at this session."))


class EmptyQuestion(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write the question first."))


class LongQuestion(Refusal):
    def __init__(self, signs: int) -> None:
        super().__init__(
            _("The question has %(signs)d signs, %(most)d are the most. Not sent: shorten it.")
            % {"signs": signs, "most": LONGEST_QUESTION}
        )


class NameNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("At this session questions are signed: write your name."))


class TooFast(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Too much at once from this telephone: wait a minute and go on."))


class TooManyQuestions(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Three questions in two minutes are the most. Not sent: send it a little later.")
        )


class LineFlooded(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Too many questions come from your line just now. Send yours again in two minutes.")
        )


class DeviceSilenced(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("The moderator does not take questions and votes from this telephone any more.")
        )


class QuestionGone(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This question is not voted for now: it is answered or taken away."))


class BadgeUnknown(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This badge is not of this forum, or is out of force."))


class OtherBadge(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This telephone has shown another badge before; that one stands."))


class PollNotOpen(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This poll is closed. Your answer was not taken."))


class AnswerUnfit(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("Choose from what is offered; words may have up to %(most)d signs.")
            % {"most": LONGEST_WORD}
        )


class PollHasAnswers(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The poll has been opened: it can be closed, not changed."))


class AnotherPollOpen(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Another poll is open: close it first."))


class PollUnready(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A poll of this kind needs at least two options, each on its own line."))


class ReasonNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Say in a word why: the archive keeps it for the moderators."))


class AlreadyAnswered(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This question has been answered already."))


class OwnerNeeded(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Choose who answers and by when."))


class QuestionTakenBack(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("A moderator has taken this question back meanwhile. Your answer is not published.")
        )


class EmptyAnswer(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write the answer first."))


class HoursInDisorder(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The hall must close later than it opens."))


class NoSuchLine(Refusal):
    def __init__(self) -> None:
        super().__init__(_("These votes are not there any more: open the page again."))
