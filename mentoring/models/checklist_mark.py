from collections.abc import Sequence
from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from mentoring.models.checklist import Checklist
from mentoring.models.checklist_item import KEY_MAX_LENGTH, ChecklistItem
from mentoring.verbs import Verb
from refugees.models import Case, Seen
from refugees.models.stale import refuse_stale

# What a form is made from, and what whoever was overtaken is told.
SAYS = ("state", "on", "reason", "correction_reason")
# What a tap that takes it back was made from: the same words said again by somebody else are another text.
SAID = (*SAYS, "version")


class MarkState(models.TextChoices):
    """How it stands with one thing on a person's list."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    NOT_RELEVANT = "not-relevant", _("Not relevant")


LINES = {MarkState.DONE: Verb.CHECK_DONE, MarkState.NOT_RELEVANT: Verb.CHECK_NOT_RELEVANT}


class StillBlocked(ValidationError):
    """Something before it is not in place. It may be said to be done all the same, knowingly."""

    def __init__(self, waits_for: Sequence[ChecklistItem]) -> None:
        super().__init__(
            _(
                "It waits for: %(items)s. Say that it was done all the same, or say what became of those first."
            )
            % {"items": ", ".join(item.words for item in waits_for)}
        )


class ChecklistMarkQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ChecklistMarkQuerySet":
        """What was said on the cases that this person may open: a mentor's people of today among them."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def settled(self) -> "ChecklistMarkQuerySet":
        """Done, or not relevant: nothing waits for it any more."""
        return self.exclude(state=MarkState.OPEN)

    def with_earlier(self) -> "ChecklistMarkQuerySet":
        """With who said it and, as `earlier`, what was said before, newest first."""
        texts = self.model.pgh_event_model.objects.filter(version__lt=F("pgh_obj__version"))
        newest_first = texts.select_related("said_by").order_by("-version", "-pgh_id")
        return self.select_related("said_by").prefetch_related(
            Prefetch("events", newest_first, to_attr="earlier")
        )

    def tick(self, *, case: Case, key: str, today: date, by: User) -> "ChecklistMark | None":
        """Done today, in one tap; None if somebody had said how it stands. StillBlocked where that is to be asked."""
        with Case.changing([case], by=by):
            if self.filter(case=case, key=key).settled().exists():
                return None
            return self.say(case=case, key=key, state=MarkState.DONE, on=today, today=today, by=by)

    def say(
        self,
        *,
        case: Case,
        key: str,
        state: str,
        today: date,
        by: User,
        on: date | None = None,
        reason: str = "",
        correction_reason: str = "",
        is_anyway: bool = False,
        version: Seen | None = None,
    ) -> "ChecklistMark":
        """Say how it stands with one thing: done on a day, or not relevant because. What was said before is kept.

        Where something was said already, this corrects it and says why. People do things in another order than a
        list thinks: what waits for something else may be done all the same, if whoever says so was asked (`is_anyway`).
        StaleEdit if the form, by its `version`, was made from something else.
        """
        with Case.changing([case], by=by, reason=correction_reason) as [locked]:
            locked.refuse_closed()
            mark = self.filter(case=case, key=key).first()
            refuse_stale(mark, version)
            was = mark.state if mark else MarkState.OPEN
            if was != MarkState.OPEN and not correction_reason.strip():
                raise ValidationError({"correction_reason": _("Say why it is corrected.")})
            item = self.item_of(case, key, today=today, by=by)
            mark = mark or self.model(case=case, key=key, version=0)
            mark.state, mark.reason, mark.correction_reason = state, reason.strip(), correction_reason.strip()
            mark.on = on if state == MarkState.DONE else None
            mark.refuse_days_to_come(today)
            if state == MarkState.DONE and not is_anyway and (before := self.open_before(case, item, today)):
                raise StillBlocked(before)
            verb = LINES[state] if was == MarkState.OPEN else Verb.CHECK_CORRECTED
            mark.take_down(item, verb, today=today, by=by)
        return mark

    def open_before(self, case: Case, item: ChecklistItem, today: date) -> list[ChecklistItem]:
        """What it waits for and is not settled, of what stands on this person's list."""
        if not item.blocked_by:
            return []
        settled = set(self.filter(case=case).settled().values_list("key", flat=True))
        age = case.person.age_on(today)
        before = ChecklistItem.objects.filter(version=item.version_id, key__in=item.blocked_by).in_order()
        return [each for each in before if each.key not in settled and each.is_for(age)]

    def item_of(self, case: Case, key: str, *, today: date, by: User) -> ChecklistItem:
        """How this person's list words it; if it has left the list, how the latest version did that had it."""
        checklist = Checklist.objects.of(case, today=today, by=by)
        if found := ChecklistItem.objects.filter(version=checklist.version_id, key=key).first():
            return found
        mark = self.filter(case=case, key=key).first()
        if mark is None:
            raise ValidationError(_("This does not stand on the list any more."))
        return mark.item


