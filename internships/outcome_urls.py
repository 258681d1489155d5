# /outcomes/
from django.urls import path

from internships.views import outcomes

app_name = "outcomes"
urlpatterns = [
    path("", outcomes.figures, name="figures"),
    path("people/", outcomes.people, name="people"),
    path("outcomes.csv", outcomes.figures_csv, name="csv"),
]
