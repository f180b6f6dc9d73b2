"""What the search reads: normalised words of each card, the vocabulary, generations of both.

The full-text index itself hangs on the rows of `IndexedCard` in the database (migration
0003_index): triggers to an FTS5 table in SQLite, a generated column with GIN in PostgreSQL. So a
row that is written by whatever path is found, and one that is gone is not.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from .cards import Card

LONGEST_WORD = 80


class GenerationState(models.TextChoices):
    CURRENT = "current", pgettext_lazy("index", "in use")
    BUILDING = "building", pgettext_lazy("index", "being built")
    OLD = "old", pgettext_lazy("index", "to be removed")


class IndexGeneration(models.Model):
    """One building of the index. Readers read the current one; writers write that being built too.

    Whoever writes index rows holds the row of the current generation first (`select_for_update`):
    totals and the vocabulary are then counted by one writer at a time.
    """

    state = models.CharField(max_length=8, choices=GenerationState)
    slot = models.PositiveSmallIntegerField(unique=True)  # 0 or 1: two stand beside each other
    begun_at = models.DateTimeField()
    reached = models.BigIntegerField(default=0)  # the last card that the building has passed
    # Totals over the cards that everybody sees: for the rarity of words and the usual length.
    cards = models.PositiveIntegerField(default=0)
    title_words = models.PositiveBigIntegerField(default=0)
    summary_words = models.PositiveBigIntegerField(default=0)
    body_words = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=("state",),
                condition=models.Q(state__in=("current", "building")),
                name="index_generation_one_of_a_state",
            ),
            models.CheckConstraint(
                name="index_generation_two_slots", condition=models.Q(slot__in=(0, 1))
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk}: {self.state}"


class IndexedCard(models.Model):
    """Normalised words of a card on the shelf, with one space between them.

    `loose` holds forms of lower weight, `typed` the words as they stand in the text (for the
    ranking alone). `counted`: everybody sees the card, so its words are in the vocabulary.

    The key is twice the card's plus the slot of the generation: a full-text index gives keys, and
    reading the row behind each of thousands only to learn its card is what a search cannot afford.
    """

    id = models.BigIntegerField(primary_key=True)
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="+")
    generation = models.ForeignKey(
        IndexGeneration, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    title = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    loose = models.TextField(blank=True)
    typed = models.TextField(blank=True)
    counted = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.generation_id}: {self.card_id}"

    @staticmethod
    def key(card: int, slot: int) -> int:
        return card * 2 + slot


class IndexedWord(models.Model):
    """A word of cards that everybody sees, and in how many of them it stands.

    `backwards` finds words by their end: a slip of the finger leaves one half of a word whole.
    """

    generation = models.ForeignKey(
        IndexGeneration, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    word = models.CharField(max_length=LONGEST_WORD)
    backwards = models.CharField(max_length=LONGEST_WORD)
    cards = models.IntegerField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("generation", "word"), name="indexed_word_once"),
        )
        indexes = (models.Index(fields=("generation", "backwards"), name="indexed_word_backwards"),)

    def __str__(self) -> str:
        return self.word
