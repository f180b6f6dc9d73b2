"""What a telephone asks again and again: the same in every language."""

from django.urls import path

from rost.live import feeds

app_name = "live_feeds"
urlpatterns = [path("forum/<slug:slug>/hall/<str:code>/state/", feeds.state, name="state")]
