"""Companies and their parts: what the verbs write, refuse and compute."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from accounts.scope import user_scope
from internships.models import (
    Agreement,
    Answer,
    Barring,
    Company,
    Contact,
    ContactPerson,
    Offer,
    Opening,
    Placement,
    ProductionUnit,
)
from internships.models.record import Record, records_of
from refugees.models import OccupationEnding, Seen, StaleEdit, version_of
from tests.factories import TODAY, CaseFactory, CompanyFactory, valid_cvr
from tests.internships.relations import OPENING, contact_with, opening_at, person_of, unit_of

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    "typed",
    ["bageriet", "Bagriet", "bageri", "SØNDERGÅRD", "sondergard", "10000009", "1000", "20000000", "kitchens"],
)
def test_a_company_is_found_in_any_spelling_by_its_numbers_and_its_sector(typed):
    company = CompanyFactory(name="Søndergård Bageriet", cvr="10000009", sector="food")
    unit_of(company, p_number="2000000000")
    CompanyFactory(name="Rengøring København", cvr=valid_cvr(3_000_000), sector="cleaning")

    assert list(Company.objects.find(typed)) == [company]


def test_a_number_of_two_digits_is_no_number():
    CompanyFactory(name="Bageri", cvr="10000009")

    assert not Company.objects.find("10")


def test_a_company_is_described_and_a_form_from_before_is_told():
    company = CompanyFactory()
    facts = ("name", "sector", "languages")
    seen = Seen(facts, version_of(company, facts))

    company.describe(name="New Name ", sector="hotel", languages=["da", "ar"], version=seen)

    company.refresh_from_db()
    assert (company.name, company.sector, company.languages) == ("New Name", "hotel", ["da", "ar"])
    assert list(Company.objects.find("new name")) == [company]
    with pytest.raises(StaleEdit):
        company.describe(name="Mine", sector="", languages=[], version=seen)


def test_a_p_number_is_written_as_people_write_it():
    assert unit_of(CompanyFactory(), p_number="10 0123.4567").p_number == "1001234567"


@pytest.mark.parametrize("number", ["123456789", "12345678901", "12345abcde", "", "１２３４５６７８９０"])
def test_what_is_no_p_number_is_refused_in_words(number):
    with pytest.raises(ValidationError) as refused:
        unit_of(CompanyFactory(), p_number=number)

    assert set(refused.value.error_dict) == {"p_number"}


def test_a_p_number_of_another_company_says_which():
    other = CompanyFactory(name="Other Bakery")
    number = unit_of(other).p_number
    unit = unit_of(CompanyFactory())

    with pytest.raises(ValidationError, match="belongs to another company: Other Bakery"):
        unit_of(CompanyFactory(), p_number=number)
    with pytest.raises(ValidationError, match="belongs to another company"):
        unit.correct(p_number=number, name="", address="A", district="valby", is_closed=False, by=None)
    with pytest.raises(ValidationError, match="registered already"):
        unit_of(other, p_number=number)
    assert ProductionUnit.objects.count() == 2


def test_a_contact_person_can_be_called_until_they_leave(caseworker):
    person = person_of(CompanyFactory())

    person.correct(name="Invented Baker", job="", phone="1", email="", until_on=TODAY, by=caseworker)

    assert list(ContactPerson.objects.on(TODAY)) == [person]
    assert not ContactPerson.objects.on(TOMORROW)


def test_an_agreement_is_in_force_between_its_days(caseworker):
    facts = {"kind": "partnership", "what": "Ten places.", "from_on": TODAY, "reference": "2026-1"}
    agreement = Agreement.objects.make(company=CompanyFactory(), by=None, **facts)
    agreement.correct(**facts, until_on=TODAY, by=caseworker)

    assert list(Agreement.objects.on(TODAY)) == [agreement]
    assert not Agreement.objects.on(TOMORROW)
    assert (agreement.is_in_force(TODAY), agreement.is_in_force(TOMORROW)) == (True, False)


def test_a_next_call_comes_back_on_its_day_until_somebody_makes_it(caseworker, colleague):
    company = CompanyFactory()
    first = contact_with(company, caseworker, next_on=TOMORROW)

    assert not Contact.objects.due(TODAY)
    assert list(Contact.objects.due(TOMORROW)) == [first]

    contact_with(company, colleague, made=first)

    first.refresh_from_db()
    assert first.next_done_on == date(2026, 11, 22)
    assert not Contact.objects.due(TOMORROW)


def test_a_next_call_is_put_off_or_dropped_with_a_reason_and_only_once(caseworker):
    first = contact_with(CompanyFactory(), caseworker, next_on=TOMORROW)

    first.call_later(on=TODAY + timedelta(days=9), today=TODAY, by=caseworker)
    assert not Contact.objects.due(TOMORROW)
    with pytest.raises(ValidationError, match="Say why"):
        first.drop_call(reason=" ", on=TODAY, by=caseworker)
    first.drop_call(reason="They closed.", on=TODAY, by=caseworker)

    assert not Contact.objects.to_call()
    with pytest.raises(ValidationError, match="made this call meanwhile"):
        first.call_later(on=TOMORROW, today=TODAY, by=caseworker)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"on": TOMORROW}, "on"),
        ({"next_on": TODAY}, "next_on"),
        ({"whom": ""}, "__all__"),
        ({"about": ""}, "about"),
    ],
)
def test_a_contact_that_cannot_be_is_refused(caseworker, facts, field):
    with pytest.raises(ValidationError) as refused:
        contact_with(CompanyFactory(), caseworker, **facts)

    assert field in refused.value.error_dict
    assert not Contact.objects.exists()


def test_a_barring_stands_until_its_last_day_or_until_it_is_lifted(caseworker):
    company = CompanyFactory()
    week = Barring.objects.impose(
        company=company, reason="Unsafe.", from_on=TODAY, last_on=TOMORROW, by=caseworker
    )

    assert Company.objects.with_barring(TODAY).get().is_barred
    assert week.stands(TOMORROW)
    assert not week.stands(TOMORROW + timedelta(days=1))
    assert not Barring.objects.on(TOMORROW + timedelta(days=1))

    with pytest.raises(ValidationError, match="already marked"):
        Barring.objects.impose(company=company, reason="Again.", from_on=TOMORROW, by=caseworker)
    week.lift(reason="A misunderstanding.", on=TODAY, by=caseworker)

    assert not Company.objects.with_barring(TODAY).get().is_barred
    assert not week.stands(TODAY)
    with pytest.raises(ValidationError, match="lifted it meanwhile"):
        week.lift(reason="Again.", on=TODAY, by=caseworker)
    Barring.objects.impose(company=company, reason="Really.", from_on=TODAY, by=caseworker)


def test_a_barring_cannot_end_before_it_begins(caseworker):
    with pytest.raises(ValidationError, match="cannot come before"):
        Barring.objects.impose(
            company=CompanyFactory(), reason="A", from_on=TOMORROW, last_on=TODAY, by=caseworker
        )


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"minutes_a_week": 37 * 60 + 1}, "the most is 37 hours"),
        ({"minutes_a_week": 0}, "how many hours"),
        ({"start_until": TODAY - timedelta(days=1)}, "cannot end before it begins"),
        ({"capacity": 0}, "At least one place"),
        ({"tasks": " "}, "cannot be blank"),
    ],
)
def test_an_opening_that_cannot_be_is_refused_in_words(facts, sentence):
    with pytest.raises(ValidationError, match=sentence):
        opening_at(unit_of(CompanyFactory()), **facts)


def test_an_opening_never_has_fewer_places_than_are_taken(caseworker):
    opening = opening_at(unit_of(CompanyFactory()))
    Opening.objects.update(taken=2)

    with pytest.raises(ValidationError, match="2 places are taken already"):
        opening.change(by=caseworker, **(OPENING | {"capacity": 1}))
    opening.change(by=caseworker, **(OPENING | {"capacity": 3}))

    assert opening.free == 1
    assert list(Opening.objects.with_free_places()) == [opening]


def test_an_opening_is_closed_with_a_reason_and_opened_again(caseworker):
    opening = opening_at(unit_of(CompanyFactory()))

    with pytest.raises(ValidationError, match="Say which reason"):
        opening.close(closing="other", on=TODAY, by=caseworker)
    opening.close(closing="withdrawn", on=TODAY, by=caseworker)
    assert (opening.free, list(Opening.objects.open())) == (0, [])
    with pytest.raises(ValidationError, match="closed this opening meanwhile"):
        opening.close(closing="filled", on=TODAY, by=caseworker)
    opening.reopen(by=caseworker)

    assert list(Opening.objects.open()) == [opening]


def test_a_unit_that_is_no_longer_in_use_opens_no_places(caseworker):
    unit = unit_of(CompanyFactory())
    unit.correct(
        p_number=unit.p_number, name="", address="A", district="valby", is_closed=True, by=caseworker
    )

    with pytest.raises(ValidationError, match="no longer in use"):
        opening_at(unit)


def test_what_a_company_was_to_people_is_counted_over_all_units(unit, other_unit, caseworker):
    company = CompanyFactory()
    ours, theirs, third = CaseFactory(unit=unit), CaseFactory(unit=other_unit), CaseFactory(unit=other_unit)
    about = {"company": company, "kind": "internship", "today": TODAY, "by": caseworker}
    declined = Offer.objects.make(case=ours, offered_on=date(2026, 10, 1), **about)
    declined.record_answer(answer=Answer.DECLINED, on=TODAY, today=TODAY, by=caseworker, reason="Too far.")
    late = Offer.objects.make(
        case=ours, offered_on=date(2026, 10, 1), planned_start_on=date(2026, 11, 1), **about
    )
    late.record_answer(answer=Answer.ACCEPTED, on=TODAY, today=TODAY, by=caseworker)
    for case, ending in ((theirs, OccupationEnding.JOB), (third, OccupationEnding.BROKEN_OFF_COMPANY)):
        begun = Placement.objects.start(case=case, on=date(2026, 10, 1), **about)
        begun.occupation.end(on=TODAY, ending=ending, today=TODAY, by=caseworker)
    Placement.objects.start(case=theirs, on=TODAY, **(about | {"kind": "job"}))

    with user_scope(caseworker):
        found = records_of([company.pk])[company.pk]

    assert found == Record(
        offers=2, declined=1, unstarted=1, started=2, ended=2, left_by_company=1, became_jobs=1
    )
    assert found.job_share == 0.5


def test_a_mentor_learns_of_no_person_and_no_count(mentor, caseworker):
    company = CompanyFactory()
    contact_with(company, caseworker, person=person_of(company))
    opening_at(unit_of(company))
    Barring.objects.impose(company=company, reason="Unsafe.", from_on=TODAY, by=caseworker)

    def told():
        models = (ContactPerson, Contact, Barring, ContactPerson.pgh_event_model)
        return [model.objects.count() for model in models]

    with user_scope(mentor):
        assert told() == [0, 0, 0, 0]
        assert records_of([company.pk]) == {}
    with user_scope(caseworker):
        assert told() == [1, 1, 1, 1]
