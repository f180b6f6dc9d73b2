"""How well a text answers a query: one ranking for every database."""
