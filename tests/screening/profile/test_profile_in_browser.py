"""The competence profile in a browser: an occupation found as one types, an answer taken over, the CV as a page."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from screening.models import Expectations, LanguageSkill, WorkExperience
from tests.axe import assert_good, violations
from tests.browsing import refused, sign_in
from tests.factories import TODAY
from tests.people import arranging
from tests.screening.interviewing import hold

SPOKEN = [{"language": "ar", "level": "native"}, {"language": "da", "level": "a2"}]


def url(name, case, *more):
    return reverse(f"screening:{name}", args=[case.public_id, *more])


def test_from_the_interview_to_the_cv(site, page: Page, console, request):
    with arranging():
        case, lise = request.getfixturevalue("case"), request.getfixturevalue("caseworker")
        hold(case, lise, on=TODAY, languages=SPOKEN, work_done="Six years in a bakery")
    sign_in(page, "caseworker", then=url("profile", case))
    assert_good(page, console)
    page.get_by_role("button", name="Take over").click()
    expect(page.get_by_text("2 rows are taken over from the interview.")).to_be_visible()

    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("link", name="Write it into the profile").click()
    expect(page.get_by_label("What did the person do?")).to_have_value("Six years in a bakery")
    with refused(page, console):
        page.get_by_role("button", name="Save in the profile").click()
    expect(page.get_by_role("alert")).to_contain_text("Write the occupation")
    assert violations(page) == []
    page.get_by_label("What is the work called?").fill("Baker")
    page.get_by_label("Search by title or code").press_sequentially("bager")
    expect(page.get_by_text("Draft saved")).to_be_visible()
    assert_good(page, console, widths=(1440,))
    page.get_by_role("radio", name="Bakers, pastry-cooks").check()
    # The chosen group stays while one looks for another.
    page.get_by_label("Search by title or code").fill("cook")
    expect(page.get_by_role("radio", name="Cooks", exact=False).first).to_be_visible()
    expect(page.get_by_role("radio", name="Bakers, pastry-cooks")).to_be_checked()
    page.get_by_role("button", name="Save in the profile").click()

    expect(page.get_by_role("heading", name="Baker")).to_be_visible()
    with arranging():
        row = WorkExperience.objects.get()
        assert (row.code, row.answer.question) == ("7512", "work-done")
        assert LanguageSkill.objects.count() == 2
    assert_good(page, console)
    page.goto(url("correct_profile", case, "work", row.public_id))
    assert_good(page, console)
    page.goto(url("cv", case))
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("radio", name="English").check()
    page.get_by_role("button", name="Show it so").click()
    expect(page.locator("article.cv[lang=en]")).to_contain_text("Mother tongue")
    assert console == []


def test_without_javascript_an_occupation_is_found_by_a_button(site, page: Page, browser, request):
    with arranging():
        case = request.getfixturevalue("case")
        request.getfixturevalue("caseworker")
    plain = browser.new_context(java_script_enabled=False, base_url=site.url).new_page()
    sign_in(plain, "caseworker", then=url("add_to_profile", case, "work"))
    plain.get_by_label("What is the work called?").fill("Baker")
    plain.get_by_label("Search by title or code").fill("7512")
    plain.get_by_role("button", name="Search", exact=True).click()
    plain.get_by_role("radio", name="Bakers, pastry-cooks").check()
    plain.get_by_role("button", name="Save in the profile").click()

    expect(plain.get_by_role("heading", name="Baker")).to_be_visible()
    with arranging():
        assert WorkExperience.objects.get().code == "7512"
    plain.context.close()


def test_expectations_from_the_form_to_the_printed_sheet(site, page: Page, console, request):
    with arranging():
        case = request.getfixturevalue("case")
        request.getfixturevalue("caseworker")
    sign_in(page, "caseworker", then=url("match_expectations", case))
    assert_good(page, console)
    page.set_viewport_size({"width": 1440, "height": 1000})
    page.get_by_role("radio", name="Today").check()
    page.get_by_role("checkbox", name="To learn Danish").check()
    page.get_by_label("What does the person expect?").fill("A job in a bakery")
    page.get_by_label("What did you agree?").fill("Danish in the mornings")
    page.get_by_role("button", name="Save the expectations").click()

    expect(page.get_by_text("Waits for the signatures")).to_be_visible()
    assert_good(page, console)
    with arranging():
        row = Expectations.objects.get()
    page.goto(url("sign_expectations", case, row.public_id))
    assert_good(page, console)
    page.goto(url("print_expectations", case, row.public_id))
    assert_good(page, console)
