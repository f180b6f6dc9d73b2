"""The search: its page, suggestions, saved searches, questions about what was not found."""
