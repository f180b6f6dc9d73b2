"""Who may do what: the one permission door of the platform.

A `Right` names the roles that carry it; a room declares its rights beside its own rules.
A role counts where its scope covers the thing asked about: the whole platform, a territory
and everything in it, or one space. What no rule grants is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .models import Person, RoleName, ScopeKind

STAFF_ROLES = frozenset(
    {RoleName.ADMINISTRATOR, RoleName.ORGANISER, RoleName.EDITOR, RoleName.MODERATOR}
)


@dataclass(frozen=True, slots=True)
class Right:
    """A thing that can be done, and the roles that may do it."""

    name: str
    roles: frozenset[str]

    @classmethod
    def of(cls, name: str, *roles: RoleName) -> Right:
        """A right of the given roles; the administrator has every right."""
        return cls(name, frozenset({*roles, RoleName.ADMINISTRATOR}))


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in force: what it is and where it holds."""

    role: str
    scope: str
    where: str = ""  # code of the territory or name of the space


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever stands behind a request; `strong`: a staff member passed the second factor."""

    person: Person | None
    grants: tuple[Grant, ...]
    now: datetime
    strong: bool = False

    @property
    def is_staff(self) -> bool:
        return any(grant.role in STAFF_ROLES for grant in self.grants)


def covers(grant: Grant, *, territory: str, space: str) -> bool:
    """Whether the grant holds for this place (a municipality's `path`) or this space."""
    if grant.scope == ScopeKind.PLATFORM:
        return True
    if grant.scope == ScopeKind.TERRITORY:
        return f".{grant.where}." in territory
    return bool(space) and grant.where == space


def may(visitor: Visitor, right: Right, *, territory: str = "", space: str = "") -> bool:
    """Whether the visitor has the right there; a staff role counts only after the second factor.

    >>> may(Visitor(None, (), datetime.min), Right.of("anything"))
    False
    """
    return any(
        grant.role in right.roles
        and (grant.role not in STAFF_ROLES or visitor.strong)
        and covers(grant, territory=territory, space=space)
        for grant in visitor.grants
    )


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a visitor has a right: everywhere, in some territories (their codes), or nowhere."""

    everywhere: bool = False
    territories: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.territories)

    def covers(self, path: str) -> bool:
        """Whether a municipality with this `path` lies within reach."""
        return self.everywhere or any(f".{code}." in path for code in self.territories)


def reach(visitor: Visitor, right: Right) -> Reach:
    """The whole of what `may` would allow, for lists that show only what is within reach."""
    counted = [
        grant
        for grant in visitor.grants
        if grant.role in right.roles and (grant.role not in STAFF_ROLES or visitor.strong)
    ]
    return Reach(
        everywhere=any(grant.scope == ScopeKind.PLATFORM for grant in counted),
        territories=tuple(grant.where for grant in counted if grant.scope == ScopeKind.TERRITORY),
    )


def may_change_address(visitor: Visitor, person: Person, roles: Iterable[str]) -> bool:
    """Whose e-mail address a visitor may write: it opens the account, so it carries its rights.

    Of a person who holds a role, an administrator alone; of others, whoever enters people, and
    only until the person has signed in and looks after the address alone.
    """
    if any(role != RoleName.RESIDENT for role in roles):
        return may(visitor, GRANT_ROLES)
    return person.last_login is None


def may_move_post(visitor: Visitor, roles: Iterable[str]) -> bool:
    """Whether a visitor who may end or hand over a post may do so with the roles that rest on it.

    They would go to whom the visitor chooses, so they need the right to grant them.
    """
    harmless = {RoleName.RESIDENT, RoleName.REPRESENTATIVE}
    return harmless.issuperset(roles) or may(visitor, GRANT_ROLES)


EDIT_DIRECTORY = Right.of("directory.edit", RoleName.EDITOR)
EDIT_TERRITORY_PEOPLE = Right.of("directory.people", RoleName.EDITOR, RoleName.CURATOR)
ISSUE_CODES = Right.of("directory.codes", RoleName.CURATOR)
APPROVE_ORGANISATIONS = Right.of("directory.organisations", RoleName.MODERATOR, RoleName.EDITOR)
DECLARE_PROFILE = Right.of("directory.profile", RoleName.EDITOR, RoleName.CURATOR)
GRANT_ROLES = Right.of("directory.roles")
SEE_RECORDS = Right.of("directory.records")
DESTROY_DATA = Right.of("directory.retention")
SEE_RECURRING = Right.of("directory.recurring")


def needs_second_factor(visitor: Visitor, right: Right) -> bool:
    """Whether the right sleeps only because this session has no second factor behind it."""
    return any(
        grant.role in right.roles and grant.role in STAFF_ROLES and not visitor.strong
        for grant in visitor.grants
    )


def may_issue_code(visitor: Visitor, *, territories: Iterable[str], holds_rights: bool) -> bool:
    """Whether the visitor may hand a sign-in code to a person tied to these territories.

    A code opens the person's account, so a curator never gets one for somebody who has rights
    of their own: that would be a way to rights nobody granted. Administrators may.
    """
    if may(visitor, GRANT_ROLES):
        return True
    return not holds_rights and any(
        may(visitor, ISSUE_CODES, territory=territory) for territory in territories
    )
