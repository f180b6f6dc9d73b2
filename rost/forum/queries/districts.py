"""Who has sent nobody: every district and okrug with its people, invited, registered, waiting."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from rost.directory.models import Municipality, Person, Post, PostKind, Role, RoleName
from rost.forum.models import Edition, Invitation, Quota, Registration, RegistrationStatus


@dataclass(frozen=True, slots=True)
class DistrictLine:
    """One district: `registered` hold a seat, `confirmed` are those of them who are confirmed."""

    place: Municipality
    invited: int
    registered: int
    confirmed: int
    waiting: int
    quota: int | None

    @property
    def nobody(self) -> bool:
        return self.registered + self.waiting == 0

    @property
    def over(self) -> bool:
        return self.quota is not None and self.registered >= self.quota


def district_lines(edition: Edition, *, day: date) -> list[DistrictLine]:
    """A line for each district in force on the day; four queries whatever their number."""
    people = _people_by_district(edition)
    invited = _invited_by_district(edition)
    quotas = dict(
        Quota.objects.filter(edition=edition, category__isnull=True).values_list(
            "district_id", "seats"
        )
    )
    lines = []
    for place in Municipality.objects.valid_on(day).upper().order_by("sort_key", "code"):
        own = people[place.pk]
        confirmed = own[RegistrationStatus.CONFIRMED]
        lines.append(
            DistrictLine(
                place=place,
                invited=invited[place.code],
                registered=confirmed + own[RegistrationStatus.REQUESTED],
                confirmed=confirmed,
                waiting=own[RegistrationStatus.WAITING],
                quota=quotas.get(place.pk),
            )
        )
    return lines


def _people_by_district(edition: Edition) -> dict[int, Counter[str]]:
    rows = (
        Registration.objects.filter(edition=edition, district__isnull=False)
        .order_by()
        .values_list("district_id", "status")
        .annotate(people=Count("pk"))
    )
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for district, status, people in rows:
        found[district][status] = people
    return found


def _invited_by_district(edition: Edition) -> Counter[str]:
    """By the home of the invited; districts are the second step of a municipality's path."""
    paths = Invitation.objects.filter(edition=edition, person__home__isnull=False).values_list(
        "person__home__path", flat=True
    )
    steps = (path.strip(".").split(".") for path in paths)
    return Counter(step[1] for step in steps if len(step) > 1)


def whom_to_remind(district: Municipality, now: datetime, timezone: str) -> list[Person]:
    """Curators of the district and its head, those in office today."""
    today = now.astimezone(ZoneInfo(timezone)).date()
    curators = Role.objects.held_on(today).filter(name=RoleName.CURATOR, territory=district)
    heads = Post.objects.held_on(today).filter(kind=PostKind.HEAD, municipality=district)
    responsible = Q(pk__in=curators.values("person")) | Q(pk__in=heads.values("person"))
    return list(Person.objects.filter(responsible, is_active=True).order_by("id"))
