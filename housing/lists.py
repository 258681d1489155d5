"""What is known of the annual lists, each with its source. None of it counts before the City has compared it.

From domain facts 2 ("Copenhagen on the lists"), which names press and housing associations, not the lists themselves,
and says to check the year's document before loading. Of the years that are missing nothing was found.
"""

from django.utils.translation import gettext_noop as _

OF_2017 = ["Mjølnerparken", "Gadelandet/Husumgård", "Tingbjerg/Utterslevhuse", "Bispeparken"]

# year -> (the areas in Copenhagen as reported, where that was read and what is not certain about it)
REPORTED = {
    2017: (
        OF_2017,
        _("As reported: Jyllands-Posten, January 2018; bha.dk. Not compared with the published list."),
    ),
    2018: (
        [*OF_2017, "Lundtoftegade", "Aldersrogade", "Sjælør Boulevard", "Degnegården", "Hørgården"],
        _(
            "As reported: dr.dk, which names the five that came with the new criteria; that the four of 2017 stayed is"
            " our reading. Not compared with the published list."
        ),
    ),
    2019: (
        ["Lundtoftegade", "Aldersrogade", "Mjølnerparken", "Tingbjerg", "Bispeparken", "Hørgården"],
        _(
            "As reported: tv2east, dr.dk, for the narrower list of ghetto areas; Gadelandet stood on neither. The list"
            " of vulnerable areas may hold more. Not compared with the published list."
        ),
    ),
    2022: (
        ["Mjølnerparken"],
        _(
            "As reported: cphpost. Stærevej, Tingbjerg and Aldersrogade left the list, Mjølnerparken stayed; whether"
            " others stood on it was not found. Not compared with the published list."
        ),
    ),
    2023: (
        [],
        _(
            "As reported: bt.dk. Mjølnerparken left the list; the City: “now zero”. Not compared with the published"
            " list."
        ),
    ),
}
