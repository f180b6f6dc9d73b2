"""Forms that several rooms draw: the passport of a practice."""
