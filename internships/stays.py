"""What the rules about the length of measures and about an IGU are asked with: the facts of a case, read here."""

from datetime import date

from goals.reckoning import ONE_DAY
from internships import igu, maxima
from internships.maxima import Finding, Ground, Stay
from internships.models.offer import Offer
from internships.models.placement_agreement import PlacementAgreement
from refugees.events import KeyEvent
from refugees.models import Case, JobReadiness, Occupation
from refugees.occupation_kinds import OccupationKind


def is_job_ready(case: Case, day: date) -> bool:
    """Whether somebody counts as job-ready on that day: always, unless it was decided otherwise (§ 17(1))."""
    decided = JobReadiness.objects.standing().filter(case=case, during__contains=day).first()
    return decided is None or decided.is_ready


def findings_about(
    occupation: Occupation,
    *,
    last_on: date,
    ground: str = "",
    representative_on: date | None = None,
    started_on: date | None = None,
) -> list[Finding]:
    """What the rules say to this last day. Grounds and the talk that were recorded before still hold."""
    first = started_on or occupation.started_on
    if occupation.kind == OccupationKind.IGU:
        lasts = igu.Beginning(started_on=first, last_on=last_on)
        return [each for each in igu.findings(lasts) if each.rule is igu.TWO_YEARS]
    before = list(occupation.extensions.values_list("ground", "representative_on"))
    talks = [representative_on, *(on for _ground, on in before), *_talks_of_agreements(occupation)]
    return maxima.findings(
        Stay(
            kind=occupation.kind,
            started_on=first,
            last_on=last_on,
            is_job_ready=is_job_ready(occupation.case, first),
            grounds=frozenset({ground, *(each for each, _on in before)} - {"", Ground.WITHIN}),
            representative_on=next((on for on in talks if on), None),
            minutes_a_week=occupation.minutes_a_week,
        )
    )


def findings_of_corrected_start(occupation: Occupation, *, on: date) -> list[Finding]:
    """What the rules say if it began on that day, with what is recorded of its end, its grounds and its talks."""
    if occupation.kind == OccupationKind.IGU:
        placement = getattr(occupation, "placement", None)
        return findings_of_igu(
            occupation.case,
            on=on,
            unit_id=placement and placement.unit_id,
            minutes_a_week=occupation.minutes_a_week,
            last_on=occupation.planned_last_on,
            besides=occupation,
        )
    last_on = occupation.last_on or occupation.planned_last_on
    return findings_about(occupation, started_on=on, last_on=last_on) if last_on else []


def _talks_of_agreements(occupation: Occupation) -> list[date]:
    """When the staff's representative was talked with, as the agreement about it says."""
    agreements = PlacementAgreement.objects.standing().filter(offer__placements__occupation=occupation)
    return list(agreements.filter(staff_talk_on__isnull=False).values_list("staff_talk_on", flat=True))


def findings_at_start(
    case: Case,
    *,
    kind: str,
    on: date,
    last_on: date | None,
    minutes_a_week: int | None,
    unit_id: int | None,
    offer: Offer | None = None,
) -> list[Finding]:
    """What the rules say to something that is to begin. The agreement about its offer says what the form does not."""
    agreed = PlacementAgreement.objects.standing().filter(offer=offer).order_by("-number") if offer else ()
    rows = list(agreed)
    if kind == OccupationKind.IGU:
        said = _said_of_igu(rows[0]) if rows else {}
        typed = {"minutes_a_week": minutes_a_week, "last_on": last_on}
        said |= {name: value for name, value in typed.items() if value}
        return findings_of_igu(case, on=on, unit_id=unit_id, **said)
    return findings_of_plan(
        case,
        kind=kind,
        on=on,
        last_on=last_on or on,
        minutes_a_week=minutes_a_week or (rows[0].minutes_a_week if rows else None),
        representative_on=next((row.staff_talk_on for row in rows if row.staff_talk_on), None),
    )


def findings_of_plan(
    case: Case,
    *,
    kind: str,
    on: date,
    last_on: date,
    minutes_a_week: int | None,
    representative_on: date | None,
) -> list[Finding]:
    """What the rules say to a measure of these days, before any ground was recorded."""
    return maxima.findings(
        Stay(
            kind=kind,
            started_on=on,
            last_on=last_on,
            is_job_ready=is_job_ready(case, on),
            representative_on=representative_on,
            minutes_a_week=minutes_a_week,
        )
    )


def _said_of_igu(agreement: PlacementAgreement) -> dict[str, int | date | None]:
    """What the agreement about an IGU says of its length, its hours and its school."""
    return {
        "last_on": agreement.until_on,
        "minutes_a_week": agreement.minutes_a_week,
        "practice_minutes": agreement.practice_minutes,
        "school_weeks": agreement.school_weeks,
    }


def findings_of_igu(
    case: Case,
    *,
    on: date,
    unit_id: int | None,
    minutes_a_week: int | None = None,
    practice_minutes: int | None = None,
    school_weeks: int | None = None,
    last_on: date | None = None,
    besides: Occupation | None = None,
) -> list[Finding]:
    """What the rules say to an IGU that is to begin, as it is agreed or as it is recorded (`besides` what is it)."""
    of_the_person = Occupation.objects.standing().filter(case__person=case.person_id)
    if besides:
        of_the_person = of_the_person.exclude(pk=besides.pk)
    jobs = of_the_person.filter(
        kind=OccupationKind.JOB, placement__unit=unit_id, placement__unit__isnull=False, started_on__lt=on
    )
    last_days = [last or on - ONE_DAY for last in jobs.values_list("last_on", flat=True)]
    return igu.findings(
        igu.Beginning(
            started_on=on,
            born_on=case.person.born_on,
            address_since=case.date_of(KeyEvent.REGISTRATION),
            had_one=of_the_person.filter(kind=OccupationKind.IGU).exists(),
            job_here_until=max(last_days, default=None),
            practice_minutes=practice_minutes,
            all_minutes=minutes_a_week,
            last_on=last_on,
            school_weeks=school_weeks,
        )
    )
