from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.day import now
from accounts.models import User
from internships.placement_verbs import PlacementVerb
from refugees.models import Case, Seen, read_again

DAYS = ("registered_on", "teaching_plan_on")


class IguRegistrationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "IguRegistrationQuerySet":
        """Registrations on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def record(
        self,
        *,
        case: Case,
        registered_on: date | None,
        teaching_plan_on: date | None,
        today: date,
        by: User,
        version: Seen | None = None,
    ) -> "IguRegistration":
        """On which days it was done; none where it is still to come, or was a mistake. The history keeps each.

        StaleEdit if the row is not what the form, by its `version`, was made from.
        """
        given = dict(zip(DAYS, (registered_on, teaching_plan_on), strict=True))
        to_come = {
            name: _("This day has not come yet.") for name, day in given.items() if day and day > today
        }
        if to_come:
            raise ValidationError(to_come)
        with Case.changing([case], by=by):
            row = self.filter(case=case).first() or self.model(case=case, recorded_by=by)
            if row.pk:
                read_again(row, version)
            row.registered_on, row.teaching_plan_on, row.recorded_by = *given.values(), by
            row.full_clean()
            row.save()
            case.write_line(PlacementVerb.IGU_REGISTERED, by=by, on=today)
        return row


@pghistory.track()
class IguRegistration(models.Model):
    """What the state is told of the IGU of a person: when the agreement was registered, when the teaching plan stood.

    One a case, because a person has one IGU only. Both days are asked for until they are there.
    """

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="igu_registration")
    registered_on = models.DateField(_("registered in VITAS"), null=True, blank=True)
    teaching_plan_on = models.DateField(_("teaching plan ready"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = IguRegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration of an IGU")
        verbose_name_plural = _("registrations of IGUs")

    def __str__(self) -> str:
        return f"registration of an IGU (#{self.pk})"
