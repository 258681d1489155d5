from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from refugees.events import KeyEvent, Source
from refugees.models.case import Case
from refugees.models.stale import Seen, read_again, refuse_stale
from refugees.takeover import propose_takeover
from refugees.verbs import Verb

# Events from which the takeover date is proposed.
LEADS_TO_TAKEOVER = {KeyEvent.PERMIT, KeyEvent.ALLOCATION, KeyEvent.REGISTRATION}


# The reason of a confirmation is a key, not a sentence: each reader gets it in their own language.
CONFIRMED = "confirmed"
CONFIRMED_WORDS = _("Confirmed by the City.")


class KeyDateQuerySet(models.QuerySet):
    def current(self) -> "KeyDateQuerySet":
        """What is believed now; corrected values stay beside it, superseded."""
        return self.filter(superseded_at=None)

    def of(self, event: KeyEvent) -> "KeyDateQuerySet":
        """Only dates of this event."""
        return self.filter(event=event)

    def dates_of(self, case_ids: list[int], *events: KeyEvent) -> dict[tuple[int, str], date]:
        """The current dates of these events for any number of cases, in one query."""
        rows = self.current().filter(case_id__any_of=case_ids, event__in=events)
        return {(case_id, event): on for case_id, event, on in rows.values_list("case_id", "event", "on")}

    def record(
        self, *, case: Case, event: str, on: date, source: str, by: User | None, reason: str = ""
    ) -> "KeyDate":
        """Record a dated event for the first time. Some also let the rule propose the takeover date."""
        with Case.changing([case], by=by):
            row = self.model(case=case, event=event, on=on, source=source, recorded_by=by, reason=reason)
            row.refuse_before_takeover()
            row.full_clean()
            row.save()
            case.write_line(Verb.DATE_RECORDED, by=by, on=on, event=event, date=on.isoformat())
            if event in LEADS_TO_TAKEOVER:
                self.propose_takeover(case=case, by=by)
        return row

    def propose_takeover(self, *, case: Case, by: User | None) -> None:
        """Set or move the proposed takeover date by the rule. A confirmed date is never touched."""
        known = self.current().filter(case=case, event=KeyEvent.TAKEOVER).first()
        if known and not known.is_proposed:
            return
        dates = self.dates_of([case.pk], *LEADS_TO_TAKEOVER)
        on = propose_takeover(
            case.permit_ground,
            allocated_on=dates.get((case.pk, KeyEvent.ALLOCATION)),
            registered_on=dates.get((case.pk, KeyEvent.REGISTRATION)),
            permit_on=dates.get((case.pk, KeyEvent.PERMIT)),
            applied_in_denmark=case.applied_in_denmark,
        )
        if known and known.on == on:
            return
        if known:
            known.supersede()
        if isinstance(on, date):
            self.model(
                case=case,
                event=KeyEvent.TAKEOVER,
                on=on,
                source=Source.RULE,
                recorded_by=by,
                is_proposed=True,
            ).save()
            case.write_line(Verb.DATE_PROPOSED, by=by, on=on, event=KeyEvent.TAKEOVER, date=on.isoformat())

    def confirm_takeover(
        self, *, case: Case, by: User | None, on: date | None = None, version: Seen | None = None
    ) -> "KeyDate":
        """Make the proposed takeover date the truth, as it is reported to the state; or name another day.

        StaleEdit if the form, by its `version`, was made from another proposal or from none.
        """
        with Case.changing([case], by=by):
            known = self.current().filter(case=case, event=KeyEvent.TAKEOVER).first()
            refuse_stale(known, version)
            proposed = known if known and known.is_proposed else None
            row = self.model(
                case=case,
                event=KeyEvent.TAKEOVER,
                on=on or proposed.on,
                source=Source.CITY,
                recorded_by=by,
            )
            if proposed:
                proposed.supersede()
                row.corrects = proposed
                row.reason = CONFIRMED
            row.full_clean()
            row.save()
            case.write_line(
                Verb.DATE_CONFIRMED, by=by, on=row.on, event=KeyEvent.TAKEOVER, date=row.on.isoformat()
            )
        return row


