# /search/, /cases/, /intake/
from django.urls import path

from refugees.views import search

app_name = "refugees"
urlpatterns = [
    path("search/", search.search, name="search"),
]
