"""The rows of internships in the permission matrix: offers, starts, the page of a company, companies, outcomes."""

from internships.models import Agreement, Barring, Contact, ContactPerson, Opening, ProductionUnit
from tests.internships.arguments import (
    part_of_company,
    the_company,
    with_agreement,
    with_away,
    with_away_letter,
    with_away_step,
    with_doubt,
    with_link,
    with_occupation,
    with_offer,
    with_place,
    with_secret_of_link,
)
from tests.permission_arguments import the_case
from tests.permission_rows import CASEWORK, EVERYBODY, READERS, RECORD, Build, Row, action, form, page


def company_form(build: Build) -> Row:
    """A form about a company: those who do casework write it, of whatever unit they are."""
    return form(CASEWORK, arguments=build, names_no_case=True)


# The page of a company: whoever has the secret is let in, and who is signed in makes no difference.
HOST = form(EVERYBODY, is_public=True, arguments=with_secret_of_link, names_no_case=True)


ROWS: dict[str, Row] = {
    "fitting_openings": page(READERS, arguments=the_case),
    "fitting_people": page(CASEWORK, arguments=part_of_company(Opening, "opening_id"), names_no_case=True),
    "internships:companies": page(CASEWORK, arguments=the_case),
    "internships:offer": RECORD,
    "internships:offer_place": form(CASEWORK, arguments=with_place),
    "internships:not_started": form(CASEWORK, arguments=with_offer),
    "internships:start_after_all": form(CASEWORK, arguments=with_offer),
    "internships:agreements": page(READERS, arguments=with_offer),
    "internships:draw_up_agreement": form(CASEWORK, arguments=with_offer),
    "internships:change_agreement": form(CASEWORK, arguments=with_agreement),
    "internships:sign_agreement": form(CASEWORK, arguments=with_agreement),
    "internships:withdraw_agreement": form(CASEWORK, arguments=with_agreement),
    "internships:print_agreement": page(READERS, arguments=with_agreement),
    "internships:answer": form(CASEWORK, arguments=with_offer),
    "internships:plan": form(CASEWORK, arguments=with_offer),
    "internships:start": form(CASEWORK, arguments=with_offer),
    "internships:start_elsewhere": RECORD,
    "internships:weekdays": page(READERS, arguments=the_case),
    "internships:end": form(CASEWORK, arguments=with_occupation),
    "internships:correct_start": form(CASEWORK, arguments=with_occupation),
    "internships:plan_end": form(CASEWORK, arguments=with_occupation),
    "internships:state_hours": form(CASEWORK, arguments=with_occupation),
    "internships:state_su": form(CASEWORK, arguments=with_occupation),
    "internships:make_link": form(CASEWORK, arguments=with_offer),
    "internships:revoke_link": form(CASEWORK, arguments=with_link),
    "host:page": HOST,
    "host:confirm": HOST,
    "host:started": HOST,
    "host:not_started": HOST,
    "host:worry": HOST,
    "host:evaluate": HOST,
    "internships:register_igu": RECORD,
    "internships:extend": form(CASEWORK, arguments=with_occupation),
    "internships:evaluate": form(CASEWORK, arguments=with_occupation),
    "internships:decide_next": form(CASEWORK, arguments=with_occupation),
    "internships:take_next_back": form(CASEWORK, arguments=with_occupation),
    "internships:take_back": form(CASEWORK, arguments=with_occupation),
    "internships:record_stayed_away": RECORD,
    "internships:stayed_away": page(READERS, arguments=with_away),
    "internships:correct_stayed_away": form(CASEWORK, arguments=with_away),
    "internships:away_letter": page(READERS, arguments=with_away_letter),
    "internships:away_step": form(CASEWORK, arguments=with_away_step),
    "internships:record_doubt": RECORD,
    "internships:send_back": form(CASEWORK, arguments=with_doubt),
    "internships:correct_doubt": form(CASEWORK, arguments=with_doubt),
    "internships:take_doubt_back": form(CASEWORK, arguments=with_doubt),
    "outcomes:figures": page(READERS),
    "outcomes:people": page(READERS),
    "outcomes:csv": page(READERS),
    "companies:companies": page(READERS),
    "companies:new": form(CASEWORK),
    "companies:openings": page(READERS),
    "companies:calls": page(READERS),
    "companies:company": page(READERS, arguments=the_company, names_no_case=True),
    "companies:describe": company_form(the_company),
    "companies:add_unit": company_form(the_company),
    "companies:correct_unit": company_form(part_of_company(ProductionUnit, "unit_id")),
    "companies:add_person": company_form(the_company),
    "companies:correct_person": company_form(part_of_company(ContactPerson, "person_id")),
    "companies:add_agreement": company_form(the_company),
    "companies:correct_agreement": company_form(part_of_company(Agreement, "agreement_id")),
    "companies:record_contact": company_form(the_company),
    "companies:keep_contact": action(CASEWORK, arguments=the_company, names_no_case=True),
    "companies:correct_contact": company_form(part_of_company(Contact, "contact_id")),
    "companies:call_later": company_form(part_of_company(Contact, "contact_id")),
    "companies:drop_call": company_form(part_of_company(Contact, "contact_id")),
    "companies:announce": company_form(the_company),
    "companies:change_opening": company_form(part_of_company(Opening, "opening_id")),
    "companies:close_opening": company_form(part_of_company(Opening, "opening_id")),
    "companies:reopen_opening": company_form(part_of_company(Opening, "opening_id")),
    "companies:bar": company_form(the_company),
    "companies:lift": company_form(part_of_company(Barring, "barring_id")),
}
