from datetime import date
from typing import Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Func, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from uuid6 import uuid7

from accounts.day import now, today
from accounts.models import User
from goals import registry
from goals.models.recalculation import Purpose, Recalculation, hold_rules
from goals.models.version import GoalVersion
from goals.models.wording import HAS_A_SPAN_OR_RUNS_BEFORE_AN_EVENT, Standard, Wording
from goals.reckoning import Terms
from refugees.models.person import StaleEdit


class IsAnyOf(Func):
    """Whether a value stands in an array."""

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = models.BooleanField()


# Another version was put in force meanwhile, or limits were suspended, or are no longer.
OUTDATED = gettext_lazy(
    "The rules have changed since this dry run: it no longer shows what this draft would do. Try it out again."
)


class VersionDraftQuerySet(models.QuerySet):
    def pending(self) -> "VersionDraftQuerySet":
        """Neither in force nor withdrawn."""
        return self.filter(activated_at=None, withdrawn_at=None)

    @transaction.atomic
    def write(self, *, by: User, **facts: Any) -> "VersionDraft":
        """Draft a new wording of a promise. It measures nothing until somebody else puts it in force."""
        draft = self.model(written_by=by, edited_by=by, authors=[by.pk], **facts)
        draft.check_and_save()
        return draft


@pghistory.track()
class VersionDraft(Wording):
    """A wording that is being prepared: tried out on every case, then put in force by somebody who did not write it."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    valid_from = models.DateField(gettext_lazy("for clocks that start from"))
    reason = models.TextField(gettext_lazy("reason for the change"), max_length=2000)
    edition = models.PositiveIntegerField(default=1)
    authors = ArrayField(
        models.BigIntegerField()
    )  # whoever wrote or edited it: none of them puts it in force
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)
    edited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(default=now)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    activated_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    activated_at = models.DateTimeField(null=True, blank=True)
    version = models.OneToOneField(
        GoalVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="draft"
    )

    objects = VersionDraftQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("draft of a version")
        verbose_name_plural = gettext_lazy("drafts of versions")
        constraints = [
            models.CheckConstraint(name="draft_standard_is_known", condition=Q(standard__in=Standard.values)),
            models.CheckConstraint(
                name="draft_has_a_span_or_runs_before_an_event", condition=HAS_A_SPAN_OR_RUNS_BEFORE_AN_EVENT
            ),
            models.CheckConstraint(
                name="draft_extends_only_a_span_of_time",
                condition=Q(max_extension_days=0) | Q(amount__isnull=False),
                violation_error_message=gettext_lazy(
                    "A promise that runs before an event cannot be extended."
                ),
            ),
            models.CheckConstraint(name="draft_names_its_source", condition=~Q(source="")),
            models.CheckConstraint(name="draft_gives_its_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="draft_authors_hold_writer_and_editor",
                condition=Q(IsAnyOf(F("written_by"), F("authors")))
                & Q(IsAnyOf(F("edited_by"), F("authors"))),
            ),
            models.CheckConstraint(
                name="draft_is_activated_by_somebody_else",
                condition=Q(activated_by=None) | ~Q(IsAnyOf(F("activated_by"), F("authors"))),
                violation_error_message=gettext_lazy(
                    "Whoever wrote or edited a draft does not put it in force: ask a colleague."
                ),
            ),
            models.CheckConstraint(
                name="draft_ends_whole",
                condition=Q(
                    activated_at=None, activated_by=None, version=None, withdrawn_at=None, withdrawn_by=None
                )
                | Q(
                    activated_at__isnull=False,
                    activated_by__isnull=False,
                    version__isnull=False,
                    withdrawn_at=None,
                    withdrawn_by=None,
                )
                | Q(
                    activated_at=None,
                    activated_by=None,
                    version=None,
                    withdrawn_at__isnull=False,
                    withdrawn_by__isnull=False,
                ),
            ),
        ]
        indexes = [
            models.Index(
                name="draft_pending", fields=["goal"], condition=Q(activated_at=None, withdrawn_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"draft of {self.goal} {self.standard} (#{self.pk})"

    @property
    def valid(self) -> DateRange:
        """The days whose clocks it would measure: from its first on, until another replaces it."""
        return DateRange(self.valid_from, None)

    @property
    def is_pending(self) -> bool:
        """Whether it can still be edited, tried out, put in force or withdrawn."""
        return self.activated_at is None and self.withdrawn_at is None

    def check_and_save(self) -> None:
        """Save what stands here, or say at each field why it cannot be put in force as it is."""
        self.full_clean()
        if obstacles := self.obstacles():
            raise ValidationError(obstacles)
        self.save()

    @transaction.atomic
    def edit(self, *, edition: int, by: User, **facts: Any) -> None:
        """Say it otherwise. Raises StaleEdit if somebody saved meanwhile. What was tried out was another text."""
        current = self._locked(edition)
        for name, value in facts.items():
            setattr(current, name, value)
        current.edition += 1
        current.edited_by, current.edited_at = by, now()
        current.authors = sorted({*current.authors, by.pk})
        current.check_and_save()
        for run in current.recalculations.unfinished():
            run.stop()

    @transaction.atomic
    def withdraw(self, *, by: User) -> None:
        """Give it up. It stays to be read."""
        current = self._locked(self.edition)
        current.withdrawn_by, current.withdrawn_at = by, now()
        current.save(update_fields=["withdrawn_by", "withdrawn_at"])
        for run in current.recalculations.unfinished():
            run.stop()

    @transaction.atomic
    def try_out(self, *, by: User) -> Recalculation:
        """Find out what it would do to every deadline. Nothing changes. One at a time: a running one is joined."""
        # A change of rules that is under way is waited for: so every one that the dry run may not see has a later key.
        hold_rules(shared=True)
        current = self._locked(self.edition)
        if going := current.recalculations.unfinished().first():
            return going
        return Recalculation.objects.create(
            purpose=Purpose.TRIAL, draft=current, edition=current.edition, as_of=today(), started_by=by
        )

    def trial(self) -> Recalculation | None:
        """The latest dry run of the text as it stands now, finished or not."""
        trials = self.recalculations.filter(purpose=Purpose.TRIAL, edition=self.edition, stopped_at=None)
        return trials.order_by("-pk").first()

    @transaction.atomic
    def activate(self, *, edition: int, by: User) -> GoalVersion:
        """Put it in force: by somebody else than its authors, after a dry run of this very text beside today's rules.

        The version it replaces starts no clock from that day on. Every clock is then derived again, by workers.
        """
        hold_rules()
        current = self._locked(edition)
        if by.pk in current.authors:
            raise ValidationError(
                _("You wrote or edited this draft, so somebody else has to put it in force."), code="own"
            )
        trial = current.trial()
        if trial is None or not trial.finished_at:
            raise ValidationError(
                _("First finish a dry run of this text: nobody has seen what it does."), code="untried"
            )
        if obstacles := current.obstacles():
            raise ValidationError(obstacles)
        if trial.is_outdated:
            raise ValidationError(OUTDATED, code="outdated")
        if replaced := current.replaces():
            replaced.close(current.valid_from)
        current.version = GoalVersion.objects.create(**current.wording, valid=current.valid)
        current.activated_by, current.activated_at = by, now()
        current.full_clean()
        current.save(update_fields=["version", "activated_by", "activated_at"])
        Recalculation.objects.apply_rules(by=by, draft=current)
        return current.version

    def _locked(self, edition: int) -> "VersionDraft":
        current = VersionDraft.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if not current.is_pending:
            raise ValidationError(_("This draft was put in force or withdrawn meanwhile."), code="ended")
        if current.edition != edition:
            raise StaleEdit(current)
        return current

    # What stands in the way

    def latest(self) -> GoalVersion | None:
        """The last wording of this promise that is in force or will be."""
        return GoalVersion.objects.of(self.goal, self.standard).last()

    def replaces(self) -> GoalVersion | None:
        """The version that stops starting clocks where this one begins."""
        latest = self.latest()
        ends = latest.valid.upper if latest else None
        return latest if latest and (ends is None or ends > self.valid_from) else None

    def obstacles(self) -> dict[str, list[str]]:
        """Why it cannot be put in force as it stands: sentences by field, none if it can."""
        found = {"valid_from": self._why_not_from(), "amount": self._why_not_so()}
        return {field: [sentence] for field, sentence in found.items() if sentence}

    def _why_not_from(self) -> str:
        first = registry.get(self.goal).facts_from
        if self.valid_from < first:
            return _(
                "Nothing is recorded of what happened before %(day)s, so no deadline can be counted from then."
                " Choose that day or a later one."
            ) % {"day": _day(first)}
        latest = self.latest()
        if latest is None or latest.valid.lower < self.valid_from:
            return ""
        words = {"day": _day(latest.valid.lower), "time": latest.words}
        if latest.valid.lower == self.valid_from:
            return (
                _("The version it would replace (%(time)s) starts on the same day. Choose a later day.")
                % words
            )
        return (
            _(
                "It would overlap the version (%(time)s) that is in force from %(day)s. Choose a day after that;"
                " what came before stays as it was."
            )
            % words
        )

    def _why_not_so(self) -> str:
        if self.amount is not None:
            return ""
        if registry.get(self.goal).may_be_kept_until_event:
            return ""
        return _("This promise is tied to no event that it could be kept before. Give it a time.")

    def terms(self, *, version_id: int = 0) -> Terms:
        """As the engine would read it."""
        return GoalVersion(**self.wording, valid=self.valid, pk=version_id).terms()


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
