"""What the directory keeps about one person, class by class, and how much of it is out of date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from rost.directory.adapters.sessions import expired_sessions, unconfirmed_addresses, ways_in
from rost.directory.models import (
    AccessRecord,
    Consent,
    DestructionAct,
    FormerValue,
    ImportBatch,
    IndicatorValue,
    Person,
    Post,
    Role,
    SignInKey,
)
from rost.directory.queries.consents import DISSEMINATED, consents_of
from rost.directory.queries.indicators.wording import name_of
from rost.directory.queries.personal_data import Row, title_of
from rost.directory.queries.places import label_of
from rost.directory.queries.sessions import sessions_shown
from rost.directory.queries.spaces import space_titles

WAYS_IN = {
    "email": _("E-mail address"),
    "webauthn": _("Passkey"),
    "totp": _("Codes from an application"),
    "recovery_codes": _("Spare codes"),
    "service": _("Outside service"),
}


def profile_of(person: Person) -> Iterator[Row]:
    yield (
        person.full_name,
        person.email,
        person.phone,
        person.get_language_display(),
        label_of(person.home) if person.home else "",
        person.created_at,
        str(person.registered_by) if person.registered_by else "",
        person.registration_basis,
    )


def names_of(person: Person) -> Iterator[Row]:
    for one in person.declined_names.select_related("set_by"):
        by = str(one.set_by) if one.set_by else ""
        yield one.get_case_display(), one.text, one.set_at, by


def posts_of(person: Person) -> Iterator[Row]:
    for post in person.posts.select_related("municipality__parent", "organisation"):
        where = label_of(post.municipality) if post.municipality else str(post.organisation)
        yield post.title, where, post.held_from, post.held_to, post.basis


def roles_of(person: Person) -> Iterator[Row]:
    roles = list(person.roles.select_related("territory__parent"))
    titles = space_titles(role.space for role in roles)
    for role in roles:
        where = titles.get(role.space, role.space) or role.get_scope_display()
        if role.territory is not None:
            where = label_of(role.territory)
        yield role.get_name_display(), where, role.held_from, role.held_to, role.basis


def consents_kept(person: Person) -> Iterator[Row]:
    for one in consents_of(person):
        yield (
            one.get_purpose_display(),
            DISSEMINATED.get(one.field, one.field),
            one.text.version,
            one.given_at,
            one.withdrawn_at,
            str(one.given_by) if one.given_by else "",
            one.basis,
        )


def keys_of(person: Person) -> Iterator[Row]:
    for key in person.keys.all():
        yield key.get_kind_display(), key.issued_at, key.expires_at, key.used_at, key.revoked_at


def sessions_kept(person: Person) -> Iterator[Row]:
    for one in sessions_shown(person, current=""):
        yield one.device, one.address, one.since


def ways_in_of(person: Person) -> Iterator[Row]:
    for kind, name, since in ways_in(person):
        yield WAYS_IN.get(kind, kind), name, since


def access_by(person: Person) -> Iterator[Row]:
    records = list(AccessRecord.objects.filter(person=person))
    titles = space_titles(one.about for one in records)
    for one in records:
        about = titles.get(one.about, one.about)
        yield one.at, one.get_act_display(), title_of(one.register), about, one.rows


def imports_by(person: Person) -> Iterator[Row]:
    for one in ImportBatch.objects.filter(uploaded_by=person):
        yield one.uploaded_at, one.file_name, one.good, one.bad, one.applied_at


def figures_told_by(person: Person) -> Iterator[Row]:
    """Figures of places that the person declared, standing and replaced."""
    for model in (IndicatorValue, FormerValue):
        rows = model.objects.filter(declared_by=person).select_related("municipality", "indicator")
        for one in rows.order_by("written_at", "id"):
            yield label_of(one.municipality), name_of(one.indicator), one.year, one.written_at


def nothing(person: Person) -> Iterator[Row]:
    """For classes whose rows another class shows already."""
    return iter(())


# -- What is out of date at a moment -------------------------------------------------------------


def idle_people(before: datetime) -> QuerySet[Person]:
    """People without a post or role in force who have not come since (or were only entered)."""
    day = before.date()
    current = Q(held_to__isnull=True) | Q(held_to__gte=day)
    return (
        Person.objects.filter(
            Q(last_login__lt=before) | Q(last_login__isnull=True), created_at__lt=before
        )
        .exclude(Exists(Post.objects.filter(current, person=OuterRef("pk"))))
        .exclude(Exists(Role.objects.filter(current, person=OuterRef("pk"))))
    )


def unconfirmed_people(before: datetime) -> QuerySet[Person]:
    """Sign-ups whose address was never confirmed and that nobody has used or made use of."""
    return Person.objects.filter(
        pk__in=unconfirmed_addresses(),
        created_at__lt=before,
        last_login__isnull=True,
        registered_by__isnull=True,
        posts__isnull=True,
        roles__isnull=True,
    )


def spent_keys(before: datetime) -> QuerySet[SignInKey]:
    return SignInKey.objects.filter(
        Q(used_at__lt=before) | Q(revoked_at__lt=before) | Q(expires_at__lt=before)
    )


def withdrawn_consents(before: datetime) -> QuerySet[Consent]:
    return Consent.objects.filter(withdrawn_at__lt=before)


def old_access(before: datetime) -> QuerySet[AccessRecord]:
    return AccessRecord.objects.filter(at__lt=before)


def old_imports(before: datetime) -> QuerySet[ImportBatch]:
    return ImportBatch.objects.filter(uploaded_at__lt=before)


def old_acts(before: datetime) -> QuerySet[DestructionAct]:
    return DestructionAct.objects.filter(at__lt=before)


old_sessions = expired_sessions
