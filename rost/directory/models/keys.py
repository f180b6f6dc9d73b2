"""One-time keys: the link or QR of a paper invitation, the code a curator gives by hand."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .people import Person


class KeyKind(models.TextChoices):
    LINK = "link", _("Link or QR of an invitation")
    CODE = "code", _("Code given by a curator")
    DEMONSTRATION = "demonstration", _("Sign-in link of the demonstration")


class SignInKey(models.Model):
    """A key that signs one person in; only its digest is kept: a copy of the table opens nothing.

    Demonstration keys may be used again and exist only in demonstration mode.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys")
    kind = models.CharField(max_length=15, choices=KeyKind)
    digest = models.CharField(max_length=64, unique=True)
    leads_to = models.CharField(max_length=300, blank=True)  # path inside the site
    issued_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-issued_at", "id")

    def __str__(self) -> str:
        return f"{self.kind} → {self.person_id}"
