"""Companies from a list: what each row would do to what is known, and the verbs that do it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from internships.company_rows import VOCABULARY, Column, CompanyRow, read_row, same_words
from internships.models import Company, ContactPerson, ProductionUnit, Sector
from refugees.districts import District
from refugees.languages import spoken
from refugees.staged import Cells, Change, ListKind, Look, Prospect, RowResult

KEY = "companies"


@dataclass(slots=True)
class Known:
    """What the City knows of one row: the company of its CVR, the unit of its P-number, the person of that name."""

    company: Company | None = None
    unit: ProductionUnit | None = None
    person: ContactPerson | None = None


def look(rows: Sequence[Cells], by: User, today: date) -> list[Look]:
    """What each row would do, in three queries however many there are."""
    read = [read_row(cells) for cells in rows]
    known = _known([row for row, _problems in read])
    first_lines: dict[str, int] = {}
    looks = []
    for number, ((row, problems), about) in enumerate(zip(read, known, strict=True)):
        is_first = first_lines.setdefault(row.cvr, number) == number
        looks.append(_look(row, problems, about, is_first=is_first))
    return looks


def _known(rows: Sequence[CompanyRow]) -> list[Known]:
    """What is known of each row."""
    companies = {each.cvr: each for each in Company.objects.filter(cvr__in={row.cvr for row in rows})}
    numbers = {row.p_number for row in rows} - {""}
    units = {
        each.p_number: each
        for each in ProductionUnit.objects.filter(p_number__in=numbers).select_related("company")
    }
    people = list(ContactPerson.objects.filter(company__in=companies.values()))
    found = []
    for row in rows:
        company = companies.get(row.cvr)
        named = (each for each in people if company and each.company_id == company.pk and row.person)
        person = next((each for each in named if same_words(each.name, row.person)), None)
        found.append(Known(company, units.get(row.p_number), person))
    return found


def _look(row: CompanyRow, problems: list[str], known: Known, *, is_first: bool) -> Look:
    problems = [*problems, *_contradictions(row, known, is_first=is_first)]
    changes = [] if problems else list(_changes(row, known))
    prospect = Prospect.NEW if known.company is None else Prospect.KNOWN
    if problems:
        prospect = Prospect.CANNOT
    elif known.company and changes:
        prospect = Prospect.CHANGED
    url = reverse("companies:company", args=[known.company.public_id]) if known.company else ""
    title = row.name or (known.company.name if known.company else _("A company without a name"))
    sub = f"CVR {row.cvr}" if row.cvr else ""
    return Look(prospect, title, sub, problems, changes, url)


def _contradictions(row: CompanyRow, known: Known, *, is_first: bool) -> Iterator[str]:
    """What cannot be beside what is known."""
    if row.cvr and known.company is None and not row.name and is_first:
        yield _("The company is new, and its name is missing.")
    if known.unit and row.cvr and known.unit.company.cvr != row.cvr:
        words = _("This P-number belongs to another company: %(company)s (CVR %(cvr)s).")
        yield words % {"company": known.unit.company.name, "cvr": known.unit.company.cvr}
    if row.p_number and known.unit is None and not (row.address and row.district):
        yield _("The production unit is new: its address and district are missing.")


def _changes(row: CompanyRow, known: Known) -> Iterator[Change]:
    """Each thing that the row tells and that is not recorded so."""
    for column, was, becomes in (*_of_company(row, known), *_of_unit(row, known), *_of_person(row, known)):
        if becomes and was != becomes:
            yield Change(str(column.label), was, becomes)


def _of_company(row: CompanyRow, known: Known) -> Iterator[tuple[Column, str, str]]:
    company = known.company
    yield Column.NAME, company.name if company else "", row.name
    was = company.get_sector_display() if company and company.sector else ""
    yield Column.SECTOR, was, str(Sector(row.sector).label) if row.sector else ""
    if not company or set(company.languages) != set(row.languages):
        yield Column.LANGUAGES, company.get_languages_display() if company else "", spoken(row.languages)


def _of_unit(row: CompanyRow, known: Known) -> Iterator[tuple[Column, str, str]]:
    unit = known.unit
    yield Column.P_NUMBER, unit.p_number if unit else "", row.p_number
    yield Column.UNIT, unit.name if unit else "", row.unit
    yield Column.ADDRESS, unit.address if unit else "", row.address
    was = unit.get_district_display() if unit else ""
    yield Column.DISTRICT, was, str(District(row.district).label) if row.district and row.p_number else ""


def _of_person(row: CompanyRow, known: Known) -> Iterator[tuple[Column, str, str]]:
    person = known.person
    yield Column.PERSON, person.name if person else "", "" if person else row.person
    yield Column.JOB, person.job if person else "", row.job if row.person else ""
    yield Column.PHONE, person.phone if person else "", row.phone
    yield Column.EMAIL, person.email if person else "", row.email


def carry_out(cells: Cells, by: User, today: date) -> RowResult:
    """Do what one row tells: know the company, the workplace, the person. Again it does nothing more."""
    row, problems = read_row(cells)
    [known] = _known([row])
    if problems := [*problems, *_contradictions(row, known, is_first=True)]:
        raise ValidationError(problems)
    is_new, changes = known.company is None, list(_changes(row, known))
    if not changes:
        return RowResult.UNCHANGED
    company = _company(row, known.company)
    unit = _unit(row, company, known.unit, by)
    if row.person:
        _person(row, company, unit, known.person, by)
    return RowResult.MADE if is_new else RowResult.CHANGED


def _company(row: CompanyRow, company: Company | None) -> Company:
    if company is None:
        return Company.objects.register(
            name=row.name, cvr_number=row.cvr, sector=row.sector, languages=row.languages
        )
    told = (row.name or company.name, row.sector or company.sector, list(row.languages) or company.languages)
    if told != (company.name, company.sector, company.languages):
        company.describe(name=told[0], sector=told[1], languages=told[2])
    return company


def _unit(row: CompanyRow, company: Company, unit: ProductionUnit | None, by: User) -> ProductionUnit | None:
    if not row.p_number:
        return None
    stated = {"p_number": row.p_number, "by": by}
    if unit is None:
        facts = {"name": row.unit, "address": row.address, "district": row.district}
        return ProductionUnit.objects.add(company=company, **stated, **facts)
    facts = {
        "name": row.unit or unit.name,
        "address": row.address or unit.address,
        "district": row.district or unit.district,
    }
    if any(getattr(unit, name) != value for name, value in facts.items()):
        unit.correct(is_closed=unit.is_closed, **stated, **facts)
    return unit


def _person(
    row: CompanyRow, company: Company, unit: ProductionUnit | None, person: ContactPerson | None, by: User
) -> None:
    if person is None:
        ContactPerson.objects.add(
            company=company, unit=unit, name=row.person, job=row.job, phone=row.phone, email=row.email, by=by
        )
        return
    facts = {
        "job": row.job or person.job,
        "phone": row.phone or person.phone,
        "email": row.email or person.email,
    }
    if any(getattr(person, name) != value for name, value in facts.items()):
        person.correct(name=person.name, unit=unit or person.unit, until_on=person.until_on, by=by, **facts)


COMPANIES = ListKind(
    key=KEY,
    title=gettext_lazy("Companies from a list"),
    lede=gettext_lazy(
        "Companies with their workplaces and contact persons. You see what is new and what would change before"
        " anything does."
    ),
    vocabulary=VOCABULARY,
    labels=dict(Column.choices),
    look=look,
    carry_out=carry_out,
    sample=settings.BASE_DIR / "docs/samples/companies.csv",
    no_headings=gettext_lazy(
        "No row of headings was found in the first 25 rows. One row must name the columns, among them “CVR-nr.”."
        " Look at the sample file."
    ),
    back="companies:companies",
    back_label=gettext_lazy("Companies"),
    notes=[gettext_lazy("Several rows may be about one company: one for each workplace or contact person.")],
)
