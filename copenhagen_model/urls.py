"""Where everything is. Each app brings its own addresses."""

from django.urls import include, path

from copenhagen_model import (
    case_page,
    demo_day,
    giving_out,
    matching_pages,
    my_people,
    my_team,
    my_work,
    offline,
    state_reports,
    styleguide,
    views,
)
from screening.interviews.views import week
from screening.views.profile import given

urlpatterns = [
    path("", views.home, name="home"),
    path("account/", include("accounts.urls")),
    path("", include("refugees.urls")),
    path("goals/", include("goals.urls")),
    path("day/", demo_day.demo_day, name="demo_day"),
    path("day/move/", demo_day.move_day, name="move_day"),
    path("day/worker/", demo_day.switch_worker, name="switch_worker"),
    path("cases/<uuid:public_id>/", case_page.case, name="case"),
    path(
        "cases/<uuid:public_id>/receipts/<str:goal>/<str:standard>/<int:number>/",
        case_page.clock_receipt,
        name="case_receipt",
    ),
    path("cases/<uuid:public_id>/", include("goals.case_urls")),
    path("cases/<uuid:public_id>/interviews/", include("screening.interviews.urls")),
    path("cases/<uuid:public_id>/internships/", include("internships.urls")),
    path("cases/<uuid:public_id>/", include("screening.urls")),
    path(
        "cases/<uuid:public_id>/fitting-openings/", matching_pages.fitting_openings, name="fitting_openings"
    ),
    path(
        "companies/<uuid:company_id>/openings/<uuid:opening_id>/people/",
        matching_pages.fitting_people,
        name="fitting_people",
    ),
    path("companies/", include("internships.company_urls")),
    path("host/", include("internships.host_urls")),
    path("outcomes/", include("internships.outcome_urls")),
    path("", include("mentoring.urls")),
    path("health/", include("health.urls")),
    path("housing/", include("housing.urls")),
    path("my-work/", my_work.my_work, name="my_work"),
    path("my-interviews/", week.week, name="my_interviews"),
    path("occupations/", given.find_occupations, name="find_occupations"),
    path("service-worker.js", offline.service_worker, name="service_worker"),
    path("offline/", offline.offline, name="offline"),
    path("device/", offline.device, name="device"),
    path("my-people/", my_people.my_people, name="my_people"),
    path("my-team/", my_team.my_team, name="my_team"),
    path("my-team/absences/", my_team.record_absence, name="record_absence"),
    path("my-team/absences/<uuid:absence_id>/remove/", my_team.withdraw_absence, name="withdraw_absence"),
    path("my-team/without-a-next-step/<uuid:colleague_id>/", my_team.without_step, name="without_step"),
    path("my-team/give-out/", giving_out.give_out, name="give_out"),
    path("my-team/give-out/loads/", giving_out.count_loads, name="count_loads"),
    path("my-team/take-over/<uuid:colleague_id>/", giving_out.give_out, name="take_over"),
    path("my-team/take-over/<uuid:colleague_id>/loads/", giving_out.count_loads, name="take_over_loads"),
    path("reporting/", state_reports.state_reports, name="state_reports"),
    path("reporting/gather/", state_reports.gather, name="gather_state_batch"),
    path("reporting/<uuid:public_id>/", state_reports.state_batch, name="state_batch"),
    path("reporting/<uuid:public_id>/sent/", state_reports.confirm_batch, name="confirm_state_batch"),
    path("reporting/<uuid:public_id>/discard/", state_reports.discard_batch, name="discard_state_batch"),
    path("reporting/<uuid:public_id>/files/<slug:kind>/", state_reports.state_file, name="state_file"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
