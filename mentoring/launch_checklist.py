"""The checklist at launch: our proposal, to be confirmed by the City. From then on it is data.

No source lays down such a list or its order; the words are those of the glossary. No link is given: none is verified.
"""

from datetime import date

# As for the promises that no source gives: from the year in which this system came into use.
IN_FORCE_FROM = date(2026, 1, 1)

# Key, Danish, English, for whom, what is in place before it.
LAUNCH_ITEMS: list[tuple[str, str, str, str, list[str]]] = [
    ("cpr-letter", "Brev med CPR-nummer", "Letter with the CPR number", "everybody", []),
    ("doctor", "Læge valgt", "Doctor chosen", "everybody", ["cpr-letter"]),
    ("school", "Skole eller dagtilbud begyndt", "School or day care begun", "children", []),
    ("travel-card", "Rejsekort", "Travel card", "everybody", []),
    ("mitid", "MitID", "MitID", "adults", ["cpr-letter"]),
    ("bank", "Bankkonto", "Bank account", "adults", ["cpr-letter"]),
    ("nemkonto", "NemKonto", "NemKonto", "adults", ["bank"]),
    ("digital-post", "Har læst Digital Post selv", "Has read Digital Post alone", "adults", ["mitid"]),
    ("danish-school", "Danskuddannelse begyndt", "Danish education begun", "adults", []),
    ("tax-card", "Skattekort", "Tax card", "adults", ["cpr-letter"]),
    ("first-day-at-work", "Første dag på arbejde", "First day at work", "adults", ["tax-card"]),
]
