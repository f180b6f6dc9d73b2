"""The hall: questions, votes, polls and the screen of a session."""
