from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from goals.reckoning import plus_months
from housing.models.offer import HomeOffer
from housing.verbs import Verb
from refugees.models import Case, Seen, read_again


class Mark(models.IntegerChoices):
    """How long after the move it is asked whether a household still lives there. Internal: no source asks for it."""

    SIX_MONTHS = 6, _("6 months")
    A_YEAR = 12, _("12 months")


class StillThereQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "StillThereQuerySet":
        """Of the households whose home is looked for by this person."""
        return self.filter(offer__in=HomeOffer.objects.visible_to(user))

    def standing(self) -> "StillThereQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def hear(
        self, *, offer: HomeOffer, mark: int, on: date, today: date, by: User | None, words: str = ""
    ) -> "StillThere":
        """Heard so long after the move: the household still lives there. Whoever moved out is recorded as that."""
        if on > today:
            raise ValidationError({"heard_on": gettext("That day is still to come.")})
        with Case.changing(offer.offered_to.values_list("case", flat=True), by=by) as cases:
            read_again(offer)
            if not offer.moved_in_on or offer.moved_out_on or offer.taken_back_at:
                raise ValidationError(gettext("The household does not live there now."))
            asked_from = plus_months(offer.moved_in_on, mark)
            if on < asked_from:
                day = date_format(asked_from, "DATE_FORMAT")
                raise ValidationError({"heard_on": gettext("That is asked from %(day)s on.") % {"day": day}})
            row = self.model(offer=offer, mark=mark, heard_on=on, words=words, recorded_by=by)
            row.full_clean()
            row.save()
            for case in cases:
                case.write_line(Verb.STILL_THERE, by=by, on=on, mark=mark, still_there=row.pk)
        return row


@pghistory.track()
class StillThere(models.Model):
    """That a household still lived in the home that it was offered, half a year or a year after it moved in."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    offer = models.ForeignKey(HomeOffer, on_delete=models.PROTECT, related_name="still_there")
    mark = models.PositiveSmallIntegerField(_("after"), choices=Mark)
    heard_on = models.DateField(_("heard on"))
    words = models.CharField(_("in few words"), max_length=300, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = StillThereQuerySet.as_manager()

    class Meta:
        verbose_name = _("household still living there")
        verbose_name_plural = _("households still living there")
        constraints = [
            models.UniqueConstraint(
                name="heard_once_at_each_mark",
                fields=["offer", "mark"],
                condition=Q(taken_back_at=None),
                violation_error_message=_("This is recorded already."),
            ),
            models.CheckConstraint(name="still_there_mark_is_known", condition=Q(mark__in=Mark.values)),
            models.CheckConstraint(
                name="still_there_is_taken_back_for_a_reason",
                condition=Q(taken_back_at=None, taken_back_reason="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_reason=""),
                violation_error_message=_("Say why it is taken back."),
            ),
        ]

    def __str__(self) -> str:
        return f"still there after {self.mark} months (#{self.pk})"

    def take_back(self, *, reason: str, today: date, by: User, version: Seen | None = None) -> None:
        """Nobody heard that. It is asked again; StaleEdit if a colleague took it back meanwhile."""
        with Case.changing(
            self.offer.offered_to.values_list("case", flat=True), by=by, reason=reason
        ) as cases:
            read_again(self, version)
            if self.taken_back_at:
                raise ValidationError(gettext("It is taken back already."))
            self.taken_back_at, self.taken_back_reason = now(), reason
            self.full_clean()
            self.save(update_fields=["taken_back_at", "taken_back_reason"])
            for case in cases:
                case.write_line(
                    Verb.STILL_THERE_TAKEN_BACK, by=by, on=today, mark=self.mark, still_there=self.pk
                )
