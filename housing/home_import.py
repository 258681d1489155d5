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
from housing.models.dwelling import FACTS
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
    """What the City knows of one row: the home at its address, the provider of its name."""

    home: Dwelling | None = None
    provider: Provider | None = None


def look(rows: Sequence[Cells], by: User, today: date) -> list[Look]:
    """What each row would do, in two queries however many there are."""
    read = [read_row(cells, today) for cells in rows]
    known = _known([row for row, _problems in read])
    first_lines: dict[tuple, int] = {}
    looks = []
    for number, ((row, problems), about) in enumerate(zip(read, known, strict=True)):
        is_first = row.address is None or first_lines.setdefault(_key(row.address), number) == number
        looks.append(_look(row, problems, about, is_first=is_first))
    return looks


def _key(address: Address) -> tuple:
    """By what a home is known again, as the database has it (`home_is_given_once`)."""
    place = (address.street.lower(), address.number, address.floor, address.door, address.room)
    return *place, address.postcode


def _known(rows: Sequence[HomeRow]) -> list[Known]:
    """What is known of each row: of homes that are not gone."""
    postcodes = {row.address.postcode for row in rows if row.address}
    homes = Dwelling.objects.filter(gone_on=None, postcode__in=postcodes).select_related("provider")
    by_address = {_key(home.address): home for home in homes}
    providers = {plain(provider.name): provider for provider in Provider.objects.all()}
    return [
        Known(
            by_address.get(_key(row.address)) if row.address else None,
            providers.get(plain(row.provider)) if row.provider else None,
        )
        for row in rows
    ]


def _look(row: HomeRow, problems: list[str], known: Known, *, is_first: bool) -> Look:
    problems = [*problems, *_contradictions(row, known)]
    if not is_first:
        problems.append(_("The same home stands further up in this list."))
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
    facts = _facts(row, known)
    first, last = facts.get("available_from"), facts.get("available_until")
    if first and last and last < first:
        yield _("The last day cannot lie before the first.")


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
