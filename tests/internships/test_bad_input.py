"""What is refused or asked of a start, an offer and an agreement, for every kind: in words, with nothing typed lost."""

from datetime import date, timedelta

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from internships.models import Offer, OfferKind, Placement, PlacementAgreement
from refugees.models import Occupation, OccupationKind
from refugees.occupation_kinds import MEASURES
from tests.factories import TODAY, CaseFactory, CompanyFactory
from tests.forms import no_day, on
from tests.internships.kinds import CONTENT, OF_AN_IGU
from tests.internships.recording import OFFER, today, url
from tests.internships.test_agreement_screens import UNSIGNED

pytestmark = pytest.mark.django_db

KINDS, OFFERED = OccupationKind.values, OfferKind.values
# The case of the cast was taken over three weeks ago; half a year ago is beyond the limit (START_BACKDATING_DAYS).
TAKEOVER = date(2026, 11, 2)
BEFORE, LONG_AGO = TAKEOVER - timedelta(days=7), date(2026, 5, 4)
CONSENT = "A measure then needs the person&#x27;s consent: say when it was given."
LATE = "Say why it is recorded only now."
TOO_MUCH = "A measure is never more than full time: 37 hours a week."
ASKED = "38 h a week is more than full time."
FULL = "Something else fills the whole week on the same days."


def typed(kind, first, **facts):
    """The form of a start that no offer led to; what is meant is ticked, so that only refusals are left."""
    where = {"school": "Invented School"} if kind == "education" else {"company_search": "bakery"}
    days = on("started_on", first) | no_day("planned_last_on") | no_day("consented_on")
    return {"kind": kind, "minutes_a_week": "20", "is_meant": "on", "late_reason": ""} | where | days | facts


def offered(case, kind):
    return Offer.objects.make(
        case=case,
        company=CompanyFactory(name="Invented Garage"),
        kind=kind,
        offered_on=date(2026, 4, 1),
        today=TODAY,
        by=None,
    )


def begin(lise, case, kind, first, how, **facts):
    """Send the start: on an offer of that kind, or without one."""
    said = typed(kind, first, **facts)
    if how == "offer":
        return lise.post(url("start", case, offered(case, kind)), said)
    return lise.post(url("start_elsewhere", case), said)


def refused(response, sentence):
    """Said in words; what was typed stands in the form; nothing has begun."""
    assertContains(response, sentence, status_code=422)
    form = response.context["form"]
    assert form["started_on"].data or form.data["started_on_year"]
    assert form["minutes_a_week"].value()
    assert not Occupation.objects.filter(place__in=["Invented Bakery", "Invented Garage"]).exists()


WAYS = [*((kind, "offer") for kind in OFFERED), *((kind, "elsewhere") for kind in KINDS)]


@pytest.fixture(autouse=True)
def _the_bakery(company):
    """Found by its name."""


@pytest.mark.parametrize(("kind", "how"), WAYS)
def test_a_start_before_the_takeover_needs_consent_where_it_is_a_measure(lise, case, kind, how):
    response = begin(lise, case, kind, BEFORE, how)

    if kind in MEASURES:
        refused(response, CONSENT)
        response = begin_again(lise, case, kind, how, **on("consented_on", BEFORE))
    assert response.status_code == 302
    assert Occupation.objects.get().started_on == BEFORE


def begin_again(lise, case, kind, how, **facts):
    address = url("start", case, Offer.objects.get()) if how == "offer" else url("start_elsewhere", case)
    return lise.post(address, typed(kind, BEFORE) | facts)


@pytest.mark.parametrize(("kind", "how"), WAYS)
def test_a_start_long_ago_needs_a_reason(lise, unit, caseworker, kind, how):
    case = CaseFactory(unit=unit, caseworker=caseworker, taken_over_on=date(2026, 4, 1))

    response = begin(lise, case, kind, LONG_AGO, how)

    refused(response, LATE)
    Offer.objects.all().delete()
    told = begin(lise, case, kind, LONG_AGO, how, late_reason="The company told us today.")
    assert told.status_code == 302
    assert Occupation.objects.get().late_reason == "The company told us today."


@pytest.mark.parametrize(("kind", "how"), WAYS)
def test_more_than_full_time_is_refused_of_a_measure_and_asked_about_of_the_rest(lise, case, kind, how):
    facts = {"minutes_a_week": "38"} | ({} if kind in MEASURES else {"is_meant": ""})

    refused(begin(lise, case, kind, TODAY, how, **facts), TOO_MUCH if kind in MEASURES else ASKED)


@pytest.mark.parametrize(("kind", "how"), WAYS)
def test_two_that_fill_the_week_do_not_overlap(lise, case, kind, how):
    Occupation.objects.start(
        case=case, kind="education", place="School", on=TODAY, today=TODAY, by=None, minutes_a_week=37 * 60
    )

    refused(begin(lise, case, kind, TODAY, how, minutes_a_week="37"), FULL)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "education"])
@pytest.mark.parametrize(
    ("company", "sentence"),
    [
        ({"company_search": "", "new_name": "New", "new_cvr": "12345678"}, "This is not a CVR number"),
        ({"company_search": "", "new_name": "New", "new_cvr": ""}, "Write the company&#x27;s CVR number."),
        ({"company_search": "1999999999"}, "No company of that name or number is known."),
    ],
)
def test_a_wrong_number_of_a_company_or_a_unit_is_said_for_a_start_and_an_offer(
    lise, case, kind, company, sentence
):
    started = lise.post(url("start_elsewhere", case), typed(kind, TODAY) | company)
    given = lise.post(url("offer", case), OFFER | {"kind": kind} | company)

    refused(started, sentence)
    assertContains(given, sentence, status_code=422)
    assert given.context["form"]["kind"].value() == kind
    assert not Offer.objects.exists()
    assert not Placement.objects.exists()


@pytest.mark.parametrize("kind", OFFERED)
def test_an_agreement_signed_after_the_start_says_why(lise, case, caseworker, kind):
    facts = CONTENT | (OF_AN_IGU if kind == "igu" else {})
    agreement = PlacementAgreement.objects.draw_up(
        offer=offered(case, kind), today=TODAY, by=caseworker, **facts
    )
    signed = UNSIGNED | {"company_signed_by": "Bente Baker"} | on("company_signed_on", TODAY)

    asked = lise.post(url("sign_agreement", case, agreement), signed)

    assertContains(asked, "It is signed after the first day. Say why.", status_code=422)
    assertContains(asked, "Bente Baker", status_code=422)
    assert PlacementAgreement.objects.get().company_signed_on is None
    told = lise.post(url("sign_agreement", case, agreement), signed | {"late_reason": "The post was slow."})
    assertRedirects(told, url("agreements", case, agreement.offer))
    assert PlacementAgreement.objects.get().late_reason == "The post was slow."


@pytest.mark.parametrize("kind", OFFERED)
def test_an_offer_of_tomorrow_is_refused(lise, case, kind):
    typed = OFFER | {"kind": kind} | on("offered_on", TODAY + timedelta(days=1))

    assert lise.post(url("offer", case), typed).status_code == 422
    assert not Offer.objects.exists()
    assert lise.post(url("offer", case), OFFER | {"kind": kind} | today("offered_on")).status_code == 302
