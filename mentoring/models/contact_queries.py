from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, FilteredRelation, Max, OuterRef, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.day import now
from accounts.models import User
from mentoring.models.contact_kinds import ATTEMPTS
from mentoring.models.hand_over import Agreed, HandOver
from mentoring.models.promise import Promise
from mentoring.verbs import MessageKind, Verb
from refugees.models import Case, Message, Seen
from refugees.models.team import MENTORS

# What is said of a contact; a form about one is made from them.
FACTS = ("kind", "on", "minutes", "topics", "note")
# What whoever was overtaken is told of the contact as it stands.
TELLS = (*FACTS, "correction_reason", "taken_back_at")

# What was promised, and by which day.
Promised = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Sent:
    """Under which key a device sends an entry, however often, and when it was written there."""

    key: UUID
    written_at: datetime


class LoggedOtherwise(Exception):
    """Under this key something else was logged already. Carries it, so that both texts can be shown."""

    def __init__(self, current: models.Model) -> None:
        super().__init__("logged otherwise")
        self.current = current


class ContactQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ContactQuerySet":
        """Contacts on the cases that this person sees whole; a mentor reads those of their own hand, and what a former
        mentor wrote where the person agreed to hand that on to them.
        """
        if user.sees_whole_cases():
            return self.filter(case__in=Case.objects.whole_for(user))
        handed_on = HandOver.objects.filter(
            case=OuterRef("case"),
            former=OuterRef("author"),
            to=user,
            agreed=Agreed.CONTACTS,
            on__gte=OuterRef("on"),
        )
        theirs = Q(author=user) | Q(part__in=MENTORS) & Exists(handed_on)
        return self.filter(theirs, case__in=Case.objects.visible_to(user))

    def mendable_by(self, user: User) -> "ContactQuerySet":
        """Those that this person may put right: what was handed on to a mentor is theirs to read alone."""
        seen = self.visible_to(user)
        return seen if user.sees_whole_cases() else seen.filter(author=user)

    def standing(self) -> "ContactQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def reached(self) -> "ContactQuerySet":
        """Those in which the two were in touch."""
        return self.standing().exclude(kind__in=ATTEMPTS)

    def of_mentors(self) -> "ContactQuerySet":
        """Those that a mentor had: only they keep the promise of contact."""
        return self.filter(part__in=MENTORS)

    def new(self) -> "ContactQuerySet":
        """What mentors logged and nobody of the unit has marked as seen; what was corrected since is new again."""
        return self.standing().of_mentors().exclude(sightings__version=F("version"))

    def with_sighting(self) -> "ContactQuerySet":
        """With who has seen it as it stands, and when: `seen_by` and `seen_at`."""
        as_it_stands = FilteredRelation("sightings", condition=Q(sightings__version=F("version")))
        return self.annotate(
            sighting=as_it_stands, seen_at=F("sighting__at"), seen_by=F("sighting__by__name")
        )

    def for_a_list(self) -> "ContactQuerySet":
        """With person and author, the latest first."""
        return self.select_related("case__person", "author").newest_first()

    def last_days(self, cases: Iterable[int]) -> dict[int, date]:
        """When each of these people was last reached, by case. One query; who never was is not there."""
        rows = self.reached().filter(case__in=list(cases)).values_list("case").annotate(Max("on"))
        return dict(rows)

    def last_of(self, author: User) -> models.Model | None:
        """The last contact that this person had with anybody: the next one often goes the same way."""
        return self.reached().filter(author=author).order_by("-pk").first()

    def with_earlier(self) -> "ContactQuerySet":
        """With their people, what was promised and, as `earlier`, what stood there before, newest first."""
        # Django names the history's class only after the model is made.
        texts = self.model.pgh_event_model.objects.filter(version__lt=F("pgh_obj__version"))
        newest_first = texts.order_by("-version", "-pgh_id")
        return self.select_related("author", "corrected_by").prefetch_related(
            Prefetch("events", newest_first, to_attr="earlier"),
            Prefetch("promises", Promise.objects.due_first()),
        )

    def newest_first(self) -> "ContactQuerySet":
        """By when it was, then by when it was written."""
        return self.order_by("-on", "-pk")

    def log(self, *, case: Case, today: date, by: User, **facts: Any) -> models.Model:
        """Write down a contact with one person; see `log_with`."""
        return self.log_with(cases=[case], today=today, by=by, **facts)[0]

    def log_with(
        self,
        *,
        cases: Sequence[Case],
        kind: str,
        on: date,
        today: date,
        by: User,
        minutes: int | None = None,
        topics: Iterable[str] = (),
        note: str = "",
        promises: Iterable[Promised] = (),
        sent: Sent | None = None,
    ) -> list[models.Model]:
        """Write down a contact with these people, each on the own case: all of them, or none.

        It is new to each caseworker, who is told if a colleague had it. What was promised, was to the first of them.
        """
        facts = {"kind": kind, "on": on, "minutes": minutes, "topics": list(topics), "note": note}
        with Case.changing(cases, by=by):
            rows = [self._log(case, by=by, today=today, sent=sent, **facts) for case in cases]
            for words, due_on in promises:
                rows[0].promises.make(contact=rows[0], words=words, due_on=due_on, by=by)
        return rows

    def take_in(
        self,
        *,
        sent: Sent,
        cases: Sequence[Case],
        today: date,
        by: User,
        version: str = "",
        promises: Iterable[Promised] = (),
        **facts: Any,
    ) -> list[models.Model]:
        """Log what a device sends, perhaps more than once: one contact on each case however often it arrives.

        LoggedOtherwise if something else stands under the same key, because the entry was written on in two places.
        With the `version` of what stands there, that is corrected instead, and can still be read.
        """
        promises = list(promises)
        with Case.changing(cases, by=by):
            there = list(self.filter(author=by, key=sent.key).order_by("pk").select_related("case", "author"))
            if not there:
                return self.log_with(cases=cases, today=today, by=by, promises=promises, sent=sent, **facts)
            if not _are(there, cases, promises, facts):
                if not version:
                    raise LoggedOtherwise(there[0])
                there = self._instead_of(
                    there, cases, version, promises, sent=sent, today=today, by=by, **facts
                )
        return there

    def _log(self, case: Case, *, by: User, today: date, sent: Sent | None, **facts: Any) -> models.Model:
        contact = self.model(case=case, author=by)
        if sent:
            contact.key, contact.written_at, contact.arrived_at = sent.key, sent.written_at, now()
        # What was written on a phone yesterday was not to come today.
        written_on = min(today, timezone.localdate(contact.written_at))
        contact.take_on(today=written_on, **facts)
        contact.full_clean()
        contact.save()
        contact.leave_line(Verb.CONTACT_LOGGED, by=by, on=contact.on)
        if contact.is_of_a_mentor:
            # It is new to the caseworker until somebody has seen it (`new`).
            return contact
        Message.objects.tell_caseworker(
            case=case,
            kind=MessageKind.CONTACT_LOGGED,
            about=f"contact:{contact.public_id}",
            by=by,
            today=today,
            contact_kind=contact.kind,
        )
        return contact

    def _instead_of(
        self,
        there: list[models.Model],
        cases: Sequence[Case],
        version: str,
        promises: list[Promised],
        *,
        sent: Sent,
        today: date,
        by: User,
        **facts: Any,
    ) -> list[models.Model]:
        """The other text of an entry, in place of the first, which stays readable."""
        reason = _("The entry was written on in two places.")
        for number, contact in enumerate(there):
            seen = None if number else Seen(TELLS, version)
            contact.correct(reason=reason, today=today, by=by, version=seen, **facts)
        known = {contact.case_id for contact in there}
        if others := [case for case in cases if case.pk not in known]:
            there += self.log_with(cases=others, today=today, by=by, sent=sent, **facts)
        for words, due_on in set(promises) - set(_promised(there[0])):
            there[0].promises.make(contact=there[0], words=words, due_on=due_on, by=by)
        return there


def _are(
    there: list[models.Model], cases: Sequence[Case], promises: list[Promised], facts: dict[str, Any]
) -> bool:
    """Whether these contacts, as they were logged at first, say the same."""
    if {contact.case_id for contact in there} != {case.pk for case in cases}:
        return False
    first = there[0].events.filter(version=1).earliest("pgh_id")
    said = type(there[0])(**{name: getattr(first, name) for name in FACTS})
    sent = type(there[0])()
    sent.say(**facts)
    same = all(getattr(said, name) == getattr(sent, name) for name in FACTS)
    return same and sorted(_promised(there[0])) == sorted(promises)


def _promised(contact: models.Model) -> list[Promised]:
    return list(contact.promises.values_list("words", "due_on"))
