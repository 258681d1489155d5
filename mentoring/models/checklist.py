from datetime import date

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from mentoring.models.checklist_version import ChecklistVersion
from mentoring.verbs import Verb
from refugees.models import Case
from refugees.models.stale import read_again


class ChecklistQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "ChecklistQuerySet":
        """Those of the cases that this person may open: a mentor's people of today among them."""
        return self.filter(case__in=Case.objects.visible_to(user))

    def of(self, case: Case, *, today: date, by: User) -> "Checklist":
        """The list of this case; it begins with the first thing that is said. Called inside Case.changing."""
        if found := self.filter(case=case).select_related("version").first():
            return found
        version = ChecklistVersion.objects.begun_by(today).first()
        if version is None:
            raise ValidationError(_("No checklist is in force yet."))
        begun = self.model(case=case, version=version, begun_on=today, begun_by=by)
        begun.full_clean()
        begun.save()
        case.write_line(Verb.CHECKLIST_BEGUN, by=by, on=today, number=version.number)
        return begun


@pghistory.track()
class Checklist(models.Model):
    """Which version of the checklist one case follows: the one in force when the first thing on it was said."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="checklist")
    version = models.ForeignKey(ChecklistVersion, on_delete=models.PROTECT, related_name="+")
    begun_on = models.DateField(_("begun"))
    begun_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = ChecklistQuerySet.as_manager()

    class Meta:
        verbose_name = _("checklist")
        verbose_name_plural = _("checklists")

    def __str__(self) -> str:
        return f"checklist (#{self.pk})"

    def bring_up_to_date(self, *, today: date, by: User) -> bool:
        """Follow the version in force; what was said stays. False if the list does already."""
        with Case.changing([self.case], by=by) as [locked]:
            locked.refuse_closed()
            read_again(self)
            newest = ChecklistVersion.objects.begun_by(today).first()
            if newest is None or newest.pk == self.version_id:
                return False
            self.version = newest
            self.full_clean()
            self.save()
            self.case.write_line(Verb.CHECKLIST_RENEWED, by=by, on=today, number=newest.number)
        return True
