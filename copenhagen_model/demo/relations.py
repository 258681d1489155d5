"""What the City knows of the demo's companies: units, people to call, agreements, calls, openings. All invented.

P-numbers begin with 99 and were made, not looked up; the road and the people are invented, e-mails lead nowhere.
"""

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from accounts.models import User
from copenhagen_model.demo.diary import Story, Turn
from copenhagen_model.demo.showcase import working_day
from internships.models import (
    Agreement,
    Barring,
    Company,
    Contact,
    ContactPerson,
    OfferKind,
    Opening,
    ProductionUnit,
)
from refugees.districts import District

if TYPE_CHECKING:
    from copenhagen_model.demo.city import City

FIRST_P_NUMBER = 9_900_000_000
# The trade that a demo company bears in its name, and what is done there.
SECTORS = {
    "bageri": ("food", "Pakke brød, rydde op og hjælpe i butikken."),
    "rengøring": ("cleaning", "Rengøring af kontorer om morgenen."),
    "hotel": ("hotel", "Gøre værelser klar og hjælpe ved morgenmaden."),
    "supermarked": ("shops", "Sætte varer på plads og hjælpe kunder."),
    "vaskeri": ("hotel", "Sortere og lægge linned sammen."),
    "køkken": ("food", "Skære grønt og vaske op."),
    "malerfirma": ("construction", "Slibe og male sammen med en svend."),
    "lager": ("transport", "Plukke og pakke varer."),
    "plejehjem": ("care", "Hjælpe ved måltider og gå ture med beboerne."),
    "cykelværksted": ("industry", "Reparere cykler med en mekaniker."),
    "gartneri": ("green", "Plante, luge og feje."),
    "kantine": ("food", "Anrette frokost og rydde af."),
    "byggeservice": ("construction", "Hente materialer og rydde op på pladsen."),
    "børnehave": ("childcare", "Lege, læse og hjælpe i køkkenet."),
    "skrædderi": ("industry", "Sy knapper i og lægge bukser op."),
    "budtjeneste": ("transport", "Sortere pakker og køre med ud."),
}
PLACES = {
    District.INDRE_BY: "1150 København K",
    District.OSTERBRO: "2100 København Ø",
    District.NORREBRO: "2200 København N",
    District.VESTERBRO: "1720 København V",
    District.VALBY: "2500 Valby",
    District.VANLOSE: "2720 Vanløse",
    District.BRONSHOJ: "2700 Brønshøj",
    District.BISPEBJERG: "2400 København NV",
    District.AMAGER_OST: "2300 København S",
    District.AMAGER_VEST: "2300 København S",
    District.OUTSIDE: "2600 Glostrup",
}
PEOPLE = (
    "Bente Prøvegaard",
    "Carsten Opdigt",
    "Dorthe Tænkt",
    "Erik Fiktholm",
    "Fatma Digtved",
    "Gorm Udfundet",
)
JOBS = ("Ejer", "Daglig leder", "Vagtleder", "HR")
TALKS = (
    (
        "De er glade for praktikanten og vil gerne have en til.",
        "De ringer, når vagtplanen for næste måned er lagt.",
    ),
    ("Travlt før jul; de kan tage imod en fra januar.", "Vi sender et forslag til en kandidat."),
    ("Snakkede om opgaver og om, hvem der kan tage imod på dansk.", ""),
    ("De vil vide mere om løntilskud.", "Vi sender en kort vejledning."),
    ("Besøg på stedet: roligt, god mentor i køkkenet.", ""),
)
REQUIREMENTS = ("", "", "Møder klokken seks.", "Kan løfte 15 kg.", "Børneattest.")
HOURS = (15 * 60, 20 * 60, 22 * 60 + 30, 30 * 60, 37 * 60)
TALKED_WITHIN = timedelta(days=90)


def trade_of(company: Company) -> tuple[str, str]:
    """Its sector, and what there is to do."""
    return next(known for trade, known in SECTORS.items() if company.name.endswith(trade))


