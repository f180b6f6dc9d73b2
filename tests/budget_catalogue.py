"""The editors' list of synonyms: what it may cost."""

CATALOGUE = """
catalogue:synonyms                  editor       6
catalogue:synonym_group             editor       6
catalogue:new_synonym               editor       6
"""
