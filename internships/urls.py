# /cases/<public_id>/internships/
from django.urls import path

from internships import measures, views

app_name = "internships"
urlpatterns = [
    path("companies/", views.companies, name="companies"),
    path("offer/", views.offer, name="offer"),
    path("offers/<uuid:offer_id>/answer/", views.answer, name="answer"),
    path("offers/<uuid:offer_id>/plan/", views.plan, name="plan"),
    path("offers/<uuid:offer_id>/start/", views.start, name="start"),
    path("start/", views.start_elsewhere, name="start_elsewhere"),
    path("<uuid:placement_id>/end/", views.end, name="end"),
    path("<uuid:placement_id>/planned-end/", measures.plan_end, name="plan_end"),
    path("<uuid:placement_id>/next-step/", measures.decide_next, name="decide_next"),
    path("<uuid:placement_id>/next-step/take-back/", measures.take_next_back, name="take_next_back"),
    path("<uuid:placement_id>/correct/", views.correct_start, name="correct_start"),
    path("<uuid:placement_id>/take-back/", views.take_back, name="take_back"),
]
