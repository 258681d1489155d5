"""Whether an education gives SU: recorded on the case, read by what lasts, never guessed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertNotContains

from internships.outcomes import LASTING, SELECTIONS, UNSURE, Column, Whom, at, outcomes, selected
from internships.views.outcomes import cells
from refugees.models import CaseLine, Occupation
from refugees.occupation_tellings import tell
from tests.factories import TODAY, CaseFactory
from tests.forms import on
from tests.internships.recording import url

pytestmark = pytest.mark.django_db

STARTED = date(2026, 5, 4)  # six months ago, and some days


@pytest.fixture
def school(case, caseworker):
    return begin(case, caseworker)


def begin(case, by, kind="education"):
    return Occupation.objects.start(
        case=case,
        kind=kind,
        place="Invented Business School",
        on=STARTED,
        today=TODAY,
        by=by,
        late_reason="Told late",
    )


def test_it_is_recorded_shown_and_told_in_the_history(lise, case, school):
    page = lise.get(reverse("case", args=[case.public_id]))
    assertContains(page, "Not known whether it gives SU")
    assertContains(page, "Say whether it gives SU")

    sent = {"gives_su": "yes"} | on("su_known_on", date(2026, 11, 2))
    response = lise.post(url("state_su", case, school), sent, follow=True)

    assertContains(response, "It is recorded whether the education gives SU.")
    assertContains(response, "Gives SU, known Mon 2 Nov")
    school.refresh_from_db()
    assert (school.gives_su, school.su_known_on) == ("yes", date(2026, 11, 2))
    line = CaseLine.objects.get(case=case, verb="occupation-su-stated")
    assert line.sentence == "Education: gives SU"
    assert tell([line])[line.pk].text == "Invented Business School"


def test_nobody_knows_any_more_and_the_history_keeps_what_was_known(lise, case, school, caseworker):
    school.state_su(gives_su="no", on=TODAY, today=TODAY, by=caseworker)

    lise.post(url("state_su", case, school), {"gives_su": ""} | on("su_known_on", TODAY))

    school.refresh_from_db()
    assert (school.gives_su, school.su_known_on) == ("", None)
    kept = Occupation.pgh_event_model.objects.filter(pgh_obj_id=school.pk).order_by("pgh_id")
    assert [event.gives_su for event in kept] == ["", "no", ""]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"gives_su": "yes"} | on("su_known_on", TODAY + timedelta(days=1)), "on the day or later"),
        ({"gives_su": "yes"}, "Say on which day it was known."),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_kept(lise, case, school, sent, sentence):
    response = lise.post(url("state_su", case, school), sent)

    assertContains(response, sentence, status_code=422)
    school.refresh_from_db()
    assert school.gives_su == ""


def test_of_a_job_it_is_neither_offered_nor_kept(lise, case, caseworker):
    job = begin(case, caseworker, kind="job")

    assertNotContains(lise.get(reverse("case", args=[case.public_id])), "SU")
    with override("en"), pytest.raises(ValidationError, match="Only of an education"):
        job.state_su(gives_su="yes", on=TODAY, today=TODAY, by=caseworker)


def test_whoever_comes_second_is_told(lise, case, school, caseworker):
    form = lise.get(url("state_su", case, school)).content.decode()
    version = form.split('name="version" value="')[1].split('"')[0]
    school.state_su(gives_su="no", on=TODAY, today=TODAY, by=caseworker)

    sent = {"gives_su": "yes", "version": version} | on("su_known_on", TODAY)
    response = lise.post(url("state_su", case, school), sent)

    assert response.status_code == 409
    school.refresh_from_db()
    assert school.gives_su == "no"


@pytest.mark.parametrize(
    ("gives_su", "lasts", "is_unsure"), [("yes", True, False), ("no", False, False), ("", False, True)]
)
def test_an_education_lasts_if_it_gives_su_and_is_told_apart_while_nobody_knows(
    unit, manager, gives_su, lasts, is_unsure
):
    """Integration Act § 45(9): an SU-giving education held for six months (domain facts 6)."""
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 3, 2), opened_on=date(2026, 3, 2))
    education = begin(case, None)
    if gives_su:
        education.state_su(gives_su=gives_su, on=TODAY, today=TODAY, by=None)

    found = at(Whom().of(manager), None, TODAY)

    assert list(selected(found, LASTING)) == ([case] if lasts else [])
    assert list(selected(found, UNSURE)) == ([case] if is_unsure else [])
    today = outcomes(Whom().of(manager), TODAY)[0]
    assert (today.number(LASTING), today.number(UNSURE)) == (int(lasts), int(is_unsure))


def test_whoever_held_a_job_for_six_months_is_not_unsure(unit, manager):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 3, 2), opened_on=date(2026, 3, 2))
    begin(case, None)
    begin(case, None, kind="job")

    found = at(Whom().of(manager), None, TODAY)

    assert (list(selected(found, LASTING)), list(selected(found, UNSURE))) == ([case], [])


def test_managers_read_the_line_and_reach_its_people(unit, signed_in, manager):
    case = CaseFactory(unit=unit, taken_over_on=date(2026, 3, 2), opened_on=date(2026, 3, 2))
    begin(case, None)
    browser = signed_in(manager)

    assertContains(browser.get("/outcomes/"), "Education held for six months, not known whether it gives SU")
    assertContains(browser.get(reverse("outcomes:people"), {"after": "none", "what": "unsure"}), case.number)


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ({"counted": 40, "lasting": 20, "unsure": 10}, ("20", "10")),
        ({"counted": 40, "lasting": 20, "unsure": 2}, ("20", "withheld")),
        # Those of neither are two: either number would tell them.
        ({"counted": 40, "lasting": 20, "unsure": 18}, ("withheld", "withheld")),
        ({"counted": 40, "lasting": 20, "unsure": 0}, ("20", "0")),
    ],
)
def test_small_groups_of_either_are_withheld(numbers, shown):
    found = dict(zip(SELECTIONS, cells(Column(6, numbers)), strict=True))

    assert (found[LASTING], found[UNSURE]) == shown


def test_it_is_asked_when_an_education_is_recorded(lise, case):
    address = url("start_elsewhere", case)
    typed = {"kind": "education", "school": "Invented School", "gives_su": "yes"} | on("started_on", TODAY)
    assertContains(lise.get(address), "Does the education give SU?")

    lise.post(address, typed)

    school = Occupation.objects.get()
    assert (school.gives_su, school.su_known_on) == ("yes", TODAY)


def test_it_is_asked_of_nothing_else_at_the_start(lise, case):
    typed = {"kind": "job", "company_search": "x", "gives_su": "no"} | on("started_on", TODAY)

    response = lise.post(url("start_elsewhere", case), typed)

    assertContains(response, "Only an education gives SU", status_code=422)
    assert not Occupation.objects.exists()
