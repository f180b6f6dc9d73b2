"""Schedules of the frab family: valid on Russian data, made once, never those of a draft."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker, validators
from lxml import etree

from rost.core.programme.model import Programme
from rost.forum.models import Edition
from rost.forum.tests.sample import publish, sample_programme, sample_route

pytestmark = pytest.mark.django_db
XML = "/forum/forum-2020/schedule.xml"
JSON = "/forum/forum-2020/schedule.json"


def with_a_route(programme: Programme) -> Programme:
    """The sample with one of its sessions moved to a bus."""
    first, *rest = programme.sessions
    route = sample_route()
    return replace(
        programme,
        routes=(route,),
        sessions=(replace(first, hall="", route=route.slug), *rest),
    )


def test_xml_has_no_error_against_the_schema(client: Client, reference: Path) -> None:
    publish(with_a_route(sample_programme(300)))
    schema = etree.XMLSchema(etree.parse(str(reference / "frab/schedule.xml.xsd")))

    document = etree.fromstring(client.get(XML).content)

    schema.validate(document)
    assert [str(error) for error in schema.error_log] == []
    # One session in 97 of the sample is cancelled; a schedule has only those that take place.
    assert len(document.findall(".//event")) == 300


def test_json_has_no_error_against_the_schema(client: Client, reference: Path) -> None:
    publish(with_a_route(sample_programme(300)))
    schema: dict[str, Any] = json.loads((reference / "frab/schema.json").read_text())
    kind: Any = validators.validator_for(schema, default=Draft202012Validator)

    document = json.loads(client.get(JSON).content)

    errors = kind(schema, format_checker=FormatChecker()).iter_errors(document)
    assert [f"{list(error.path)}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("path", [XML, JSON])
def test_a_schedule_already_fetched_is_not_sent_again(client: Client, path: str) -> None:
    publish(sample_programme(3))
    first = client.get(path)

    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


@pytest.mark.parametrize("path", [XML, JSON])
def test_a_new_version_is_sent(client: Client, path: str) -> None:
    programme = sample_programme(3)
    publish(programme)
    etag = client.get(path).headers["ETag"]

    publish(replace(programme, title="Другое имя"), number=2)
    again = client.get(path, headers={"If-None-Match": etag})

    assert again.status_code == 200
    assert "Другое имя" in again.content.decode()


@pytest.mark.parametrize("path", [XML, JSON])
def test_a_draft_is_not_there(client: Client, path: str) -> None:
    edition = publish(sample_programme(3))
    Edition.objects.filter(pk=edition.pk).update(published=None)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [XML, JSON])
def test_an_edition_not_yet_public_is_not_there(client: Client, path: str) -> None:
    edition = publish(sample_programme(3))
    Edition.objects.filter(pk=edition.pk).update(is_public=False)

    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [XML, JSON])
def test_one_number_of_queries_whatever_the_size(
    client: Client, path: str, django_assert_num_queries: Any
) -> None:
    for number, size in ((1, 1), (2, 300)):
        publish(replace(sample_programme(size), title=path), number=number)
        with django_assert_num_queries(2):
            client.get(path)
