from collections.abc import Sequence
from datetime import date
from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from refugees.days import refuse_days_to_come
from refugees.events import KeyEvent, Source
from refugees.models import Case, KeyDate, Seen, read_again
from screening.models.activity import Activity
from screening.models.signing import DeclarationMissing, Missing, rules_of_signing
from screening.verbs import Verb


class ContractQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ContractQuerySet":
        """Contracts on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "ContractQuerySet":
        """Not withdrawn as a mistake."""
        return self.filter(withdrawn_at=None)

    def concluded(self) -> "ContractQuerySet":
        """Signed by both, or with the reason why the person's signature is missing."""
        return self.standing().filter(concluded_on__isnull=False)

    def concluded_of(self, case_ids: Sequence[int]) -> models.QuerySet:
        """Of each concluded version of these cases, in their order: the case, the programme's start, the day."""
        rows = self.concluded().filter(case__any_of=case_ids).order_by("case", "number")
        return rows.values_list("case_id", "programme_from", "concluded_on")

    def latest_first(self) -> "ContractQuerySet":
        """The latest version first, with people and activities, ready for a page."""
        people = self.select_related("case", "city_signed_by", "recorded_by")
        return people.prefetch_related("activities").order_by("-number")

    def draw_up(
        self,
        *,
        case: Case,
        activities: Sequence[dict[str, Any]],
        today: date,
        by: User | None,
        source_key: str = "",
        **content: Any,
    ) -> "Contract":
        """Draw up the next version. The one in force stays so until this one is signed."""
        with Case.changing([case], by=by):
            last = self.filter(case=case).aggregate(last=Max("number"))["last"] or 0
            contract = self.model(case=case, number=last + 1, recorded_by=by, source_key=source_key)
            contract.hold(activities=activities, today=today, **content)
            contract.leave_line(Verb.CONTRACT_DRAWN_UP, by=by, on=contract.drawn_up_on)
        return contract


