"""What the forum shows in the search."""


def declare_cards() -> None:
    from rost.catalogue.queries.things import Source, register_source
    from rost.forum.queries import cards

    register_source(Source("edition", cards.editions))
    register_source(Source("session", cards.sessions))
    register_source(Source("project", cards.projects))
    register_source(Source("commitment", cards.commitments))
