"""What the page at the door says; the scripts carry no words of their own."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def page_texts() -> dict[str, str]:
    return _outcomes() | _details() | _standing()


def _outcomes() -> dict[str, str]:
    """The one word that a volunteer sees from afar."""
    return {
        "word_good": pgettext("door", "Come in"),
        "word_spare": pgettext("door", "Guest: come in"),
        "word_early": pgettext("door", "Marked"),
        "word_loading": pgettext("door", "The list is loading"),
        "word_out": pgettext("door", "Went out"),
        "word_again": pgettext("door", "Marked already"),
        "word_elsewhere": pgettext("door", "Seat elsewhere"),
        "word_full": pgettext("door", "No free seats"),
        "word_replaced": pgettext("door", "Badge no longer valid"),
        "word_unknown": pgettext("door", "Not in the list"),
        "word_foreign": pgettext("door", "Not a badge"),
        "word_undone": pgettext("door", "Mark taken back"),
    }


def _details() -> dict[str, str]:
    return {
        "seat_in": _("The seat is in: {place}"),
        "no_seat_here": _("There is no seat kept here for this person."),
        "all_seats_taken": _("All seats are taken: {capacity}."),
        "about_again": _("Less than two minutes ago, on this telephone. No second mark is made."),
        "about_replaced": _("It was replaced or cancelled. Send the person to the desk."),
        "about_unknown": _(
            "The badge may be newer than the list on this telephone. You can mark it: it will be"
            " checked when the mark is sent."
        ),
        "about_foreign": _("This is another code. Look the person up by name."),
        "about_early": _("The mark is taken. The name appears when the list has loaded."),
        "about_loading": _("One moment: the answer comes by itself."),
        "early_spare": _("a spare badge"),
        "about_spare": _("A spare badge without a name."),
        "minor_with": _("A minor, comes with: {parent}"),
        "minor_alone": _("A minor: let in together with a parent."),
        "photo_yes": _("May be photographed"),
        "photo_no": _("Not to be photographed"),
    }


def _standing() -> dict[str, str]:
    return {
        "until": _("The pass is valid until {time}"),
        "of_capacity": _("of {capacity}"),
        "line_up": _("There is a connection"),
        "line_down": _("No connection: marks are kept here"),
        "list_state": _("People in the list: {count}. Taken at {time}."),
        "no_list": _("The list has not come yet: it comes when there is a connection."),
        "list_loads": _(
            "The list is loading. Until then marks are taken by the code of the badge."
        ),
        "list_waits": _(
            "There is no list yet, and no connection. Marks are taken by the code of the badge; the"
            " names appear when the list has loaded."
        ),
        "no_names": _(
            "The list has not loaded yet: names and numbers cannot be found. Type the code of the"
            " badge, or wait."
        ),
        "lost_waiting": _(
            "{door}: marks lost without being taken: {count}, made between {from} and {to}."
        ),
        "lost_refused": _("{door}: marks refused: {count}, made between {from} and {to}."),
        "waiting": _("Marks waiting to be sent: {count}"),
        "found": _("Found: {count}"),
        "not_found": _("Nobody is called like this. Try the beginning of the surname."),
        "opening_waits": _("No connection yet. The pass is not lost: we try again by ourselves."),
        "over": _("The pass is over. The list and the marks are gone from this telephone."),
        "left": _("The list and the marks are gone from this telephone. Thank you!"),
        "moved": _("This telephone now stands at another door."),
        "camera_no-reader": _(
            "This browser cannot read square codes. Mark people by name or type the code."
        ),
        "camera_not-allowed": _(
            "The camera is not allowed. Allow it in the settings of the browser, or mark by name."
        ),
        "camera_no-camera": _("No camera was found. Mark people by name or type the code."),
    }
