"""The smallest valid objects. They go through the verbs, so lines of history and clocks are as in life."""

from datetime import date

import factory
from django.contrib.auth.hashers import make_password

from accounts.models import Unit, User
from accounts.permissions import Role
from health.models import HealthOffer, Interpreter, Way
from internships.models import Company
from mentoring.models import HolisticOffer
from refugees.events import KeyEvent, Source
from refugees.models import BenefitPeriod, Case, Household, KeyDate, Person, TeamMember
from refugees.parts import Part
from refugees.takeover import PermitGround
from screening.models import DanishReferral

# A Monday. Tests that ask for no other day live on it.
TODAY = date(2026, 11, 23)
SAME_DAY = object()
PASSWORD = "correct horse battery"
HASHED = make_password(PASSWORD)


class UnitFactory(factory.django.DjangoModelFactory):
    """A unit that holds cases."""

    class Meta:
        model = Unit

    name = factory.Sequence(lambda n: f"Unit {n}")


class UserFactory(factory.django.DjangoModelFactory):
    """A caseworker, unless the role says otherwise. Signs in with PASSWORD."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    name = factory.Sequence(lambda n: f"Invented Colleague {n}")
    role = Role.CASEWORKER
    unit = factory.SubFactory(UnitFactory)
    password = HASHED
    language = "en"

    @factory.post_generation
    def manages(self, create, units, **kwargs):
        """UserFactory(role="manager", manages=[unit])."""
        if create and units:
            self.managed_units.set(units)


class PersonFactory(factory.django.DjangoModelFactory):
    """An invented adult."""

    class Meta:
        model = Person

    unit = factory.SubFactory(UnitFactory)
    given_name = factory.Sequence(lambda n: f"Invented{n}")
    family_name = "Person"
    born_on = date(1990, 1, 1)
    interpreter = "ar"

    @classmethod
    def _create(cls, model_class, *args, **facts):
        return Person.objects.register(by=None, **facts)


class HouseholdFactory(factory.django.DjangoModelFactory):
    """People who are housed together."""

    class Meta:
        model = Household

    unit = factory.SubFactory(UnitFactory)


class CaseFactory(factory.django.DjangoModelFactory):
    """An open case. `taken_over_on` confirms the takeover; `caseworker` and `mentor` join the team that day.

    The contract is signed, a health assessment offered and the person referred to Danish education on the day of the
    takeover, so that a test about another promise meets no breach of those; so is whoever gets no mentor here offered
    one and declines. `contract_on=None`, `health_offered_on=None`, `danish_on=None` and `mentor_offered_on=None` leave
    them out. The category (due after three months) is not decided.

    CaseFactory(unit=unit, taken_over_on=date(2026, 11, 2), caseworker=lise, on_benefit=True)
    """

    class Meta:
        model = Case

    unit = factory.SubFactory(UnitFactory)
    person = factory.SubFactory(PersonFactory, unit=factory.SelfAttribute("..unit"))
    permit_ground = PermitGround.CONVENTION
    opened_on = date(2026, 9, 15)

    @classmethod
    def _create(
        cls,
        model_class,
        *args,
        taken_over_on=None,
        caseworker=None,
        mentor=None,
        on_benefit=False,
        contract_on=SAME_DAY,
        danish_on=SAME_DAY,
        health_offered_on=SAME_DAY,
        mentor_offered_on=SAME_DAY,
        **facts,
    ):
        case = Case.objects.open_for(by=None, **facts)
        with Case.changing([case], by=None):
            if taken_over_on:
                KeyDate.objects.record(
                    case=case, event=KeyEvent.TAKEOVER, on=taken_over_on, source=Source.CITY, by=None
                )
                if contract_on := taken_over_on if contract_on is SAME_DAY else contract_on:
                    # Without a line in the history: no test tells of it.
                    case.key_dates.create(event=KeyEvent.CONTRACT, on=contract_on, source=Source.CITY)
                if danish_on := taken_over_on if danish_on is SAME_DAY else danish_on:
                    DanishReferral.objects.create(
                        case=case, provider="Invented Language School", referred_on=danish_on
                    )
                if offered_on := taken_over_on if health_offered_on is SAME_DAY else health_offered_on:
                    HealthOffer.objects.create(
                        case=case, offered_on=offered_on, way=Way.LETTER, interpreter=Interpreter.NONE
                    )
                offered_on = taken_over_on if mentor_offered_on is SAME_DAY else mentor_offered_on
                if offered_on and not mentor:
                    HolisticOffer.objects.create(
                        case=case,
                        offered_on=offered_on,
                        answer="declined",
                        answered_on=offered_on,
                        reason="Invented",
                    )
            start = taken_over_on or case.opened_on
            if caseworker:
                TeamMember.objects.assign(case=case, user=caseworker, part=Part.CASEWORKER, on=start, by=None)
            if mentor:
                TeamMember.objects.assign(
                    case=case, user=mentor, part=Part.HOLISTIC_MENTOR, on=start, by=None
                )
            if on_benefit:
                BenefitPeriod.objects.begin(case=case, kind="benefit", on=start, by=None)
        return case


class CompanyFactory(factory.django.DjangoModelFactory):
    """A workplace with a CVR number whose check digit fits."""

    class Meta:
        model = Company

    name = factory.Sequence(lambda n: f"Invented Bakery {n}")
    cvr = factory.Sequence(lambda n: valid_cvr(1_000_000 + 10 * n))

    @classmethod
    def _create(cls, model_class, *args, name, cvr, **facts):
        return Company.objects.register(name=name, cvr_number=cvr, **facts)


def valid_cvr(seed: int) -> str:
    """The first CVR number at or after these seven digits whose check digit fits."""
    while True:
        weighted = sum(int(d) * w for d, w in zip(str(seed), (2, 7, 6, 5, 4, 3, 2), strict=True))
        check = -weighted % 11
        if check < 10:
            return f"{seed}{check}"
        seed += 1
