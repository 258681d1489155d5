# /search/, /cases/, /intake/
from django.urls import path

from refugees.views import (
    access_log,
    dates,
    history,
    intake,
    intake_rows,
    new_case,
    periods,
    person,
    samples,
    search,
    status,
)

CASE = "cases/<uuid:public_id>/"
LIST = "intake/<uuid:public_id>/"

app_name = "refugees"
urlpatterns = [
    path("search/", search.search, name="search"),
    path("cases/new/", new_case.new_case, name="new_case"),
    path("cases/new/create/", new_case.create, name="create_case"),
    path("intake/", intake.overview, name="intake"),
    path("intake/upload/", intake.upload, name="upload_intake"),
    path("intake/sample.<str:kind>", samples.sample_list, name="intake_sample"),
    path(LIST, intake.intake_list, name="intake_list"),
    path(f"{LIST}progress/", intake.progress, name="intake_progress"),
    path(f"{LIST}confirm/", intake.confirm, name="confirm_intake"),
    path(f"{LIST}discard/", intake.discard, name="discard_intake"),
    path(f"{LIST}rows/<int:number>/", intake_rows.row, name="intake_row"),
    path(f"{LIST}rows/<int:number>/decide/", intake_rows.decide, name="decide_intake_row"),
    path(f"{CASE}dates/", dates.dates, name="dates"),
    path(f"{CASE}dates/record/", dates.record, name="record_date"),
    path(f"{CASE}dates/takeover/", dates.confirm_takeover, name="confirm_takeover"),
    path(f"{CASE}dates/<str:event>/correct/", dates.correct, name="correct_date"),
    path(f"{CASE}dates/<str:event>/withdraw/", dates.withdraw, name="withdraw_date"),
    path(f"{CASE}readiness/", periods.decide_readiness, name="decide_readiness"),
    path(f"{CASE}benefit/", periods.begin_benefit, name="begin_benefit"),
    path(f"{CASE}person/", person.edit, name="edit_person"),
    path(f"{CASE}ground/", status.change_ground, name="change_ground"),
    path(f"{CASE}close/", status.close, name="close_case"),
    path(f"{CASE}reopen/", status.reopen, name="reopen_case"),
    path(f"{CASE}history/", history.history, name="history"),
    path(f"{CASE}access-log/", access_log.access_log, name="access_log"),
]
