"""People: one row a person, with or without an e-mail address; the platform keeps no passwords."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .places import Municipality


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email__iexact=username)


class Language(models.TextChoices):
    RUSSIAN = "ru", _("Russian")
    BASHKIR = "ba", _("Bashkir")
    ENGLISH = "en", _("English")


class Person(AbstractBaseUser):
    """A person known to the platform: account and contact at once.

    People without e-mail are entered by a curator; `registered_by` and `registration_basis`
    then say who did it and on what grounds.
    """

    email = models.EmailField(max_length=254, null=True, blank=True)  # noqa: DJ001 unique when set
    phone = models.CharField(max_length=20, blank=True)
    surname = models.CharField(max_length=120)
    given_name = models.CharField(max_length=120, blank=True)
    patronymic = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.RUSSIAN)
    home = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="residents"
    )
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    registration_basis = models.CharField(max_length=300, blank=True)
    is_demonstration = models.BooleanField(default=False)
    search_name = models.CharField(max_length=400, db_index=True)
    sort_key = models.CharField(max_length=500, db_index=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = PersonManager()

    class Meta:
        ordering = ("sort_key", "id")
        constraints = (
            models.UniqueConstraint(Lower("email"), name="person_email_once"),
            models.CheckConstraint(name="person_email_null_not_empty", condition=~Q(email="")),
            models.CheckConstraint(
                name="person_proxy_has_basis",
                condition=Q(registered_by__isnull=True) | ~Q(registration_basis=""),
            ),
        )

    def __str__(self) -> str:
        return self.full_name

    def get_username(self) -> str:
        return self.email or f"#{self.pk}"

    @property
    def full_name(self) -> str:
        """«Фамилия Имя Отчество»; any part but the surname may be missing."""
        return " ".join(filter(None, (self.surname, self.given_name, self.patronymic)))

    def has_usable_password(self) -> bool:
        """Nobody has a password, whatever stands in the inherited column."""
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Rights come from roles through `directory.rules.may` alone; Django's own say no."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False


class NameCase(models.TextChoices):
    GENITIVE = "genitive", _("Genitive")
    DATIVE = "dative", _("Dative")
    ACCUSATIVE = "accusative", _("Accusative")
    INSTRUMENTAL = "instrumental", _("Instrumental")


class DeclinedName(models.Model):
    """How a person's whole name is declined, written down where the rules get it wrong."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="declined_names")
    case = models.CharField(max_length=12, choices=NameCase)
    text = models.CharField(max_length=400)
    set_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("person", "case")
        constraints = (
            models.UniqueConstraint(fields=("person", "case"), name="declined_name_once"),
        )

    def __str__(self) -> str:
        return self.text
