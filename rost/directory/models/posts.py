"""Posts that people hold and roles that follow from them.

A post says what a person is outside the platform (head, deputy, expert, representative of an NGO);
a role says what a person may do here. A role that rests on a post ends with it.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .organisations import Organisation
from .people import Person
from .places import Municipality


class PostKind(models.TextChoices):
    HEAD = "head", _("Head")
    DEPUTY = "deputy", _("Deputy head")
    MANAGER = "manager", _("Manager of affairs")
    SPECIALIST = "specialist", _("Specialist")
    COUNCIL_MEMBER = "council_member", _("Member of the council")
    EXPERT = "expert", _("Expert")
    TEACHER = "teacher", _("Teacher")
    REPRESENTATIVE = "representative", _("Representative")


class PostQuerySet(models.QuerySet["Post"]):
    def held_on(self, day: date) -> PostQuerySet:
        return self.filter(Q(held_from__lte=day), Q(held_to__isnull=True) | Q(held_to__gte=day))


class Post(models.Model):
    """A person's post in a municipality or an organisation, between two dates (both included)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="posts")
    kind = models.CharField(max_length=20, choices=PostKind)
    title = models.CharField(max_length=300)  # as written on a badge
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    held_from = models.DateField()
    held_to = models.DateField(null=True, blank=True)
    elected_first_time = models.BooleanField(default=False)
    basis = models.CharField(max_length=300, blank=True)
    succeeded_by = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="preceded_by"
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ("held_from", "id")
        constraints = (
            models.CheckConstraint(
                name="post_in_one_place",
                condition=Q(municipality__isnull=False, organisation__isnull=True)
                | Q(municipality__isnull=True, organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="post_dates_in_order",
                condition=Q(held_to__isnull=True) | Q(held_to__gte=F("held_from")),
            ),
            models.CheckConstraint(
                name="post_representative_has_end",
                condition=~Q(kind="representative") | Q(held_to__isnull=False),
            ),
            models.UniqueConstraint(
                fields=("municipality",),
                condition=Q(kind="head", held_to__isnull=True),
                name="post_one_open_head",
            ),
        )

    def __str__(self) -> str:
        return self.title


class RoleName(models.TextChoices):
    ADMINISTRATOR = "administrator", _("Administrator")
    ORGANISER = "organiser", _("Organiser")
    EDITOR = "editor", _("Editor")
    MODERATOR = "moderator", _("Moderator")
    EXPERT = "expert", _("Expert")
    CURATOR = "curator", _("Territory curator")
    REPRESENTATIVE = "representative", _("Representative")
    RESIDENT = "resident", _("Resident")


class ScopeKind(models.TextChoices):
    PLATFORM = "platform", _("The whole platform")
    TERRITORY = "territory", _("A territory and everything in it")
    SPACE = "space", _("One space: an edition, a programme, a course")


class RoleQuerySet(models.QuerySet["Role"]):
    def held_on(self, day: date) -> RoleQuerySet:
        """Roles in force; one that rests on a post needs the post to be in force too."""
        return self.filter(
            Q(held_from__lte=day),
            Q(held_to__isnull=True) | Q(held_to__gte=day),
            Q(post__isnull=True) | Q(post__held_from__lte=day),
            Q(post__isnull=True) | Q(post__held_to__isnull=True) | Q(post__held_to__gte=day),
        )


class Role(models.Model):
    """Who may act as what, where, from when to when, and on the strength of which document."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    name = models.CharField(max_length=20, choices=RoleName)
    scope = models.CharField(max_length=10, choices=ScopeKind)
    territory = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="roles"
    )
    space = models.CharField(max_length=60, blank=True)  # "forum.edition:12"
    post = models.ForeignKey(
        Post, null=True, blank=True, on_delete=models.CASCADE, related_name="roles"
    )
    held_from = models.DateField()
    held_to = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=300)
    granted_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ("held_from", "id")
        constraints = (
            models.CheckConstraint(
                name="role_scope_matches",
                condition=Q(scope="platform", territory__isnull=True, space="")
                | Q(scope="territory", territory__isnull=False, space="")
                | (Q(scope="space", territory__isnull=True) & ~Q(space="")),
            ),
            models.CheckConstraint(
                name="role_dates_in_order",
                condition=Q(held_to__isnull=True) | Q(held_to__gte=F("held_from")),
            ),
            models.CheckConstraint(name="role_has_basis", condition=~Q(basis="")),
        )

    def __str__(self) -> str:
        return f"{self.person_id}: {self.name}"
