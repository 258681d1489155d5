from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from accounts.scope import system_scope
from mentoring.verbs import Verb
from refugees.models import Case
from refugees.models.stale import Seen, read_again

WORDS_MAX_LENGTH = 300
# Not looked up again when it is settled: whoever took a promise over does not see in which contact it was made.
HANDED = ["contact"]
# What whoever was overtaken is told of the promise as it stands.
SAYS = ("outcome", "reason", "settled_by")


class PromiseOutcome(models.TextChoices):
    """What became of it."""

    KEPT = "kept", _("Kept")
    NOT_NEEDED = "not-needed", _("No longer needed")


class ContactStands(Func):
    """Whether a contact took place, whoever asks; of the contact itself that tells nothing."""

    function = "mentoring_contact_stands"
    output_field = models.BooleanField()


class PromiseQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PromiseQuerySet":
        """Promises on the cases that this person sees whole; a mentor sees those that are theirs to keep."""
        if user.sees_whole_cases():
            return self.filter(case__in=Case.objects.whole_for(user))
        return self.filter(case__in=Case.objects.visible_to(user), holder=user)

    def standing(self) -> "PromiseQuerySet":
        """Those of contacts that took place: with a contact that is taken back goes what was promised in it."""
        # Asked of the database: whoever keeps a promise that was handed over does not see the contact it was made in.
        return self.filter(ContactStands(F("contact_id")))

    def open(self) -> "PromiseQuerySet":
        """Those still to be kept."""
        return self.standing().filter(outcome="")

    def due_first(self) -> "PromiseQuerySet":
        """By the day on which they are due, with their people."""
        return self.select_related("holder", "settled_by").order_by("due_on", "pk")

    def pass_on(self, *, case: Case, former: User, to: User, by: User | None) -> int:
        """What somebody promised on a case is for another to keep; return how many promises that were.

        In system scope: a mentor's promises are read by the unit and the mentor, not by whoever finds mentors.
        """
        with system_scope("hand over", by=by):
            return self.open().filter(case=case, holder=former).update(holder=to)

    def make(self, *, contact: models.Model, words: str, due_on: date, by: User) -> "Promise":
        """Promise the person something in a contact; part of logging it."""
        promise = self.model(
            contact=contact,
            case=contact.case,
            words=words.strip(),
            made_on=contact.on,
            due_on=due_on,
            holder=contact.author,
        )
        promise.full_clean()
        promise.save()
        promise.leave_line(Verb.PROMISED, by=by, on=contact.on)
        return promise


@pghistory.track()
class Promise(models.Model):
    """What somebody promised a person in a contact, and by which day. Not a promise of the City: those are clocks.

    `holder` is who is to keep it: the author of the contact, until somebody takes it over.
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    contact = models.ForeignKey("mentoring.Contact", on_delete=models.PROTECT, related_name="promises")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="promises")
    words = models.CharField(_("promise"), max_length=WORDS_MAX_LENGTH)
    made_on = models.DateField(_("promised on"))
    due_on = models.DateField(_("due"))
    holder = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="+", verbose_name=_("who keeps it")
    )
    outcome = models.CharField(_("what became of it"), max_length=12, choices=PromiseOutcome, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    settled_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        constraints = [
            models.CheckConstraint(name="promise_says_what", condition=~Q(words="")),
            models.CheckConstraint(
                name="promise_is_due_when_made_or_later",
                condition=Q(due_on__gte=F("made_on")),
                violation_error_message=_("A promise is due on the day of the contact or later."),
            ),
            models.CheckConstraint(
                name="promise_outcome_is_known", condition=Q(outcome__in=["", *PromiseOutcome.values])
            ),
            models.CheckConstraint(
                name="promise_outcome_says_who_and_when",
                condition=Q(outcome="", settled_by=None, settled_at=None)
                | ~Q(outcome="") & Q(settled_by__isnull=False, settled_at__isnull=False),
            ),
            models.CheckConstraint(
                name="promise_no_longer_needed_says_why",
                condition=Q(outcome=PromiseOutcome.NOT_NEEDED) & ~Q(reason="")
                | ~Q(outcome=PromiseOutcome.NOT_NEEDED) & Q(reason=""),
                violation_error_message=_("Say why it is no longer needed."),
            ),
        ]
        indexes = [
            models.Index(name="promise_open_by_case", fields=["case", "due_on"], condition=Q(outcome=""))
        ]

    def __str__(self) -> str:
        return f"promise due {self.due_on} (#{self.pk})"

    def keep(self, *, today: date, by: User) -> bool:
        """It is done as promised; False if somebody settled it meanwhile."""
        return self._settle(PromiseOutcome.KEPT, Verb.PROMISE_KEPT, today=today, by=by)

    def drop(self, *, reason: str, today: date, by: User, version: Seen | None = None) -> None:
        """It is no longer needed, because. StaleEdit if somebody settled it meanwhile."""
        why = reason.strip()
        if not why:
            raise ValidationError({"reason": _("Say why it is no longer needed.")})
        with Case.changing([self.case], by=by, reason=why):
            read_again(self, version)
            if not self._settle(
                PromiseOutcome.NOT_NEEDED, Verb.PROMISE_DROPPED, today=today, by=by, reason=why
            ):
                raise ValidationError(_("This promise has been settled meanwhile."))

    def open_again(self, *, today: date, by: User) -> bool:
        """That it was settled was a mistake; False if it is open."""
        with Case.changing([self.case], by=by):
            read_again(self)
            if not self.outcome:
                return False
            self.outcome, self.reason, self.settled_by, self.settled_at = "", "", None, None
            self.full_clean(exclude=HANDED)
            self.save()
            self.leave_line(Verb.PROMISE_OPEN_AGAIN, by=by, on=today)
        return True

    def leave_line(self, verb: Verb, *, by: User, on: date) -> None:
        """One line on the case: by which day. The words stay with the promise."""
        self.case.write_line(verb, by=by, on=on, promise=self.pk, date=self.due_on.isoformat())

    def _settle(
        self, outcome: PromiseOutcome, verb: Verb, *, today: date, by: User, reason: str = ""
    ) -> bool:
        with Case.changing([self.case], by=by):
            read_again(self)
            if self.outcome:
                return False
            self.outcome, self.reason, self.settled_by, self.settled_at = outcome, reason, by, now()
            self.full_clean(exclude=HANDED)
            self.save()
            self.leave_line(verb, by=by, on=today)
        return True
