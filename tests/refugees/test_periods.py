"""Job-readiness and what a person lives on: nothing vanishes, and what was wrong is put right with its reason."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects
from uuid6 import uuid7

from refugees.models import BenefitPeriod, CaseLine, JobReadiness
from tests.factories import TODAY
from tests.forms import no_day, on
from tests.refugees.pages import url
from tests.refugees.periods import LATER, SEPTEMBER, TAKEOVER, TENTH, exempt

pytestmark = pytest.mark.django_db


def held(case):
    """What stands, by its days."""
    rows = case.benefits.standing().order_by("during")
    return [(row.kind, row.during.lower, row.during.upper) for row in rows]


@pytest.fixture
def benefit(case):
    return case.benefits.get()


def test_what_begins_before_a_period_that_stands_is_refused_and_the_period_named(lise, case, benefit):
    response = lise.post(url(case, "begin_benefit"), {"kind": "self-supporting"} | on("on", SEPTEMBER))

    assertContains(
        response,
        "“On benefit from Mon 2 Nov 2026” is in the way. Correct or withdraw it first.",
        status_code=422,
    )
    assertContains(response, "There is 1 problem", status_code=422)
    assert held(case) == [("benefit", TAKEOVER, None)]


def test_an_exemption_and_its_reason_do_not_vanish(lise, case, caseworker):
    exempt(case, caseworker, LATER)

    response = lise.post(
        url(case, "decide_readiness"), {"readiness": "ready", "reason": ""} | on("on", TENTH)
    )

    assertContains(response, "“Not job-ready from Tue 17 Nov 2026” is in the way.", status_code=422)
    assert JobReadiness.objects.standing().get().reason == "In hospital."


def test_what_ends_after_the_new_day_is_in_the_way_too(case, caseworker):
    exempt(case, caseworker, TENTH, LATER)
    case.readiness.latest().withdraw(why="Not yet.", on=TODAY, by=caseworker)
    case.readiness.standing().get().correct(
        is_ready=False, reason="In hospital.", during=DateRange(TENTH, LATER), why="Home.", by=caseworker
    )

    with pytest.raises(ValidationError, match="10 Nov 2026 to Mon 16 Nov 2026”|10 Nov|16 Nov"):
        JobReadiness.objects.decide(case=case, is_ready=True, on=date(2026, 11, 12), reason="", by=None)


def test_a_new_period_ends_the_open_one_on_its_day(case, caseworker):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)

    assert held(case) == [("benefit", TAKEOVER, LATER), ("self-supporting", LATER, None)]


def test_a_correction_keeps_the_old_value_and_its_reason_on_the_page(lise, case, benefit):
    response = lise.post(
        url(case, "correct_benefit", benefit.public_id),
        {"kind": "self-supporting", "why": "The letter says so."} | on("on", TENTH) | no_day("last_on"),
    )

    assertRedirects(response, url(case, "dates"))
    assert held(case) == [("self-supporting", TENTH, None)]
    page = lise.get(url(case, "dates"))
    assertContains(page, "<del>On benefit from Mon 2 Nov 2026</del>")
    assertContains(page, "Reason: The letter says so.")
    history = lise.get(url(case, "history"))
    assertContains(
        history, "Corrected: Self-supporting from Tue 10 Nov 2026; was on benefit from Mon 2 Nov 2026"
    )
    assertContains(history, "Reason: The letter says so.")


def test_each_of_several_corrections_stays_with_its_own_reason(lise, case, caseworker, benefit):
    facts = {"kind": "benefit", "by": caseworker}
    benefit.correct(during=DateRange(TENTH, None), why="First reason.", **facts)
    benefit.correct(during=DateRange(LATER, None), why="Second reason.", **facts)

    page = lise.get(url(case, "dates")).content.decode()

    first, second = (
        page.index("<del>On benefit from Tue 10 Nov 2026"),
        page.index("<del>On benefit from Mon 2 Nov 2026"),
    )
    assert page.index("Second reason.") > first
    assert first < page.index("Second reason.") < second < page.index("First reason.")


def test_a_boundary_that_moves_takes_the_period_before_along(case, caseworker):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)
    second = case.benefits.latest()

    for day in (TENTH, date(2026, 11, 20)):
        second.correct(kind="self-supporting", during=DateRange(day, None), why="The letter.", by=caseworker)

        assert held(case) == [("benefit", TAKEOVER, day), ("self-supporting", day, None)]
    first = case.benefits.standing().order_by("during").first()
    assert (first.version, first.correction_reason) == (3, "The letter.")


def test_a_correction_that_would_swallow_another_period_is_refused(lise, case, caseworker, benefit):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)
    second = case.benefits.latest()

    response = lise.post(
        url(case, "correct_benefit", second.public_id),
        {"kind": "self-supporting", "why": "The letter."} | on("on", SEPTEMBER) | no_day("last_on"),
    )

    assertContains(
        response, "“On benefit from Mon 2 Nov 2026 to Mon 16 Nov 2026” is in the way.", status_code=422
    )
    assert held(case) == [("benefit", TAKEOVER, LATER), ("self-supporting", LATER, None)]


def test_a_refused_correction_leaves_the_period_as_it_was(case, caseworker):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)
    second = case.benefits.latest()

    with pytest.raises(ValidationError, match="is in the way"):
        second.correct(kind="benefit", during=DateRange(SEPTEMBER, None), why="The letter.", by=caseworker)

    assert (second.kind, second.during) == ("self-supporting", DateRange(LATER, None))


def test_the_page_of_a_refused_correction_still_names_what_stands(lise, case, caseworker):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)
    second = case.benefits.latest()

    response = lise.post(
        url(case, "correct_benefit", second.public_id),
        {"kind": "benefit", "why": "The letter."} | on("on", SEPTEMBER) | no_day("last_on"),
    )

    assertContains(response, "Correct: Self-supporting from Tue 17 Nov 2026", status_code=422)


def test_a_withdrawal_stays_visible_and_lets_what_was_before_go_on(lise, case, caseworker):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)
    second = case.benefits.latest()

    response = lise.post(url(case, "withdraw_benefit", second.public_id), {"reason": "Another person's job."})

    assertRedirects(response, url(case, "dates"))
    assert held(case) == [("benefit", TAKEOVER, None)]
    page = lise.get(url(case, "dates"))
    assertContains(page, "<del><b>Self-supporting</b>")
    assertContains(page, "Reason: Another person&#x27;s job.")
    assertContains(lise.get(url(case, "history")), "Withdrawn: Self-supporting from Tue 17 Nov 2026")
    # Nothing stands in the way of recording it again, this time rightly.
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"why": " "}, "Say why."),
        ({"kind": ""}, "Choose one of the two."),
        ({"on_when": ""}, "Choose or write a day."),
        (on("last_on", date(2026, 11, 1)), "The last day cannot be before the first."),
    ],
)
def test_a_correction_that_is_not_whole_is_refused(lise, case, benefit, typed, sentence):
    sent = {"kind": "benefit", "why": "Why."} | on("on", TAKEOVER) | no_day("last_on") | typed

    response = lise.post(url(case, "correct_benefit", benefit.public_id), sent)

    assertContains(response, sentence, status_code=422)
    assert (held(case), benefit.events.count()) == ([("benefit", TAKEOVER, None)], 1)


def test_an_exemption_that_is_corrected_needs_its_reason(lise, case, caseworker):
    row = JobReadiness.objects.decide(case=case, is_ready=True, on=TENTH, reason="", by=caseworker)

    response = lise.post(
        url(case, "correct_readiness", row.public_id),
        {"readiness": "exempt", "reason": "", "why": "The doctor."} | on("on", TENTH) | no_day("last_on"),
    )

    assertContains(response, "Say why the person obviously cannot take part.", status_code=422)
    assert case.readiness.get().is_ready


def test_a_withdrawal_says_why(lise, case, benefit):
    response = lise.post(url(case, "withdraw_benefit", benefit.public_id), {"reason": ""})

    assertContains(response, "Say why.", status_code=422)
    assert held(case) == [("benefit", TAKEOVER, None)]


def test_only_a_standing_period_of_the_case_has_a_form(lise, case, caseworker, benefit, other_unit):
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)
    second = case.benefits.latest()
    second.withdraw(why="Mistake.", on=TODAY, by=caseworker)

    for name in ("correct_benefit", "withdraw_benefit"):
        assert lise.get(url(case, name, second.public_id)).status_code == 404
        assert lise.get(url(case, name, uuid7())).status_code == 404
        assert lise.get(url(case, name, benefit.public_id)).status_code == 200
    assertNotContains(lise.get(url(case, "dates")), f"/benefit/{second.public_id}/")


def test_who_may_not_write_does_not_learn_of_the_forms(signed_in, manager, mentor, stranger, case, benefit):
    lines = CaseLine.objects.filter(case=case).count()

    for user in (manager, mentor, stranger):
        for name in ("correct_benefit", "withdraw_benefit"):
            assert signed_in(user).get(url(case, name, benefit.public_id)).status_code == 404
            assert (
                signed_in(user).post(url(case, name, benefit.public_id), {"reason": "x"}).status_code == 404
            )

    assert held(case) == [("benefit", TAKEOVER, None)]
    assert CaseLine.objects.filter(case=case).count() == lines


def test_the_page_takes_the_same_number_of_queries_however_much_was_corrected(
    lise, case, caseworker, benefit
):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            lise.get(url(case, "dates"))
        return len(captured)

    benefit.correct(kind="benefit", during=DateRange(TENTH, None), why="Once.", by=caseworker)
    once = queries()
    for day in range(11, 17):
        benefit.correct(
            kind="benefit", during=DateRange(date(2026, 11, day), None), why="Again.", by=caseworker
        )
    BenefitPeriod.objects.begin(case=case, kind="self-supporting", on=LATER, by=caseworker)

    assert queries() == once