@pghistory.track()
class ChecklistMark(models.Model):
    """How it stands with one thing on a person's list: open, done on a day, not relevant because.

    Nothing is there until something is said. What was said before stays in the history, by whom and when.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="checklist_marks")
    key = models.SlugField(max_length=KEY_MAX_LENGTH, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=MarkState, default=MarkState.OPEN)
    on = models.DateField(_("done on"), null=True, blank=True)
    reason = models.CharField(_("not relevant, because"), max_length=300, blank=True)
    correction_reason = models.CharField(_("why it was corrected"), max_length=300, blank=True)
    said_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(default=now)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ChecklistMarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("mark on a checklist")
        verbose_name_plural = _("marks on checklists")
        constraints = [
            models.UniqueConstraint(name="one_checklist_mark_per_item", fields=["case", "key"]),
            models.CheckConstraint(
                name="checklist_mark_state_is_known", condition=Q(state__in=MarkState.values)
            ),
            models.CheckConstraint(
                name="checklist_done_says_on_which_day",
                condition=Q(state=MarkState.DONE, on__isnull=False) | ~Q(state=MarkState.DONE) & Q(on=None),
                violation_error_message=_("Say on which day it was done."),
            ),
            models.CheckConstraint(
                name="checklist_not_relevant_says_why",
                condition=Q(state=MarkState.NOT_RELEVANT) & ~Q(reason="")
                | ~Q(state=MarkState.NOT_RELEVANT) & Q(reason=""),
                violation_error_message=_("Say why it is not relevant."),
            ),
        ]

    def __str__(self) -> str:
        return f"mark {self.key} {self.state} (#{self.pk})"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state == MarkState.OPEN

    def open_again(self, *, today: date, by: User, version: Seen | None = None) -> bool:
        """That it was done, or not relevant, was a mistake. What was said is kept; False if it is open.

        StaleEdit if somebody has said something else since whoever takes it back saw it.
        """
        with Case.changing([self.case], by=by) as [locked]:
            locked.refuse_closed()
            current = ChecklistMark.objects.get(pk=self.pk)
            if current.is_open:
                return False
            refuse_stale(current, version)
            item = ChecklistMark.objects.item_of(self.case, self.key, today=today, by=by)
            current.state, current.on = MarkState.OPEN, None
            current.reason = current.correction_reason = ""
            current.take_down(item, Verb.CHECK_OPEN_AGAIN, today=today, by=by)
        return True

    @property
    def item(self) -> ChecklistItem:
        """What it is about, as the last version words it that has it."""
        known = ChecklistItem.objects.filter(key=self.key, version__in_force_from__isnull=False)
        return known.order_by("version__number").last()

    def refuse_days_to_come(self, today: date) -> None:
        """Done is what has been done."""
        if self.on and self.on > today:
            raise ValidationError({"on": _("It is ticked on the day it was done or later, not before.")})

    def take_down(self, item: ChecklistItem, verb: Verb, *, today: date, by: User) -> None:
        """Keep it, with who says so and when, and leave a line on the case. The words why stay with the mark."""
        self.version += 1
        self.said_by, self.said_at = by, now()
        self.full_clean()
        self.save()
        details = {"checklist_mark": self.pk, "version": self.version, "checklist_item": item.in_both}
        if self.on:
            details["date"] = self.on.isoformat()
        self.case.write_line(verb, by=by, on=today, checklist_state=self.state, **details)


def in_readers_language(words: dict[str, str]) -> str:
    """What a line of history keeps of an item, as its reader reads it."""
    return words.get((get_language() or "en")[:2], words["en"])
