"""Who one may be in the demonstration, and the links that sign one in as them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.crypto import salted_hmac

from rost.directory.actions.people import add_person
from rost.directory.actions.posts import give_post
from rost.directory.actions.roles import grant_role
from rost.directory.models import (
    KeyKind,
    Municipality,
    Organisation,
    Person,
    RoleName,
    ScopeKind,
    SignInKey,
)
from rost.directory.queries.keys import digest_of
from rost.forum.models import Edition

from .content import ORGANISERS

BASIS = "демонстрационные данные"
SINCE = date(2019, 9, 20)


@dataclass(frozen=True, slots=True)
class Persona:
    """A person of the demonstration one can sign in as."""

    key: str
    who: str  # said beside the link
    name: tuple[str, str, str]
    email: str
    code: str  # OKTMO of the home municipality
    post: tuple[str, str] | None = None  # kind, title
    roles: tuple[tuple[str, str], ...] = ()  # role, scope
    leads_to: str = "/my/"


PERSONAS = (
    Persona(
        "organiser",
        "Организатор форума",
        ("Сафина", "Гузель", "Маратовна"),
        "organiser@rost.example",
        "80701000",
        ("specialist", "заместитель исполнительного директора Совета муниципальных образований"),
        ((RoleName.ORGANISER, ScopeKind.SPACE),),
        "/forum/2020/desk/",
    ),
    Persona(
        "head",
        "Глава сельского поселения, избрана впервые",
        ("Ахметова", "Рамиля", "Айратовна"),
        "head@rost.example",
        "80601410",
        ("head", "глава сельского поселения Аскаровский сельсовет"),
        leads_to="/forum/2020/",
    ),
    Persona(
        "curator",
        "Куратор района",
        ("Кутушев", "Азат", "Ришатович"),
        "curator@rost.example",
        "80601000",
        ("manager", "управляющий делами администрации"),
        ((RoleName.CURATOR, ScopeKind.TERRITORY),),
    ),
    Persona(
        "expert",
        "Эксперт, докладчик форума, проверяет практики",
        ("Гареева", "Лилия", "Фанисовна"),
        "expert@rost.example",
        "80701000",
        None,
        ((RoleName.EXPERT, ScopeKind.PLATFORM),),
    ),
    Persona(
        "editor",
        "Редактор справочников, хранитель библиотеки практик",
        ("Петрова", "Нина", "Ивановна"),
        "editor@rost.example",
        "80701000",
        None,
        ((RoleName.EDITOR, ScopeKind.PLATFORM),),
        "/directory/places/",
    ),
    Persona(
        "author",
        "Глава села, пишет практики",
        ("Исламов", "Рустам", "Наилевич"),
        "author@rost.example",
        "80605422",
        ("head", "глава сельского поселения Меселинский сельсовет"),
        leads_to="/practices/",
    ),
    Persona(
        "adopter",
        "Глава села, повторяет чужую практику у себя",
        ("Васильева", "Тамара", "Алексеевна"),
        "adopter@rost.example",
        "80628470",
        ("head", "глава сельского поселения Уктеевский сельсовет"),
    ),
    Persona(
        "moderator",
        "Модератор",
        ("Соколов", "Олег", "Петрович"),
        "moderator@rost.example",
        "80701000",
        None,
        ((RoleName.MODERATOR, ScopeKind.PLATFORM),),
        "/directory/organisations/",
    ),
    Persona(
        "administrator",
        "Администратор",
        ("Галиева", "Алсу", "Рифовна"),
        "administrator@rost.example",
        "80701000",
        None,
        ((RoleName.ADMINISTRATOR, ScopeKind.PLATFORM),),
    ),
    Persona(
        "resident",
        "Житель",
        ("Ёлкина", "Вера", ""),
        "resident@rost.example",
        "80611000",
    ),
)


def secret_of(persona: Persona) -> str:
    """The secret of a persona's link: the same at every start, different on every installation."""
    return salted_hmac("rost.portal.demonstration", persona.key, algorithm="sha256").hexdigest()[
        :32
    ]


def build_personas(*, edition: Edition, now: datetime) -> tuple[Persona, ...]:
    for persona in PERSONAS:
        person = Person.objects.filter(email=persona.email).first()
        if person is None:
            person = known_speaker(persona) or add(persona, now=now)
            equip(persona, person, edition=edition)
        renew_key(persona, person, now=now)
    return PERSONAS


def known_speaker(persona: Persona) -> Person | None:
    """A speaker of the programme becomes the persona of the same name."""
    surname, given_name, patronymic = persona.name
    person = Person.objects.filter(
        surname=surname, given_name=given_name, patronymic=patronymic, is_demonstration=True
    ).first()
    if person is not None:
        person.email = persona.email
        person.save(update_fields=["email"])
    return person


def add(persona: Persona, *, now: datetime) -> Person:
    surname, given_name, patronymic = persona.name
    return add_person(
        surname=surname,
        given_name=given_name,
        patronymic=patronymic,
        email=persona.email,
        home=Municipality.objects.get(code=persona.code),
        now=now,
        demonstration=True,
    )


def equip(persona: Persona, person: Person, *, edition: Edition) -> None:
    """Give the persona its post and roles."""
    place = Municipality.objects.get(code=persona.code)
    if persona.post is not None:
        kind, title = persona.post
        association = Organisation.objects.get(name=ORGANISERS[0][1])
        in_association = kind == "specialist"
        give_post(
            person=person,
            kind=kind,
            title=title,
            municipality=None if in_association else place,
            organisation=association if in_association else None,
            held_from=SINCE,
            elected_first_time=kind == "head",
            basis=BASIS,
        )
    for role, scope in persona.roles:
        grant_role(
            person=person,
            name=role,
            scope=scope,
            territory=place if scope == ScopeKind.TERRITORY else None,
            space=edition.space if scope == ScopeKind.SPACE else "",
            held_from=SINCE,
            basis=BASIS,
        )


def renew_key(persona: Persona, person: Person, *, now: datetime) -> None:
    """The persona's key with its lasting secret; refused outside demonstration mode."""
    if not settings.DEMO:
        raise RuntimeError("demonstration keys exist only in demonstration mode")
    SignInKey.objects.update_or_create(
        digest=digest_of(secret_of(persona)),
        defaults={
            "person": person,
            "kind": KeyKind.DEMONSTRATION,
            "leads_to": persona.leads_to,
            "issued_at": now,
            "expires_at": now + timedelta(days=365),
        },
    )
