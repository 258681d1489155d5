from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from housing.models.readiness import members_of
from housing.models.stay import Stay
from housing.models.stay_reasons import LeftReason
from housing.verbs import Verb
from refugees.models import Case


class OwnHomeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "OwnHomeQuerySet":
        """Of the cases whose home is looked for by this person."""
        return self.filter(case__in=Case.objects.housing_visible_to(user))

    def standing(self) -> "OwnHomeQuerySet":
        """Not taken back as a mistake."""
        return self.filter(taken_back_at=None)

    def found(
        self,
        *,
        case: Case,
        on: date,
        note: str,
        today: date,
        by: User | None,
        beds_left_on: date | None = None,
    ) -> list["OwnHome"]:
        """The household of this person found a home itself: the promise of an offer falls away for each of them.

        `beds_left_on`: from when they sleep there; their temporary stays end with it. None while nobody knows.
        """
        if on > today:
            raise ValidationError({"on": gettext("That day is still to come.")})
        with Case.changing(members_of(case), by=by) as cases:
            if beds_left_on:
                Stay.objects.end_for_home(cases=cases, on=beds_left_on, by=by, reason=LeftReason.OWN_HOME)
            rows = []
            for each in cases:
                row = self.model(case=each, found_on=on, note=note, beds_left_on=beds_left_on, recorded_by=by)
                row.full_clean()
                row.save()
                each.write_line(Verb.OWN_HOME, by=by, on=on, date=on.isoformat(), own_home=row.pk)
                rows.append(row)
        return rows

    def take_back(self, *, case: Case, reason: str, today: date, by: User) -> list[Case]:
        """They have not found one after all; the promise runs again, for each of the household.

        Whose stay ended with it sleeps again where they did; those for whom that cannot be are returned.
        """
        without: list[Case] = []
        with Case.changing(members_of(case), by=by, reason=reason) as cases:
            rows = list(self.standing().filter(case__in=cases).select_related("case"))
            if not rows:
                raise ValidationError(gettext("It is taken back already."))
            for row in rows:
                row.taken_back_at, row.taken_back_reason = now(), reason
                row.full_clean()
                row.save(update_fields=["taken_back_at", "taken_back_reason"])
                row.case.write_line(
                    Verb.OWN_HOME_TAKEN_BACK, by=by, on=today, date=row.found_on.isoformat(), own_home=row.pk
                )
            for day in {row.beds_left_on for row in rows if row.beds_left_on}:
                slept = [row.case for row in rows if row.beds_left_on == day]
                without += Stay.objects.begin_again(
                    cases=slept, ended_on=day, by=by, reason=LeftReason.OWN_HOME
                )
        return without


@pghistory.track()
class OwnHome(models.Model):
    """That somebody found a home without the City, on a day."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="own_homes")
    found_on = models.DateField(_("found on"))
    beds_left_on = models.DateField(_("beds left on"), null=True, blank=True)
    note = models.CharField(_("in few words"), max_length=300, blank=True)
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_reason = models.CharField(_("reason"), max_length=300, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = OwnHomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("home found by somebody")
        verbose_name_plural = _("homes found by somebody")
        constraints = [
            models.UniqueConstraint(
                name="own_home_is_found_once",
                fields=["case"],
                condition=Q(taken_back_at=None),
                violation_error_message=_("A home of their own is recorded already."),
            ),
            models.CheckConstraint(
                name="own_home_is_taken_back_for_a_reason",
                condition=Q(taken_back_at=None, taken_back_reason="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_reason=""),
                violation_error_message=_("Say why it is taken back."),
            ),
        ]

    def __str__(self) -> str:
        return f"own home (#{self.pk})"
