import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pghistory
from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import Unit, User
from refugees.identifiers import decrypt, encrypt, search_hash
from refugees.intake.reading import Facts, Problem, pack, unpack
from refugees.models.case import Case
from refugees.models.found import Likeness
from refugees.models.intake_list import IntakeList, ListStatus
from refugees.models.person import Person
from refugees.models.stale import StaleEdit


class Outcome(models.TextChoices):
    """What will happen with a row, as far as the system can tell."""

    DECIDE = "decide", _("Needs a decision")
    CANNOT = "cannot", _("Cannot be taken in")
    CREATE = "create", _("New case")
    UPDATE = "update", _("Update")
    KNOWN = "known", _("Known already")


class Decision(models.TextChoices):
    """What a person decided about a row."""

    NONE = "", _("Not decided")
    SAME = "same", _("The same person")
    NEW = "new", _("Another person")
    LEAVE_OUT = "leave-out", _("Left out")


class Result(models.TextChoices):
    """What became of a row."""

    NONE = "", _("Not carried out")
    CREATED = "created", _("Case opened")
    UPDATED = "updated", _("Brought up to date")
    UNCHANGED = "unchanged", _("Nothing new")
    LEFT_OUT = "left-out", _("Left out")
    REFUSED = "refused", _("Could not be carried out")


# What happens without anybody deciding; and with a decision.
BY_ITSELF = Q(decision="", outcome__in=[Outcome.CREATE, Outcome.UPDATE, Outcome.KNOWN])
DECIDED = ~Q(decision="") & (~Q(outcome=Outcome.CANNOT) | Q(decision=Decision.LEAVE_OUT))


class IntakeRowQuerySet(models.QuerySet):
    def pending(self) -> "IntakeRowQuerySet":
        """Not carried out."""
        return self.filter(done_at=None)

    def ready(self) -> "IntakeRowQuerySet":
        """Rows that a confirmation carries out: clear ones and decided ones."""
        return self.pending().filter(BY_ITSELF | DECIDED)

    def opening_cases(self) -> "IntakeRowQuerySet":
        """Of those that a confirmation carries out, the ones that open a case: not who has an open one already."""
        has_case = Exists(Case.objects.open().filter(person=OuterRef("match")))
        opening = self.ready().exclude(decision=Decision.LEAVE_OUT)
        return opening.filter(Q(decision=Decision.NEW) | ~has_case)

    def waiting(self) -> "IntakeRowQuerySet":
        """Rows that somebody has to look at first."""
        return self.pending().exclude(BY_ITSELF | DECIDED)

    def counts(self) -> dict[str, int]:
        """How many rows stand where: pending ones by outcome, the others by result."""
        rows = self.values_list("outcome", "result").annotate(number=Count("pk")).order_by()
        found: dict[str, int] = {}
        for outcome, result, number in rows:
            found[result or outcome] = found.get(result or outcome, 0) + number
        return found

    def sizes_of_households(self, list_id: int, keys: set[str]) -> dict[str, int]:
        """How many rows of the list belong together by each of these keys."""
        rows = self.filter(intake_list_id=list_id, household_key__in=keys - {""})
        return dict(rows.values_list("household_key").annotate(Count("pk")))


