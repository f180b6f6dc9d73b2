"""Places, people, organisations, roles and records."""

from rost.directory.urls import my_data, organisations, people, places

app_name = "directory"
urlpatterns = [
    *places.urlpatterns,
    *people.urlpatterns,
    *organisations.urlpatterns,
    *my_data.urlpatterns,
]
