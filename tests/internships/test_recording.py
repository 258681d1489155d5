"""Recording offers, answers, starts and ends from the page of the case: three people per screen."""

from datetime import date

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from goals.models import Clock, State
from internships.models import Answer, Company, Ending, Kind, Offer, Placement
from refugees.models import CaseLine
from tests.factories import TODAY, CaseFactory, CompanyFactory

pytestmark = pytest.mark.django_db

OFFERED = date(2026, 11, 10)


def another_day(name, day):
    return {
        f"{name}_when": "another",
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


def today(name):
    return {f"{name}_when": "today"}


def nothing_planned(name="planned_start_on"):
    return {f"{name}_day": "", f"{name}_month": "", f"{name}_year": ""}


@pytest.fixture
def company():
    return CompanyFactory(name="Invented Bakery")


@pytest.fixture
def offer(case, company, caseworker):
    return Offer.objects.make(
        case=case, company=company, kind="internship", offered_on=OFFERED, today=TODAY, by=caseworker
    )


@pytest.fixture
def placement(case, company, offer, caseworker):
    return Placement.objects.start(
        case=case,
        company=company,
        kind="internship",
        on=date(2026, 11, 16),
        today=TODAY,
        by=caseworker,
        offer=offer,
    )


@pytest.fixture
def lise(at_forms, caseworker):
    return at_forms(caseworker)


def url(name, case, *rows):
    return reverse(f"internships:{name}", args=[case.public_id, *(row.public_id for row in rows)])


OFFER = {"company_search": "bakery", "kind": "internship"} | today("offered_on") | nothing_planned()


def test_an_offer_to_a_company_found_by_its_name(lise, case, company):
    response = lise.post(url("offer", case), OFFER)

    assertRedirects(response, reverse("case", args=[case.public_id]))
    made = Offer.objects.get()
    assert (made.company, made.offered_on, made.planned_start_on) == (company, TODAY, None)
    clock = Clock.objects.at(TODAY).get(case=case, goal="internship-offered", standard="city")
    assert (clock.state, clock.met_on) == (State.MET_IN_TIME, TODAY)


def test_an_offer_to_a_company_found_by_its_number_with_a_planned_start(lise, case, company):
    plan = {
        "planned_start_on_day": "4",
        "planned_start_on_month": "12",
        "planned_start_on_year": "2026",
    }

    lise.post(url("offer", case), OFFER | {"company_search": company.cvr} | plan)

    assert Offer.objects.get().planned_start_on == date(2026, 12, 4)


def test_several_companies_of_that_name_are_offered_to_choose_from(lise, case, company):
    other = CompanyFactory(name="Other Bakery")

    response = lise.post(url("offer", case), OFFER)

    assertContains(response, "Several companies match. Choose one of them below.", status_code=422)
    assertContains(response, str(other.public_id), status_code=422)
    assert not Offer.objects.exists()

    lise.post(url("offer", case), OFFER | {"company": str(other.public_id)})

    assert Offer.objects.get().company == other


def test_an_unknown_company_is_registered_with_its_number(lise, case):
    refused = lise.post(url("offer", case), OFFER | {"company_search": "Nowhere"})
    assertContains(refused, "Register it below", count=2, status_code=422)

    lise.post(
        url("offer", case), OFFER | {"company_search": "", "new_name": "Nowhere", "new_cvr": "10 00 00 09"}
    )

    assert Offer.objects.get().company.cvr == "10000009"


def test_a_number_that_is_known_already_is_that_company(lise, case, company):
    lise.post(url("offer", case), OFFER | {"company_search": "", "new_name": "Same", "new_cvr": company.cvr})

    assert Offer.objects.get().company == company
    assert Company.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"company_search": ""}, "Write the company&#x27;s name or CVR number."),
        ({"kind": ""}, "Choose what was offered."),
        ({"offered_on_when": ""}, "Choose or write a day."),
        ({"new_name": "New", "new_cvr": "12345678"}, "This is not a CVR number"),
        ({"new_name": "New"}, "Write the company&#x27;s CVR number."),
        ({"new_cvr": "10000009"}, "Write the company&#x27;s name."),
        (another_day("offered_on", date(2026, 11, 24)), "An offer cannot have been given in the future."),
        ({"company": "0193d0a0-0000-7000-8000-000000000000"}, "This company is not known."),
        ({"company": "no-number"}, "This company is not known."),
    ],
)
def test_a_refused_offer_says_why_keeps_what_was_typed_and_makes_nothing(
    lise, case, company, typed, sentence
):
    response = lise.post(url("offer", case), OFFER | {"company_search": "bakery"} | typed)

    assertContains(response, sentence, status_code=422)
    assertContains(response, "There is 1 problem", status_code=422)
    assertContains(response, 'class="error-summary"', status_code=422)
    if "company_search" not in typed:
        assertContains(response, 'value="bakery"', status_code=422)
    assert not Offer.objects.exists()
    assert Company.objects.count() == 1


