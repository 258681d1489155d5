"""Contracts from the City's system of record, so that nobody types them twice (refugees/staged.py)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from refugees.models import Case, last_received
from refugees.received import Facts, keep
from refugees.reporting import Reported
from refugees.staged import Cells, Change, ListKind, Look, Prospect, RowResult
from refugees.state_rows import cases_of, why_no_case
from screening.contract_rows import VOCABULARY, Column, ContractRow, read_contract
from screening.models import Contract
from screening.reports import contracts


@dataclass(slots=True)
class Known:
    """What the City knows of one row: whose case, the same version, the others, what the list told the last time."""

    case: Case | None = None
    contract: Contract | None = None
    others: Sequence[Contract] = ()
    before: Facts | None = None


def look(rows: Sequence[Cells], by: User, today: date) -> list[Look]:
    """What each row would do, in a fixed number of queries however many there are."""
    read = [_read(cells, today) for cells in rows]
    known = _known(rows, [contract for contract, _problems in read], by)
    return [
        _look(cells, contract, problems, about)
        for cells, (contract, problems), about in zip(rows, read, known, strict=True)
    ]


def _read(cells: Cells, today: date) -> tuple[ContractRow | None, list[str]]:
    try:
        return read_contract(cells, today), []
    except ValidationError as error:
        return None, error.messages


def _known(rows: Sequence[Cells], read: Sequence[ContractRow | None], by: User) -> list[Known]:
    """What is known of each row. Two queries, and one about what the list told before."""
    cases = cases_of(rows, by)
    versions = list(Contract.objects.filter(case__in={case.pk for case in cases if case}).order_by("number"))
    found = []
    for case, row in zip(cases, read, strict=True):
        own = [version for version in versions if case and version.case_id == case.pk]
        found.append(Known(case, _same(row, own), own))
    before = last_received(Reported.CONTRACT, [each.contract.public_id for each in found if each.contract])
    for each in found:
        each.before = before.get(each.contract.public_id) if each.contract else None
    return found


def _same(row: ContractRow | None, versions: Sequence[Contract]) -> Contract | None:
    """The one with this key, even if it was withdrawn here; else a typed one that is in force from the same day."""
    if row is None:
        return None
    by_key = next((each for each in versions if each.source_key == row.key), None)
    typed = (each for each in versions if not each.source_key and not each.withdrawn_at)
    return by_key or next((each for each in typed if each.concluded_on == row.in_force_on), None)


def _problems(row: ContractRow, known: Known) -> list[str]:
    """What cannot be beside what is known."""
    ours = known.contract
    if ours:
        is_otherwise = (ours.goal, ours.concluded_on) != (row.goal, row.in_force_on)
        if ours.source_key and not ours.withdrawn_at and is_otherwise:
            words = _(
                "The list tells version %(number)d otherwise than it was taken in: goal, or in force from %(day)s. What"
                " is signed is not changed. Withdraw the version on the case if it was wrong, or draw up the next."
            )
            return [words % {"number": ours.number, "day": f"{row.in_force_on:%d-%m-%Y}"}]
        return []
    found = []
    standing = [each for each in known.others if not each.withdrawn_at]
    if any(each.concluded_on is None for each in standing):
        found.append(_("There is a draft on the case. Sign it or take it away first."))
    later = [each for each in standing if each.concluded_on and each.concluded_on > row.in_force_on]
    if later:
        words = _(
            "A later version is in force on the case, from %(day)s. What came before it is not taken in."
        )
        found.append(words % {"day": f"{later[-1].concluded_on:%d-%m-%Y}"})
    return found


def _look(cells: Cells, row: ContractRow | None, problems: list[str], known: Known) -> Look:
    case = known.case
    title = case.person.name if case else cells.get(Column.CASE) or _("Nobody we know")
    url = reverse("screening:contract", args=[case.public_id]) if case else ""
    problems = ([] if case else [why_no_case(cells)]) + (problems or (_problems(row, known) if row else []))
    if problems:
        return Look(Prospect.CANNOT, title, problems=problems, url=url)
    sub = _("Contract, in force from %(day)s") % {"day": f"{row.in_force_on:%d-%m-%Y}"}
    if known.contract:
        return Look(Prospect.KNOWN, title, sub, url=url)
    activities = "; ".join(each["what"] for each in row.activities)
    told = [
        Change(str(Column.GOAL.label), "", row.goal),
        Change(str(Column.ACTIVITIES.label), "", activities),
    ]
    return Look(Prospect.NEW, title, sub, changes=told, url=url)


def carry_out(cells: Cells, by: User, today: date) -> RowResult:
    """Record the version as it was concluded. Again it does nothing more."""
    row = read_contract(cells, today)
    [case] = cases_of([cells], by)
    if case is None:
        raise ValidationError(why_no_case(cells))
    # Who draws one up here at the same moment waits, or is seen.
    with Case.changing([case], by=by):
        [known] = _known([cells], [row], by)
        if problems := _problems(row, known):
            raise ValidationError(problems)
        ours = known.contract or _conclude(row, case, by, today)
        if not ours.withdrawn_at:
            about = {"case": case, "key": ours.public_id, "reader": contracts}
            keep(row.told, before=known.before, unsaid={}, today=today, **about)
    return RowResult.UNCHANGED if known.contract else RowResult.MADE


def _conclude(row: ContractRow, case: Case, by: User, today: date) -> Contract:
    contract = Contract.objects.draw_up(
        case=case,
        activities=row.activities,
        drawn_up_on=row.drawn_up_on,
        goal=row.goal,
        programme_from=row.programme_from,
        source_key=row.key,
        today=today,
        by=by,
    )
    contract.conclude(
        city_signed_on=row.city_signed_on,
        person_signed_on=row.person_signed_on,
        person_missing=row.person_missing,
        declaration_signed_on=row.declaration_signed_on,
        declaration_missing=row.declaration_missing,
        fixed_because=row.fixed_because,
        today=today,
        by=by,
    )
    return contract


CONTRACTS = ListKind(
    key="contracts",
    title=gettext_lazy("Contracts from a list"),
    lede=gettext_lazy(
        "Contracts that were concluded in the City's system of record. You see what is new before anything is recorded."
    ),
    vocabulary=VOCABULARY,
    labels=dict(Column.choices),
    look=look,
    carry_out=carry_out,
    sample=settings.BASE_DIR / "docs/samples/contracts.csv",
    no_headings=gettext_lazy(
        "No row of headings was found in the first 25 rows. One row must name the columns, among them “CPR-nr.” or"
        " “Sagsnr.”. Look at the sample file."
    ),
    back="my_work",
    back_label=gettext_lazy("My work"),
    notes=[
        gettext_lazy("A row is known again by its key: a list that is taken in twice changes nothing."),
        gettext_lazy("What came from the system of record is not gathered for the state as new."),
        gettext_lazy(
            "Only versions in force are taken in, the earlier before the later. Activities stand in one cell with “|”"
            " between them, each with its kind and what exactly: “Mentor: once a week”."
        ),
    ],
)
