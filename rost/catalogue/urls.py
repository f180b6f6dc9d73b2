from django.urls import path

from rost.catalogue.views import synonyms

app_name = "catalogue"

urlpatterns = [
    path("synonyms/", synonyms.synonyms, name="synonyms"),
    path("synonyms/new/", synonyms.new_synonym, name="new_synonym"),
    path("synonyms/synonyms.xlsx", synonyms.synonyms_workbook, name="synonyms_workbook"),
    path("synonyms/<slug:group>/", synonyms.synonym_group, name="synonym_group"),
    path("synonyms/<slug:group>/switch/", synonyms.synonym_switch, name="synonym_switch"),
]
