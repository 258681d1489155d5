"""A mentor leaves, or is away: their people, what is in hand for each, and who could be each one's next mentor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef

from accounts.models import Absence, User
from accounts.permissions import Permission
from accounts.scope import system_scope
from mentoring.matching import DAYS_AHEAD, PERSON_WEIGHT, Candidate, Proposal, propose
from mentoring.mentors import MentorRow, mentors, reasons_of, wanted
from mentoring.models import HolisticOffer
from refugees.handing_over import in_hand
from refugees.languages import spoken
from refugees.models import Case, TeamMember


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who is to get another mentor: what is in hand for them, and who is proposed and why."""

    member: TeamMember
    holds: list[str]
    proposed: MentorRow | None
    reasons: list[str]

    @property
    def languages(self) -> str:
        """What the person speaks."""
        person = self.member.case.person
        return spoken([person.interpreter, *person.speaks])


@dataclass(frozen=True, slots=True)
class HandOverList:
    """The people of one mentor, and the mentors among whom each one's next is chosen."""

    rows: list[PersonRow]
    takers: dict[str, list[MentorRow]]
    elsewhere: int


def people_of(mentor: User, by: User, today: date) -> models.QuerySet[TeamMember]:
    """Whom of this mentor's people somebody may hand over."""
    return to_hand_over(by, today).filter(user=mentor)


def to_hand_over(by: User, today: date) -> models.QuerySet[TeamMember]:
    """Whom of all mentors' people somebody may hand over: those of their own cases; a coordinator, all of mentors who
    are away, or soon will be.

    The same stands in the database (door `hands_over` on refugees_case).
    """
    if not by.can(Permission.ARRANGE_MENTORS):
        return TeamMember.objects.none()
    rows = TeamMember.objects.mentors().on(today).filter(case__closed_on=None)
    if by.sees_whole_cases():
        return rows.filter(case__in=Case.objects.whole_for(by))
    away = Absence.objects.between(today, today + timedelta(days=DAYS_AHEAD)).filter(user=OuterRef("user"))
    return rows.filter(Exists(away))


def list_of(mentor: User, by: User, today: date) -> HandOverList:
    """What is to be decided about each of them. Nine queries, however many they are."""
    members = list(
        people_of(mentor, by, today).select_related("case__person", "user").order_by("case__number", "part")
    )
    everybody = mentors(today)
    takers = {
        part: [
            row for row in everybody if row.user != mentor and (not row.profile or row.profile.is_of(part))
        ]
        for part in sorted({member.part for member in members})
    }
    offers = HolisticOffer.objects.newest().filter(case__in=[member.case_id for member in members])
    wishes = {offer.case_id: offer for offer in offers.select_related("case__person")}
    holds = _holds(members, mentor, by, today)
    proposals = _proposals(members, wishes, takers)
    rows = []
    for member, found in zip(members, proposals, strict=True):
        row = found and next(each for each in takers[member.part] if each.user.pk == found.candidate.user_id)
        reasons = reasons_of(row, found) if row and found else []
        rows.append(PersonRow(member, holds.get((member.part, member.case_id), []), row, reasons))
    carried = next((row.load.people for row in everybody if row.user == mentor), 0)
    return HandOverList(rows, takers, max(carried - len({member.case_id for member in members}), 0))


def _holds(
    members: Sequence[TeamMember], mentor: User, by: User, today: date
) -> dict[tuple[str, int], list[str]]:
    """How much of each kind, nothing of what it is: that a mentor coordinator sees no more than anybody else."""
    found = {}
    with system_scope("hand over", by=by):
        for part in {member.part for member in members}:
            cases = [member.case_id for member in members if member.part == part]
            held = in_hand(cases, mentor, today, part=part)
            found |= {(part, case_id): words for case_id, words in held.items()}
    return found


def _proposals(
    members: Sequence[TeamMember],
    wishes: dict[int, HolisticOffer],
    takers: dict[str, list[MentorRow]],
) -> list[Proposal | None]:
    """Who fits each best, one after the other: what somebody is proposed for counts in their load for the next."""
    loads = {row.user.pk: row.as_candidate for rows in takers.values() for row in rows}
    found = []
    for member in members:
        candidates = [loads[row.user.pk] for row in takers[member.part]]
        proposed = propose(wanted(member.case, wishes.get(member.case_id)), candidates)
        best = next((each for each in proposed if each.has_room and not each.candidate.is_away), None)
        if best:
            loads[best.candidate.user_id] = _with_one_more(best.candidate)
        found.append(best)
    return found


def _with_one_more(candidate: Candidate) -> Candidate:
    return replace(candidate, people=candidate.people + 1, weight=candidate.weight + PERSON_WEIGHT)


def letters_of(former: User, on: date, by: User) -> models.QuerySet[TeamMember]:
    """Who followed somebody on a day, on the cases that this person sees whole: to each of the people goes a letter."""
    before = TeamMember.objects.filter(
        case=OuterRef("case"), part=OuterRef("part"), user=former, during__endswith=on
    )
    members = TeamMember.objects.filter(Exists(before), during__startswith=on).exclude(user=former)
    seen = members.filter(case__in=Case.objects.whole_for(by))
    return seen.select_related("case__person", "user").order_by(F("case__number"))


def before(member: TeamMember) -> User | None:
    """Who had this part on the case until somebody took it over."""
    earlier = TeamMember.objects.filter(
        case=member.case_id, part=member.part, during__endswith=member.during.lower
    )
    found = earlier.select_related("user").first()
    return found.user if found else None
