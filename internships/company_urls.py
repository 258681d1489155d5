# /companies/
from django.urls import path

from internships.views import companies, contacts, openings, parts

app_name = "companies"
urlpatterns = [
    path("", companies.companies, name="companies"),
    path("new/", companies.new_company, name="new"),
    path("openings/", openings.openings, name="openings"),
    path("calls/", contacts.calls, name="calls"),
    path("<uuid:company_id>/", companies.company, name="company"),
    path("<uuid:company_id>/describe/", companies.describe, name="describe"),
    path("<uuid:company_id>/units/add/", parts.add_unit, name="add_unit"),
    path("<uuid:company_id>/units/<uuid:unit_id>/", parts.correct_unit, name="correct_unit"),
    path("<uuid:company_id>/people/add/", parts.add_person, name="add_person"),
    path("<uuid:company_id>/people/<uuid:person_id>/", parts.correct_person, name="correct_person"),
    path("<uuid:company_id>/agreements/add/", parts.add_agreement, name="add_agreement"),
    path(
        "<uuid:company_id>/agreements/<uuid:agreement_id>/",
        parts.correct_agreement,
        name="correct_agreement",
    ),
    path("<uuid:company_id>/contacts/add/", contacts.record, name="record_contact"),
    path("<uuid:company_id>/contacts/draft/", contacts.keep, name="keep_contact"),
    path("<uuid:company_id>/contacts/<uuid:contact_id>/", contacts.correct, name="correct_contact"),
    path("<uuid:company_id>/contacts/<uuid:contact_id>/later/", contacts.later, name="call_later"),
    path("<uuid:company_id>/contacts/<uuid:contact_id>/no-call/", contacts.drop, name="drop_call"),
    path("<uuid:company_id>/openings/add/", openings.announce, name="announce"),
    path("<uuid:company_id>/openings/<uuid:opening_id>/", openings.change, name="change_opening"),
    path("<uuid:company_id>/openings/<uuid:opening_id>/close/", openings.close, name="close_opening"),
    path("<uuid:company_id>/openings/<uuid:opening_id>/reopen/", openings.reopen, name="reopen_opening"),
    path("<uuid:company_id>/do-not-use/", parts.bar, name="bar"),
    path("<uuid:company_id>/do-not-use/<uuid:barring_id>/lift/", parts.lift, name="lift"),
]
