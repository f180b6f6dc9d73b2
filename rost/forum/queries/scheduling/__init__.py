"""Reading what a programme is made from, and what the solver made of it."""
