"""Access to the catalogue's own pages: the editors' list of synonyms."""

CATALOGUE = """
# Synonyms of the search
catalogue:synonyms                          →·····+···+
catalogue:new_synonym                       →·····+···+
catalogue:synonyms_workbook                 →·····+···+
catalogue:synonym_group                     →·····+···+
catalogue:synonym_switch                    ······+···+
"""
