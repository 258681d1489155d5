"""What the page "Dates and team" lists: key dates with their past, periods, the team, the person."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.day import ONE_DAY
from refugees.events import KeyEvent
from refugees.forms.person import masked
from refugees.languages import label_of
from refugees.models import Case, KeyDate
from refugees.models.case_period import CasePeriod, CasePeriodQuerySet, in_words
from refugees.parts import Part
from refugees.tellings import reason_given


@dataclass(frozen=True, slots=True)
class Earlier:
    """A date that was believed and is not any more."""

    row: KeyDate
    why: str


@dataclass(slots=True)
class EventRow:
    """One event: the date as believed now, and what was believed before."""

    event: KeyEvent
    current: KeyDate | None = None
    earlier: list[Earlier] = field(default_factory=list)

    @property
    def is_takeover(self) -> bool:
        """The takeover is confirmed, not recorded."""
        return self.event == KeyEvent.TAKEOVER


def key_date_rows(case: Case) -> list[EventRow]:
    """Every event, E0 to E7, known or not, in two queries."""
    rows = {event: EventRow(event) for event in KeyEvent}
    found = case.key_dates.select_related("recorded_by", "corrected_by").order_by("-superseded_at", "-pk")
    withdrawn = _withdrawal_reasons(case)
    for row in found:
        if row.superseded_at is None:
            rows[KeyEvent(row.event)].current = row
        elif not _was_only_confirmed(row):
            rows[KeyEvent(row.event)].earlier.append(Earlier(row, _why(row, withdrawn)))
    return list(rows.values())


def _was_only_confirmed(row: KeyDate) -> bool:
    """A proposal that was confirmed as it stood is no earlier value: nothing else was ever believed."""
    correction = getattr(row, "corrected_by", None)
    return row.is_proposed and correction is not None and correction.on == row.on


def _withdrawal_reasons(case: Case) -> dict[int, str]:
    """Why dates were taken out without another in their place; it stands in the history of the row."""
    events = KeyDate.pgh_event_model.objects.filter(case=case, superseded_at__isnull=False)
    return {event.pgh_obj_id: reason_given(event) for event in events}


def _why(row: KeyDate, withdrawn: dict[int, str]) -> str:
    correction = getattr(row, "corrected_by", None)
    if correction:
        return correction.reason_words
    if row.is_proposed:
        return _("The rule gave another date.")
    return withdrawn.get(row.pk, "")


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A period in words: what held, from when, until when, who said so."""

    what: str
    start: date
    last: date | None
    by: str = ""
    recorded_at: Any = None
    reason: str = ""
    is_current: bool = False
    has_left: bool = False
    ends: UUID | None = None  # what names a mentor's time that somebody may end
    public_id: UUID | None = None
    why: str = ""
    is_withdrawn: bool = False
    corrected_at: Any = None
    corrected_by: str = ""
    earlier: list["EarlierPeriod"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class EarlierPeriod:
    """What was recorded of a period before it was corrected, until when it was believed, and why not any more."""

    words: str
    until: Any
    why: str


def periods_of(case: Case, today: date) -> dict[str, list[PeriodRow]]:
    """Job-readiness, benefit and team of the case, the latest first, in five queries."""
    team = case.team.select_related("user").order_by("-during", "part")
    return {
        "readiness": period_rows(case.readiness.all(), today),
        "benefits": period_rows(case.benefits.all(), today),
        "team": [
            _period(
                member,
                member.user.name,
                today,
                reason=member.get_part_display(),
                has_left=not member.user.is_active,
                ends=member.public_id if member.part != Part.CASEWORKER and today in member else None,
            )
            for member in team
        ],
    }


def period_rows(periods: CasePeriodQuerySet, today: date) -> list[PeriodRow]:
    """The periods with what they were before, the withdrawn ones last."""
    earlier = defaultdict(list)
    for event in periods.earlier():
        earlier[event.pgh_obj_id].append(event)
    rows = periods.select_related("recorded_by", "corrected_by").order_by("-during")
    return [
        _with_past(row, earlier[row.pk], today)
        for row in sorted(rows, key=lambda row: bool(row.withdrawn_at))
    ]


def _with_past(row: CasePeriod, events: list[Any], today: date) -> PeriodRow:
    """`events` are what stood there before, the latest first; each was replaced for the reason of the next one."""
    past = [
        EarlierPeriod(in_words(row.what_in(event), event.during), after.corrected_at, after.correction_reason)
        for event, after in zip(events, [row, *events], strict=False)
        # A withdrawal changes no day: nothing else was believed before it.
        if (row.what_in(event), event.during) != (row.what_in(after), after.during)
    ]
    shown = _period(row, row.what, today, reason=getattr(row, "reason", ""))
    return replace(
        shown,
        is_current=shown.is_current and not row.withdrawn_at,
        public_id=row.public_id,
        why=row.correction_reason,
        is_withdrawn=bool(row.withdrawn_at),
        corrected_at=row.corrected_at,
        corrected_by=row.corrected_by.name if row.corrected_by else "",
        earlier=past,
    )


def _period(row: Any, what: str, today: date, *, reason: str = "", **more: Any) -> PeriodRow:
    start, end = row.during.lower, row.during.upper
    recorded_by = getattr(row, "recorded_by", None)
    return PeriodRow(
        what=what,
        start=start,
        last=end - ONE_DAY if end else None,
        by=recorded_by.name if recorded_by else "",
        recorded_at=getattr(row, "recorded_at", None),
        reason=reason,
        is_current=start <= today and (end is None or today < end),
        **more,
    )


def person_facts(case: Case) -> list[tuple[str, str]]:
    """The details of the person, as label and value; of the number only the birthday half."""
    person = case.person
    return [
        (_("Name"), person.name),
        (_("Date of birth"), date_format(person.born_on, "SHORT_DATE_FORMAT") if person.born_on else ""),
        (_("Sex"), person.get_sex_display()),
        (person.get_number_kind_display(), masked(person.number)),
        (_("Immigration Service's number"), person.immigration_id),
        (_("Country of origin"), person.country),
        (_("Interpreter's language"), label_of(person.interpreter) if person.interpreter else ""),
        (_("Languages"), ", ".join(map(label_of, person.speaks))),
        (_("Telephone"), person.phone),
        (_("Name and address protection"), _("Yes") if person.is_protected else _("No")),
    ]
