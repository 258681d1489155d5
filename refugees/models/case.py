from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import today
from accounts.models import Unit, User
from accounts.scope import because, system_scope
from refugees import changes
from refugees.closing import CloseReason
from refugees.events import KeyEvent
from refugees.models.counter import CaseCounter
from refugees.models.household import Household
from refugees.models.line import CaseLine
from refugees.models.person import Person
from refugees.models.stale import Seen, refuse_stale
from refugees.parts import Part
from refugees.takeover import PermitGround, RuleSet, rule_set
from refugees.verbs import Verb


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "CaseQuerySet":
        """The cases this person may open: the own units' as staff, the assigned ones as a mentor.

        The same rule stands in the database as row-level security (policy `wall` on refugees_case).
        """
        if user.sees_whole_cases():
            return self.filter(unit_id__in=user.case_unit_ids())
        return self.filter(pk__in=user.team_parts.mentors().current().values("case"))

    def whole_for(self, user: User) -> "CaseQuerySet":
        """The cases of which this person sees everything, not the mentor's slice."""
        return self.visible_to(user) if user.sees_whole_cases() else self.none()

    def health_visible_to(self, user: User) -> "CaseQuerySet":
        """The cases whose compartment of health this person works in. Of the case itself they see a slice."""
        return self.filter(unit_id__in=user.health_unit_ids())

    def housing_visible_to(self, user: User) -> "CaseQuerySet":
        """The cases whose people this person sees as a household to be housed; housing officers, of them that slice."""
        return self.filter(unit_id__in=[*user.housing_unit_ids(), *user.case_unit_ids()])

    def open(self) -> "CaseQuerySet":
        """Cases the City is responsible for."""
        return self.filter(closed_on=None)

    def of_caseworker(self, user: User, day: date) -> "CaseQuerySet":
        """Cases whose caseworker on that day is this person."""
        mine = user.team_parts.filter(part=Part.CASEWORKER, during__contains=day)
        return self.filter(pk__in=mine.values("case"))

    def nobody_works_on(self, day: date) -> "CaseQuerySet":
        """Cases, open or closed, that nobody works on from that day on.

        Whoever no longer works here works on nothing: their cases come back by themselves.
        """
        workers = User.objects.active().filter(
            team_parts__case=OuterRef("pk"),
            team_parts__part=Part.CASEWORKER,
            team_parts__during__overlap=DateRange(day, None),
        )
        return self.filter(~Exists(workers))

    def without_caseworker(self, day: date) -> "CaseQuerySet":
        """Open cases that nobody works on or will: themselves an item of work for the team lead."""
        return self.open().nobody_works_on(day)

    def to_give_out(self, day: date, *, of: User | None = None) -> "CaseQuerySet":
        """What a team lead gives out: the cases that nobody works on, or those of one colleague to be taken over."""
        return self.open().of_caseworker(of, day) if of else self.without_caseworker(day)

    def with_takeover(self) -> "CaseQuerySet":
        """With the takeover date as believed now, and whether it is only proposed; None while there is none."""
        current = Q(key_dates__event=KeyEvent.TAKEOVER, key_dates__superseded_at=None)
        return self.annotate(
            takeover=FilteredRelation("key_dates", condition=current),
            takeover_on=F("takeover__on"),
            takeover_is_proposed=F("takeover__is_proposed"),
        )

    def with_household_size(self) -> "CaseQuerySet":
        """With how many people of the household have an open case; 1 for somebody alone."""
        others = Case.objects.open().filter(household=OuterRef("household")).values("household")
        size = Subquery(others.annotate(size=Count("pk")).values("size"))
        return self.annotate(household_size=Coalesce(size, 1))

    @transaction.atomic
    def open_for(
        self,
        *,
        person: Person,
        unit: Unit,
        permit_ground: str,
        opened_on: date,
        by: User | None,
        household: Household | None = None,
        applied_in_denmark: bool = False,
    ) -> "Case":
        """Open a case: a period of the City's responsibility for one person."""
        case = self.model(
            person=person,
            unit=unit,
            household=household,
            permit_ground=permit_ground,
            applied_in_denmark=applied_in_denmark,
            opened_on=opened_on,
            number=CaseCounter.next_number(opened_on.year),
        )
        case.full_clean()
        case.save()
        with Case.changing([case], by=by):
            case.write_line(Verb.OPENED, by=by, on=opened_on)
        return case


