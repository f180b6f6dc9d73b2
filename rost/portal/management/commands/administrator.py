"""Makes somebody an administrator: how an empty installation gets its first one."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from rost.directory.actions.people import add_person
from rost.directory.actions.roles import grant_role
from rost.directory.models import Person, RoleName, ScopeKind
from rost.ui.refusals import Refusal


class Command(BaseCommand):
    help = "Make the person with this e-mail address an administrator, entering them if need be."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("email")
        parser.add_argument("--surname", default="", help="needed for somebody new")
        parser.add_argument("--given-name", default="")
        parser.add_argument("--basis", required=True, help="the document that appoints them")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.localtime()
        person = Person.objects.filter(email__iexact=options["email"]).first()
        try:
            if person is None:
                person = add_person(
                    surname=options["surname"],
                    given_name=options["given_name"],
                    email=options["email"],
                    now=now,
                )
            grant_role(
                person=person,
                name=RoleName.ADMINISTRATOR,
                scope=ScopeKind.PLATFORM,
                held_from=now.date(),
                basis=options["basis"],
            )
        except Refusal as refusal:
            raise CommandError(str(refusal.message)) from refusal
        self.stdout.write(
            f"{person.full_name} is an administrator from today. They sign in with a code sent to "
            f"{person.email} and set up their second factor."
        )
