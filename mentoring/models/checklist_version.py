from collections.abc import Sequence
from datetime import date
from typing import Any

import pghistory
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Max, Prefetch, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from mentoring.checklist_order import circle_in
from mentoring.models.checklist_item import KEY_MAX_LENGTH, ChecklistItem
from refugees.models import Seen, StaleEdit
from refugees.models.stale import refuse_stale

IN_FORCE = _("This version is in force and stays as it is. Draft a new one.")


class ChecklistVersionQuerySet(models.QuerySet):
    def standing(self) -> "ChecklistVersionQuerySet":
        """Not withdrawn."""
        return self.filter(withdrawn_at=None)

    def drafts(self) -> "ChecklistVersionQuerySet":
        """Being written: no list begins with them."""
        return self.standing().filter(in_force_from=None)

    def begun_by(self, day: date) -> "ChecklistVersionQuerySet":
        """Those that were or are in force, the one in force on that day first."""
        return self.standing().filter(in_force_from__lte=day).order_by("-in_force_from")

    def with_items(self) -> "ChecklistVersionQuerySet":
        """With what stands on them, in the order of the list, as `lines`."""
        return self.prefetch_related(Prefetch("items", ChecklistItem.objects.in_order(), to_attr="lines"))

    @transaction.atomic
    def draft(self, *, today: date, by: User) -> "ChecklistVersion":
        """Begin the next version with what the one in force says. Whoever drafts already is joined."""
        # One at a time: the version in force is the lock.
        current = self.select_for_update().begun_by(today).first()
        if going := self.drafts().order_by("number").first():
            return going
        number = (self.aggregate(last=Max("number"))["last"] or 0) + 1
        draft = self.model(number=number, written_by=by)
        draft.full_clean()
        draft.save()
        for item in ChecklistItem.objects.filter(version=current).in_order() if current else []:
            item.pk, item.version = None, draft
            item._state.adding = True
            item.save()
        return draft


@pghistory.track()
class ChecklistVersion(models.Model):
    """One wording of the list of what is to be in place in somebody's first year. A person's list keeps its version.

    A draft can be changed by whoever may; from the day on which it is in force it stands as it is (a trigger).
    """

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    number = models.PositiveIntegerField(_("version"))
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    is_proposal = models.BooleanField(_("proposal that the City has not confirmed"), default=False)
    edition = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField(default=now)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ChecklistVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of the checklist")
        verbose_name_plural = _("versions of the checklist")
        constraints = [
            models.UniqueConstraint(name="checklist_version_has_its_number", fields=["number"]),
            models.UniqueConstraint(
                name="one_checklist_version_begins_on_a_day",
                fields=["in_force_from"],
                condition=Q(withdrawn_at=None),
                violation_error_message=_("Another version begins on that day."),
            ),
            models.CheckConstraint(
                name="checklist_version_in_force_was_decided",
                condition=Q(in_force_from=None, decided_at=None, decided_by=None)
                | Q(in_force_from__isnull=False, decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="checklist_version_withdrawn_says_by_whom",
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"checklist version {self.number} (#{self.pk})"

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.in_force_from is None and self.withdrawn_at is None

    def can_be_withdrawn(self, today: date) -> bool:
        """No list has begun with it: a draft, or one whose day has not come."""
        return self.withdrawn_at is None and (self.in_force_from is None or self.in_force_from > today)

    @transaction.atomic
    def add(self, *, by: User, **facts: Any) -> ChecklistItem:
        """One more thing on the list, the last of it. Its key comes from the English words and stays."""
        current = self._locked()
        item = ChecklistItem(version=current, key=current._free_key(facts["english"]), **facts)
        item.position = (current.items.aggregate(last=Max("position"))["last"] or 0) + 1
        current._keep(item)
        return item

    @transaction.atomic
    def reword(self, key: str, *, by: User, version: Seen | None = None, **facts: Any) -> ChecklistItem:
        """Say it otherwise; StaleEdit if a colleague did meanwhile."""
        current = self._locked()
        item = current.items.filter(key=key).first()
        refuse_stale(item, version)
        if item is None:
            raise StaleEdit(None)
        for name, value in facts.items():
            setattr(item, name, value)
        current._keep(item)
        return item

    @transaction.atomic
    def remove(self, key: str, *, by: User) -> bool:
        """Take it off the list; what waited for it no longer does. False if somebody had done so."""
        current = self._locked()
        for item in current.items.filter(blocked_by__contains=[key]):
            item.blocked_by = [each for each in item.blocked_by if each != key]
            item.save()
        removed, _rows = current.items.filter(key=key).delete()
        current._edited()
        return bool(removed)

    @transaction.atomic
    def move_up(self, key: str, *, by: User) -> None:
        """Let it change places with what stands above it."""
        current = self._locked()
        items = list(current.items.in_order())
        for above, item in zip(items, items[1:], strict=False):
            if item.key == key:
                above.position, item.position = item.position, above.position
                above.save()
                item.save()
        current._edited()

    @transaction.atomic
    def put_in_force(self, *, on: date, edition: int, today: date, by: User) -> None:
        """Lists that begin from that day on begin with it. StaleEdit if the draft changed since it was read."""
        current = self._locked()
        if current.edition != edition:
            raise StaleEdit(current)
        if on < today:
            raise ValidationError({"on": _("A version comes into force today or later.")})
        others = ChecklistVersion.objects.standing().exclude(pk=current.pk)
        if others.filter(in_force_from__gte=on).exists():
            raise ValidationError(
                {"on": _("Another version begins on that day or later. Choose a later day.")}
            )
        if not current.items.exists():
            raise ValidationError(_("Nothing stands on the list yet."))
        current.in_force_from, current.decided_by, current.decided_at = on, by, now()
        current.full_clean()
        current.save()

    @transaction.atomic
    def withdraw(self, *, today: date, by: User) -> bool:
        """Give it up before any list has begun with it; it stays to be read. False if somebody did meanwhile."""
        current = ChecklistVersion.objects.select_for_update().get(pk=self.pk)
        if not current.can_be_withdrawn(today):
            return False
        current.withdrawn_by, current.withdrawn_at = by, now()
        current.full_clean()
        current.save()
        return True

    def _locked(self) -> "ChecklistVersion":
        current = ChecklistVersion.objects.select_for_update().get(pk=self.pk)
        if not current.is_draft:
            raise ValidationError(IN_FORCE)
        return current

    def _keep(self, item: ChecklistItem) -> None:
        """Save it, if no circle comes of what it waits for."""
        item.full_clean()
        others = [each for each in self.items.all() if each.pk != item.pk]
        if circle := circle_in({each.key: each.blocked_by for each in [*others, item]}):
            words = {each.key: each.words for each in [*others, item]}
            raise ValidationError({"blocked_by": _in_a_circle([words[key] for key in circle])})
        item.save()
        self._edited()

    def _edited(self) -> None:
        ChecklistVersion.objects.filter(pk=self.pk).update(edition=F("edition") + 1)

    def _free_key(self, english: str) -> str:
        """A key that no item of this version has, nor had one of another version that said something else."""
        plain = slugify(english)[: KEY_MAX_LENGTH - 4] or "item"
        taken = set(ChecklistItem.objects.values_list("key", flat=True))
        numbered = (f"{plain}-{number}" for number in range(2, 999))
        return plain if plain not in taken else next(key for key in numbered if key not in taken)


def _in_a_circle(words: Sequence[str]) -> str:
    return _("These would wait for each other: %(items)s.") % {"items": " → ".join(words)}
