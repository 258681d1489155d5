"""What openings and people are held against each other by, read across the pillars in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from goals.models import Clock
from internships.goals import STARTED
from internships.kinships import districts_of
from internships.models import Answer, Offer, Opening
from internships.reasons import Known, OpeningFacts, PersonFacts
from refugees.models import Case, FunctionalConclusion, JobReadiness, Occupation
from refugees.occupation_kinds import COMPANY_OFFERS
from screening.levels import level_words
from screening.models import (
    DanishReferral,
    DrivingLicence,
    LanguageSkill,
    Skill,
    Wish,
    WishKind,
    WorkExperience,
)
from screening.models.profile import Validity
from screening.profile.occupations import occupations


def people_facts(cases: Sequence[Case], today: date) -> dict[int, PersonFacts]:
    """What is known of the people of these cases, by the key of the case; the cases come with person and address."""
    keys = [case.pk for case in cases]
    of = _by_case(keys)
    done, can = of(WorkExperience.objects.standing()), of(Skill.objects.standing())
    wishes = of(Wish.objects.standing().filter(kind=WishKind.WORK))
    spoken, licences = of(LanguageSkill.objects.standing()), of(DrivingLicence.objects.standing())
    conclusions = of(FunctionalConclusion.objects.standing().filter(during__contains=today))
    danish = of(DanishReferral.objects.standing().filter(ended_on=None))
    exempt = of(JobReadiness.objects.standing().filter(during__contains=today, is_ready=False))
    engaged = of(Occupation.objects.going_on(today))
    waiting = of(Offer.objects.filter(answer=Answer.OPEN, not_started_on=None, kind__in=COMPANY_OFFERS))
    clocks = of(Clock.objects.filter(goal=STARTED, met_on=None, void_on=None, due_on__isnull=False))
    return {
        case.pk: PersonFacts(
            done=[_known(row, row.title, row.tasks) for row in done[case.pk]],
            can=[_known(row, row.what) for row in can[case.pk]],
            wishes=[_known(row, row.title) for row in wishes[case.pk]],
            languages=_languages(case, spoken[case.pk]),
            has_licence=any(row.validity != Validity.NOT_VALID for row in licences[case.pk]),
            districts=districts_of(address.text if (address := _address(case)) else ""),
            **_of_conclusion(conclusions[case.pk]),
            danish_minutes=next((row.minutes_a_week for row in danish[case.pk]), None),
            start_by=min((clock.due_on for clock in clocks[case.pk]), default=None),
            is_exempt=bool(exempt[case.pk]),
            is_engaged=bool(engaged[case.pk]),
            has_offer=bool(waiting[case.pk]),
        )
        for case in cases
    }


def opening_facts(opening: Opening, barred_because: str) -> OpeningFacts:
    """What an opening offers and asks for; it comes with its unit and company."""
    company = opening.unit.company
    return OpeningFacts(
        tasks=opening.tasks,
        requirements=opening.requirements,
        sector=company.sector,
        sector_words=company.get_sector_display(),
        district=opening.unit.district,
        district_words=opening.unit.get_district_display(),
        minutes_a_week=opening.minutes_a_week,
        languages=opening.languages,
        spoken_there=company.languages,
        free=opening.free,
        capacity=opening.capacity,
        start_from=opening.start_from,
        start_until=opening.start_until,
        is_closed=opening.closed_on is not None,
        barred_because=barred_because,
    )


def _by_case(keys: Sequence[int]) -> Callable[[Any], dict[int, list[Any]]]:
    def read(rows: Iterable[Any]) -> dict[int, list[Any]]:
        found = defaultdict(list)
        for row in rows.filter(case__in=keys):
            found[row.case_id].append(row)
        return found

    return read


def _known(row: Any, title: str, words: str = "") -> Known:
    """As it is written, and what the classification calls it in both languages."""
    group = occupations().get(row.code)
    titles = f"{group.danish} {group.english} {' '.join(group.also)}" if group else ""
    return Known(title, row.code, f"{words} {titles}".strip())


def _languages(case: Case, rows: Iterable[LanguageSkill]) -> dict[str, tuple[str, str]]:
    """The languages of the intake without a level, those of the profile with theirs."""
    said = filter(None, [case.person.interpreter, *case.person.speaks])
    profile = {row.language: (row.speaking, level_words(row.speaking)) for row in rows}
    return dict.fromkeys(said, ("", "")) | profile


def _address(case: Case) -> Any:
    return getattr(case.person, "address", None)


def _of_conclusion(rows: Sequence[FunctionalConclusion]) -> dict[str, Any]:
    if not rows:
        return {}
    said = rows[0]
    return {
        "most_minutes": said.week_hours * 60 if said.week_hours else None,
        "limits": said.limits,
        "not_before": said.not_before,
    }