def test_a_second_offer_waits_for_the_first_answer_and_registers_no_company(lise, case, offer):
    response = lise.post(
        url("offer", case), OFFER | {"company_search": "", "new_name": "New", "new_cvr": "10000009"}
    )

    assertContains(response, "The last offer has not been answered yet.", status_code=422)
    assert Offer.objects.count() == 1
    assert Company.objects.count() == 1


def test_companies_appear_while_somebody_types(lise, case, company):
    found = lise.get(url("companies", case), {"company_search": "bak"}, headers={"hx-request": "true"})
    none = lise.get(url("companies", case), {"company_search": "zzz"}, headers={"hx-request": "true"})
    short = lise.get(url("companies", case), {"company_search": "b"}, headers={"hx-request": "true"})

    assertContains(found, company.name)
    assertContains(none, "No company of that name or number is known.")
    assert short.content.strip() == b""


ANSWER = {"answer": "accepted", "answer_reason": ""} | today("answered_on")


def test_an_answer_is_recorded(lise, case, offer):
    lise.post(url("answer", case, offer), ANSWER)

    offer.refresh_from_db()
    assert (offer.answer, offer.answered_on) == (Answer.ACCEPTED, TODAY)


@pytest.mark.parametrize("answer", [Answer.DECLINED, Answer.WITHDRAWN])
def test_an_offer_that_came_to_nothing_stays_an_offer_given(lise, case, offer, answer):
    lise.post(url("answer", case, offer), ANSWER | {"answer": answer, "answer_reason": "Too far away."})

    offer.refresh_from_db()
    assert (offer.answer, offer.answer_reason) == (answer, "Too far away.")
    clock = Clock.objects.at(TODAY).get(case=case, goal="internship-offered", standard="city")
    assert clock.met_on == OFFERED


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"answer": ""}, "Choose what became of the offer."),
        ({"answer": "declined"}, "Say why the offer was declined."),
        (another_day("answered_on", date(2026, 11, 24)), "An answer cannot have been given in the future."),
        (
            another_day("answered_on", date(2026, 11, 9)),
            "An answer has a date, not before the offer was given.",
        ),
    ],
)
def test_a_refused_answer_says_why_and_changes_nothing(lise, case, offer, typed, sentence):
    response = lise.post(url("answer", case, offer), ANSWER | typed)

    assertContains(response, sentence, status_code=422)
    offer.refresh_from_db()
    assert offer.answer == Answer.OPEN


def test_a_start_on_an_offer_accepts_it_and_keeps_the_promise(lise, case, offer):
    response = lise.post(
        url("start", case, offer), another_day("started_on", date(2026, 11, 16)), follow=True
    )

    assertContains(response, "The start is recorded.")
    placement = Placement.objects.get()
    assert (placement.offer, placement.kind, placement.company) == (offer, Kind.INTERNSHIP, offer.company)
    assert Offer.objects.get().answer == Answer.ACCEPTED
    clock = Clock.objects.at(TODAY).get(case=case, goal="internship-started")
    assert (clock.state, clock.met_on) == (State.MET_IN_TIME, date(2026, 11, 16))


def test_a_start_sent_twice_makes_one(lise, case, offer):
    key = {"once": "0193d0a0-0000-4000-8000-000000000000"}

    for _ in range(2):
        response = lise.post(url("start", case, offer), today("started_on") | key)

    assertRedirects(response, reverse("case", args=[case.public_id]), fetch_redirect_response=False)
    assert Placement.objects.count() == 1


def test_a_start_in_the_future_is_refused(lise, case, offer):
    response = lise.post(url("start", case, offer), another_day("started_on", date(2026, 11, 24)))

    assertContains(response, "A start is recorded on the day or later, not before.", status_code=422)
    assert not Placement.objects.exists()
    assert Offer.objects.get().answer == Answer.OPEN


def test_an_offer_is_started_once(lise, case, offer, placement):
    response = lise.post(url("start", case, offer), today("started_on"))

    assertContains(response, "This offer has already been started.", status_code=422)
    assert Placement.objects.count() == 1


def test_a_job_the_person_found_is_a_start_without_an_offer(lise, case, company):
    lise.post(url("start_elsewhere", case), {"company_search": "bakery", "kind": "job"} | today("started_on"))

    placement = Placement.objects.get()
    assert (placement.kind, placement.offer, placement.started_on) == (Kind.JOB, None, TODAY)


def test_a_planned_start_is_changed_and_dropped_and_leaves_its_lines(lise, case, offer):
    plan = {
        "planned_start_on_day": "4",
        "planned_start_on_month": "12",
        "planned_start_on_year": "2026",
    }

    lise.post(url("plan", case, offer), plan)
    offer.refresh_from_db()
    assert offer.planned_start_on == date(2026, 12, 4)
    assert Clock.objects.get(case=case, goal="internship-started").planned_on == date(2026, 12, 4)

    lise.post(url("plan", case, offer), nothing_planned())
    offer.refresh_from_db()
    assert offer.planned_start_on is None
    verbs = CaseLine.objects.filter(case=case).order_by("-pk").values_list("verb", flat=True)[:2]
    assert list(verbs) == ["internship-plan-dropped", "internship-planned"]


