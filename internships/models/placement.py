from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.models.company import Company
from internships.models.offer import GONE, Answer, Offer
from internships.models.production_unit import ProductionUnit
from internships.verbs import Verb
from refugees.models import Case, Seen, read_again


class Kind(models.TextChoices):
    """What was started. Each of them meets the City's goal "started within the first month"."""

    INTERNSHIP = "internship", _("Company internship")
    WAGE_SUBSIDY = "wage-subsidy", _("Wage-subsidy job")
    JOB = "job", _("Ordinary job")


class Ending(models.TextChoices):
    """How it ended."""

    OPEN = "", _("Still going on")
    COMPLETED = "completed", _("completed as agreed")
    JOB = "job", _("became a job")
    BROKEN_OFF_PERSON = "broken-off-person", _("broken off by the person")
    BROKEN_OFF_COMPANY = "broken-off-company", _("broken off by the company")
    OTHER = "other", _("another reason")


class PlacementQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PlacementQuerySet":
        """Placements on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> "PlacementQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def start(
        self,
        *,
        case: Case,
        company: Company,
        kind: str,
        on: date,
        today: date,
        by: User | None,
        offer: Offer | None = None,
        version: Seen | None = None,
        planned_last_on: date | None = None,
        unit: ProductionUnit | None = None,
    ) -> "Placement":
        """The person began at the company. Starting on an offer that nobody answered accepts it.

        StaleEdit if the offer is not what the form, by its `version`, was made from.
        """
        if on > today:
            raise ValidationError({"started_on": _("A start is recorded on the day or later, not before.")})
        with Case.changing([case], by=by):
            if offer:
                read_again(offer, version)
                accept_by_starting(offer, on=on, today=today, by=by)
            placement = self.model(
                case=case,
                company=company,
                unit=unit or (offer and offer.unit),
                kind=kind,
                started_on=on,
                offer=offer,
                planned_last_on=planned_last_on,
                recorded_by=by,
            )
            placement.full_clean()
            placement.save()
            case.write_line(Verb.STARTED, by=by, on=on, kind=kind, placement=placement.pk)
        return placement


def accept_by_starting(offer: Offer, *, on: date, today: date, by: User | None) -> None:
    """Whoever starts on an offer takes it. What was declined or withdrawn cannot be started."""
    if offer.answer in GONE:
        raise ValidationError(
            {
                "started_on": _(
                    "This offer was declined or withdrawn. Change its answer first if that was a mistake, or record"
                    " a start without an offer."
                )
            }
        )
    if offer.answer == Answer.OPEN:
        accepted_on = max(offer.offered_on, min(on, today))
        offer.record_answer(answer=Answer.ACCEPTED, on=accepted_on, today=today, by=by)


@pghistory.track()
class Placement(models.Model):
    """A company internship, wage-subsidy job or ordinary job that really began."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="placements")
    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="placements")
    unit = models.ForeignKey(
        ProductionUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="placements"
    )
    offer = models.ForeignKey(
        Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="placements"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    started_on = models.DateField(_("started on"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    planned_last_on = models.DateField(_("agreed last day"), null=True, blank=True)
    next_step = models.CharField(_("what comes next"), max_length=300, blank=True)
    next_step_on = models.DateField(_("decided on"), null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=20, choices=Ending, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        constraints = [
            models.CheckConstraint(name="placement_kind_is_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="placement_ending_and_last_day_go_together",
                condition=Q(ending="", last_on=None)
                | Q(
                    ending__in=[value for value in Ending.values if value],
                    last_on__isnull=False,
                    last_on__gte=F("started_on"),
                ),
                violation_error_message=_("What ended has a last day, not before the first, and a reason."),
            ),
            models.CheckConstraint(
                name="placement_planned_end_after_start",
                condition=Q(planned_last_on=None)
                | Q(planned_last_on__isnull=False, planned_last_on__gte=F("started_on")),
                violation_error_message=_("The agreed last day is not before the first."),
            ),
            models.CheckConstraint(
                name="placement_next_step_and_date_go_together",
                condition=Q(next_step="", next_step_on=None)
                | ~Q(next_step="") & Q(next_step_on__isnull=False),
                violation_error_message=_("Say what comes next, and when it was decided."),
            ),
            models.UniqueConstraint(
                name="one_placement_per_offer",
                fields=["offer"],
                condition=Q(taken_back_at=None, offer__isnull=False),
                violation_error_message=_("This offer has already been started."),
            ),
            models.CheckConstraint(
                name="taking_back_a_start_says_why",
                condition=Q(taken_back_at=None) | ~Q(correction_reason=""),
                violation_error_message=_("Say why the start is taken back."),
            ),
        ]

    def __str__(self) -> str:
        return f"placement {self.started_on} (#{self.pk})"

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(_("This start has been taken back meanwhile."))

    def end(self, *, on: date, ending: str, today: date, by: User, version: Seen | None = None) -> None:
        """Record the last day and how it ended.

        StaleEdit if the placement is not what the form, by its `version`, was made from; so do the verbs below.
        """
        if on > today:
            raise ValidationError({"last_on": _("An end is recorded on the day or later, not before.")})
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.last_on, self.ending = on, ending
            self.full_clean()
            self.save(update_fields=["last_on", "ending"])
            self.case.write_line(Verb.ENDED, by=by, on=on, kind=self.kind, ending=ending, placement=self.pk)

    def plan_end(self, *, on: date | None, today: date, by: User, version: Seen | None = None) -> None:
        """Agree on a last day, or on none any more: what comes next is to be decided before it."""
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.planned_last_on = on
            self.full_clean()
            self.save(update_fields=["planned_last_on"])
            words = {"date": on.isoformat()} if on else {}
            verb = Verb.END_PLANNED if on else Verb.END_DROPPED
            self.case.write_line(verb, by=by, on=today, kind=self.kind, placement=self.pk, **words)

    def decide_next(self, *, text: str, on: date, today: date, by: User, version: Seen | None = None) -> None:
        """Say what comes after it, and when that was decided."""
        if on > today:
            raise ValidationError(
                {"next_step_on": _("A decision is recorded on the day or later, not before.")}
            )
        with Case.changing([self.case], by=by):
            self._still_stands(version)
            self.next_step, self.next_step_on = text.strip(), on
            self.full_clean()
            self.save(update_fields=["next_step", "next_step_on"])
            self.case.write_line(Verb.NEXT_DECIDED, by=by, on=on, kind=self.kind, placement=self.pk)

    def take_next_back(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """Nothing was decided after all, or it no longer holds: the promise runs again."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.next_step, self.next_step_on = "", None
            self.full_clean()
            self.save(update_fields=["next_step", "next_step_on"])
            self.case.write_line(Verb.NEXT_TAKEN_BACK, by=by, on=on, kind=self.kind, placement=self.pk)

    def correct_start(
        self, *, on: date, reason: str, today: date, by: User, version: Seen | None = None
    ) -> None:
        """The first day was another one. The old one stays in the history, with the reason."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the start is corrected.")})
        if on > today:
            raise ValidationError({"started_on": _("A start is recorded on the day or later, not before.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            was, self.started_on, self.correction_reason = self.started_on, on, reason
            self.full_clean()
            self.save(update_fields=["started_on", "correction_reason"])
            self.case.write_line(
                Verb.START_CORRECTED,
                by=by,
                on=on,
                kind=self.kind,
                was=was.isoformat(),
                date=on.isoformat(),
                placement=self.pk,
            )

    def take_back(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """It did not begin after all: the row stays, the clocks run again."""
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.taken_back_at, self.correction_reason = now(), reason
            self.full_clean()
            self.save(update_fields=["taken_back_at", "correction_reason"])
            self.case.write_line(
                Verb.TAKEN_BACK,
                by=by,
                on=on,
                kind=self.kind,
                was=self.started_on.isoformat(),
                placement=self.pk,
            )
