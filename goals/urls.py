# /goals/
from django.urls import path

from goals.views import breaches, figures

app_name = "goals"
urlpatterns = [
    path("", figures.scoreboard, name="scoreboard"),
    path("list/", figures.people, name="people"),
    path("figures.csv", figures.figures_csv, name="figures_csv"),
    path("breaches/", breaches.breaches, name="breaches"),
    path("conversations/<uuid:public_id>/", breaches.conversation, name="conversation"),
    path("conversations/<uuid:public_id>/answer/", breaches.answer, name="answer"),
    path("conversations/<uuid:public_id>/draft/", breaches.keep_draft, name="keep_draft"),
]
