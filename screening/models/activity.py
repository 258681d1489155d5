import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from screening.hours import MOST_MINUTES, TOO_MANY_HOURS, week_words


class ActivityKind(models.TextChoices):
    """What a contract may hold (Integration Act §§ 16, 21, 23 a-23 g)."""

    DANISH = "danish", _("Danish education")
    INTERNSHIP = "internship", _("Company internship")
    WAGE_SUBSIDY = "wage-subsidy", _("Wage-subsidy job")
    GUIDANCE = "guidance", _("Guidance and upskilling")
    COMMUNITY_WORK = "community-work", _("Community work")
    MENTOR = "mentor", _("Mentor")
    EDUCATION = "education", _("Education")
    JOB_SEARCH = "job-search", _("Job search")
    OTHER = "other", _("Other")


@pghistory.track()
class Activity(models.Model):
    """One thing that the person is to do by a version of the contract, with its days and hours."""

    contract = models.ForeignKey("screening.Contract", on_delete=models.CASCADE, related_name="activities")
    place = models.PositiveSmallIntegerField(editable=False)
    kind = models.CharField(_("activity"), max_length=16, choices=ActivityKind)
    what = models.CharField(_("what exactly"), max_length=300)
    begins_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    minutes_a_week = models.PositiveIntegerField(_("minutes a week"), null=True, blank=True)

    class Meta:
        verbose_name = _("activity of a contract")
        verbose_name_plural = _("activities of contracts")
        ordering = ["contract", "place"]
        constraints = [
            models.UniqueConstraint(name="activity_place_once_per_contract", fields=["contract", "place"]),
            models.CheckConstraint(name="activity_kind_is_known", condition=Q(kind__in=ActivityKind.values)),
            models.CheckConstraint(name="activity_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="activity_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(begins_on=None) | Q(ends_on__gte=F("begins_on")),
                violation_error_message=_("An activity ends on the day it begins or later."),
            ),
            models.CheckConstraint(
                name="activity_hours_fit_in_a_week",
                condition=Q(minutes_a_week=None) | Q(minutes_a_week__gte=1, minutes_a_week__lte=MOST_MINUTES),
                violation_error_message=TOO_MANY_HOURS,
            ),
        ]

    def __str__(self) -> str:
        return f"activity {self.place} of contract {self.contract_id} (#{self.pk})"

    @property
    def week_words(self) -> str:
        """The hours a week."""
        return week_words(self.minutes_a_week) if self.minutes_a_week else ""
