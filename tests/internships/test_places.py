"""Offers made from an opening hold its places: taken, given back, never more than there are."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goals.models import Clock
from internships.models import Answer, Closing, Offer, Opening, Placement, Whose
from internships.models.record import Record, records_of
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.forms import no_day
from tests.internships.recording import today, url
from tests.internships.relations import OPENING, opening_at, unit_of
from tests.internships.test_company_races import both_send
from tests.people import arranging

GIVEN = date(2026, 11, 16)
FAILED = {"whose": Whose.COMPANY, "reason": "They had forgotten.", "on": TODAY, "today": TODAY}
IN_DATABASE = pytest.mark.django_db
OFFERED = {"despite_barring": ""} | today("offered_on") | no_day("planned_start_on")


def offered(case, opening, by=None, **facts):
    return Offer.objects.make_from(opening, case=case, offered_on=GIVEN, today=TODAY, by=by, **facts)


def taken(opening):
    opening.refresh_from_db()
    return opening.taken


def holding(opening):
    rows = Offer.objects.filter(opening=opening, answer__in=["", "accepted"], not_started_on=None)
    return rows.count()


def answer(offer, said, by=None):
    reason = "Too far." if said == Answer.DECLINED else ""
    offer.record_answer(answer=said, on=TODAY, today=TODAY, by=by, reason=reason)


@pytest.fixture
def opening(company):
    return opening_at(unit_of(company), capacity=1)


@IN_DATABASE
def test_an_offer_made_from_an_opening_is_for_its_unit_and_takes_a_place(case, opening):
    made = offered(case, opening)

    assert (made.company, made.unit, made.kind) == (opening.unit.company, opening.unit, opening.kind)
    assert taken(opening) == 1
    assert opening.free == 0


@IN_DATABASE
@pytest.mark.parametrize("end", ["declined", "withdrawn", "did not start"])
def test_what_comes_to_nothing_gives_the_place_back_and_what_is_put_right_takes_it_again(
    case, opening, caseworker, end
):
    made = offered(case, opening)

    if end == "did not start":
        made.did_not_start(by=caseworker, **FAILED)
    else:
        answer(made, end)
    assert taken(opening) == 0

    if end == "did not start":
        made.start_after_all(reason="It was another person.", on=TODAY, by=caseworker)
    else:
        answer(made, Answer.ACCEPTED)
    assert taken(opening) == 1


@IN_DATABASE
@pytest.mark.parametrize("end", ["declined", "did not start"])
def test_what_is_put_right_after_the_place_was_given_away_is_refused_and_changes_nothing(
    unit, case, opening, caseworker, end
):
    made = offered(case, opening)
    made.did_not_start(by=caseworker, **FAILED) if end == "did not start" else answer(made, end)
    offered(CaseFactory(unit=unit), opening)

    with pytest.raises(ValidationError, match="Every place of this opening is taken now"):
        if end == "did not start":
            made.start_after_all(reason="A mistake.", on=TODAY, by=caseworker)
        else:
            answer(made, Answer.ACCEPTED)

    made.refresh_from_db()
    assert made.is_gone
    assert taken(opening) == 1


@IN_DATABASE
def test_the_end_of_an_internship_gives_no_place_back(case, opening):
    made = offered(case, opening)
    begun = Placement.objects.start(
        case=case, company=made.company, kind=made.kind, on=GIVEN, today=TODAY, by=None, offer=made
    )
    begun.occupation.end(on=TODAY, ending="completed", today=TODAY, by=None)

    assert taken(opening) == 1


@IN_DATABASE
def test_a_closed_opening_takes_nobody_more_but_whoever_had_a_place_gets_it_back(
    unit, case, opening, caseworker
):
    made = offered(case, opening)
    answer(made, Answer.WITHDRAWN)
    opening.close(closing=Closing.FILLED, on=TODAY, by=caseworker)

    with pytest.raises(ValidationError, match="This opening has been closed meanwhile"):
        offered(CaseFactory(unit=unit), opening)
    answer(made, Answer.ACCEPTED)

    assert taken(opening) == 1


@IN_DATABASE
def test_there_are_never_fewer_places_than_are_taken(unit, case, company, caseworker):
    opening = opening_at(unit_of(company))
    offered(case, opening)
    offered(CaseFactory(unit=unit), opening)

    with pytest.raises(ValidationError, match="2 places are taken already"):
        opening.change(by=caseworker, **(OPENING | {"capacity": 1}))


@IN_DATABASE
def test_the_database_counts_whoever_writes_and_refuses_one_too_many(unit, case, opening):
    row = {"company": opening.unit.company, "unit": opening.unit, "opening": opening, "offered_on": GIVEN}
    Offer.objects.create(case=case, **row)
    assert taken(opening) == 1

    with (
        pytest.raises(IntegrityError, match="opening_holds_what_is_taken"),
        transaction.atomic(),
    ):
        Offer.objects.create(case=CaseFactory(unit=unit), **row)
    Offer.objects.update(answer="withdrawn", answered_on=TODAY)
    assert taken(opening) == 0
    Offer.objects.all()._raw_delete("default")
    assert taken(opening) == 0


@IN_DATABASE
def test_the_company_has_the_no_shows_by_whose_doing_and_the_promise_runs_on(unit, case, company, caseworker):
    before = Clock.objects.get(case=case, goal="internship-started", standard="city").due_on
    made = offered(case, opening_at(unit_of(company)), planned_start_on=date(2026, 11, 20))
    answer(made, Answer.ACCEPTED)
    assert records_of([company.pk])[company.pk] == Record(offers=1, unstarted=1)

    made.did_not_start(by=caseworker, **FAILED)

    clocks = Clock.objects.filter(case=case, standard="city").at(TODAY)
    started, given_ = clocks.get(goal="internship-started"), clocks.get(goal="internship-offered")
    assert (started.met_on, started.planned_on, started.due_on) == (None, None, before)
    assert given_.met_on == GIVEN
    assert records_of([company.pk])[company.pk] == Record(offers=1, no_show_company=1)


@IN_DATABASE
def test_nobody_starts_on_what_did_not_start_and_what_was_started_did_start(case, opening, caseworker):
    made = offered(case, opening)
    made.did_not_start(by=caseworker, **FAILED)
    begin = {"case": case, "company": made.company, "kind": "internship", "on": TODAY, "today": TODAY}

    with pytest.raises(ValidationError, match="declined or withdrawn|did not start"):
        Placement.objects.start(by=caseworker, offer=made, **begin)
    with pytest.raises(ValidationError, match="It is recorded that this did not start"):
        answer(made, Answer.ACCEPTED)
    made.start_after_all(reason="A mistake.", on=TODAY, by=caseworker)
    Placement.objects.start(by=caseworker, offer=made, **begin)
    with pytest.raises(ValidationError, match="It has been started"):
        made.did_not_start(by=caseworker, **FAILED)


@IN_DATABASE
@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"whose": "fate"}, "not a valid choice"),
        ({"reason": " "}, "Say whose doing it was, and why."),
        ({"on": TODAY + timedelta(days=1)}, "on the day or later"),
        ({"on": GIVEN - timedelta(days=1)}, "before it was offered"),
    ],
)
def test_a_no_show_says_whose_doing_and_why_on_a_day_that_can_be(case, opening, caseworker, facts, words):
    made = offered(case, opening)

    with pytest.raises(ValidationError, match=words):
        made.did_not_start(by=caseworker, **(FAILED | facts))

    made.refresh_from_db()
    assert made.not_started_on is None


VERBS = st.tuples(
    st.sampled_from(["offer", "accepted", "declined", "withdrawn", "no show", "after all", "start", "back"]),
    st.integers(0, 3),
)


@IN_DATABASE
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(verbs=st.lists(VERBS, max_size=12))
def test_whatever_happens_as_many_places_are_taken_as_offers_hold(unit, verbs):
    with transaction.atomic():
        opening = opening_at(unit_of(CompanyFactory()))
        cases = [CaseFactory(unit=unit) for _ in range(4)]
        for verb, number in verbs:
            try:
                with transaction.atomic():
                    act(verb, cases[number], opening)
            except ValidationError:
                pass
            assert taken(opening) == holding(opening) <= opening.capacity
        transaction.set_rollback(True)


def act(verb, case, opening):
    last = Offer.objects.filter(case=case).order_by("pk").last()
    if verb == "offer":
        offered(case, opening)
    elif last is None:
        return
    elif verb == "no show":
        last.did_not_start(by=None, **FAILED)
    elif verb == "after all":
        last.start_after_all(reason="A mistake.", on=TODAY, by=None)
    elif verb == "start":
        facts = {"company": last.company, "kind": last.kind, "on": TODAY, "today": TODAY, "by": None}
        Placement.objects.start(case=case, offer=last, **facts)
    elif verb == "back":
        for begun in last.placements.standing():
            begun.occupation.take_back(reason="A mistake.", on=TODAY, by=None)
    else:
        answer(last, verb)


def test_of_two_who_offer_the_last_place_at_once_one_gets_it_and_the_other_keeps_what_was_typed(
    committed_db, unit, caseworker, colleague, signed_in
):
    with arranging():
        opening = opening_at(unit_of(CompanyFactory()), capacity=1)
        cases = [CaseFactory(unit=unit), CaseFactory(unit=unit)]
        browsers = [signed_in(caseworker), signed_in(colleague)]
    addresses = [url("offer_place", case, opening) for case in cases]
    plan = {
        "planned_start_on_day": "4",
        "planned_start_on_month": "12",
        "planned_start_on_year": "2026",
    }

    answers = both_send(browsers, addresses, OFFERED | plan)

    assert sorted(answer.status_code for answer in answers) == [302, 422]
    told = next(answer for answer in answers if answer.status_code == 422).content.decode()
    assert "Every place of this opening is taken now. Choose another one" in told
    assert 'name="planned_start_on_year"' in told
    assert 'value="2026"' in told
    with arranging():
        assert Offer.objects.filter(opening=opening).count() == 1
        assert Opening.objects.get(pk=opening.pk).taken == 1