def relate(companies: list[Company], rng: Random) -> None:
    """Each company has one or two units, somebody to call, a sector and the languages spoken there."""
    numbers = iter(range(FIRST_P_NUMBER + 1, FIRST_P_NUMBER + 1_000_000))
    for company in companies:
        languages = ["da", *rng.sample(["en", "ar", "uk", "pl", "tr"], rng.choice([0, 1, 1, 2]))]
        company.describe(name=company.name, sector=trade_of(company)[0], languages=languages)
        for place in rng.sample(list(PLACES), rng.choice([1, 1, 1, 2])):
            ProductionUnit.objects.add(
                company=company,
                p_number=str(next(numbers)),
                name="",
                address=f"Opfundet Vej {rng.randint(1, 190)}, {PLACES[place]}",
                district=place,
                by=None,
            )
        ContactPerson.objects.add(
            company=company,
            name=rng.choice(PEOPLE),
            job=rng.choice(JOBS),
            email=f"{company.cvr}@virksomhed.example",
            by=None,
        )


def relations(city: "City") -> Story:
    """The last three months with the companies: agreements, openings, calls, and one company that is not used."""
    rng = city.rng("companies", "relations")
    begin = city.today - TALKED_WITHIN
    plan = []
    for number, company in enumerate(city.companies):
        days = sorted(begin + timedelta(days=rng.randrange(85)) for _ in range(rng.choice([0, 1, 1, 2])))
        plan += [(working_day(day), company, number) for day in days]
    for day, company, number in sorted(plan, key=lambda row: (row[0], row[2])):
        worker = "caseworker" if number % 2 else "caseworker-east"
        by = yield Turn(day, lambda worker=worker: city.staff[worker])
        about, promised = rng.choice(TALKS)
        next_on = working_day(day + timedelta(days=rng.choice([14, 30, 75]))) if promised else None
        Contact.objects.record(
            company=company,
            way=rng.choice(["call", "call", "visit", "e-mail"]),
            on=day,
            person=company.people.earliest("pk"),
            about=about,
            promised=promised,
            next_on=next_on,
            made=company.contacts.to_call().first(),
            today=day,
            by=by,
        )
        if rng.random() < 0.6:
            _open(company, rng, day)
        if rng.random() < 0.15:
            what = "Fire praktikpladser om året og en fast kontaktperson."
            Agreement.objects.make(company=company, kind="partnership", what=what, from_on=day, by=by)
    day = working_day(city.today - timedelta(days=1))
    by = yield Turn(day, lambda: city.staff["caseworker"])
    _today(city, rng, day, by)


def _open(company: Company, rng: Random, day: date) -> None:
    """Some places at one of its units."""
    start = day + timedelta(days=rng.randint(7, 40))
    Opening.objects.announce(
        unit=company.units.select_related("company").order_by("pk")[0],
        by=None,
        kind=rng.choice(["internship", "internship", "wage-subsidy", "job"]),
        tasks=trade_of(company)[1],
        requirements=rng.choice(REQUIREMENTS),
        minutes_a_week=rng.choice(HOURS),
        languages=rng.choice([[], ["da"], ["en"]]),
        capacity=rng.choice([1, 1, 2, 3]),
        start_from=start,
        start_until=start + timedelta(days=90),
    )


def _places_of(company: Company, kind: OfferKind, day: date) -> None:
    """A place of a kind that is rare."""
    Opening.objects.announce(
        unit=company.units.select_related("company").order_by("pk")[0],
        by=None,
        kind=kind,
        tasks=trade_of(company)[1],
        minutes_a_week=32 * 60,
        capacity=1,
        start_from=day,
        start_until=day + timedelta(days=90),
    )


def _today(city: "City", rng: Random, day: date, by: User | None) -> None:
    """Two calls that the demo caseworker agreed for today, and a company that nobody is to use."""
    for company in city.companies[:2]:
        about, promised = TALKS[0]
        Contact.objects.record(
            company=company,
            way="call",
            on=day,
            person=company.people.earliest("pk"),
            about=about,
            promised=promised,
            next_on=city.today,
            today=day,
            by=by,
        )
        _open(company, rng, day)
    for company, kind in zip(city.companies[2:], (OfferKind.IGU, OfferKind.COMMUNITY_WORK), strict=False):
        _places_of(company, kind, day)
    reason = "Praktikanter fik ingen oplæring og blev sendt hjem uden varsel."
    Barring.objects.impose(company=city.companies[-1], reason=reason, from_on=day, by=by)