def test_an_end_is_recorded(lise, case, placement):
    lise.post(url("end", case, placement), {"ending": "job"} | today("last_on"))

    placement.refresh_from_db()
    assert (placement.ending, placement.last_on) == (Ending.JOB, TODAY)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"ending": ""}, "Choose how it ended."),
        (another_day("last_on", date(2026, 11, 15)), "What ended has a last day, not before the first"),
        (another_day("last_on", date(2026, 11, 24)), "An end is recorded on the day or later, not before."),
    ],
)
def test_a_refused_end_says_why_and_changes_nothing(lise, case, placement, typed, sentence):
    response = lise.post(url("end", case, placement), {"ending": "completed"} | today("last_on") | typed)

    assertContains(response, sentence, status_code=422)
    placement.refresh_from_db()
    assert placement.last_on is None


def test_a_corrected_start_moves_the_promise_and_keeps_the_old_day_in_the_history(lise, case, placement):
    typed = another_day("started_on", date(2026, 11, 17)) | {"reason": "The company wrote the 17th."}

    lise.post(url("correct_start", case, placement), typed)

    placement.refresh_from_db()
    assert placement.started_on == date(2026, 11, 17)
    assert Clock.objects.get(case=case, goal="internship-started").met_on == date(2026, 11, 17)
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "corrected from Mon 16 Nov 2026 to Tue 17 Nov 2026")
    assertContains(history, "Reason: The company wrote the 17th.")


def test_a_correction_without_a_reason_is_refused(lise, case, placement):
    response = lise.post(url("correct_start", case, placement), today("started_on") | {"reason": " "})

    assertContains(response, "Say why.", status_code=422)
    placement.refresh_from_db()
    assert placement.started_on == date(2026, 11, 16)


def test_a_start_taken_back_lets_the_promise_run_again(lise, case, placement):
    lise.post(url("take_back", case, placement), {"reason": "It was another person."})

    placement.refresh_from_db()
    assert placement.taken_back_at is not None
    assert Clock.objects.get(case=case, goal="internship-started").met_on is None
    history = lise.get(reverse("refugees:history", args=[case.public_id]))
    assertContains(history, "Reason: It was another person.")


def test_a_start_is_not_taken_back_without_a_reason(lise, case, placement):
    response = lise.post(url("take_back", case, placement), {"reason": ""})

    assertContains(response, "Say why.", status_code=422)
    placement.refresh_from_db()
    assert placement.taken_back_at is None


ON_AN_OFFER = ["answer", "plan", "start"]
ON_A_PLACEMENT = ["end", "correct_start", "take_back"]
ON_THE_CASE = ["offer", "start_elsewhere"]
SENT = OFFER | ANSWER | today("started_on") | today("last_on") | {"ending": "job", "reason": "Because."}


def address(name, case, offer, placement):
    row = {"answer": offer, "plan": offer, "start": offer} | dict.fromkeys(ON_A_PLACEMENT, placement)
    return url(name, case, row[name]) if name in row else url(name, case)


@pytest.mark.parametrize("name", [*ON_AN_OFFER, *ON_A_PLACEMENT, *ON_THE_CASE])
class TestWhoMay:
    @pytest.fixture
    def before(self, case, offer, placement):
        return lambda: (
            list(Offer.objects.order_by("pk").values()),
            list(Placement.objects.order_by("pk").values()),
            CaseLine.objects.count(),
        )

    def test_a_colleague_of_the_unit_gets_the_form(self, name, signed_in, colleague, case, offer, placement):
        response = signed_in(colleague).get(address(name, case, offer, placement))

        assertContains(response, "csrfmiddlewaretoken")

    def test_htmx_gets_the_form_alone(self, name, signed_in, colleague, case, offer, placement):
        response = signed_in(colleague).get(
            address(name, case, offer, placement), headers={"hx-request": "true"}
        )

        assertContains(response, "<form")
        assert b"<html" not in response.content

    def test_who_may_not_write_is_refused_and_nothing_changes(
        self, name, signed_in, manager, mentor, administrator, before, case, offer, placement
    ):
        was = before()

        for user in (manager, mentor, administrator):
            browser = signed_in(user)
            assert browser.get(address(name, case, offer, placement)).status_code == 404
            assert browser.post(address(name, case, offer, placement), SENT).status_code == 404
        assert before() == was

    def test_a_stranger_does_not_learn_of_the_case_and_nothing_changes(
        self, name, signed_in, stranger, before, case, offer, placement
    ):
        was = before()

        assert signed_in(stranger).get(address(name, case, offer, placement)).status_code == 404
        assert signed_in(stranger).post(address(name, case, offer, placement), SENT).status_code == 404
        assert before() == was


def test_an_offer_of_another_case_is_not_reached_through_ones_own(lise, case, offer, unit):
    own = CaseFactory(unit=unit)

    assert lise.post(url("answer", own, offer), ANSWER).status_code == 404
    offer.refresh_from_db()
    assert offer.answer == Answer.OPEN


def test_a_start_that_was_taken_back_is_gone_from_the_page(lise, case, placement):
    placement.take_back(reason="Wrong person.", on=TODAY, by=None)

    assert lise.get(url("end", case, placement)).status_code == 404