@pghistory.track()
class Contract(models.Model):
    """One version of the contract with a person, and of the declaration that is signed with it.

    It is drawn up, changed while it is a draft, and concluded: both sign, or it is recorded why the person's signature
    is missing; where nothing can be agreed the municipality fixes the content. What is concluded is not changed any
    more: a revision is the next version. Concluding the first one is the dated event E7 of the case.
    Source: Integration Act § 19; order 208/2026 §§ 3-16 (domain facts 1.4).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contracts")
    number = models.PositiveIntegerField(_("version"), editable=False)
    drawn_up_on = models.DateField(_("drawn up"))
    programme_from = models.DateField(_("programme starts"), null=True, blank=True)
    goal = models.TextField(_("goal for work or education"), max_length=2000)
    ratio = models.CharField(_("how Danish and the other activities go together"), max_length=500, blank=True)
    administration = models.CharField(_("coordinating administration"), max_length=120, blank=True)
    person_signed_on = models.DateField(_("signed by the person"), null=True, blank=True)
    person_missing = models.CharField(
        _("why the person's signature is missing"), max_length=8, choices=Missing, blank=True
    )
    city_signed_on = models.DateField(_("signed by the City"), null=True, blank=True)
    city_signed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    declaration_signed_on = models.DateField(_("declaration signed"), null=True, blank=True)
    declaration_missing = models.CharField(
        _("why the declaration is not signed"), max_length=10, choices=DeclarationMissing, blank=True
    )
    fixed_because = models.CharField(_("why the City fixed the content"), max_length=500, blank=True)
    # Counts the changes of a draft: its activities are rows of their own, so a form is made from this number.
    edition = models.PositiveIntegerField(_("times it was written"), default=0, editable=False)
    concluded_on = models.DateField(_("in force from"), null=True, blank=True, editable=False)
    # Of what came from the City's system of record: by it a row that comes again is known.
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = _("contract")
        verbose_name_plural = _("contracts")
        constraints = [
            models.UniqueConstraint(name="contract_version_once_per_case", fields=["case", "number"]),
            models.UniqueConstraint(
                name="one_draft_of_a_contract_per_case",
                fields=["case"],
                condition=Q(concluded_on=None, withdrawn_at=None),
                violation_error_message=_("There is a draft already. Change it, or take it away first."),
            ),
            models.UniqueConstraint(
                name="one_contract_a_key_of_the_system_of_record",
                fields=["case", "source_key"],
                condition=~Q(source_key=""),
                violation_error_message=_("This is recorded already: its key is the same."),
            ),
            models.CheckConstraint(name="contract_has_a_goal", condition=~Q(goal="")),
            *rules_of_signing(),
            models.CheckConstraint(
                name="withdrawing_a_contract_says_why",
                condition=Q(withdrawn_at=None, withdrawal_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason=""),
                violation_error_message=_("Say why the contract is withdrawn."),
            ),
        ]

    def __str__(self) -> str:
        return f"contract, version {self.number} (#{self.pk})"

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed."""
        return self.concluded_on is None and self.withdrawn_at is None

    @property
    def signed_on(self) -> date | None:
        """The day on which contract and declaration, as far as they are signed, were both signed; of a draft none."""
        return self.concluded_on and max(self.concluded_on, self.declaration_signed_on or self.concluded_on)

    def hold(
        self,
        *,
        activities: Sequence[dict[str, Any]],
        today: date,
        drawn_up_on: date,
        goal: str,
        programme_from: date | None = None,
        ratio: str = "",
        administration: str = "",
    ) -> None:
        """Take this content on, in place of what stood there, and save it."""
        refuse_days_to_come(today, drawn_up_on=drawn_up_on)
        self.drawn_up_on, self.programme_from = drawn_up_on, programme_from
        self.goal, self.ratio, self.administration = goal.strip(), ratio.strip(), administration.strip()
        rows = [Activity(contract=self, place=place, **each) for place, each in enumerate(activities, 1)]
        if not rows:
            raise ValidationError(_("Write at least one activity."))
        self.edition += 1
        self.full_clean()
        for row in rows:
            row.full_clean(exclude=["contract"])
        self.save()
        self.activities.all().delete()
        for row in rows:
            row.save()

    def rewrite(
        self,
        *,
        activities: Sequence[dict[str, Any]],
        today: date,
        by: User,
        version: Seen | None = None,
        **content: Any,
    ) -> None:
        """Change a draft. The history keeps what stood there.

        StaleEdit if the draft is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self.case], by=by):
            self._still_a_draft(version)
            self.hold(activities=activities, today=today, **content)
            self.leave_line(Verb.CONTRACT_CHANGED, by=by, on=today)

    def conclude(
        self,
        *,
        city_signed_on: date,
        today: date,
        by: User,
        person_signed_on: date | None = None,
        person_missing: str = "",
        declaration_signed_on: date | None = None,
        declaration_missing: str = "",
        fixed_because: str = "",
        version: Seen | None = None,
    ) -> None:
        """Both have signed, or the City has and it says why the person has not; from now on this version is in force.

        It is in force from the later of the two signatures; the declaration is signed with it, or it says why not. The
        case's dated event E7 is recorded with the first version: the day on which all that is signed was signed.
        """
        refuse_days_to_come(
            today,
            city_signed_on=city_signed_on,
            person_signed_on=person_signed_on,
            declaration_signed_on=declaration_signed_on,
        )
        if not person_signed_on and not person_missing:
            raise ValidationError({"person_missing": _("Say why the person's signature is missing.")})
        if not declaration_signed_on and not declaration_missing:
            raise ValidationError({"declaration_missing": _("Say why the declaration is not signed.")})
        with Case.changing([self.case], by=by):
            self._still_a_draft(version)
            # Who takes a list in has signed nothing; who did stands in the system of record.
            self.city_signed_on, self.city_signed_by = city_signed_on, None if self.source_key else by
            self.person_signed_on, self.person_missing = person_signed_on, person_missing
            self.declaration_signed_on = declaration_signed_on
            self.declaration_missing, self.fixed_because = declaration_missing, fixed_because.strip()
            self.concluded_on = max(city_signed_on, person_signed_on or city_signed_on)
            self.full_clean()
            self.save()
            verb = Verb.CONTRACT_SIGNED if person_signed_on else Verb.CONTRACT_UNSIGNED
            self.leave_line(verb, by=by, on=self.concluded_on, missing=person_missing)
            if self.case.date_of(KeyEvent.CONTRACT) is None:
                KeyDate.objects.record(
                    case=self.case, event=KeyEvent.CONTRACT, on=self.signed_on, source=Source.CITY, by=by
                )

    def withdraw(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """It was a mistake: the version stays, marked. The date of the event E7 goes, or moves to the next version."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the contract is withdrawn.")})
        with Case.changing([self.case], by=by, reason=reason):
            read_again(self, version)
            if self.withdrawn_at:
                raise ValidationError(_("This version has been withdrawn meanwhile."))
            self.withdrawn_at, self.withdrawal_reason = now(), reason.strip()
            self.full_clean()
            self.save(update_fields=["withdrawn_at", "withdrawal_reason"])
            self.leave_line(Verb.CONTRACT_WITHDRAWN, by=by, on=on)
            self._hand_on_the_date(reason=reason, by=by)

    def _hand_on_the_date(self, *, reason: str, by: User) -> None:
        """The event E7 belongs to the first version in force: another may be that now, or none."""
        dates = self.case.key_dates.current().of(KeyEvent.CONTRACT)
        recorded = dates.filter(on=self.signed_on).first() if self.concluded_on else None
        first = Contract.objects.concluded().filter(case=self.case_id).order_by("number").first()
        if recorded and first is None:
            recorded.withdraw(reason=reason, by=by)
        elif recorded and first.signed_on != recorded.on:
            recorded.correct(on=first.signed_on, reason=reason, by=by)

    def _still_a_draft(self, version: str | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if not self.is_draft:
            raise ValidationError(_("This version is no draft any more. Draw up the next one."))

    def leave_line(self, verb: Verb, *, by: User | None, on: date, **more: str) -> None:
        """One line on the case: which version; no word of what it says."""
        self.case.write_line(verb, by=by, on=on, number=self.number, contract=self.pk, **more)