@pghistory.track()
class IntakeRow(models.Model):
    """One row of a list: its cells and what was read from them, encrypted; what is wrong, what will happen, what did.

    Columns in clear hold nothing of the person but keyed hashes and whom the row may be about.
    """

    intake_list = models.ForeignKey(IntakeList, on_delete=models.CASCADE, related_name="rows")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()  # the line in the file
    cipher = models.BinaryField()
    problems = models.JSONField(default=list, blank=True)  # pairs of field and code
    number_hash = models.BinaryField(null=True, max_length=32)
    immigration_hash = models.BinaryField(null=True, max_length=32)
    name_hash = models.BinaryField(null=True, max_length=32)
    household_key = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome)
    match = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    match_version = models.PositiveIntegerField(null=True, blank=True)
    likeness = models.CharField(max_length=24, choices=Likeness, blank=True)
    elsewhere = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    twin = models.PositiveIntegerField(null=True, blank=True)  # an earlier line about the same person
    is_on_first = models.BooleanField(default=False)  # allocated on the first of a month: two readings
    decision = models.CharField(max_length=12, choices=Decision, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    result = models.CharField(max_length=12, choices=Result, blank=True)
    changed = models.JSONField(default=list, blank=True)  # names of the fields that were changed
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)

    objects = IntakeRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("row of an intake list")
        verbose_name_plural = _("rows of intake lists")
        constraints = [
            models.UniqueConstraint(name="one_row_per_line_of_a_list", fields=["intake_list", "number"]),
            models.CheckConstraint(name="intake_outcome_is_known", condition=Q(outcome__in=Outcome.values)),
            models.CheckConstraint(
                name="intake_decision_is_known", condition=Q(decision__in=Decision.values)
            ),
            models.CheckConstraint(
                name="intake_likeness_is_known", condition=Q(likeness__in=["", *Likeness.values])
            ),
            models.CheckConstraint(
                name="intake_result_and_time_go_together",
                condition=Q(result="", done_at=None)
                | Q(result__in=[value for value in Result.values if value], done_at__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_row_made_names_its_case",
                condition=~Q(result__in=[Result.CREATED, Result.UPDATED]) | Q(case__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_same_person_is_named",
                condition=~Q(decision=Decision.SAME) | Q(match__isnull=False),
                violation_error_message=_("Nobody is named whom this could be."),
            ),
        ]
        indexes = [
            models.Index(name="intake_row_by_outcome", fields=["intake_list", "outcome", "number"]),
            models.Index(
                name="intake_row_to_do", fields=["intake_list", "number"], condition=Q(done_at=None)
            ),
            models.Index(name="intake_row_by_number", fields=["intake_list", "number_hash"]),
            models.Index(name="intake_row_by_household", fields=["intake_list", "household_key"]),
        ]

    def __str__(self) -> str:
        return f"row {self.number} (#{self.pk})"

    @cached_property
    def _payload(self) -> dict[str, Any]:
        return json.loads(decrypt(self.cipher))

    @property
    def cells(self) -> dict[str, str]:
        """What stands in the file, or was corrected, by field."""
        return self._payload["cells"]

    @property
    def facts(self) -> Facts:
        """What was read from the cells."""
        return unpack(self._payload["facts"])

    @property
    def why_refused(self) -> str:
        """Why the row could not be carried out."""
        return self._payload.get("refusal", "")

    def keep(self, cells: Mapping[str, str], facts: Facts, *, refusal: str = "") -> None:
        """Take the content of the row, encrypted as a whole."""
        payload = {"cells": dict(cells), "facts": pack(facts)} | ({"refusal": refusal} if refusal else {})
        self.cipher = encrypt(json.dumps(payload, ensure_ascii=False))
        self.__dict__.pop("_payload", None)

    @property
    def version(self) -> str:
        """What the row's words were when a form was made of them: another version is another text."""
        return hashlib.sha256(bytes(self.cipher)).hexdigest()[:16]

    @property
    def is_surely_known(self) -> bool:
        """Whether a number says who it is; a name with a birthday does not."""
        return self.likeness in {Likeness.SAME_NUMBER, Likeness.SAME_IMMIGRATION_ID}

    @property
    def found_problems(self) -> list[Problem]:
        """What is wrong, field by field."""
        return [Problem(*pair) for pair in self.problems]

    def hold(self, *, version: str | None = None) -> None:
        """Lock the list and let the row say what is stored now. Called in the transaction that changes it.

        StaleEdit if its words are not what a form, by its `version`, was made from, or if the list is carried out or
        given up by now: then without a row.
        """
        held = IntakeList.objects.select_for_update(no_key=True).get(pk=self.intake_list_id)
        current = IntakeRow.objects.pending().filter(pk=self.pk).first()
        if current is None or held.status != ListStatus.CHECKING:
            raise StaleEdit(None)
        if version is not None and version != current.version:
            raise StaleEdit(current)
        for field in self._meta.concrete_fields:
            setattr(self, field.attname, getattr(current, field.attname))
        self.__dict__.pop("_payload", None)

    @transaction.atomic
    def decide(self, decision: str, *, by: User) -> None:
        """A person says what the row is about. Empty takes it back. StaleEdit if that can no longer be said."""
        self.hold()
        self.decision, self.decided_by = decision, by if decision else None
        self.full_clean()
        self.save(update_fields=["decision", "decided_by"])

    @property
    def household_name(self) -> str:
        """What groups the rows of one household within this list, as a keyed hash."""
        said = self.facts.household.casefold()
        return search_hash(f"household:{self.intake_list_id}:{said}").hex() if said else ""

    def note(self, result: str, *, case: Case | None = None, changed: list[str] | None = None) -> None:
        """Remember what became of the row; it is saved by whoever did it."""
        self.result, self.case, self.changed, self.done_at = result, case, changed or [], now()

    def settle(self, result: str, *, case: Case | None = None, changed: list[str] | None = None) -> None:
        """Note what became of the row, in the transaction in which it happened."""
        self.note(result, case=case, changed=changed)
        self.save(update_fields=["result", "case", "changed", "done_at", "cipher"])
