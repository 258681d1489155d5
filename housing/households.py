"""Households to be housed: at which stage each stands, who is in it, and what their home must be."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Case as When_
from django.db.models import Count, Exists, F, Min, OuterRef, Subquery, Value, When
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from goals.models import Clock
from housing.goals import OFFERED
from housing.models import HomeAnswer, HomeNeed, HomeOffer, OwnHome
from housing.models.readiness import is_adult
from refugees.events import KeyEvent
from refugees.languages import label_of
from refugees.models import Case, Household, HousingNeed, KeyDate
from refugees.models.conclusion import need_words

ROWS_ON_A_PAGE = 50
PEOPLE_A_BEDROOM = 2
"""The City's own reckoning where nobody stated another number with its reason; no source gives it."""


class Stage(models.TextChoices):
    """What comes next for a household. Read from the facts, stored nowhere. In the order of the work."""

    WAITING = "waiting", _("To be offered a home")
    OFFERED = "offered", _("Waiting for an answer")
    ACCEPTED = "accepted", _("About to move in")
    MOVED = "moved", _("Moved in")
    LEFT = "left", _("Moved out")


@dataclass(slots=True)
class Home:
    """A household as those who find homes see it: no interview, of health only what the home must have."""

    household: Household
    stage: Stage | None
    members: list[Case]
    needs: list[str]
    need: HomeNeed | None
    ready_on: date | None
    clocks: list[Clock] = field(default_factory=list)
    offer: HomeOffer | None = None
    own_home: OwnHome | None = None

    @property
    def persons(self) -> int:
        """How many people there are today."""
        return len(self.members)

    @property
    def names(self) -> str:
        """Who they are, in one line, the adults first."""
        return ", ".join(member.person.name for member in self.members) or gettext(
            "Household without an open case"
        )

    @property
    def clock(self) -> Clock | None:
        """The clock that is due first."""
        return self.clocks[0] if self.clocks else None

    @property
    def bedrooms(self) -> int:
        """How many bedrooms: as stated with a reason, or reckoned from the people."""
        stated = self.need.bedrooms if self.need else None
        return stated or max(1, -(-self.persons // PEOPLE_A_BEDROOM))

    @property
    def need_words(self) -> list[str]:
        """What the home must have, in words, without the cause."""
        return need_words(self.needs)

    @property
    def languages(self) -> str:
        """In which languages somebody interprets."""
        found = [label_of(each.person.interpreter) for each in self.members if each.person.interpreter]
        return ", ".join(dict.fromkeys(found))


def households_of(user: User) -> models.QuerySet[Household]:
    """The households that this person finds homes for or sees, each with its stage; None where nobody is ready."""
    ready = KeyDate.objects.current().of(KeyEvent.READY_TO_RELOCATE)
    ready = ready.filter(case__household=OuterRef("pk"), case__closed_on=None)
    own = OwnHome.objects.standing().filter(case__household=OuterRef("pk"))
    offers = HomeOffer.objects.standing().filter(household=OuterRef("pk"))
    left = offers.filter(moved_out_on__isnull=False).order_by("-moved_out_on", "-pk")
    offers = offers.filter(moved_out_on=None)
    stage = When_(
        When(Exists(offers.filter(moved_in_on__isnull=False)), then=Value(Stage.MOVED)),
        When(Exists(offers.filter(answer=HomeAnswer.ACCEPTED)), then=Value(Stage.ACCEPTED)),
        When(Exists(offers.filter(answer=HomeAnswer.OPEN)), then=Value(Stage.OFFERED)),
        When(needs_another=False, then=Value(Stage.LEFT)),
        When(Exists(ready) & ~Exists(own), then=Value(Stage.WAITING)),
        default=Value(None),
        output_field=models.CharField(),
    )
    # Of several homes that they left, the last says whether another is looked for.
    seen = Household.objects.housing_visible_to(user)
    return seen.annotate(needs_another=Subquery(left.values("needs_another")[:1])).annotate(stage=stage)


def counts(user: User) -> dict[str, int]:
    """How many households stand at each stage. One query."""
    rows = households_of(user).exclude(stage=None).order_by().values("stage").annotate(number=Count("pk"))
    return dict(rows.values_list("stage", "number"))


def page_of(user: User, stage: str, number: str | int) -> Page:
    """The households at one stage, whose time runs out first at the top."""
    due = Clock.objects.filter(goal=OFFERED, case__household=OuterRef("pk"), met_on=None, void_on=None)
    due = due.order_by().values("case__household").annotate(first=Min("due_on")).values("first")
    rows = households_of(user).filter(stage=stage).annotate(due_on=Subquery(due))
    return Paginator(rows.order_by(F("due_on").asc(nulls_last=True), "pk"), ROWS_ON_A_PAGE).get_page(number)


def homes_for(households: Sequence[Household], today: date) -> list[Home]:
    """These households with what their home must be. Seven queries, whatever their number."""
    keys = [household.pk for household in households]
    cases = Case.objects.open().filter(household__in=keys).select_related("person").order_by("number")
    members = _by(cases, "household_id")
    of_case = {case.pk: case.household_id for cases in members.values() for case in cases}
    needs = defaultdict(set)
    for row in HousingNeed.objects.standing().filter(case__in=of_case, during__contains=today):
        needs[of_case[row.case_id]].update(row.needs)
    clocks = Clock.objects.filter(case__in=of_case, goal=OFFERED).at(today).by_urgency()
    by_household = defaultdict(list)
    for clock in clocks:
        by_household[of_case[clock.case_id]].append(clock)
    offers = _first(live_offers(keys), "household_id")
    said = _first(HomeNeed.objects.filter(household__in=keys).on(today), "household_id")
    ready = KeyDate.objects.current().of(KeyEvent.READY_TO_RELOCATE).filter(case__in=of_case)
    ready_on: dict[int, date] = {}
    for row in ready.order_by("-on"):
        ready_on[of_case[row.case_id]] = row.on
    own = {of_case[row.case_id]: row for row in OwnHome.objects.standing().filter(case__in=of_case)}
    return [
        Home(
            household=household,
            stage=Stage(household.stage) if household.stage else None,
            members=sorted(members[household.pk], key=lambda case: not is_adult(case, today)),
            needs=sorted(needs[household.pk]),
            need=said.get(household.pk),
            ready_on=ready_on.get(household.pk),
            clocks=by_household[household.pk],
            offer=offers.get(household.pk),
            own_home=own.get(household.pk),
        )
        for household in households
    ]


def live_offers(keys: Iterable[int]) -> models.QuerySet[HomeOffer]:
    """Offers that wait for an answer or were accepted, the latest first."""
    offers = HomeOffer.objects.standing().filter(
        household__in=keys, answer__in=[HomeAnswer.OPEN, HomeAnswer.ACCEPTED], moved_out_on=None
    )
    return offers.select_related("dwelling__provider").order_by("-offered_on", "-pk")


def names_of(keys: Iterable[int]) -> dict[int, str]:
    """Who these households are, in one line each. One query."""
    cases = Case.objects.open().filter(household__in=keys).select_related("person").order_by("number")
    found = _by(cases, "household_id")
    return {key: ", ".join(case.person.name for case in members) for key, members in found.items()}


def _by(rows: Iterable, name: str) -> dict:
    found = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return found


def _first(rows: Iterable, name: str) -> dict:
    found: dict = {}
    for row in rows:
        found.setdefault(getattr(row, name), row)
    return found
