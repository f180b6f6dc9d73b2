"""Ready texts and papers of a practice: what they may cost."""

PAPERS = """
library:papers                      stranger     6
library:papers                      head         9
"""
