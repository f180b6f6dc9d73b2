"""Reads for «Can we do it?»: what is known of a place, the answer, marks for lists."""
