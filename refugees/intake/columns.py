"""What a list's columns may be called, in Danish and English. Pure; a new spelling is one word in the table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from refugees.names import plain

# A heading must be recognised in this many columns, one of them a name, before a row counts as the heading.
FEWEST_COLUMNS = 2
# Headings may stand below a title, a date and an empty line, and be up to three rows high.
ROWS_SEARCHED = 25
TALLEST = 3


class Field(TextChoices):
    """What intake reads about a person. The labels are those of the page, in the order of the page."""

    GIVEN_NAME = "given_name", _("Given name")
    FAMILY_NAME = "family_name", _("Family name")
    FULL_NAME = "full_name", _("Name")
    BORN_ON = "born_on", _("Date of birth")
    NUMBER = "number", _("CPR or replacement number")
    IMMIGRATION_ID = "immigration_id", _("Immigration Service's number")
    SEX = "sex", _("Sex")
    COUNTRY = "country", _("Country of origin")
    SPEAKS = "speaks", _("Languages")
    INTERPRETER = "interpreter", _("Interpreter's language")
    PHONE = "phone", _("Telephone")
    PERMIT_GROUND = "permit_ground", _("Permit ground")
    PERMIT_ON = "permit_on", _("Residence permit")
    ALLOCATED_ON = "allocated_on", _("Allocation to the municipality")
    REGISTERED_ON = "registered_on", _("CPR registration")
    APPLIED_IN_DENMARK = "applied_in_denmark", _("Permit applied for in Denmark")
    HOUSEHOLD = "household", _("Household or family")
    IS_PROTECTED = "is_protected", _("Name and address protection")
    BENEFIT = "benefit", _("Lives on")


GIVEN_NAMES = {Field.GIVEN_NAME, Field.FULL_NAME}
NAMES = GIVEN_NAMES | {Field.FAMILY_NAME}

# Squeezed headings: lower case, no accents, nothing but letters and digits (`squeeze`).
SYNONYMS: dict[Field, str] = {
    Field.GIVEN_NAME: "fornavn fornavne fornavnogmellemnavn fornavnmellemnavn givenname givennames firstname"
    " firstnames forename forenames",
    Field.FAMILY_NAME: "efternavn efternavne slaegtsnavn familienavn lastname surname familyname lastnames",
    Field.FULL_NAME: "navn fuldenavn fuldtnavn personnavn borger borgernavn borgersnavn navnpaborger name"
    " fullname personname nameofperson ansoger ansogersnavn",
    Field.BORN_ON: "fodt fodselsdato fodselsdag fodtden fodselsdagsdato fodtdato dateofbirth birthdate birthday"
    " born dob bornon datofordsel fodsel",
    Field.NUMBER: "cpr cprnr cprnummer personnummer personnr erstatningspersonnummer erstatningscpr"
    " erstatningscprnr erstatningsnummer cprellererstatningsnummer cprnrerstatningsnr cprnumber civilregistrationnumber"
    " personalnumber replacementnumber cprreplacement cprno",
    Field.IMMIGRATION_ID: "udlnr udlaendingenummer udlaendingenr udlnummer udlid udlaendingeid personid personids"
    " usid usnr ussagsnr udlaendingestyrelsensnr udlaendingestyrelsensnummer immigrationid immigrationnumber"
    " immigrationservicenumber foreignerid foreignernumber immigrationservicesnumber aliensnumber",
    Field.SEX: "kon koen sex gender mk kk mandkvinde",
    Field.COUNTRY: "land oprindelsesland hjemland nationalitet statsborgerskab statsborger fodeland country"
    " countryoforigin nationality citizenship origin",
    Field.SPEAKS: "sprog modersmal talersprog talersproget sprogkundskaber taler language languages mothertongue"
    " speaks spokenlanguages nativelanguage",
    Field.INTERPRETER: "tolk tolkesprog tolkebehov tolkpa sprogtiltolk behovfortolk interpreter"
    " interpreterlanguage interpreterslanguage",
    Field.PHONE: "telefon tlf tlfnr telefonnr telefonnummer mobil mobilnr mobiltelefon mobilnummer phone telephone"
    " phonenumber mobile mobilephone",
    Field.PERMIT_GROUND: "opholdsgrundlag opholdsgrund grundlag grundlagforophold tilladelsesgrundlag"
    " opholdstilladelsegrundlag opholdstilladelsestype tilladelsestype permitground groundofpermit groundforpermit"
    " residenceground permittype groundofresidence legalground",
    Field.PERMIT_ON: "opholdstilladelse opholdstilladelsesdato opholdstilladelsedato datoforopholdstilladelse"
    " tilladelsesdato tilladelseden opholdstilladelsegivet opholdstilladelseden meddeltopholdstilladelse"
    " residencepermit permitdate dateofpermit permiton permit residencepermitdate afgorelsesdato",
    Field.ALLOCATED_ON: "visiteret visiteretden visiteretdato visitering visiteringsdato visiteringdato"
    " datoforvisitering visiterettilkobenhavn visiterettilkommunen visiteringen visiteretper allocated"
    " allocatedon allocation allocationdate dateofallocation assignedon allocationtothemunicipality"
    " visiteringsafgorelse datovisitering",
    Field.REGISTERED_ON: "cprregistrering cprregistreret cprdato registreret registreringsdato folkeregistreret"
    " folkeregistrering cprtilmeldt tilmeldtcpr datoforcprregistrering cprregistration registeredon registered"
    " dateofregistration cprregistrationdate registration",
    Field.APPLIED_IN_DENMARK: "sogtidanmark ansogtidanmark ansogtidk sogtidk opholdstilladelsesogtidanmark"
    " ansogningidanmark appliedindenmark permitappliedforindenmark appliedindk",
    Field.HOUSEHOLD: "husstand husstandsnr husstandsnummer husstandnr husstandsid familieid familienr"
    " familienummer familie familiegruppe household householdid householdno householdnumber householdkey"
    " familyid familyno familynumber familygroup family householdorfamily familiesagsnr",
    Field.IS_PROTECTED: "beskyttelse adressebeskyttelse navneogadressebeskyttelse navneadressebeskyttelse"
    " beskyttetadresse beskyttet hemmeligadresse protection protected addressprotection nameandaddressprotection"
    " isprotected",
    Field.BENEFIT: "ydelse forsorgelse forsorgelsesgrundlag ydelsestype benefit liveson support benefitstatus"
    " selvforsorgende forsorgelsesstatus",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the columns of one kind of list may be called, and what a row of headings must have.

    One of `needed` must be among them; under one of `names` no second row of a heading stands.
    """

    by_heading: Mapping[str, TextChoices]
    needed: frozenset[TextChoices]
    names: frozenset[TextChoices]


