"""Access to what is made from a practice's passport; the head and the resident wrote it."""

PAPERS = """
# Practices: ready texts and papers
library:papers                              +++++++++++
library:press_text                          +++++++++++
library:sheet                               +++++++++++
library:application                         →++········
"""
