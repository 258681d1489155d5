"""A row of a list as the page shows it: who, what will happen or did, and why. A page of rows in a few queries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Unit, User
from accounts.permissions import Role
from refugees.events import KeyEvent
from refugees.forms.intake import in_words
from refugees.intake import problems
from refugees.intake.columns import Field
from refugees.intake.judging import dates_of
from refugees.intake.reading import Facts
from refugees.models import Arrival, Case, Decision, IntakeRow, KeyDate, Outcome
from refugees.takeover import Ambiguity, propose_takeover


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that the list tells otherwise than it is recorded."""

    label: str
    was: str
    becomes: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row, with all that the page says of it."""

    row: IntakeRow
    facts: Facts
    takeover: str
    household: int
    case: Case | None  # the open case of whom the row is about, or the one it became
    notes: list[str]
    changes: list[Change]
    whom_to_ask: str

    @property
    def ground(self) -> str:
        """The permit ground in words."""
        return in_words("permit_ground", self.facts.permit_ground) if self.facts.permit_ground else ""

    @property
    def changed(self) -> list[str]:
        """The names of what was changed."""
        return [str(Field(name).label) for name in self.row.changed]

    @property
    def name(self) -> str:
        """Who the row is about; a row without a name is known by its line."""
        return self.facts.name or _("Row %(number)s") % {"number": self.row.number}


def lines(rows: Sequence[IntakeRow]) -> list[Line]:
    """What the page says of these rows of one list."""
    sizes = IntakeRow.objects.sizes_of_households(
        rows[0].intake_list_id if rows else 0, {row.household_key for row in rows}
    )
    people = {row.match_id for row in rows if row.match_id}
    cases = Case.objects.open().filter(person__in=people).select_related("person")
    by_person = {case.person_id: case for case in cases} if people else {}
    dates = dates_of([case.pk for case in by_person.values()])
    leads = _leads({row.elsewhere_id for row in rows if row.elsewhere_id})
    found = []
    for row in rows:
        facts = row.facts
        case = row.case or by_person.get(row.match_id)
        changes = (
            [] if row.done_at or not case else _changes(Arrival(facts).differences(case, dates[case.pk]))
        )
        found.append(
            Line(
                row=row,
                facts=facts,
                takeover=_takeover(row, facts, case, dates),
                household=sizes.get(row.household_key, 0),
                case=case,
                notes=_notes(row),
                changes=changes,
                whom_to_ask=leads.get(row.elsewhere_id, ""),
            )
        )
    return found


def _changes(differences: Iterable[Any]) -> list[Change]:
    return [
        Change(Field(d.field).label, in_words(d.field, d.was), in_words(d.field, d.becomes), d.stands)
        for d in differences
    ]


def _takeover(
    row: IntakeRow, facts: Facts, case: Case | None, dates: Mapping[int, dict[str, KeyDate]]
) -> str:
    """The date that the rule proposes, or why there is none; of whom has a case, rather what is recorded on it."""
    on = propose_takeover(
        facts.permit_ground,
        allocated_on=facts.allocated_on,
        registered_on=facts.registered_on,
        permit_on=facts.permit_on,
        applied_in_denmark=bool(facts.applied_in_denmark),
    )
    if on == Ambiguity.FIRST_OF_MONTH:
        known = dates[case.pk].get(KeyEvent.TAKEOVER) if case and case.pk in dates else None
        if known:
            return in_words("takeover", known.on)
        # The choice stands above only for rows that will open a case as they are.
        return _("two readings, choose above") if _opens_a_case(row, case) else _("two readings")
    return _("no date yet") if isinstance(on, Ambiguity) else in_words("takeover", on)


def _opens_a_case(row: IntakeRow, case: Case | None) -> bool:
    if row.done_at or row.decision == Decision.LEAVE_OUT or row.outcome == Outcome.CANNOT:
        return False
    if row.decision:
        return row.decision == Decision.NEW or case is None
    return row.outcome == Outcome.CREATE


def _notes(row: IntakeRow) -> list[str]:
    """What is wrong or uncertain, in words."""
    labels = dict(Field.choices)
    notes = [
        f"{labels[name]}: {problems.sentence(code)}" if name else problems.sentence(code)
        for name, code in row.problems
    ]
    if row.twin and row.outcome == Outcome.CANNOT:
        notes.append(_("The same person as in row %(number)s.") % {"number": row.twin})
    elif row.twin:
        notes.append(_("Same name and date of birth as row %(number)s.") % {"number": row.twin})
    if row.why_refused:
        notes.append(row.why_refused)
    return notes


def _leads(unit_ids: set[int]) -> dict[int | None, str]:
    """Whom to ask in these units; never about whom."""
    if not unit_ids:
        return {}
    names: dict[int, list[str]] = {}
    leads = User.objects.active().filter(role=Role.TEAM_LEAD, unit__in=unit_ids).order_by("name")
    for unit_id, name in leads.values_list("unit_id", "name"):
        names.setdefault(unit_id, []).append(name)
    words = _("Known in %(unit)s. Ask %(leads)s.")
    return {
        unit.pk: words % {"unit": unit.name, "leads": ", ".join(names.get(unit.pk, [_("that unit")]))}
        for unit in Unit.objects.filter(pk__in=unit_ids)
    }


def choices_for(row: IntakeRow) -> list[tuple[str, str]]:
    """What somebody may decide about the row."""
    choices = []
    if row.outcome == Outcome.DECIDE:
        if row.match_id:
            choices.append((Decision.SAME, _("It is the same person")))
        if not row.is_surely_known:
            choices.append((Decision.NEW, _("It is another person: open a new case")))
    choices.append((Decision.LEAVE_OUT, _("Leave the row out")))
    return [(str(value), words) for value, words in choices]
