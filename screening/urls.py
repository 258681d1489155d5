# /cases/<public_id>/
from django.urls import path

from screening.views import child_place, contract, danish, expectations, jobnet
from screening.views.profile import given, rows

app_name = "screening"
urlpatterns = [
    path("contract/", contract.contract, name="contract"),
    path("contract/draw-up/", contract.draw_up, name="draw_up_contract"),
    path("contract/<uuid:contract_id>/change/", contract.change, name="change_contract"),
    path("contract/<uuid:contract_id>/sign/", contract.conclude, name="conclude_contract"),
    path("contract/<uuid:contract_id>/withdraw/", contract.withdraw, name="withdraw_contract"),
    path("contract/<uuid:contract_id>/print/", contract.print_contract, name="print_contract"),
    path("profile/", rows.profile, name="profile"),
    path("profile/cv/", given.cv, name="cv"),
    path("profile/drafts/<str:form>/", rows.keep_draft, name="keep_profile_draft"),
    path("profile/take-over/<slug:question>/", given.take_over_answer, name="take_over_answer"),
    path("profile/<str:section>/add/", rows.add, name="add_to_profile"),
    path("profile/<str:section>/<uuid:entry_id>/correct/", rows.correct, name="correct_profile"),
    path("profile/<str:section>/<uuid:entry_id>/remove/", rows.remove, name="remove_from_profile"),
    path("expectations/", expectations.expectations, name="expectations"),
    path("expectations/match/", expectations.match, name="match_expectations"),
    path("expectations/draft/", expectations.keep_draft, name="keep_expectations"),
    path("expectations/<uuid:expectations_id>/sign/", expectations.sign, name="sign_expectations"),
    path(
        "expectations/<uuid:expectations_id>/withdraw/", expectations.withdraw, name="withdraw_expectations"
    ),
    path(
        "expectations/<uuid:expectations_id>/print/",
        expectations.print_expectations,
        name="print_expectations",
    ),
    path("danish/refer/", danish.refer, name="refer_to_danish"),
    path("danish/<uuid:referral_id>/placed/", danish.place, name="place_in_danish"),
    path("danish/<uuid:referral_id>/end/", danish.end, name="end_danish"),
    path("danish/<uuid:referral_id>/correct/", danish.correct, name="correct_danish"),
    path("danish/<uuid:referral_id>/take-back/", danish.take_back, name="take_danish_back"),
    path("child-place/record/", child_place.record, name="record_child_place"),
    path("child-place/<uuid:place_id>/correct/", child_place.correct, name="correct_child_place"),
    path("child-place/<uuid:place_id>/take-back/", child_place.take_back, name="take_child_place_back"),
    path("jobnet/register/", jobnet.register, name="register_job_seeker"),
    path("jobnet/cv/", jobnet.find_cv, name="find_cv"),
    path("jobnet/<uuid:registration_id>/exempt/", jobnet.exempt, name="exempt_from_cv"),
    path("jobnet/<uuid:registration_id>/end/", jobnet.end, name="end_job_seeking"),
    path("jobnet/<uuid:registration_id>/correct/", jobnet.correct, name="correct_job_seeking"),
    path("jobnet/<uuid:registration_id>/take-back/", jobnet.take_back, name="take_job_seeking_back"),
]