def vocabulary(
    synonyms: Mapping[TextChoices, str], *, needed: set[TextChoices], names: set[TextChoices]
) -> Vocabulary:
    """The vocabulary of a kind of list from its table of squeezed headings."""
    by_heading = {word: field for field, words in synonyms.items() for word in words.split()}
    return Vocabulary(by_heading, frozenset(needed), frozenset(names))


PEOPLE = vocabulary(SYNONYMS, needed=GIVEN_NAMES, names=NAMES)


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the headings of a table end, which column holds what, and the headings nobody knows."""

    rows: int  # rows from the top of the sheet up to and with the headings
    fields: dict[int, TextChoices]
    unknown: tuple[str, ...]


def squeeze(text: str) -> str:
    """A heading as the table knows it: "CPR-nr. (10 cifre)" is "cprnr"."""
    return re.sub(r"[^a-z0-9]", "", plain(re.sub(r"\(.*?\)|\[.*?\]", " ", text)))


def find_heading(rows: Sequence[Sequence[str]], known: Vocabulary = PEOPLE) -> Heading | None:
    """The headings among the first rows of a sheet, or None. The most columns win, then the top.

    Headings may be two or three rows high, with words of a merged cell only in its first column: below "Permit"
    stand "ground" and "date".
    """
    found, best = None, (FEWEST_COLUMNS - 1, True, 0)
    for top in range(min(len(rows), ROWS_SEARCHED)):
        for height in range(1, TALLEST + 1):
            block = rows[top : top + height]
            if len(block) < height or not any(block[-1]):
                continue
            fields, unknown = _recognise(block, known)
            names = {column for column, name in fields.items() if name in known.names}
            score = (len(fields), height > 1 and _is_second_half(block[1:], names), -height)
            if set(fields.values()) & known.needed and score > best:
                found, best = Heading(top + height, fields, unknown), score
    return found


def _is_second_half(rows: Sequence[Sequence[str]], names: set[int]) -> bool:
    """Whether rows below a heading belong to it: words, no figures, and nothing under the names."""
    texts = [(column, text) for row in rows for column, text in enumerate(row) if text.strip()]
    return not any(column in names or any(map(str.isdigit, text)) for column, text in texts)


def _recognise(
    block: Sequence[Sequence[str]], known: Vocabulary
) -> tuple[dict[int, TextChoices], tuple[str, ...]]:
    """Which column of these heading rows is which field; a field that comes twice counts once, the first time."""
    fields: dict[int, TextChoices] = {}
    unknown = []
    filled = [_fill_right(row) for row in block[:-1]]
    for column in range(max(len(row) for row in block)):
        own = [row[column] if column < len(row) else "" for row in block]
        above = [row[column] if column < len(row) else "" for row in filled]
        readings = (own[-1], " ".join([*above, own[-1]]), " ".join([own[-1], *above]), "".join(own))
        words = (squeeze(text) for text in readings)
        field = next((known.by_heading[word] for word in words if word in known.by_heading), None)
        if field and field not in fields.values():
            fields[column] = field
        elif text := " ".join(part.strip() for part in own if part.strip()):
            unknown.append(text[:60])
    return fields, tuple(unknown)


def _fill_right(row: Sequence[str]) -> list[str]:
    """A merged heading stands in its first column only: let it hold for the columns it covers."""
    filled, last = [], ""
    for text in row:
        last = text if text.strip() else last
        filled.append(last)
    return filled
