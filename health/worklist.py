"""The health team's list of work: each open case of the unit under what comes next for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Case as When_
from django.db.models import Count, Exists, F, OuterRef, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from goals.models import Clock
from health.goals import OFFERED
from health.models import Assessment, HealthAnswer, HealthAppointment, HealthOffer, Outcome, Referral
from refugees.languages import label_of
from refugees.models import Case, FunctionalConclusion
from refugees.names import plain
from refugees.takeover import PermitGround

ROWS_ON_A_PAGE = 50
MOST_FOUND = 30


class Stage(models.TextChoices):
    """What comes next for a person. Read from the facts, stored nowhere. In the order of the work."""

    OFFER = "offer", _("To be offered")
    ANSWER = "answer", _("Waiting for an answer")
    REFER = "refer", _("To be referred")
    CLINIC = "clinic", _("At the clinic")
    CONCLUDE = "conclude", _("To be concluded")
    DECLINED = "declined", _("Declined")
    DONE = "done", _("Concluded")


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the list: the promise that runs, and the last that happened at the stage where the person is.

    `appointment` is the one that comes or, if it is past, waits for its outcome.
    """

    case: Case
    stage: Stage
    clock: Clock | None
    offer: HealthOffer | None
    appointment: HealthAppointment | None
    is_past: bool
    assessed_on: date | None

    @property
    def interpreter(self) -> str:
        """In which language somebody interprets."""
        language = self.case.person.interpreter
        return label_of(language) if language else str(_("none recorded"))

    @property
    def is_optional(self) -> bool:
        """Whether no promise covers this person: for family-reunified people the offer is optional."""
        return self.case.permit_ground == PermitGround.FAMILY


def cases_of(user: User) -> models.QuerySet[Case]:
    """The open cases of the health team's unit, each with its stage."""

    def of(rows: models.QuerySet) -> Exists:
        return Exists(rows.filter(case=OuterRef("pk")))

    standing = HealthOffer.objects.standing()
    stage = When_(
        When(
            of(Assessment.objects.all()) & of(FunctionalConclusion.objects.standing()), then=Value(Stage.DONE)
        ),
        When(of(Assessment.objects.all()), then=Value(Stage.CONCLUDE)),
        When(of(Referral.objects.all()), then=Value(Stage.CLINIC)),
        When(of(HealthOffer.objects.accepted()), then=Value(Stage.REFER)),
        When(of(standing.filter(answer=HealthAnswer.OPEN)), then=Value(Stage.ANSWER)),
        When(of(standing), then=Value(Stage.DECLINED)),
        default=Value(Stage.OFFER),
        output_field=models.CharField(),
    )
    return Case.objects.health_visible_to(user).open().annotate(stage=stage)


def counts(user: User) -> dict[str, int]:
    """How many people stand at each stage. One query."""
    rows = cases_of(user).order_by().values("stage").annotate(number=Count("pk"))
    return dict(rows.values_list("stage", "number"))


def page_of(user: User, stage: str, number: str | int) -> Page:
    """The people at one stage, those longest in the City's care first; who has no takeover date comes last."""
    cases = cases_of(user).filter(stage=stage).with_takeover().select_related("person")
    return Paginator(cases.order_by(F("takeover_on").asc(nulls_last=True), "pk"), ROWS_ON_A_PAGE).get_page(
        number
    )


def found(user: User, words: str) -> list[Case]:
    """The people whose name or case number holds these words."""
    text = plain(words)
    named = cases_of(user).with_takeover().select_related("person")
    for word in text.split():
        by_name = models.Q(person__search_name__contains=word)
        named = named.filter(by_name | models.Q(number__icontains=word))
    return list(named.order_by("number")[:MOST_FOUND]) if text else []


def rows_for(cases: Sequence[Case], today: date) -> list[Row]:
    """These people with what the list says of them. Four queries."""
    keys = [case.pk for case in cases]
    clocks = _first(Clock.objects.filter(case__in=keys, goal=OFFERED).at(today).open().by_urgency())
    agreed = HealthAppointment.objects.filter(case__in=keys, outcome=Outcome.PLANNED)
    appointments = _first(agreed.order_by("starts_at"))
    offers = _first(HealthOffer.objects.standing().filter(case__in=keys).order_by("-offered_on", "-pk"))
    assessments = _first(Assessment.objects.filter(case__in=keys).order_by("-done_on", "-pk"))
    rows = []
    for case in cases:
        appointment, assessment = appointments.get(case.pk), assessments.get(case.pk)
        rows.append(
            Row(
                case=case,
                stage=Stage(case.stage),
                clock=clocks.get(case.pk),
                offer=offers.get(case.pk),
                appointment=appointment,
                is_past=bool(appointment and appointment.day < today),
                assessed_on=assessment and assessment.done_on,
            )
        )
    return rows


def _first(things: Iterable) -> dict:
    """The first of each case."""
    first: dict = {}
    for thing in things:
        first.setdefault(thing.case_id, thing)
    return first
