# /counselling/ and, for one person, /cases/<public_id>/counselling/
from django.urls import path

from mentoring.views import counselling, visits

CASE = "cases/<uuid:public_id>/counselling/"

app_name = "mentoring"
urlpatterns = [
    path("counselling/", counselling.counselling, name="counselling"),
    path("counselling/find/", counselling.find, name="find"),
    path("counselling/hours/", counselling.hours, name="hours"),
    path("counselling/hours/<uuid:public_id>/end/", counselling.end_hours, name="end_hours"),
    path(f"{CASE}arrive/", visits.arrive, name="arrive"),
    path(f"{CASE}record/", visits.record, name="record_visit"),
    path(f"{CASE}<uuid:visit_id>/take/", visits.take, name="take_visit"),
    path(f"{CASE}<uuid:visit_id>/end/", visits.end, name="end_visit"),
    path(f"{CASE}<uuid:visit_id>/correct/", visits.correct, name="correct_visit"),
    path(f"{CASE}<uuid:visit_id>/take-back/", visits.take_back, name="take_visit_back"),
]
