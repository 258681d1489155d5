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
from internships.models.offer import Offer
from internships.models.offer_rules import OfferKind
from internships.models.placement_agreement_rules import (
    SIGNED,
    NoSignature,
    rules_of_content,
    rules_of_signing,
    rules_of_versions,
)
from internships.verbs import Verb
from refugees.hours import in_hours
from refugees.models import Case, Seen, read_again

CONTENT = (
    "drawn_up_on",
    "purpose",
    "tasks",
    "from_on",
    "until_on",
    "minutes_a_week",
    "practice_minutes",
    "school_weeks",
    "supervisor",
    "insurance",
    "staff_talk_on",
    "staff_talk_with",
)
SIGNATURES = (*SIGNED, "person_missing", "company_signed_by", "city_signed_by", "late_reason")


class PlacementAgreementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PlacementAgreementQuerySet":
        """Agreements on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "PlacementAgreementQuerySet":
        """Not withdrawn as a mistake."""
        return self.filter(withdrawn_at=None)

    def signed_by_all(self) -> "PlacementAgreementQuerySet":
        """In force: company and City have signed, and the person has, or it says why not."""
        person = Q(person_signed_on__isnull=False) | ~Q(person_missing="")
        parties = self.standing().filter(company_signed_on__isnull=False, city_signed_on__isnull=False)
        return parties.filter(person)

    def draw_up(self, *, offer: Offer, today: date, by: User | None, **content: Any) -> "PlacementAgreement":
        """Write the agreement about an offer down, or its next version. What is signed stays in force until then."""
        with Case.changing([offer.case], by=by):
            read_again(offer)
            if offer.is_gone:
                raise ValidationError(_("This offer was declined or withdrawn, or did not start."))
            last = self.filter(offer=offer).aggregate(last=Max("number"))["last"] or 0
            agreement = self.model(
                offer=offer, kind=offer.kind, case=offer.case, number=last + 1, recorded_by=by
            )
            agreement.hold(today=today, **content)
            agreement.leave_line(Verb.AGREEMENT_DRAWN_UP, by=by, on=agreement.drawn_up_on)
        return agreement


@pghistory.track()
class PlacementAgreement(models.Model):
    """What person, company and City agree about one placement: what for, how long, doing what, under whom.

    Of which kind it is, its offer says; the row repeats it, because rules depend on it (a key of two columns holds both
    together). An ordinary job may have no last day; an IGU says its hours of practice and its weeks of school.

    It is drawn up, changed until the first has signed, and in force when company and City have signed and the person
    has too, or it says why not. From the first signature on its content stands (the trigger `signed_agreement_stands`):
    what changes is the next version, what was wrong is withdrawn with a reason.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="placement_agreements")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="agreements")
    kind = models.CharField(_("kind"), max_length=20, choices=OfferKind, editable=False)
    number = models.PositiveIntegerField(_("version"), editable=False)
    drawn_up_on = models.DateField(_("drawn up"))
    purpose = models.TextField(_("purpose"), max_length=1000)
    tasks = models.TextField(_("tasks"), max_length=1000)
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"), null=True, blank=True)
    minutes_a_week = models.PositiveSmallIntegerField(_("minutes a week"))
    practice_minutes = models.PositiveSmallIntegerField(
        _("minutes of practice a week"), null=True, blank=True
    )
    school_weeks = models.PositiveSmallIntegerField(_("weeks of school"), null=True, blank=True)
    supervisor = models.CharField(_("who looks after the person"), max_length=120)
    insurance = models.CharField(_("about insurance"), max_length=500, blank=True)
    staff_talk_on = models.DateField(_("talk with the staff's representative"), null=True, blank=True)
    staff_talk_with = models.CharField(_("with whom"), max_length=120, blank=True)
    person_signed_on = models.DateField(_("signed by the person"), null=True, blank=True)
    person_missing = models.CharField(
        _("why the person's signature is missing"), max_length=8, choices=NoSignature, blank=True
    )
    company_signed_on = models.DateField(_("signed by the company"), null=True, blank=True)
    company_signed_by = models.CharField(_("who signed for the company"), max_length=120, blank=True)
    city_signed_on = models.DateField(_("signed for the City"), null=True, blank=True)
    city_signed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    late_reason = models.CharField(_("why it is signed after the first day"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = PlacementAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement about a placement")
        verbose_name_plural = _("agreements about placements")
        constraints = [*rules_of_content(), *rules_of_signing(), *rules_of_versions()]

    def __str__(self) -> str:
        return f"agreement about a placement, version {self.number} (#{self.pk})"

    @property
    def weeks(self) -> int | None:
        """How many weeks it is about; a week that has begun counts. None where no last day is agreed."""
        if self.until_on is None:
            return None
        return -(-((self.until_on - self.from_on).days + 1) // 7)

    @property
    def is_draft(self) -> bool:
        """Whether it may still be changed: nobody has signed, and it stands."""
        return not (self.withdrawn_at or self.person_missing or any(getattr(self, name) for name in SIGNED))

    @property
    def signed_on(self) -> date | None:
        """When the last one signed; None while a signature is still to come."""
        person = self.person_signed_on or self.person_missing
        if not (person and self.company_signed_on and self.city_signed_on):
            return None
        return max(filter(None, (getattr(self, name) for name in SIGNED)))

    def get_minutes_a_week_display(self) -> str:
        """The hours a week in words: 30 h, 7 h 30 min."""
        return in_hours(self.minutes_a_week)

    def get_practice_minutes_display(self) -> str:
        """The hours of practice a week in words; nothing where there is no school beside it."""
        return in_hours(self.practice_minutes) if self.practice_minutes else ""

    def hold(self, *, today: date, **content: Any) -> None:
        """Take this content on, in place of what stood there, and save it. `content` as CONTENT names it."""
        for name, value in content.items():
            setattr(self, name, value.strip() if isinstance(value, str) else value)
        self._refuse_to_come(today, "drawn_up_on", "staff_talk_on")
        self.full_clean()
        self.save()

    def rewrite(self, *, today: date, by: User, version: Seen | None = None, **content: Any) -> None:
        """Change it before anybody has signed. The history keeps what stood there.

        StaleEdit if the agreement is not what the form, by its `version`, was made from; so do the verbs below.
        """
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            if not self.is_draft:
                raise ValidationError(
                    _("Somebody has signed this meanwhile. Draw up the next version instead.")
                )
            self.hold(today=today, **content)
            self.leave_line(Verb.AGREEMENT_CHANGED, by=by, on=today)

    def sign(
        self,
        *,
        today: date,
        by: User | None,
        late_reason: str = "",
        version: Seen | None = None,
        **signatures: Any,
    ) -> None:
        """Record who has signed, or why the person has not. A signature that is given stands.

        `signatures`: person_signed_on or person_missing; company_signed_on with company_signed_by; city_signed_on,
        which is that of whoever records it. After the first day, `late_reason` says why.
        """
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            given = {name: value for name, value in signatures.items() if value}
            if not given:
                raise ValidationError(_("Write at least one signature, or why the person's is missing."))
            for name, value in given.items():
                if getattr(self, name):
                    raise ValidationError({name: _("This is recorded already.")})
                setattr(self, name, value.strip() if isinstance(value, str) else value)
            if "person_signed_on" in given:
                self.person_missing = ""
            if "city_signed_on" in given:
                self.city_signed_by = by
            self.late_reason = late_reason.strip() or self.late_reason
            self._refuse_to_come(today, *SIGNED)
            self.full_clean()
            self.save(update_fields=list(SIGNATURES))
            self.leave_line(Verb.AGREEMENT_SIGNED, by=by, on=today)

    def withdraw(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """It was a mistake, or does not hold any more. It stays readable, marked so."""
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.withdrawn_at, self.withdrawal_reason = now(), reason.strip()
            self.full_clean()
            self.save(update_fields=["withdrawn_at", "withdrawal_reason"])
            self.leave_line(Verb.AGREEMENT_WITHDRAWN, by=by, on=on)

    def leave_line(self, verb: Verb, *, by: User | None, on: date) -> None:
        """A line in the history of the case."""
        self.case.write_line(verb, by=by, on=on, offer=self.offer_id, agreement=self.pk)

    def _still_stands(self, version: Seen | None) -> None:
        read_again(self, version)
        if self.withdrawn_at:
            raise ValidationError(_("This agreement has been withdrawn meanwhile."))

    def _refuse_to_come(self, today: date, *names: str) -> None:
        to_come = [name for name in names if getattr(self, name) and getattr(self, name) > today]
        if to_come:
            raise ValidationError({name: _("This day has not come yet.") for name in to_come})
