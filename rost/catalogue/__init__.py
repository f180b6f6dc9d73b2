"""One card for each public thing of every room, and what grew from what."""
