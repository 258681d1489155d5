"""The people of the demo city, what is known of them, and the work that they make."""

import re
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from stdnum.dk import cvr

from accounts.models import User
from accounts.scope import system_scope
from copenhagen_model.demo.arrivals import TAKEOVERS, plan
from copenhagen_model.demo.build import SEED
from goals import mailing
from goals.models import Breach, Clock, Mail
from goals.models.clock_dates import State
from internships.models import (
    Answer,
    Barring,
    Company,
    Contact,
    ContactPerson,
    Offer,
    Opening,
    ProductionUnit,
)
from refugees.events import KeyEvent
from refugees.identifiers import NumberKind
from refugees.models import (
    Appointment,
    BenefitPeriod,
    Case,
    Document,
    KeyDate,
    Message,
    Note,
    Person,
    Task,
    Waiting,
)
from tests.copenhagen_model.demo_city.building import account
from tests.factories import TODAY


def test_the_same_seed_and_day_make_the_same_city(two_builds):
    first, second = two_builds

    assert first == second


def test_takeovers_follow_the_plan(city):
    planned = Counter()
    for arrival in plan(seed=SEED, today=TODAY, scale=0.03):
        planned[arrival.taken_over_on.year] += len(arrival.members)
    taken_over = KeyDate.objects.current().filter(event=KeyEvent.TAKEOVER)

    for year in (2016, 2017):
        assert taken_over.filter(on__year=year).count() == planned[year] == round(TAKEOVERS[year] * 0.03)


def test_no_two_colleagues_share_a_name(city):
    names = list(User.objects.values_list("name", flat=True))

    assert len(names) == len(set(names))


def test_offers_stand_in_every_answer(city):
    assert set(Offer.objects.values_list("answer", flat=True)) == set(Answer.values)


def test_facts_carry_the_days_on_which_they_came_about(city):
    for row in KeyDate.objects.filter(event=KeyEvent.ALLOCATION):
        assert 0 <= (row.recorded_at.date() - row.on).days <= 14
    noticed = Breach.objects.exclude(noticed_on=TODAY)

    assert noticed.exists()
    assert all(breach.noticed_on >= breach.over_since for breach in noticed)
    assert min(breach.noticed_on for breach in noticed).year == 2016


def test_the_demo_caseworkers_list_begins_with_a_start_to_record(city):
    lise = account("caseworker")
    mine = Clock.objects.filter(case__in=Case.objects.open().of_caseworker(lise, TODAY))
    first = mine.open().at(TODAY).by_urgency().first()
    offer = Offer.objects.get(case=first.case)

    assert (first.goal, first.state) == ("internship-started", State.OVER)
    assert (offer.answer, offer.planned_start_on < TODAY) == (Answer.ACCEPTED, True)
    assert not first.case.occupations.exists()


def test_the_demo_caseworker_has_every_kind_of_work(city):
    lise = account("caseworker")
    cases = Case.objects.open().of_caseworker(lise, TODAY)
    clocks = list(Clock.objects.filter(case__in=cases, goal="internship-started").at(TODAY))

    assert {State.OVER, State.DUE_SOON, State.RUNNING, State.PAUSED} <= {clock.state for clock in clocks}
    assert any(clock.planned_days_late for clock in clocks)
    assert Waiting.objects.filter(case__in=cases).to_chase(TODAY).exists()
    assert Task.objects.open().of(lise).overdue(TODAY).exists()
    assert Appointment.objects.of(lise).on(TODAY).count() >= 2
    assert Note.objects.filter(case__in=cases).exists()
    assert Message.objects.filter(to_user=lise).unseen().exists()


def test_documents_are_real_files(city):
    document = Document.objects.filter(content_type="application/pdf").first()

    with document.file.open() as file:
        assert file.read().startswith(b"%PDF-")
    assert Document.objects.filter(content_type="image/png").exists()


def test_some_cases_wait_to_be_given_out_in_both_units(city):
    waiting = Case.objects.without_caseworker(TODAY)

    assert {unit.name for unit in {case.unit for case in waiting}} == {"Integration Vest", "Integration Øst"}


def test_awkward_cases_are_there(city):
    assert Person.objects.filter(is_protected=True).exists()
    assert Person.objects.filter(number_kind=NumberKind.NONE).exists()
    assert KeyDate.objects.current().filter(event=KeyEvent.TAKEOVER, is_proposed=True, on__gt=TODAY).exists()
    assert KeyDate.objects.filter(event=KeyEvent.TAKEOVER, corrects__is_proposed=False).exists()
    assert (
        Case.objects.open()
        .filter(key_dates__event=KeyEvent.ALLOCATION, key_dates__on__day=1)
        .exclude(key_dates__event=KeyEvent.TAKEOVER)
        .exists()
    )
    assert BenefitPeriod.objects.filter(kind="self-supporting").exists()


def test_company_numbers_fit_their_check_digit(city):
    companies = Company.objects.all()

    assert companies.count() == 12
    assert all(cvr.is_valid(company.cvr) and company.cvr.startswith("99") for company in companies)


def test_no_mail_of_the_city_names_anybody(city):
    in_the_morning = datetime(2026, 11, 30, 7, 30, tzinfo=ZoneInfo("Europe/Copenhagen"))
    with transaction.atomic(), system_scope("test", at=in_the_morning):
        mailing.write_digests()
        mails = list(Mail.objects.exclude(subject=""))
        transaction.set_rollback(True)  # the other tests read the city as it was built
    said = "\n".join(f"{mail.subject}\n{mail.text}\n{mail.html}" for mail in mails)
    words = set(re.findall(r"[^\W\d_]+", said))

    assert {mail.kind for mail in mails} == {"concern", "morning", "weekly"}
    assert re.search(r"KM-\d\d-\d{4}", said)
    for name in {*Person.objects.values_list("given_name", "family_name"), *User.objects.values_list("name")}:
        for part in " ".join(name).split():
            assert part not in words
    assert not re.search(r"\b\d{6}-?\d{4}\b(?!-)", said)


def test_the_city_knows_its_companies(city):
    units = ProductionUnit.objects.all()
    calls = Contact.objects.due(TODAY).filter(by__username="caseworker")

    assert units.values("company").distinct().count() == 12
    assert all(unit.p_number.startswith("99") for unit in units)
    assert all(person.email.endswith(".example") for person in ContactPerson.objects.all())
    assert calls.count() >= 2
    assert Opening.objects.with_free_places().exists()
    assert Barring.objects.on(TODAY).count() == 1
