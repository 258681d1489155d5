from datetime import date
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from refugees.models.case import Case
from refugees.models.stale import Seen, read_again


class TakenBackQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> Self:
        """On cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def standing(self) -> Self:
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)


class CanBeTakenBack(models.Model):
    """A fact on a case that may have been a mistake: then it is taken back with a reason, and the row stays.

    A kind says which line of history that leaves, what whoever comes too late is told, and writes its lines.
    """

    TAKEN_BACK: ClassVar[str]
    TAKEN_BACK_MEANWHILE: ClassVar[Any]

    correction_reason = models.CharField(_("reason"), max_length=300, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        abstract = True

    def take_back(self, *, reason: str, on: date, by: User, version: Seen | None = None) -> None:
        """It was a mistake: the row stays, the promises run as if it had not been.

        StaleEdit if it is not what the form, by its `version`, was made from.
        """
        with Case.changing([self.case], by=by, reason=reason):
            self._still_stands(version)
            self.taken_back_at, self.correction_reason = now(), reason.strip()
            self.full_clean()
            self.save(update_fields=["taken_back_at", "correction_reason"])
            self.leave_line(self.TAKEN_BACK, by=by, on=on)

    def _still_stands(self, version: Seen | None) -> None:
        """The lock of the case lets the second of two see what the first did."""
        read_again(self, version)
        if self.taken_back_at:
            raise ValidationError(self.TAKEN_BACK_MEANWHILE)
