"""Contracts in the demo city: of younger cases the paper itself, of older ones only its date. INVENTED throughout."""

from datetime import date, timedelta

from accounts.models import User
from copenhagen_model.demo.household import Family, Life
from screening.models import Contract, DeclarationMissing, Missing

# Older cases have theirs in the archive.
WRITTEN = timedelta(days=240)
GOALS = [
    "Job i køkken eller kantine inden for et år. På sigt en læreplads som kok.",
    "Ordinært job på lager eller i transport. Dansk, så truckcertifikatet kan tages på dansk.",
    "Praktik i en daginstitution og derefter uddannelse til pædagogisk assistent.",
    "Job i rengøring eller service nu; autorisation af uddannelsen hjemmefra undersøges imens.",
]
ACTIVITIES = [
    {"kind": "danish", "what": "Danskuddannelse på sprogcenter", "minutes_a_week": 900},
    {"kind": "internship", "what": "Virksomhedspraktik, op til 13 uger", "minutes_a_week": 1200},
    {"kind": "mentor", "what": "Helhedsorienteret mentor det første år"},
]


def is_written(family: Family) -> bool:
    """Whether the contracts of this family are in the system, not only their date."""
    return family.taken_over_on >= family.city.today - WRITTEN


def sign_contracts(family: Family, on: date, by: User) -> None:
    """Everybody signs on that day; one in twenty does not come, and the City fixes the content."""
    for life in family.adults:
        if not life.is_over:
            _sign(life, on, by)


def _sign(life: Life, on: date, by: User) -> None:
    rng = life.city.rng("contract", life.case.number)
    contract = Contract.objects.draw_up(
        case=life.case,
        drawn_up_on=on,
        programme_from=life.family.taken_over_on,
        goal=rng.choice(GOALS),
        administration="Beskæftigelses- og Integrationsforvaltningen",
        activities=ACTIVITIES,
        today=on,
        by=by,
    )
    comes = life.family.arrival.is_showcase or rng.random() < 0.95
    contract.conclude(
        city_signed_on=on,
        person_signed_on=on if comes else None,
        declaration_signed_on=on if comes else None,
        person_missing="" if comes else Missing.ABSENT,
        declaration_missing="" if comes else DeclarationMissing.ABSENT,
        fixed_because="" if comes else "Udeblev fra to samtaler, som der var indkaldt skriftligt til.",
        today=on,
        by=by,
    )
