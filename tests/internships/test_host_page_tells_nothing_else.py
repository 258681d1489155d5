"""The page of a company is searched for everything else that is known of the person, and of other companies."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format
from pytest_django.asserts import assertContains, assertNotContains

from goals.models import Pause
from internships.models import HostReport, Offer
from refugees.models import (
    Address,
    FunctionalConclusion,
    Message,
    Note,
    Occupation,
    Person,
    WarningSign,
)
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.forms import on
from tests.internships.hosts import agreement_on, link_to, page_of, telling
from tests.internships.recording import OFFERED

pytestmark = pytest.mark.django_db

BORN = date(1987, 4, 19)
KNOWN = {
    "family_name": "Tesfagiorgis",
    "country": "Eritrealand",
    "speaks": ["ti", "am"],
    "interpreter": "ti",
    "phone": "20 99 88 77",
    "immigration_id": "12345699",
    "sex": "f",
    "born_on": BORN,
}
# As it stands in the rows, and as people write it.
SECRETS = [
    *("Tesfagiorgis", "Eritrealand", "20 99 88 77", "20998877", "12345699", "tigrinya", "amharic", "arabic"),
    *("190487", "4321", "1987", "19 04 87", date_format(BORN), BORN.isoformat(), BORN.strftime("%d-%m-%Y")),
    *(
        "Hemmeligvej",
        "2500 Valby",
        "illness",
        "sygdom",
        "Paused",
        "dialysis",
        "Only on some conditions",
        "lift",
    ),
    *("Interpreter", "Convention", "Konvention", "benefit", "ydelse", "Household", "Hidden Bistro"),
    *(
        "A talk about the family.",
        "A worry of the mentor.",
        "City of the contract",
    ),
    *("KM-26", "Maja Invented"),
]


@pytest.fixture
def everything_known(unit, caseworker, mentor):
    """Somebody of whom much is known, with two offers; the link is about the second."""
    person = Person.objects.register(unit=unit, by=None, number="190487-4321", given_name="Selam", **KNOWN)
    Address.objects.create(person=person, unit=unit, text="Hemmeligvej 7, 2500 Valby")
    case = CaseFactory(
        unit=unit,
        person=person,
        taken_over_on=date(2026, 11, 2),
        caseworker=caseworker,
        mentor=mentor,
        on_benefit=True,
    )
    elsewhere = offer_at(case, "Hidden Bistro", caseworker)
    elsewhere.record_answer(answer="declined", on=TODAY, today=TODAY, by=caseworker, reason="dialysis")
    FunctionalConclusion.objects.state(case=case, on=TODAY, by=None, ability="can")
    Pause.objects.begin(case=case, ground="illness", from_on=TODAY, until=None, by=caseworker, today=TODAY)
    Note.objects.write(
        case=case,
        by=caseworker,
        kind="note",
        happened_on=TODAY,
        text="A talk about the family.",
        today=TODAY,
    )
    WarningSign.objects.note(
        case=case,
        kind="other",
        on=TODAY,
        noted_by="caseworker",
        today=TODAY,
        by=caseworker,
        words="A worry of the mentor.",
    )
    return case


def offer_at(case, company, by):
    return Offer.objects.make(
        case=case,
        company=CompanyFactory(name=company),
        kind="internship",
        offered_on=OFFERED,
        today=TODAY,
        by=by,
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_else_that_is_known_of_the_person_stands_on_the_page(everything_known, caseworker, language):
    offer = offer_at(everything_known, "Invented Bakery", caseworker)
    agreement_on(offer)
    host = Client(HTTP_COOKIE=f"django_language={language}")

    response = host.get(page_of(link_to(offer, caseworker)))

    assertContains(response, "Selam")
    page = response.content.decode().replace(f"/host/{response.resolver_match.kwargs['token']}/", "").lower()
    assert [secret for secret in SECRETS if secret.lower() in page] == []
    assert str(everything_known.public_id) not in page
    assert str(everything_known.number).lower() not in page


def test_of_whoever_has_a_protected_name_not_even_the_first_one_stands_there(everything_known, caseworker):
    Person.objects.filter(pk=everything_known.person_id).update(is_protected=True)
    offer = offer_at(everything_known, "Invented Bakery", caseworker)
    host = Client(HTTP_COOKIE="django_language=en")

    response = host.get(page_of(link_to(offer, caseworker)))

    assertContains(response, "the person we have agreed on")
    assert "Selam" not in response.content.decode()


# What a colleague would read at the form, and what a company may not.
FOR_COLLEAGUES = [
    *("consent", "takeover", "samtykke", "overtag"),
    *("fills the whole week", "something else", "hele ugen", "noget andet"),
    *("days ago", "say why", "skriv hvorfor", "declined", "afslået", "trukket"),
]


def elsewhere_all_week(case, offer, by):
    """Another employment of the same days, at a company that this one may not hear of."""
    Occupation.objects.start(
        case=case,
        kind="job",
        place="Hidden Bistro",
        on=TODAY,
        today=TODAY,
        by=by,
        minutes_a_week=37 * 60,
    )


def declined(case, offer, by):
    offer.record_answer(answer="declined", on=TODAY, today=TODAY, by=by, reason="dialysis")


def nothing_more(case, offer, by):
    """What stands in the way is the day itself."""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("first_day", "meanwhile", "hindrance"),
    [
        (date(2026, 10, 26), nothing_more, "consent"),
        (TODAY - timedelta(days=3), nothing_more, "late"),
        (TODAY, elsewhere_all_week, "overlap"),
        (TODAY, declined, "gone"),
    ],
)
def test_what_stands_in_the_way_of_a_start_is_for_the_caseworker_alone(
    everything_known, caseworker, lise, settings, language, first_day, meanwhile, hindrance
):
    settings.START_BACKDATING_DAYS = 2
    offer = offer_at(everything_known, "Invented Bakery", caseworker)
    agreement_on(offer, minutes_a_week=37 * 60)
    secret = link_to(offer, caseworker)
    meanwhile(everything_known, offer, caseworker)
    host = Client(HTTP_COOKIE=f"django_language={language}")

    response = host.post(
        page_of(secret, "started"), telling("started", on("started_on", first_day)), follow=True
    )

    assertContains(response, "+45 12 34 56 78")
    page = response.content.decode().replace(secret, "").lower()
    assert [words for words in [*SECRETS, *FOR_COLLEAGUES] if words.lower() in page] == []
    assertNotContains(response, "Has Selam started?")
    report = HostReport.objects.get()
    assert (report.told, report.on, report.hindrance) == ("started", first_day, hindrance)
    assert not Occupation.objects.filter(placement__offer=offer).exists()
    message = Message.objects.get(kind="host-hindered")
    assert message.to_user == caseworker
    assert report.get_hindrance_display() in message.sentence
    case_page = lise.get(reverse("case", args=[everything_known.public_id]))
    assertContains(case_page, "It could not be recorded by itself")
