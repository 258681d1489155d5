"""Competence profiles and expectations in the demo city, from what was said at the first interview. INVENTED."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from copenhagen_model.demo.household import Life
from refugees.languages import SpokenLanguage
from screening.models import (
    DrivingLicence,
    Education,
    Expectations,
    Interview,
    LanguageSkill,
    Missing,
    Skill,
    Topic,
    Wish,
    WorkExperience,
)
from screening.profile.said import answers_of, take_over


@dataclass(frozen=True, slots=True)
class Known:
    """What somebody who said that has done and learnt."""

    occupation: str
    code: str
    tasks: str
    years: tuple[int, int]
    level: str
    field: str
    wish: str
    expects: str
    agreed: str
    categories: tuple[str, ...] = ()


# By what they said they are good at (interviewing.SAID).
KNOWN = {
    "At bage brød og lære det fra mig.": Known(
        occupation="Bager",
        code="7512",
        tasks="Bagte fladbrød og boller til kvarteret. Lærte to unge op.",
        years=(2015, 2021),
        level="vocational",
        field="Bager",
        wish="Et bageri eller et køkken",
        expects="Et job i et bageri i løbet af det første halve år.",
        agreed="Dansk om formiddagen. En praktik i et bageri, så snart der er en plads.",
    ),
    "At reparere motorer.": Known(
        occupation="Bilmekaniker",
        code="7231",
        tasks="Eget værksted: motorer, bremser og gearkasser. To ansatte.",
        years=(2009, 2022),
        level="secondary",
        field="",
        wish="Autoværksted",
        expects="At komme til at arbejde med biler igen.",
        agreed="Praktik på et værksted. Kommunen undersøger, hvad der skal til for at få svendebrev.",
        categories=("B", "C"),
    ),
    "At sy og reparere tøj.": Known(
        occupation="Syerske",
        code="7533",
        tasks="Syede kjoler og gardiner og lagde tøj op for naboerne.",
        years=(2011, 2023),
        level="primary",
        field="",
        wish="En systue eller et renseri",
        expects="At lære dansk først og så at arbejde.",
        agreed="Danskuddannelse med børnepasning. En kort praktik om eftermiddagen.",
    ),
    "At føre regnskab.": Known(
        occupation="Bogholder på en skole",
        code="4311",
        tasks="Løn, regninger og årsregnskab for en skole med 400 elever.",
        years=(2012, 2022),
        level="bachelor",
        field="Regnskab",
        wish="Kontor eller økonomi",
        expects="At få sin uddannelse vurderet.",
        agreed="Uddannelsen sendes til vurdering. Praktik på et kontor imens.",
        categories=("B",),
    ),
}
ABROAD = "Opdigtet virksomhed"
SHARE, SIGNED = 0.15, 0.9


def write_profile(life: Life, interview: Interview, good_at: str, *, on: date, by: User) -> None:
    """On the day of the interview; of the scenes and of some of the others."""
    case = life.case
    rng = life.city.rng("profile", case.number)  # its own dice: the other stories stay what they are
    if not life.family.arrival.is_showcase and rng.random() >= SHARE:
        return
    known, facts = KNOWN[good_at], {"case": case, "today": on, "by": by}
    first, last = known.years
    if case.person.born_on:
        first = max(first, case.person.born_on.year + 18)
    if first < last:
        WorkExperience.objects.add(
            **facts,
            occupation=known.occupation,
            code=known.code,
            employer=ABROAD,
            country=case.person.country,
            from_year=first,
            to_year=last,
            tasks=known.tasks,
        )
    Education.objects.add(**facts, level=known.level, field=known.field, country=case.person.country)
    for place, language in enumerate(case.person.speaks):
        if language in SpokenLanguage.values:
            speaking = "native" if place == 0 else rng.choice(["a2", "b1", "b2"])
            LanguageSkill.objects.add(**facts, language=language, speaking=speaking, reading=speaking)
    if known.categories:
        DrivingLicence.objects.add(**facts, categories=list(known.categories), validity="exchange")
    if rng.random() < 0.6:
        take_over(case=case, answer=answers_of(case)["good-at"], today=on, by=by)
    else:
        Skill.objects.add(**facts, kind="people", what="Har lært andre op")
    Wish.objects.add(**facts, kind="work", what=known.wish)
    _match(interview, known, on=on, by=by, comes=rng.random() < SIGNED)


def _match(interview: Interview, known: Known, *, on: date, by: User, comes: bool) -> None:
    row = Expectations.objects.match(
        case=interview.case,
        interview=interview,
        matched_on=on,
        explained=[Topic.WORK, Topic.INTERNSHIP, Topic.DANISH, Topic.COMMUNITY],
        expects=known.expects,
        agreed=known.agreed,
        today=on,
        by=by,
    )
    row.sign(
        city_signed_on=on,
        person_signed_on=on if comes else None,
        person_missing="" if comes else Missing.REFUSED,
        today=on,
        by=by,
    )
