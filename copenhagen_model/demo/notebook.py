"""The texts of the demo's desk and notes, in Danish as staff would write them. About nobody real."""

from dataclasses import dataclass
from datetime import time

# Kind of note, days after takeover, texts to choose from.
NOTES = (
    (
        "meeting",
        -12,
        (
            "Første samtale på asylcentret. Har arbejdet i køkken og som chauffør. Vil gerne i gang hurtigt. "
            "Forventninger afstemt: praktik inden for den første måned.",
            "Første samtale på asylcentret. Har ni års skolegang og erfaring fra et lille skrædderi. "
            "Ønsker helst dagarbejde. Orienteret om dansk, praktik og bolig.",
            "Første samtale med tolk. Har arbejdet i landbrug og på lager. Kan begynde med det samme.",
        ),
    ),
    (
        "call",
        3,
        (
            "Ringet op af indkvarteringen: nøgler udleveret, alt i orden.",
            "Borgeren ringede: kan møde som aftalt, men har brug for hjælp til rejsekort.",
        ),
    ),
    (
        "meeting",
        5,
        (
            "Anden samtale i indkvarteringen. Gennemgået jobmuligheder og Welcome House. Vil gerne have mentor.",
            "Anden samtale. Enige om at søge plads i køkken eller rengøring; kan begynde på hverdage fra kl. 8.",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A document of the demo."""

    title: str
    kind: str
    direction: str
    counterpart: str
    lines: tuple[str, ...]
    is_photo: bool = False


LETTERS = (
    Letter(
        "Afgørelse om opholdstilladelse og visitering",
        "permit",
        "received",
        "Udlændingestyrelsen",
        ("DEMO - opdigtet brev", "Afgørelse om opholdstilladelse og visitering til kommunen."),
    ),
    Letter(
        "Brev fra bank, fotograferet",
        "photo",
        "received",
        "Borgeren",
        ("DEMO - opdigtet brev", "Kvittering for oprettelse af konto."),
        is_photo=True,
    ),
)

# Scene, what is to be done, days from today.
TASKS = (
    ("over-unanswered", "Ring om svar på praktiktilbuddet", -1),
    ("start-to-record", "Bekræft første arbejdsdag hos virksomheden", 0),
    ("ukraine-soon", "Find plads i køkken eller rengøring", 1),
    ("nothing-yet", "Bestil tolk til anden samtale", 3),
    ("", "Forbered teammøde", 4),
)
TASKS_FROM_THE_LEAD = (("first-of-month", "Afklar overtagelsesdato: visiteret den 1.", 2),)


# What the demo's mentor noted, a weekday later, about the last people who were given to them.
FROM_THE_MENTOR = (
    ("meeting", "Fulgte med til banken og fik oprettet NemKonto. Næste gang tager vi rejsekortet."),
    ("call", "Ringede om vejen til praktikstedet. Kender ruten nu og møder første dag."),
)


@dataclass(frozen=True, slots=True)
class Awaited:
    """Something that is waited for on a case."""

    scene: str
    kind: str
    whom: str
    what: str
    since_ago: int
    chase_in: int


WAITING = (
    Awaited("over-answered", "company", "Virksomhedens kontaktperson", "Svar om ny startdato", 5, 3),
    Awaited("ill", "authority", "Ydelseskontoret", "Bekræftelse på periode", 8, -1),
    Awaited("planned-late", "company", "Køkkenchefen", "Kan starten rykkes frem?", 3, 0),
    Awaited("declined", "person", "Borgeren", "Svar på det nye tilbud", 2, 5),
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An appointment of the demo caseworker."""

    scene: str
    kind: str
    title: str
    place: str
    in_days: int
    at: time
    minutes: int = 45


APPOINTMENTS = (
    Meeting("offer-waits", "interview", "Samtale om praktiktilbud", "Mødelokale 3", 0, time(9, 30)),
    Meeting("withdrawn", "counselling", "Ny plads efter afbud", "Mødelokale 3", 0, time(13, 0), 30),
    Meeting("ukraine-soon", "interview", "Anden samtale", "Indkvarteringen", 1, time(10, 0), 60),
    Meeting("on-track", "visit", "Besøg på praktikstedet", "Virksomheden", 2, time(11, 0), 60),
    Meeting("", "meeting", "Teammøde", "Stort mødelokale", 3, time(8, 30), 60),
)
