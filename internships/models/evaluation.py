from datetime import date
from typing import TYPE_CHECKING

import pghistory
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from uuid6 import uuid7

from accounts.day import now
from accounts.models import User
from internships.placement_verbs import PlacementVerb
from refugees.models import Case, Occupation, Seen, read_again

if TYPE_CHECKING:
    from internships.models.host_link import HostLink


class Side(models.TextChoices):
    """Who looks back."""

    COMPANY = "company", _("The company")
    PERSON = "person", _("The person")


class Rating(models.TextChoices):
    """How something went. Asked of the tasks, of being on time and of the language; never of anybody's health."""

    WELL = "well", _("Well")
    PARTLY = "partly", _("In part")
    BADLY = "badly", _("Not well")


class Again(models.TextChoices):
    """Whether they would do it again: the company hire or take somebody on, the person recommend the place."""

    YES = "yes", _("Yes")
    MAYBE = "maybe", _("Maybe")
    NO = "no", _("No")


ANSWERS = ("tasks", "punctuality", "language", "again", "words")


class EvaluationQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "EvaluationQuerySet":
        """Evaluations on cases that this person sees whole."""
        return self.filter(case__in=Case.objects.whole_for(user))

    def give(
        self,
        *,
        occupation: Occupation,
        side: str,
        on: date,
        today: date,
        by: User | None,
        told_through: "HostLink | None" = None,
        version: Seen | None = None,
        **answers: str,
    ) -> "Evaluation":
        """How it went, in the words of one side. A second time, the answers take the place of the first.

        `answers` as ANSWERS names them. StaleEdit if the evaluation is not what the form was made from.
        """
        if on > today:
            raise ValidationError({"evaluated_on": _("An evaluation is recorded on the day or later.")})
        with Case.changing([occupation.case], by=by):
            read_again(occupation)
            if on < occupation.started_on:
                raise ValidationError({"evaluated_on": _("It had not started on that day.")})
            row = self.filter(occupation=occupation, side=side).first()
            if row:
                read_again(row, version)
            row = row or self.model(case=occupation.case, occupation=occupation, side=side)
            row.evaluated_on, row.recorded_by, row.told_through = on, by, told_through
            for name, value in answers.items():
                setattr(row, name, value.strip())
            row.full_clean()
            row.save()
            occupation.case.write_line(
                PlacementVerb.EVALUATED, by=by, on=on, kind=occupation.kind, side=side, evaluation=row.pk
            )
        return row


@pghistory.track()
class Evaluation(models.Model):
    """How a placement went: by the company, or by the person together with the caseworker. One of each."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="evaluations")
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="evaluations")
    side = models.CharField(_("by whom"), max_length=8, choices=Side)
    evaluated_on = models.DateField(_("evaluated on"))
    tasks = models.CharField(_("the tasks"), max_length=8, choices=Rating)
    punctuality = models.CharField(_("being on time"), max_length=8, choices=Rating)
    language = models.CharField(_("the language at work"), max_length=8, choices=Rating)
    again = models.CharField(_("would they do it again"), max_length=8, choices=Again)
    words = models.CharField(_("in a few words"), max_length=1000, blank=True)
    # Of what a company told itself, through which link; then nobody of ours recorded it.
    told_through = models.ForeignKey(
        "internships.HostLink", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation of a placement")
        verbose_name_plural = _("evaluations of placements")
        constraints = [
            models.UniqueConstraint(name="one_evaluation_by_each_side", fields=["occupation", "side"]),
            models.CheckConstraint(name="evaluation_side_is_known", condition=Q(side__in=Side.values)),
            models.CheckConstraint(
                name="evaluation_answers_are_known",
                condition=Q(
                    tasks__in=Rating.values,
                    punctuality__in=Rating.values,
                    language__in=Rating.values,
                    again__in=Again.values,
                ),
            ),
            models.CheckConstraint(
                name="evaluation_through_a_link_is_the_companys",
                condition=Q(told_through=None) | Q(side=Side.COMPANY, recorded_by=None),
            ),
        ]

    def __str__(self) -> str:
        return f"evaluation by {self.side} (#{self.pk})"