@pghistory.track()
class KeyDate(models.Model):
    """One dated event of a case: the date, who said so, when it was recorded. A correction is a new row that
    names the old one and says why; the old row keeps its value."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="key_dates")
    event = models.CharField(_("event"), max_length=2, choices=KeyEvent)
    on = models.DateField(_("date"))
    source = models.CharField(_("source"), max_length=24, choices=Source)
    is_proposed = models.BooleanField(
        default=False, help_text=_("Computed by the rule and not yet confirmed by anybody.")
    )
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    superseded_at = models.DateTimeField(_("replaced or withdrawn"), null=True, blank=True)

    objects = KeyDateQuerySet.as_manager()

    class Meta:
        verbose_name = _("key date")
        verbose_name_plural = _("key dates")
        constraints = [
            models.CheckConstraint(name="key_date_event_is_known", condition=Q(event__in=KeyEvent.values)),
            models.CheckConstraint(name="key_date_source_is_known", condition=Q(source__in=Source.values)),
            models.UniqueConstraint(
                name="one_current_date_per_event",
                fields=["case", "event"],
                condition=Q(superseded_at=None),
                violation_error_message=_("This date is already recorded. Correct it instead, and say why."),
            ),
            models.CheckConstraint(
                name="correction_says_why",
                condition=Q(corrects=None) | ~Q(reason=""),
                violation_error_message=_("Say why the date is corrected."),
            ),
            models.CheckConstraint(
                name="only_the_takeover_is_proposed",
                condition=Q(is_proposed=False) | Q(event=KeyEvent.TAKEOVER),
            ),
        ]
        indexes = [
            # Who was taken over in a period, whatever the size of the table.
            models.Index(
                name="current_date_by_event", fields=["event", "on"], condition=Q(superseded_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.on} (#{self.pk})"

    @property
    def reason_words(self) -> str:
        """Why this date replaced another, in the reader's language where nobody typed it."""
        return str(CONFIRMED_WORDS) if self.reason == CONFIRMED else self.reason

    def _still_believed(self, version: Seen | None) -> None:
        """Whoever comes second sees the date that the first one left behind, or that it was withdrawn."""
        read_again(self)
        believed = KeyDate.objects.current().filter(case=self.case_id, event=self.event).first()
        refuse_stale(believed or self, version)
        if self.superseded_at:
            raise ValidationError(_("This date has been corrected or withdrawn meanwhile."))

    def refuse_before_takeover(self) -> None:
        """Nobody is ready to relocate before the City has taken over."""
        if self.event != KeyEvent.READY_TO_RELOCATE:
            return
        taken_over_on = self.case.date_of(KeyEvent.TAKEOVER)
        if taken_over_on is None or self.on < taken_over_on:
            words = gettext("%(number)s: nobody is ready to relocate before the City has taken over.")
            raise ValidationError({"on": words % {"number": self.case.number}})

    def supersede(self) -> None:
        """Keep this row as what was believed until now."""
        self.superseded_at = now()
        self.save(update_fields=["superseded_at"])

    def correct(
        self,
        *,
        on: date,
        reason: str,
        by: User | None,
        source: str = Source.CITY,
        version: Seen | None = None,
    ) -> "KeyDate":
        """Replace this date by another and say why. This row stays, superseded, beside the new one.

        StaleEdit if another date is believed by now than the one the form, by its `version`, was made from.
        """
        with Case.changing([self.case], by=by, reason=reason):
            self._still_believed(version)
            row = KeyDate(
                case=self.case,
                event=self.event,
                on=on,
                source=source,
                recorded_by=by,
                reason=reason,
                corrects=self,
            )
            row.refuse_before_takeover()
            self.supersede()
            row.full_clean()
            row.save()
            self.case.write_line(
                Verb.DATE_CORRECTED,
                by=by,
                on=on,
                event=self.event,
                was=self.on.isoformat(),
                date=on.isoformat(),
                key_date=row.pk,
            )
            if self.event in LEADS_TO_TAKEOVER:
                KeyDate.objects.propose_takeover(case=self.case, by=by)
        return row

    def withdraw(self, *, reason: str, by: User | None, version: Seen | None = None) -> None:
        """The event did not happen after all: its clocks fall back to not started. Says why. StaleEdit as above."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the date is withdrawn.")})
        with Case.changing([self.case], by=by, reason=reason):
            self._still_believed(version)
            self.supersede()
            self.case.write_line(
                Verb.DATE_WITHDRAWN,
                by=by,
                on=self.on,
                event=self.event,
                was=self.on.isoformat(),
                key_date=self.pk,
            )
