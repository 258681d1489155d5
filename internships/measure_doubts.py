"""What the rules about length say to last days that a list tells: warned of, because no list carries grounds."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from goals.reckoning import ONE_DAY
from internships import igu, maxima
from internships.maxima import Finding, Ground, Stay
from internships.models import PlacementAgreement, PlacementExtension
from refugees.models import Case, JobReadiness, Occupation, OccupationKind


@dataclass(frozen=True, slots=True)
class NewLastDay:
    """An agreed last day that a list would set: of something known here, or of something new."""

    case: Case
    kind: str
    started_on: date
    last_on: date
    occupation: Occupation | None


@dataclass(frozen=True, slots=True)
class NewIgu:
    """An IGU that a list would begin here."""

    case: Case
    started_on: date
    minutes_a_week: int | None
    unit_id: int | None
    registered_on: date | None


def doubts_about(days: Sequence[NewLastDay | None]) -> list[list[str]]:
    """Of each day what the rules say to it; nothing where there is none. Three queries, whatever their number."""
    told = [each for each in days if each]
    not_ready = _days_not_job_ready({each.case.pk for each in told})
    grounds, talks = _recorded({each.occupation.pk for each in told if each.occupation})
    found = []
    for each in days:
        sentences = []
        if each:
            key = each.occupation.pk if each.occupation else None
            is_ready = not any(each.started_on in during for during in not_ready[each.case.pk])
            sentences = [one.sentence for one in _findings(each, is_ready, grounds[key], talks[key])]
        if sentences:
            sentences.append(
                _(
                    "A list carries no grounds, so this day is taken over all the same. Look at it on the case."
                )
            )
        found.append(sentences)
    return found


def _days_not_job_ready(cases: set[int]) -> dict[int, list]:
    """Of each case the periods in which the person was decided not to be job-ready."""
    found = defaultdict(list)
    for case, during in (
        JobReadiness.objects.standing()
        .filter(case__in=cases, is_ready=False)
        .values_list("case_id", "during")
    ):
        found[case].append(during)
    return found


def _recorded(occupations: set[int]) -> tuple[dict[int | None, set[str]], dict[int | None, list[date]]]:
    """The grounds that extensions gave, and the talks with the staff's representative that were recorded."""
    grounds, talks = defaultdict(set), defaultdict(list)
    extensions = PlacementExtension.objects.filter(occupation__in=occupations)
    for pk, ground, talk_on in extensions.values_list("occupation_id", "ground", "representative_on"):
        grounds[pk].add(ground)
        talks[pk] += [talk_on] if talk_on else []
    agreements = PlacementAgreement.objects.standing().filter(
        offer__placements__occupation__in=occupations, staff_talk_on__isnull=False
    )
    for pk, talk_on in agreements.values_list("offer__placements__occupation_id", "staff_talk_on"):
        talks[pk].append(talk_on)
    return grounds, talks


def _findings(day: NewLastDay, is_ready: bool, grounds: set[str], talks: list[date]) -> list[Finding]:
    """As `stays.findings_about` asks for one that is known."""
    if day.kind == OccupationKind.IGU:
        lasts = igu.Beginning(started_on=day.started_on, last_on=day.last_on)
        return [each for each in igu.findings(lasts) if each.rule is igu.TWO_YEARS]
    return maxima.findings(
        Stay(
            kind=day.kind,
            started_on=day.started_on,
            last_on=day.last_on,
            is_job_ready=is_ready,
            grounds=frozenset(grounds - {"", Ground.WITHIN}),
            representative_on=next(iter(talks), None),
        )
    )


def doubts_about_igus(igus: Sequence[NewIgu | None]) -> list[list[str]]:
    """Of each IGU what its conditions say to it, as the form of a start asks them. One query, whatever their number.

    The form refuses what a condition forbids; what the City's system of record tells has happened, and is warned of.
    """
    before = defaultdict(list)
    people = {each.case.person_id for each in igus if each}
    kinds = (OccupationKind.IGU, OccupationKind.JOB)
    others = Occupation.objects.standing().filter(case__person__in=people, kind__in=kinds)
    for person, *rest in others.values_list(
        "case__person", "kind", "started_on", "last_on", "placement__unit"
    ):
        before[person].append(rest)
    found = []
    for each in igus:
        sentences = []
        if each:
            beginning = _beginning(each, before[each.case.person_id])
            sentences = [one.sentence for one in igu.findings(beginning)]
        if sentences:
            sentences.append(
                _("The list says that it began, so it is taken over all the same. Look at it on the case.")
            )
        found.append(sentences)
    return found


def _beginning(start: NewIgu, before: Sequence[Sequence]) -> igu.Beginning:
    """The facts that `stays.findings_of_igu` reads for one case."""
    last_days = [
        last_on or start.started_on - ONE_DAY
        for kind, started_on, last_on, unit in before
        if kind == OccupationKind.JOB and unit and unit == start.unit_id and started_on < start.started_on
    ]
    return igu.Beginning(
        started_on=start.started_on,
        born_on=start.case.person.born_on,
        address_since=start.registered_on,
        had_one=any(kind == OccupationKind.IGU for kind, *_rest in before),
        job_here_until=max(last_days, default=None),
        all_minutes=start.minutes_a_week,
    )
