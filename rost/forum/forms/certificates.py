"""Forms of the desk of certificates: whom to show, how to issue, why again, who signs."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from rost.forum.models import HoursBasis
from rost.forum.rules.certificates import NAMED_WORDING, PLAIN_WORDING

MOST_HOURS = 500


class WishForm(forms.Form):
    """How the certificates are to be: sentences, language, and whether they are sent at once."""

    wording = forms.ChoiceField(
        label=_("Sentences"),
        choices=(
            (PLAIN_WORDING, _("The name as it is written: right for every name")),
            (NAMED_WORDING, _("The name in the case that the sentence needs")),
        ),
        widget=forms.RadioSelect,
        initial=PLAIN_WORDING,
        required=False,
    )
    language = forms.ChoiceField(
        label=_("Language of the certificate"),
        choices=(
            ("", _("Each in the person's own")),
            ("ru", _("Russian")),
            ("ba", _("Bashkir")),
            ("en", _("English")),
        ),
        required=False,
    )
    send = forms.BooleanField(label=_("Send them to the holders at once"), required=False)

    @property
    def chosen(self) -> tuple[str, str, bool]:
        """What was chosen; a value that is not offered chooses the usual."""
        self.is_valid()
        data = self.cleaned_data
        return (
            data.get("wording") or PLAIN_WORDING,
            data.get("language", ""),
            bool(data.get("send")),
        )


class WhyForm(forms.Form):
    why = forms.CharField(
        label=_("Reason"),
        help_text=_("It goes into the log."),
        max_length=300,
        required=True,
    )


class NameForm(forms.Form):
    name = forms.CharField(
        label=_("Dative: to whom?"),
        help_text=_("The whole name, as the sentence needs it; empty: as the rule says."),
        max_length=400,
        required=False,
    )


class RevocationForm(forms.Form):
    why = forms.CharField(
        label=_("Why is it revoked"),
        help_text=_("The holder is told this reason, and the log keeps it."),
        max_length=300,
    )


class CertificateRulesForm(forms.Form):
    """Who is entitled and who signs; certificates issued before stay as they are."""

    basis = forms.ChoiceField(
        label=_("What hours are counted by"),
        help_text=_(
            "By day suits a forum where only the entrance is marked: each day brings an even part "
            "of the forum's hours of participation."
        ),
        choices=HoursBasis.choices,
        widget=forms.RadioSelect,
    )
    share_percent = forms.IntegerField(
        label=_("Part of a session that makes it count, %"), min_value=1, max_value=100
    )
    hour_minutes = forms.IntegerField(
        label=_("Minutes in an hour"),
        help_text=_("An academic hour has 45."),
        min_value=30,
        max_value=60,
    )
    least_hours = forms.IntegerField(
        label=_("Hours that a certificate needs"), min_value=0, max_value=MOST_HOURS
    )
    signatory_post = forms.CharField(
        label=_("Post of whoever signs"), max_length=300, required=False
    )
    signatory_name = forms.CharField(
        label=_("Name of whoever signs"),
        help_text=_("As under a letter: initials, then the surname."),
        max_length=200,
        required=False,
    )
