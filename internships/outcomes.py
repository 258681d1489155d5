"""What became of people: in work or education on a day, so many months after the takeover, and what lasted.

Source of the lasting outcomes: an ordinary job, or an education that gives SU, held for six consecutive months
(Integration Act § 45(9), domain facts 6). It is counted from the occupations, typed by nobody. IGU is shown by itself.
An education of which nobody knows whether it gives SU is not counted as lasting, and told apart.
"""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Case as Cases
from django.db.models import Count, F, Func, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from refugees.models import Case, Occupation

ADULT_MONTHS = 18 * 12
# How long after the takeover, in months; none: how it is on the day itself.
MARKS = (None, 6, 12, 24, 36)


class Outcome(models.TextChoices):
    """What somebody does on a day. Of several at once the first that stands here counts."""

    JOB = "job", _("Ordinary job")
    IGU = "igu", _("Basic integration education (IGU)")
    EDUCATION = "education", _("Education")
    WAGE_SUBSIDY = "wage-subsidy", _("Wage-subsidy job")
    INTERNSHIP = "internship", _("Company internship")
    COMMUNITY_WORK = "community-work", _("Community work")
    NONE = "none", _("None of these")


class LeftOut(models.TextChoices):
    """Why somebody is not counted at a mark."""

    TOO_EARLY = "too-early", _("Not there yet")
    LEFT = "left", _("Case closed before")
    CHILD = "child", _("Under 18 at the takeover")


LASTING, UNSURE, COUNTED = "lasting", "unsure", "counted"
SELECTIONS = {
    **dict(Outcome.choices),
    LASTING: _("Job or SU-giving education held for six months"),
    UNSURE: _("Education held for six months, not known whether it gives SU"),
    COUNTED: _("Everybody who is counted"),
    **dict(LeftOut.choices),
}


class InMonths(Func):
    """So many calendar months after a day, clamped to the end of the month."""

    output_field = models.DateField()
    template = "(%(expressions)s + make_interval(months => %(months)d))::date"


class HeldSixMonths(Func):
    """Whether occupations of that sort were held for six months without a day between, by that day.

    Jobs that follow each other are one run; jobs and educations are not added up.
    """

    JOB_OR_SU = "o.kind = 'job' OR o.gives_su = 'yes'"
    EDUCATION_UNLESS_WITHOUT_SU = "o.kind = 'education' AND o.gives_su <> 'no'"

    output_field = models.BooleanField()
    template = """EXISTS (
        SELECT 1 FROM (
            SELECT unnest(range_agg(daterange(o.started_on, o.last_on, '[]'))) AS days FROM refugees_occupation o
            WHERE o.case_id = refugees_case.id AND (%(sort)s) AND o.taken_back_at IS NULL
            GROUP BY o.kind
        ) run WHERE (lower(run.days) + interval '6 months')::date
            <= least(coalesce(upper(run.days), 'infinity'), %(expressions)s + 1)
    )"""


@dataclass(frozen=True, slots=True)
class Whom:
    """The people that are meant: by their takeover, unit and permit ground. Each may be absent."""

    arrived_from: date | None = None
    arrived_until: date | None = None
    unit_id: int | None = None
    permit_ground: str = ""

    def of(self, user: User) -> QuerySet:
        """Their cases, as far as this person sees them, with the takeover."""
        cases = Case.objects.whole_for(user).with_takeover().filter(takeover_on__isnull=False)
        if self.arrived_from:
            cases = cases.filter(takeover_on__gte=self.arrived_from)
        if self.arrived_until:
            cases = cases.filter(takeover_on__lte=self.arrived_until)
        if self.unit_id:
            cases = cases.filter(unit=self.unit_id)
        return cases.filter(permit_ground=self.permit_ground) if self.permit_ground else cases


def at(cases: QuerySet, mark: int | None, day: date) -> QuerySet:
    """Each case with `sort`: what the person did at the mark, or why they are not counted; and whether it lasts."""
    mark_on = InMonths(F("takeover_on"), months=mark) if mark else Value(day, models.DateField())
    rank = Cases(
        *(When(kind=kind, then=number) for number, kind in enumerate(Outcome.values)),
        output_field=models.IntegerField(),
    )
    did = (
        Occupation.objects.standing()
        .filter(Q(last_on=None) | Q(last_on__gte=OuterRef("mark_on")), case=OuterRef("pk"))
        .filter(started_on__lte=OuterRef("mark_on"))
        .order_by(rank)
    )
    adult_on = InMonths(F("person__born_on"), months=ADULT_MONTHS)
    sort = Cases(
        When(Q(mark_on__gt=day) | Q(takeover_on__gt=day), then=Value(LeftOut.TOO_EARLY)),
        When(adult_on__gt=F("takeover_on"), then=Value(LeftOut.CHILD)),
        When(closed_on__lt=F("mark_on"), then=Value(LeftOut.LEFT)),
        default=Coalesce(Subquery(did.values("kind")[:1]), Value(Outcome.NONE)),
        output_field=models.CharField(),
    )
    return cases.annotate(
        mark_on=mark_on,
        adult_on=adult_on,
        sort=sort,
        is_lasting=HeldSixMonths(F("mark_on"), sort=HeldSixMonths.JOB_OR_SU),
        may_last=HeldSixMonths(F("mark_on"), sort=HeldSixMonths.EDUCATION_UNLESS_WITHOUT_SU),
    )


def selected(cases: QuerySet, selection: str) -> QuerySet:
    """Those behind one number, of what `at` gives."""
    if selection == COUNTED:
        return cases.filter(sort__in=Outcome.values)
    if selection == LASTING:
        return cases.filter(sort__in=Outcome.values, is_lasting=True)
    if selection == UNSURE:
        return cases.filter(sort__in=Outcome.values, is_lasting=False, may_last=True)
    return cases.filter(sort=selection)


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of one mark."""

    mark: int | None
    numbers: dict[str, int]

    def number(self, selection: str) -> int:
        """How many people; those of the list that it opens."""
        return self.numbers.get(selection, 0)

    @property
    def people(self) -> int:
        """How many are counted: what each share is a share of."""
        return self.number(COUNTED)

    def share(self, selection: str) -> float | None:
        """Of those counted; none where nobody is."""
        return self.number(selection) / self.people if self.people else None


def outcomes(cases: QuerySet, day: date) -> list[Column]:
    """The numbers of every mark, one query each."""
    return [_column(at(cases, mark, day), mark) for mark in MARKS]


def _column(cases: QuerySet, mark: int | None) -> Column:
    rows = list(
        cases.order_by()
        .values("sort", "is_lasting", "may_last")
        .annotate(people=Count("pk"))
        .values_list("sort", "is_lasting", "may_last", "people")
    )
    numbers = dict.fromkeys(SELECTIONS, 0)
    for sort, is_lasting, may_last, people in rows:
        numbers[sort] += people
        if sort in Outcome.values:
            numbers[COUNTED] += people
            numbers[LASTING] += people if is_lasting else 0
            numbers[UNSURE] += people if may_last and not is_lasting else 0
    return Column(mark, numbers)
