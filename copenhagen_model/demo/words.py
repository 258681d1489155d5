"""What the invented staff write: reasons, explanations, next steps. In Danish, as they would."""

DECLINED = (
    "Arbejdstiderne passer ikke med afhentning i børnehaven.",
    "Ønsker en plads inden for eget fag.",
    "For lang transporttid fra indkvarteringen.",
    "Har fået tilbud om arbejde et andet sted.",
    "Ville hellere vente på et bageri i bydelen.",
)
WITHDRAWN = (
    "Virksomheden har ikke længere plads.",
    "Virksomheden lukker i perioden.",
)
EXEMPT = (
    "Kan åbenbart ikke deltage nu; ny vurdering om tre måneder.",
    "Ingen mulighed for at deltage før afklaringen er færdig.",
    "Skal først have pasning til børnene; ingen plads endnu.",
    "Åbenbart ikke i stand til at deltage de første måneder.",
)
CORRECTED = (
    "Listen bar datoen for det foregående hold.",
    "Tastefejl: måned og dag var byttet om.",
    "Overdragelsen blev udskudt efter aftale med Udlændingestyrelsen.",
)
EXPLANATIONS = {
    "city": (
        "Sagen lå uden sagsbehandler i ferien; tilbuddet blev for sent.",
        "Vi nåede ikke at finde en plads inden fristen.",
        "Opfølgningen blev glemt, da sagen skiftede hænder.",
    ),
    "partner": (
        "Virksomheden udskød starten to gange.",
        "Virksomheden trak pladsen tilbage i sidste øjeblik.",
        "Kontaktpersonen i virksomheden svarer ikke.",
    ),
    "person": (
        "Borgeren ønskede en anden branche og sagde nej.",
        "Borgeren var bortrejst de første uger.",
        "Borgeren vil gerne vente, til børnene er i institution.",
    ),
    "nothing-available": (
        "Ingen ledige pladser, der passer til sprog og arbejdstid.",
        "Alle køkkenpladser var optaget i perioden.",
    ),
    "data-error": ("Starten er ikke registreret; mentor oplyser, at borgeren er i gang.",),
}
NEXT_STEPS = (
    "Ring til virksomheden og aftal startdato",
    "Ny plads: møde med virksomhedskonsulenten",
    "Samtale med borgeren om ønsker",
    "Følg op på svar fra virksomheden",
    "Indhent dokumentation fra mentor",
)
ELSEWHERE = "En anden kommune har overtaget ansvaret."
WRONG_PERSON = "Starten hører til en anden borger og er registreret på den forkerte sag."
MORE_TIME = "Køkkenet kan først tage imod, når den nye kok er begyndt. Alle andre aftaler er på plads."
TOLD_LATE = "Vi fik det først at vide, da borgeren var kommet hjem."
START_CORRECTED = "Virksomheden oplyser en anden første dag."
NOT_READY_TO_MOVE = "Borgeren er alligevel ikke klar til at flytte."
GROUND_CORRECTED = "Afgørelsen viser et andet grundlag, end listen gjorde."

NO_MORE_TIME = "Borgeren kan begynde i tide et andet sted; vi venter ikke på køkkenet."
INSTEAD = "Tag pladsen i kantinen, som virksomhedskonsulenten har fundet, og aftal startdato i denne uge."

WHAT_COMES_NEXT = (
    "Ny praktik i et større køkken.",
    "Ansættelse med løntilskud i samme virksomhed.",
    "Kursus om formiddagen og praktik ved siden af.",
    "Ordinær ansættelse drøftes med virksomheden.",
)
AGREED = (
    "Borgeren ringer selv til sprogcentret og spørger om et aftenhold.",
    "Skriver ned til næste gang, hvad der går godt på praktikstedet, og hvad der er svært.",
    "Tager sine eksamensbeviser med til næste samtale.",
    "Ser på to ledige stillinger på lager inden næste uge.",
    "Fortsætter som aftalt; intet nyt.",
)
NOT_HELD = (
    "Mødte ikke op og kunne ikke træffes på telefon.",
    "Der kunne ikke skaffes tolk til tidspunktet.",
)

PURPOSE = "At prøve arbejdet, bruge dansk sammen med kolleger og finde ud af, om det kan blive et job."
SAID_BY_THE_COMPANY = "En god kollega. Vi tager gerne imod igen."
SAID_BY_THE_PERSON = "Jeg lærte meget og talte dansk hver dag."
CALL_PHONE = "00 00 00 00"
