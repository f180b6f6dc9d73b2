"""What readers look for: searches they keep, and questions about what they did not find."""

from __future__ import annotations

from django.db import models

from rost.directory.models import Person

from .cards import Card


class SavedSearch(models.Model):
    """A search that tells of news; `query` is the address's query string, its keys in order."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=200)
    query = models.CharField(max_length=1000)
    language = models.CharField(max_length=2, default="ru")
    tells = models.BooleanField(default=True)
    saved_at = models.DateTimeField()
    told_at = models.DateTimeField()  # cards put after this moment are news

    class Meta:
        ordering = ("-saved_at", "-id")
        constraints = (
            models.UniqueConstraint(fields=("person", "query"), name="saved_search_once"),
        )

    def __str__(self) -> str:
        return self.name


class SearchQuestion(models.Model):
    """Somebody looked, found nothing of use and asked; an expert answers or points to a card."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="search_questions")
    query = models.CharField(max_length=1000)  # as it was searched
    text = models.TextField()
    language = models.CharField(max_length=2, default="ru")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    card = models.ForeignKey(
        Card, null=True, blank=True, on_delete=models.SET_NULL, related_name="answers_to"
    )
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("asked_at", "id")

    def __str__(self) -> str:
        return self.text[:80]