@pghistory.track()
class Case(models.Model):
    """One period of the City's responsibility for one person. A person may have several over time."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    number = models.CharField(_("case number"), max_length=20, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, blank=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    permit_ground = models.CharField(_("permit ground"), max_length=20, choices=PermitGround)
    applied_in_denmark = models.BooleanField(_("permit applied for in Denmark"), default=False)
    opened_on = models.DateField(_("opened"))
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    close_reason = models.CharField(_("reason"), max_length=20, choices=CloseReason, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints = [
            models.CheckConstraint(
                name="permit_ground_is_known", condition=Q(permit_ground__in=PermitGround.values)
            ),
            models.CheckConstraint(
                name="close_date_and_reason_go_together",
                condition=Q(closed_on=None, close_reason="")
                | Q(
                    closed_on__isnull=False,
                    closed_on__gte=F("opened_on"),
                    close_reason__in=CloseReason.values,
                ),
                violation_error_message=_(
                    "A closed case has a closing date, not before it was opened, and a reason."
                ),
            ),
            models.UniqueConstraint(
                name="one_open_case_per_person",
                fields=["person"],
                condition=Q(closed_on=None),
                violation_error_message=_("This person already has an open case."),
            ),
        ]
        indexes = [
            models.Index(name="case_by_unit", fields=["unit", "-id"]),
            models.Index(name="open_case_by_unit", fields=["unit", "-id"], condition=Q(closed_on=None)),
            models.Index(
                name="case_by_household", fields=["household"], condition=Q(household__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} (#{self.pk})"

    @classmethod
    @contextmanager
    def changing(
        cls, cases: "Iterable[Case | int]", *, by: User | None, reason: str = ""
    ) -> Iterator[list["Case"]]:
        """The one way to change cases: lock them in key order, write facts and lines, refresh clocks once.

        Yields the locked cases in the order of their keys. What is announced is refreshed before the commit and in
        system scope, because what the acting user may not see must still count. A change inside a change joins it.
        """
        ids = sorted({case.pk if isinstance(case, Case) else case for case in cases})
        with transaction.atomic():
            if reason:
                because(reason)
            # NO KEY UPDATE, so that rows which merely point at the case (a breach the sweep opens) need not wait.
            rows = cls.objects.filter(pk__in=ids).order_by("pk")
            locked = list(rows.select_for_update(of=("self",), no_key=True))
            outer = changes.open_change.get()
            if outer is not None:
                outer.case_ids.update(ids)
                yield locked
                return
            change = changes.Change(set(ids))
            token = changes.open_change.set(change)
            try:
                yield locked
            finally:
                changes.open_change.reset(token)
            with system_scope("refresh", by=by, change=change.id):
                changes.announce(sorted(change.case_ids), today())

    def refuse_closed(self) -> None:
        """Who is on a case, and with whom somebody lives, changes while it is open. For what `changing` locked."""
        if self.closed_on:
            raise ValidationError(
                _("The case is closed. Take the closing back first, if that was a mistake.")
            )

    def write_line(
        self, verb: str, *, by: User | None, on: date, about: User | None = None, **details: object
    ) -> CaseLine:
        """Leave one immutable line in the case's history. No personal data in the details."""
        return CaseLine.objects.create(
            case=self, verb=verb, by=by, happened_on=on, about=about, details=details
        )

    def date_of(self, event: KeyEvent) -> date | None:
        """The date of one event as believed now."""
        return self.key_dates.current().of(event).values_list("on", flat=True).first()

    def rule_set(self) -> RuleSet | None:
        """The rules this case follows, from its takeover date and permit ground."""
        return rule_set(self.date_of(KeyEvent.TAKEOVER), self.permit_ground)

    def close(self, *, on: date, reason: str, by: User | None, version: Seen | None = None) -> None:
        """End the City's responsibility. Every open promise falls away from that day; nothing is deleted.

        StaleEdit if the case is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self], by=by) as [case]:
            refuse_stale(case, version)
            case.closed_on, case.close_reason = on, reason
            case.full_clean()
            case.save(update_fields=["closed_on", "close_reason"])
            case.write_line(Verb.CLOSED, by=by, on=on, reason=reason)

    def reopen(self, *, on: date, by: User | None, version: Seen | None = None) -> None:
        """Take a closing back that was a mistake. (A new period of responsibility is a new case.)"""
        with Case.changing([self], by=by) as [case]:
            refuse_stale(case, version)
            if not case.closed_on:
                raise ValidationError(_("The case is open already."))
            case.closed_on, case.close_reason = None, ""
            case.full_clean()
            case.save(update_fields=["closed_on", "close_reason"])
            case.write_line(Verb.REOPENED, by=by, on=on)

    def change_ground(
        self, *, permit_ground: str, reason: str, on: date, by: User | None, version: Seen | None = None
    ) -> None:
        """Correct the permit ground; the rule set and with it every clock follows."""
        with Case.changing([self], by=by, reason=reason) as [case]:
            refuse_stale(case, version)
            was, case.permit_ground = case.permit_ground, permit_ground
            case.full_clean()
            case.save(update_fields=["permit_ground"])
            case.write_line(Verb.GROUND_CHANGED, by=by, on=on, was_ground=was, ground=permit_ground)

    def change_person(
        self, *, by: User, on: date, version: int, number: str | None = None, **facts: object
    ) -> None:
        """Change details of the person. Raises StaleEdit if somebody saved them meanwhile."""
        with Case.changing([self], by=by):
            self.person.change(version=version, number=number, **facts)
            self.write_line(Verb.DETAILS_CHANGED, by=by, on=on)

    def join_household(
        self, household: Household | None, *, on: date, by: User | None, version: Seen | None = None
    ) -> None:
        """Housed together with others from now on; with None, alone."""
        with Case.changing([self], by=by) as [case]:
            refuse_stale(case, version)
            case.refuse_closed()
            case.household = household
            case.save(update_fields=["household"])
            case.write_line(Verb.HOUSEHOLD, by=by, on=on)

    def move_in_with(self, other: "Case", *, on: date, by: User | None, version: Seen | None = None) -> None:
        """Housed with the person of another case of the unit, and with whoever lives there."""
        with Case.changing([self, other], by=by) as cases:
            locked = {case.pk: case for case in cases}
            locked[self.pk].refuse_closed()
            housed = locked[other.pk]
            if housed.pk == self.pk or housed.unit_id != self.unit_id or housed.closed_on:
                raise ValidationError({"number": _("Write the number of another open case of the unit.")})
            home = housed.household
            if home is None:
                home = Household.objects.form(unit=self.unit)
                housed.join_household(home, on=on, by=by)
            self.join_household(home, on=on, by=by, version=version)
