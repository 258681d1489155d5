"""What the list of cases to give out says: who is proposed and why, and what everybody would then carry."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext as _

from copenhagen_model.my_team import ColleagueRow
from refugees.giving_out import (
    CASE_WEIGHT,
    NEW_CASE_MONTHS,
    NEW_CASE_WEIGHT,
    CaseToGive,
    Colleague,
    Reason,
    Suggestion,
    suggest,
)
from refugees.languages import label_of
from refugees.models import Case, TeamMember


@dataclass(frozen=True, slots=True)
class Row:
    """One case of the list: what it speaks, who is proposed and why; nobody if everybody is away."""

    case: Case
    languages: str
    proposed_id: int | None
    proposed: str
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class LoadRow:
    """What a colleague carries now, and with the list as it is chosen."""

    name: str
    is_away: bool
    now: int
    cases: int
    then: int


def rows_for(cases: Sequence[Case], colleagues: Sequence[ColleagueRow], today: date) -> list[Row]:
    """The list in its order, but each household together. One query: who knows which of the households."""
    names = {row.user.pk: row.user.name for row in colleagues}
    proposed = {found.case_id: found for found in _suggestions(cases, colleagues, today)}
    rows = []
    for household in _households(cases):
        for case in household:
            found = proposed.get(case.pk)
            rows.append(
                Row(
                    case=case,
                    languages=", ".join(map(label_of, _languages(case))),
                    proposed_id=found.user_id if found else None,
                    proposed=names[found.user_id] if found else "",
                    reasons=_reasons(found, case, household) if found else [],
                )
            )
    return rows


def loads_with(
    choice: Mapping[int, str], cases: Sequence[Case], colleagues: Sequence[ColleagueRow], today: date
) -> list[LoadRow]:
    """What each colleague carries now, and once every case is with whom it is chosen for (by key, "" for nobody)."""
    weight, count = Counter[str](), Counter[str]()
    for case in cases:
        weight[choice[case.pk]] += _weight(case, today)
        count[choice[case.pk]] += 1
    return [
        LoadRow(
            name=row.user.name,
            is_away=row.is_away,
            now=row.load.weight,
            cases=count[str(row.user.pk)],
            then=row.load.weight + weight[str(row.user.pk)],
        )
        for row in colleagues
    ]


def _suggestions(cases: Sequence[Case], colleagues: Sequence[ColleagueRow], today: date) -> list[Suggestion]:
    known: dict[int, set[int]] = {}
    members = TeamMember.objects.on(today).caseworkers().filter(case__closed_on=None)
    members = members.filter(case__household__in={case.household_id for case in cases} - {None})
    for user_id, household_id in members.values_list("user", "case__household"):
        known.setdefault(user_id, set()).add(household_id)
    return suggest(
        [
            CaseToGive(
                case_id=case.pk,
                household_id=case.household_id,
                languages=frozenset(_languages(case)),
                weight=_weight(case, today),
            )
            for case in cases
        ],
        [
            Colleague(
                user_id=row.user.pk,
                load=row.load.weight,
                languages=frozenset(row.user.speaks),
                households=frozenset(known.get(row.user.pk, ())),
                is_away=row.is_away,
            )
            for row in colleagues
        ],
    )


def _households(cases: Sequence[Case]) -> list[list[Case]]:
    """Those who are housed together, at the place of the first of them; somebody without a household alone."""
    together: dict[object, list[Case]] = {}
    for case in cases:
        together.setdefault(case.household_id or f"alone {case.pk}", []).append(case)
    return list(together.values())


def _languages(case: Case) -> list[str]:
    """What the person speaks, the interpreter's language among it."""
    return list(dict.fromkeys(filter(None, [case.person.interpreter, *case.person.speaks])))


def _weight(case: Case, today: date) -> int:
    since = today - relativedelta(months=NEW_CASE_MONTHS)
    return NEW_CASE_WEIGHT if case.takeover_on is None or case.takeover_on > since else CASE_WEIGHT


def _reasons(suggestion: Suggestion, case: Case, household: Sequence[Case]) -> list[str]:
    """Why this colleague, in words."""
    others = ", ".join(other.person.name for other in household if other != case)
    spoken = ", ".join(sorted(map(label_of, suggestion.languages)))
    words = {
        Reason.HOUSEHOLD_KNOWN: _("has the rest of the household"),
        Reason.HOUSEHOLD_AWAY: _("the household's own caseworker is away"),
        Reason.HOUSEHOLD_TOGETHER: _("together with %(names)s") % {"names": others},
        Reason.LANGUAGE: _("speaks %(languages)s") % {"languages": spoken},
        Reason.LOAD: _("lowest load of those here"),
    }
    found = [words[reason] for reason in suggestion.reasons]
    if Reason.LOAD not in suggestion.reasons:
        figures = {"load": suggestion.load, "lightest": suggestion.lightest}
        found.append(_("load %(load)d, the lowest is %(lightest)d") % figures)
    return found
