"""Homes from a provider's list: what each row would do to what is known, and the verbs that do it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from accounts.permissions import Permission
from housing.addresses import Address
from housing.home_rows import VOCABULARY, Column, HomeRow, read_row
from housing.models import Dwelling, DwellingKind, Provider, SharedBy
from housing.models.dwelling_rules import FACTS, refused_while_held
from housing.models.refused import GIVEN_TWICE
from housing.postcodes import refuse_elsewhere
from refugees.districts import District
from refugees.models.conclusion import need_words
from refugees.names import plain
from refugees.staged import Cells, Change, ListKind, Look, Prospect, RowResult

KEY = "homes"
# Without these a home cannot be offered.
NEEDED = (
    *(Column.PROVIDER, Column.DISTRICT, Column.KIND, Column.ROOMS, Column.SIZE),
    *(Column.RENT, Column.DEPOSIT, Column.FROM),
)
# What a home may have and a list need not tell.
UNSAID: dict[str, Any] = {"features": [], "available_until": None, "reference": "", "dar_id": None} | {
    "shared_by": "",
    "age_from": None,
    "age_to": None,
    "sharers": "",
}


@dataclass(slots=True)
class Known:
    """What the City knows of one row: the home at its address, the provider of its name.

    `same_dar`: another home on the board with the DAR identifier that the row tells.
    """

    home: Dwelling | None = None
    provider: Provider | None = None
    same_dar: Dwelling | None = None


def look(rows: Sequence[Cells], by: User, today: date) -> list[Look]:
    """What each row would do, in three queries however many there are."""
    read = [read_row(cells, today) for cells in rows]
    known = _known([row for row, _problems in read])
    first: dict[tuple, HomeRow] = {}
    looks = []
    for (row, problems), about in zip(read, known, strict=True):
        before = [first.setdefault(key, row) for key in _keys(row)]
        looks.append(_look(row, problems, about, [each for each in before if each is not row]))
    return looks


def _keys(row: HomeRow) -> list[tuple]:
    """By what two rows of one list are one home."""
    if row.address is None:
        return []
    dar_id = row.facts.get("dar_id")
    return [_key(row.address), *([("dar", dar_id, row.address.room)] if dar_id else [])]


def _key(address: Address) -> tuple:
    """By what a home is known again, as the database has it (`home_is_given_once`)."""
    place = (address.street.lower(), address.number, address.floor, address.door, address.room)
    return *place, address.postcode


def _known(rows: Sequence[HomeRow]) -> list[Known]:
    """What is known of each row: of homes that are not gone."""
    postcodes = {row.address.postcode for row in rows if row.address}
    there = Dwelling.objects.filter(gone_on=None).select_related("provider")
    by_address = {_key(home.address): home for home in there.filter(postcode__in=postcodes)}
    told = {row.facts["dar_id"] for row in rows if row.facts.get("dar_id")}
    by_dar = {(home.dar_id, home.room): home for home in there.filter(dar_id__in=told)}
    providers = {plain(provider.name): provider for provider in Provider.objects.all()}
    return [
        Known(
            by_address.get(_key(row.address)) if row.address else None,
            providers.get(plain(row.provider)) if row.provider else None,
            by_dar.get((row.facts.get("dar_id"), row.address.room)) if row.address else None,
        )
        for row in rows
    ]


def _look(row: HomeRow, problems: list[str], known: Known, before: Sequence[HomeRow]) -> Look:
    """`before`: rows further up in the list that are the same home, by address or by DAR identifier."""
    problems = [*problems, *_contradictions(row, known)]
    if before:
        words = _("The same home stands further up in this list: %(address)s.")
        problems.append(words % {"address": before[0].address})
    changes = [] if problems else list(_changes(row, known))
    prospect = Prospect.NEW if known.home is None else Prospect.KNOWN
    if problems:
        prospect = Prospect.CANNOT
    elif known.home and changes:
        prospect = Prospect.CHANGED
    url = reverse("housing:dwelling", args=[known.home.public_id]) if known.home else ""
    title = str(row.address) if row.address else _("A home without an address")
    return Look(prospect, title, row.provider, problems, changes, url)


def _contradictions(row: HomeRow, known: Known) -> Iterator[str]:
    """What is missing, or cannot be beside what is known."""
    if row.provider and known.provider is None:
        yield _("“%(name)s” is no provider we know. Register the provider first.") % {"name": row.provider}
    if known.home and known.provider and known.home.provider_id != known.provider.pk:
        yield _("Another provider gave us this home: %(name)s.") % {"name": known.home.provider.name}
    if row.address and known.home is None:
        told = {*row.facts, *([Column.PROVIDER.value] if row.provider else [])}
        if missing := [str(column.label) for column in NEEDED if column.value not in told]:
            yield _("The home is new, and this is missing: %(columns)s.") % {"columns": ", ".join(missing)}
    if known.same_dar and known.same_dar != known.home:
        yield f"{GIVEN_TWICE['home_dar_id_is_given_once']} {known.same_dar.known_as}"
    facts = _facts(row, known)
    yield from _elsewhere(row, facts)
    if known.home:
        was = known.home.standing
        for name, words in refused_while_held(known.home.held, was, was | _of(was, facts)):
            yield f"{Column(name).label}: {words}"
    first, last = facts.get("available_from"), facts.get("available_until")
    if first and last and last < first:
        yield _("The last day cannot lie before the first.")


def _elsewhere(row: HomeRow, facts: dict[str, Any]) -> Iterator[str]:
    """Where the postcode cannot lie in the district."""
    if row.address and facts.get("district"):
        try:
            refuse_elsewhere(row.address.postcode, facts["district"])
        except ValidationError as error:
            yield " ".join(error.messages)


def _of(was: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name in was}


def _facts(row: HomeRow, known: Known) -> dict[str, Any]:
    """The home as it will be: what the row tells, and beside it what is known."""
    names = [column.value for column in Column if column not in {Column.ADDRESS, Column.PROVIDER}]
    before = {name: getattr(known.home, name) for name in names if name in FACTS} if known.home else UNSAID
    return {**before, **row.facts}


def _changes(row: HomeRow, known: Known) -> Iterator[Change]:
    """Each thing that the row tells and that is not recorded so."""
    if known.home is None:
        yield Change(str(Column.PROVIDER.label), "", row.provider)
    for name, value in row.facts.items():
        was = getattr(known.home, name) if known.home else None
        if was != value:
            yield Change(str(Column(name).label), _words(name, was), _words(name, value))


def _words(name: str, value: Any) -> str:
    """A fact as the page shows it."""
    if value is None or value == "":
        return ""
    if name == Column.DISTRICT:
        return str(District(value).label)
    if name == Column.KIND:
        return str(DwellingKind(value).label)
    if name == Column.SHARED_BY:
        return str(SharedBy(value).label)
    if name == Column.FEATURES:
        return ", ".join(need_words(value))
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return str(value)


def carry_out(cells: Cells, by: User, today: date) -> RowResult:
    """Do what one row tells: register the home or bring it up to date. Again it does nothing more."""
    row, problems = read_row(cells, today)
    [known] = _known([row])
    if problems := [*problems, *_contradictions(row, known)]:
        raise ValidationError(problems)
    if not list(_changes(row, known)):
        return RowResult.UNCHANGED
    facts = _facts(row, known)
    if known.home is None:
        Dwelling.objects.register(address=row.address, provider=known.provider, by=by, **facts)
        return RowResult.MADE
    known.home.change(address=known.home.address, provider=known.home.provider, by=by, **facts)
    return RowResult.CHANGED


HOMES = ListKind(
    key=KEY,
    title=gettext_lazy("Homes from a provider's list"),
    lede=gettext_lazy(
        "Homes that a provider lets the City offer. You see what is new and what would change before anything does."
    ),
    vocabulary=VOCABULARY,
    labels=dict(Column.choices),
    look=look,
    carry_out=carry_out,
    sample=settings.BASE_DIR / "docs/samples/homes.csv",
    no_headings=gettext_lazy(
        "No row of headings was found in the first 25 rows. One row must name the columns, among them “Adresse”."
        " Look at the sample file."
    ),
    back="housing:dwellings",
    back_label=gettext_lazy("Homes"),
    notes=[
        gettext_lazy("A home is known again by its address. An empty cell wipes out nothing."),
        gettext_lazy("Check each new home against the list of excluded areas before you offer it."),
    ],
    needs=Permission.WRITE_HOUSING,
)
