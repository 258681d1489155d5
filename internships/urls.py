# /cases/<public_id>/internships/
from django.urls import path

from internships.views import choosing, measures, offers, placements

app_name = "internships"
urlpatterns = [
    path("companies/", choosing.companies, name="companies"),
    path("offer/", offers.offer, name="offer"),
    path("offers/<uuid:offer_id>/answer/", offers.answer, name="answer"),
    path("offers/<uuid:offer_id>/plan/", offers.plan, name="plan"),
    path("offers/<uuid:offer_id>/start/", placements.start, name="start"),
    path("start/", placements.start_elsewhere, name="start_elsewhere"),
    path("<uuid:placement_id>/end/", placements.end, name="end"),
    path("<uuid:placement_id>/planned-end/", measures.plan_end, name="plan_end"),
    path("<uuid:placement_id>/next-step/", measures.decide_next, name="decide_next"),
    path("<uuid:placement_id>/next-step/take-back/", measures.take_next_back, name="take_next_back"),
    path("<uuid:placement_id>/correct/", placements.correct_start, name="correct_start"),
    path("<uuid:placement_id>/take-back/", placements.take_back, name="take_back"),
]
