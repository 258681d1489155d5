# /cases/<public_id>/interviews/
from django.urls import path

from screening.interviews.views import answers, planning

app_name = "interviews"
urlpatterns = [
    path("", planning.interviews, name="interviews"),
    path("plan/", planning.plan, name="plan"),
    path("<uuid:interview_id>/", answers.answers, name="answers"),
    path("<uuid:interview_id>/ask/", answers.ask, name="ask"),
    path("<uuid:interview_id>/keep/", answers.keep, name="keep"),
    path("<uuid:interview_id>/invite/", planning.invite, name="invite"),
    path("<uuid:interview_id>/move/", planning.move, name="move"),
    path("<uuid:interview_id>/held/", planning.hold, name="hold"),
    path("<uuid:interview_id>/not-held/", planning.fall_out, name="fall_out"),
    path("<uuid:interview_id>/take-back/", planning.reopen, name="reopen"),
]
