# /cases/<public_id>/interviews/
from django.urls import path

from screening.views import answers, interviews

app_name = "interviews"
urlpatterns = [
    path("", interviews.interviews, name="interviews"),
    path("plan/", interviews.plan, name="plan"),
    path("<uuid:interview_id>/", answers.answers, name="answers"),
    path("<uuid:interview_id>/ask/", answers.ask, name="ask"),
    path("<uuid:interview_id>/keep/", answers.keep, name="keep"),
    path("<uuid:interview_id>/invite/", interviews.invite, name="invite"),
    path("<uuid:interview_id>/move/", interviews.move, name="move"),
    path("<uuid:interview_id>/held/", interviews.hold, name="hold"),
    path("<uuid:interview_id>/not-held/", interviews.fall_out, name="fall_out"),
    path("<uuid:interview_id>/take-back/", interviews.reopen, name="reopen"),
]
